import fs from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

/** The package is CommonJS: what is its default to the compiler is the module itself to Node. */
const { default: withFormats } = addFormats as unknown as { default: (ajv: Ajv) => void };

function compile(schema: object): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  withFormats(ajv);
  return ajv.compile(schema);
}

function read(file: string): Record<string, unknown> {
  return JSON.parse(fs.readFileSync(file, "utf8")) as Record<string, unknown>;
}

/** Checks a SARIF log against the OASIS schema, as it comes with Microsoft's matchers. */
export function sarifSchema(): ValidateFunction {
  // The schema is of JSON Schema's draft 4, whose keywords in use mean the same in draft 7 but for its own name.
  const schema = read("node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  return compile(Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema" && key !== "id")));
}

/** One of our own schemas. */
export function ownSchema(name: string): ValidateFunction {
  return compile(read(`schemas/${name}.schema.json`));
}
