import { argumentAt, calledOrigin, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf, propertiesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { millisecondsAhead, numberOf } from "./lifetimes.ts";

/** How long a signed address is valid, as a call says it. */
export interface SignedLifetime {
  /** The expression that says it. */
  readonly node: Node;
  readonly seconds: number;
  /** The expression is a number of seconds by itself, so another one can be written there. */
  readonly isPlain: boolean;
}

/** How one library is told how long a signed address is valid. */
interface SigningCall {
  readonly method: string;
  /** The export it has to be, where the method's name alone tells too little. */
  readonly module?: string;
  /** The argument that is the number of seconds, or holds it under `property`. */
  readonly argument: number;
  readonly property?: string;
  /** `moment`: a point in time instead of a number of seconds. */
  readonly as?: "moment";
}

/** @aws-sdk 3, aws-sdk 2, @google-cloud/storage 7, minio 8, @azure/storage-blob 12, @supabase/storage-js 2, ali-oss 6. */
const calls: readonly SigningCall[] = [
  { method: "getSignedUrl", module: "@aws-sdk/s3-request-presigner", argument: 2, property: "expiresIn" },
  { method: "createPresignedPost", module: "@aws-sdk/s3-presigned-post", argument: 1, property: "Expires" },
  { method: "getSignedUrl", argument: 1, property: "Expires" },
  { method: "getSignedUrlPromise", argument: 1, property: "Expires" },
  { method: "getSignedUrl", argument: 0, property: "expires", as: "moment" },
  { method: "presignedGetObject", argument: 2 },
  { method: "presignedUrl", argument: 3 },
  { method: "createSignedUrl", argument: 1 },
  { method: "createSignedUrls", argument: 1 },
  { method: "generateSasUrl", argument: 0, property: "expiresOn", as: "moment" },
  { method: "signatureUrl", argument: 1, property: "expires" },
];

/** How long the address that a call signs is valid, where the call says it. */
export function signedLifetime(call: Call, syntax: TypeScriptSyntax): SignedLifetime | undefined {
  const origin = calledOrigin(call, syntax);
  const name = methodCall(call)?.name ?? origin?.name;
  for (const row of calls) {
    if (row.method !== name || (row.module !== undefined && row.module !== origin?.module)) continue;
    const found = read(call, row, syntax);
    if (found) return found;
  }
  return undefined;
}

function read(call: Call, row: SigningCall, syntax: TypeScriptSyntax): SignedLifetime | undefined {
  // In version 2 of the AWS SDK the operation comes first, in version 4 of Google's library options do.
  const shift = row.property === "Expires" && row.module === undefined ? 1 : 0;
  const argument = argumentAt(call, row.argument);
  if (typeof argument === "string") return undefined;
  if (shift === 1 && !isOperation(argumentAt(call, 0), syntax)) return undefined;
  const node = row.property === undefined ? argument : valueIn(argument, row.property, call, syntax);
  if (!node) return undefined;
  const ahead = row.as === "moment" ? millisecondsAhead(node, syntax) : undefined;
  const seconds = row.as === "moment" ? (ahead === undefined ? farMoment(node, syntax) : ahead / 1000) : numberOf(node, syntax);
  return seconds === undefined ? undefined : { node, seconds, isPlain: row.as !== "moment" };
}

function isOperation(argument: Node | "absent" | "unknown", syntax: TypeScriptSyntax): boolean {
  return typeof argument !== "string" && /^(?:getObject|putObject|upload\w*)$/.test(stringOf(argument, syntax) ?? "");
}

function valueIn(object: Node, property: string, call: Call, syntax: TypeScriptSyntax): Node | undefined {
  const [only, ...others] = propertiesOf(object, syntax, call).properties.get(property)?.values ?? [];
  return others.length === 0 ? only?.value : undefined;
}

/** A date that is written out, as in the documentation's `"03-09-2491"`: centuries ahead. */
function farMoment(node: Node, syntax: TypeScriptSyntax): number | undefined {
  const [only] = alternativesOf(node, syntax);
  const end = only && unwrap(only.node);
  const year = end?.type === "Literal" && typeof end.value === "string" ? /\b(2[1-9]\d\d)\b/.exec(end.value)?.[1] : undefined;
  return year === undefined ? undefined : (Number(year) - 2026) * 365 * 86_400;
}
