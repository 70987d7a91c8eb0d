import type { Document } from "../../core/document.ts";
import { valuesOf, variableOf } from "../../languages/typescript/bindings.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { ancestorsOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/**
 * When code runs, as far as the tests around it show: `development` where a test keeps it from production, `chosen` where
 * somebody has to ask for what it does, `always` otherwise.
 */
export type Occasion = "always" | "chosen" | "development";

/** Words of a test that is true in production, and of one that is true elsewhere. */
const productionWord = /prod(?:uction)?(?![a-z])|\blive\b/i;
const developmentWord = /\bdev(?:elopment|mode)?\b|is_?dev|dev_?mode|\blocal\b|is_?local|localhost|\btest(?:ing)?\b|is_?test|debug|staging|NODE_ENV_DEV/i;
/** Words of an option by which somebody asks for less security. */
const wish = /insecure|unsafe|self_?-?signed|skip|ignore|disable|verify|reject|unauthori[sz]ed|strict|trust|allow/i;
const negation = /!==?|(?:^|[^=!<>])!(?!=)/;

/** When a node of this file runs. */
export function occasionOf(node: Node, document: Document, syntax: TypeScriptSyntax): Occasion {
  let occasion: Occasion = "always";
  let inner = node;
  for (const outer of isElsewhere(node) ? [] : ancestorsOf(node)) {
    const found = ofBranch(outer, inner, document, syntax);
    if (found === "development") return found;
    if (found === "chosen") occasion = found;
    inner = outer;
  }
  return occasion;
}

function ofBranch(outer: Node, inner: Node, document: Document, syntax: TypeScriptSyntax): Occasion {
  if (outer.type === "ConditionalExpression" || outer.type === "IfStatement") {
    if (inner === outer.test) return "always";
    return ofTest(outer.test, inner === outer.consequent, document, syntax);
  }
  if (outer.type === "LogicalExpression" && inner === outer.right && outer.operator !== "??") return ofTest(outer.left, outer.operator === "&&", document, syntax);
  if (outer.type === "SwitchCase") return outer.test && inner !== outer.test ? ofTest(outer.test, true, document, syntax) : "always";
  if (outer.type === "BlockStatement") return ofEarlierReturns(outer.body, inner, document, syntax);
  return "always";
}

/** `if (production) return;` before a statement of the same block. */
function ofEarlierReturns(body: readonly Node[], inner: Node, document: Document, syntax: TypeScriptSyntax): Occasion {
  for (const statement of body.slice(0, Math.max(0, body.indexOf(inner)))) {
    if (statement.type !== "IfStatement" || statement.alternate) continue;
    const last = statement.consequent.type === "BlockStatement" ? statement.consequent.body.at(-1) : statement.consequent;
    const leaves = last?.type === "ReturnStatement" || last?.type === "ThrowStatement";
    if (leaves && ofTest(statement.test, false, document, syntax) === "development") return "development";
  }
  return "always";
}

function ofTest(test: Node, holds: boolean, document: Document, syntax: TypeScriptSyntax): Occasion {
  const text = `${document.text.slice(...test.range)} ${valueText(test, document, syntax)}`;
  const isNegated = negation.test(text) ? holds : !holds;
  if (productionWord.test(text)) return isNegated ? "development" : "always";
  if (developmentWord.test(text)) return isNegated ? "always" : "development";
  return wish.test(text) ? "chosen" : "always";
}

/** What a name in a test stands for, as written: `const secure = process.env.NODE_ENV === "production"`. */
function valueText(test: Node, document: Document, syntax: TypeScriptSyntax): string {
  const node = unwrap(test);
  const name = node.type === "UnaryExpression" ? unwrap(node.argument) : node;
  const variable = variableOf(name, syntax);
  const [value, ...others] = (variable && valuesOf(variable)) ?? [];
  return value && others.length === 0 && !isElsewhere(value.expression) ? document.text.slice(...value.expression.range).slice(0, 300) : "";
}
