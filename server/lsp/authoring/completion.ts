import { CompletionItemKind, MarkupKind, type CompletionItem, type CompletionList, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { configurationFileName } from "../../core/configuration.ts";
import { languageOf } from "../../languages/languageOf.ts";
import type { Proposal, Proposals } from "../../rules/scopes/completion/proposal.ts";
import type { DocumentAnalyser } from "../documentAnalyser.ts";
import type { Place } from "../folders.ts";
import { configurationProposals } from "./configurationProposals.ts";
import { suppressionProposals } from "./suppressionProposals.ts";

/** Behind these a word goes on, or a list asks for its first one. */
export const completionTriggers: readonly string[] = [":", "-", ".", '"', " "];

const kinds: Readonly<Record<Proposal["kind"], CompletionItemKind>> = {
  scope: CompletionItemKind.EnumMember,
  address: CompletionItemKind.Reference,
  event: CompletionItemKind.Event,
  module: CompletionItemKind.Module,
  value: CompletionItemKind.Value,
  key: CompletionItemKind.Property,
};

/** What can be written at a place of an open document: in manifests, descriptors, configurations and suppression comments. */
export async function completionAt(document: TextDocument, place: Place, offset: number, analyser: DocumentAnalyser): Promise<CompletionList | undefined> {
  const text = document.getText();
  const own = suppressionProposals(text, offset) ?? (place.path.split("/").at(-1) === configurationFileName ? configurationProposals(text, offset) : undefined);
  if (own) return listOf(own, document, true);
  const language = languageOf(place.path);
  if (language !== "yaml" && language !== "json") return undefined;
  const { found, complete } = await analyser.proposals(place, text, offset);
  return found && listOf(found, document, complete);
}

function listOf({ range, proposals }: Proposals, document: TextDocument, complete: boolean): CompletionList {
  const replaced = { start: document.positionAt(range.start), end: document.positionAt(range.end) };
  const digits = String(proposals.length).length;
  return { isIncomplete: !complete, items: proposals.map((one) => itemOf(one, replaced, digits)) };
}

function itemOf({ label, kind, detail, documentation, newText, rank, preselect }: Proposal, range: Range, digits: number): CompletionItem {
  return {
    label,
    kind: kinds[kind],
    sortText: String(rank).padStart(digits, "0"),
    filterText: label,
    textEdit: { range, newText },
    ...(detail !== "" && { detail }),
    ...(documentation !== undefined && { documentation: { kind: MarkupKind.PlainText, value: documentation } }),
    ...(preselect && { preselect }),
  };
}
