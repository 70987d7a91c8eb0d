import type { Document } from "../../../core/document.ts";
import type { WorkspaceFacts } from "../../../core/fact.ts";
import { descriptorProposals } from "./descriptorProposals.ts";
import { manifestProposals } from "./manifestProposals.ts";
import type { Proposals } from "./proposal.ts";

/** What can be written at a place of a manifest or descriptor. `facts` are undefined while they are not complete. */
export function proposalsAt({ path, language, text }: Pick<Document, "path" | "language" | "text">, offset: number, facts: WorkspaceFacts | undefined): Proposals | undefined {
  if (language === "yaml") return manifestProposals(path, text, offset, facts);
  return language === "json" ? descriptorProposals(path, text, offset, facts) : undefined;
}
