import { isGlobal } from "../../languages/typescript/bindings.ts";
import { calleePath, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { memberName } from "../../languages/typescript/keys.ts";
import type { Node } from "../../languages/typescript/nodes.ts";
import { flowsFrom } from "../../languages/typescript/provenance.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { asksCatalogue, isSqlStatement, isValuePlace } from "./sqlText.ts";
import type { SqlCall } from "./sqlCalls.ts";
import { textPieces } from "./textPieces.ts";

/** Functions that quote, or give a piece of SQL that is made with care: `mysql.escape`, `format`, `quoteIdent`. */
const careful = /esc|quot|sanit|literal|format|placeholder|param|bind|build|ident|clause|sql|column|table|safe|name|prefix|number|date|time/i;
/** Names of pieces of a statement, which are built elsewhere. */
const pieceName = /where|clause|cond|column|field|table|placeholder|param|order|sort|join|set|sql|query|filter|select|schema|database|prefix|suffix|alias|list|values|limit|offset|safe|esc|quoted|interval|stamp/i;

/** Something inserted into a statement. */
export interface InsertedValue {
  readonly node: Node;
  /** The sender of a request decides it. */
  readonly isSent: boolean;
}

/** What a call's statement has inserted into it that may change its meaning: values, and whatever a request sends. */
export function insertedInto({ text, takesParts }: SqlCall, syntax: TypeScriptSyntax): readonly InsertedValue[] {
  const pieces = textPieces(text, syntax, isCareful);
  const whole = pieces.map((piece) => (piece.kind === "text" ? piece.text : "x")).join("");
  if (!pieces.some(({ kind }) => kind === "inserted") || !pieces.some(({ kind }) => kind === "text")) return [];
  if (!takesParts && !isSqlStatement(whole)) return [];
  const isCatalogue = asksCatalogue(whole);
  let before = "";
  return pieces.flatMap((piece, index): InsertedValue[] => {
    const lead = before;
    before += piece.kind === "text" ? piece.text : "x";
    if (piece.kind === "text") return [];
    const isSent = isFromRequest(piece.source, syntax);
    const next = pieces[index + 1];
    const after = next?.kind === "text" ? next.text : "";
    if (!isSent && (isCatalogue || !isValuePlace(lead, after) || !isPlainValue(piece.node) || !isPlainValue(piece.source))) return [];
    return [{ node: piece.node, isSent }];
  });
}

function isFromRequest(node: Node, syntax: TypeScriptSyntax): boolean {
  return flowsFrom(node, syntax).some(({ kind }) => kind === "user-input");
}

/** A name or member that holds data. What a function gives is unknown, and so is what the environment says. */
function isPlainValue(node: Node): boolean {
  const name = node.type === "Identifier" ? node.name : node.type === "MemberExpression" ? (memberName(node) ?? "") : undefined;
  return name !== undefined && !pieceName.test(name);
}

function isCareful(call: Call, syntax: TypeScriptSyntax): boolean {
  const name = methodCall(call)?.name ?? calleePath(call).at(-1) ?? "";
  return careful.test(name) && !isGlobal(call.callee, "String", syntax);
}
