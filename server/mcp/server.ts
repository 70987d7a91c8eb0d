import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { severities } from "../core/severity.ts";
import { version } from "../core/version.ts";
import type { AuditedRoot } from "../reports/auditedRoot.ts";
import { explainRule } from "../reports/explainRule.ts";
import { findingsFor, type FindingsQuestion } from "../reports/findingsQuestion.ts";
import { rulesById } from "../rules/ruleHeads.ts";

/** What holds for both tools: they read, and change nothing. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;

/** Makes a server of the Model Context Protocol over the audit of a folder. The caller connects it. */
export function createMcpServer(root: AuditedRoot): McpServer {
  const server = new McpServer({ name: "marketlint", version });

  server.registerTool(
    "marketlint_findings",
    {
      title: "Security findings",
      description:
        "Audits the workspace, or one file or folder of it, for what an app marketplace's security review (Atlassian, Akeneo, SuperOffice, OpenChannel) would reject. Returns each finding with its place, the requirements it breaks, and the titles of its fixes. Lines and columns count from 1. Changes nothing.",
      inputSchema: {
        path: z.string().optional().describe("a file or folder, from the workspace folder; all of it if absent"),
        rule: z.string().optional().describe("only findings of this rule"),
        severity: z.enum(severities).optional().describe("only findings at least as bad as this"),
        limit: z.number().int().min(1).max(1000).optional().describe("how many findings at most; 100 if absent"),
      },
      annotations,
    },
    async (question, { signal }) => {
      const { rule } = question;
      if (rule !== undefined && !rulesById.has(rule)) return failure(explainRule(rule).text);
      const answer = await findingsFor(root, withoutAbsent(question), signal);
      return "reason" in answer ? failure(answer.reason) : { content: [{ type: "text", text: JSON.stringify(answer, undefined, 1) }] };
    },
  );

  server.registerTool(
    "marketlint_explain",
    {
      title: "Explain a rule",
      description: "Explains a rule of Marketlint: what is wrong, why a review rejects it, who asks for it, examples, and how to fix it. Changes nothing.",
      inputSchema: { rule: z.string().describe("the rule's id, such as cookie-missing-secure") },
      annotations,
    },
    ({ rule }) => {
      const { found, text } = explainRule(rule);
      return found ? { content: [{ type: "text", text }] } : failure(text);
    },
  );
  return server;
}

function failure(text: string): { content: { type: "text"; text: string }[]; isError: true } {
  return { content: [{ type: "text", text }], isError: true };
}

/** The protocol's schema says "or undefined" where our types say "or absent". */
function withoutAbsent(question: { [Key in keyof FindingsQuestion]?: FindingsQuestion[Key] | undefined }): FindingsQuestion {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
}
