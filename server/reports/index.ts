export { htmlReport } from "./html.ts";
export { jsonReport } from "./json.ts";
export { markdownReport } from "./markdown.ts";
export { prettyReport } from "./pretty.ts";
export { printable } from "./printable.ts";
export { hasFindingAtLeast, reportOf, type AuditReport } from "./report.ts";
export { servingRules } from "./requirementMatrix.ts";
export { sarifReport } from "./sarif.ts";
