import { defineWorkspaceRule } from "../../core/fact.ts";
import { egressApps, egressSources } from "./egress/egressApps.ts";
import { removeAddress } from "./egress/egressEdits.ts";
import { covers, listedHostOf } from "./egress/hosts.ts";
import { egressUnusedExamples } from "./egress/unusedExamples.ts";
import { editFix } from "./scopeProblems.ts";

/** Lists whose use shows in code. Images, frames and media come from data as well, and navigation from links. */
const judgedLists: ReadonlySet<string> = new Set(["fetch.backend", "fetch.client", "scripts", "styles", "fonts"]);

export default defineWorkspaceRule({
  id: "forge-egress-unused",
  title: "Forge app lists a host that nothing in it names",
  concern: "scopes",
  languages: ["yaml"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/egress-explicit", "atlassian/least-privilege"],
  severity: "warning",
  cwe: [250],
  fix: "review",
  sources: egressSources,
  documentation: {
    wrong: "A host below `permissions.external` of the Forge manifest occurs in no file of the app: no request goes there, and no page loads anything from it.",
    why: "Each host in the list is a way for the customer's data to leave. Administrators ask what it is for, and reviewers compare the list with the code.",
    fix: "The quick fix takes the entry out of its list; the only entry of a list is left for you to remove with the list. Nothing is said while a request's address cannot be read, or while the app has packages that may reach hosts of their own.",
    suppress: "Where code that is not in this workspace reaches the host, such as a script that is loaded at run time.",
  },
  examples: egressUnusedExamples,
  checkWorkspace(facts, report) {
    for (const { path, allowed, mentioned, readable } of egressApps(facts)) {
      const document = facts.document(path);
      if (!readable || !document) continue;
      for (const { range, value } of allowed) {
        const { list, address } = value;
        const host = listedHostOf(address);
        if (!judgedLists.has(list) || !/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)) continue;
        if ([...mentioned].some((one) => covers(host, one))) continue;
        report(path, {
          range,
          message: `"${address}" is listed, and nothing in the app names this host.`,
          properties: { address },
          fixes: editFix(`Remove ${address}`, removeAddress(document, list, range)),
        });
      }
    }
  },
});
