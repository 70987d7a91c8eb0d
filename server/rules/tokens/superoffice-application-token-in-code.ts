import { isTestPath } from "../../core/filePurpose.ts";
import type { Document } from "../../core/document.ts";
import { defineRule, type Report, type TriggerHit } from "../../core/rule.ts";
import { contains } from "../../core/text.ts";
import { csharpSyntax } from "../../languages/csharp/tokens.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { checkCsharp } from "./applicationTokenCsharp.ts";
import { checkData } from "./applicationTokenData.ts";
import { examples } from "./applicationTokenExamples.ts";
import { checkMarkup } from "./applicationTokenMarkup.ts";
import { checkTypeScript } from "./applicationTokenTypeScript.ts";
import { checkXml } from "./applicationTokenXml.ts";

const sectionTrigger = "ClientSecret";

function check(document: Document, report: Report, hits: readonly TriggerHit[]): void {
  if (isTestPath(document.path)) return;
  // Every OAuth client has a ClientSecret: it counts only in configuration, in a section of SuperOffice.
  const isData = document.language === "json" || document.language === "yaml";
  if (hits.every((hit) => hit.trigger === sectionTrigger) && !(isData && /superoffice/i.test(document.text))) return;
  switch (document.language) {
    case "csharp": {
      checkCsharp(document, report);
      const strings = document.syntax(csharpSyntax).tokens.filter((token) => token.kind === "string");
      checkMarkup(document, (range) => strings.some((token) => contains(token.range, range)), report);
      return;
    }
    case "typescript":
    case "html": {
      checkTypeScript(document, report);
      const syntax = document.syntax(typescriptSyntax);
      const texts = [...syntax.all("Literal"), ...syntax.all("TemplateElement")];
      checkMarkup(document, (range) => texts.some((node) => contains(rangeOf(node), range)), report);
      return;
    }
    case "xml":
      return checkXml(document, report);
    default:
      return checkData(document, report);
  }
}

export default defineRule({
  id: "superoffice-application-token-in-code",
  title: "SuperOffice application token in code",
  concern: "tokens",
  languages: ["typescript", "html", "csharp", "xml", "json", "yaml"],
  marketplaces: ["superoffice"],
  requirements: [
    "superoffice/application-token-not-in-code",
    "superoffice/secrets-stored-securely",
    "superoffice/secret-leak-notice",
  ],
  severity: "error",
  cwe: [798],
  fix: "review",
  triggers: ["ApplicationToken", "AppToken", "app_token", "app-token", sectionTrigger],
  anchors: ["ApplicationToken", "AppToken", "app_token", "app-token", "app token", "application_token", "application-token", "application token"],
  documentation: {
    wrong:
      "The code sets `ConfigFile.Services.ApplicationToken`, or the application token (the client secret of a SuperOffice app, 32 hexadecimal digits) is written into code or configuration, or reaches the code for browsers.",
    why:
      "SuperOffice forbids setting `ConfigFile.Services.ApplicationToken` in code by name, whatever stands on the right-hand side, and treats the token as a password: who has it can act as the app at every customer. A token that was committed has leaked; SuperOffice wants to be told, and the token must be replaced, since taking it out of the file leaves it in the history.",
    fix:
      "In C# the quick fix comments the assignment out, without its literal; NetServer reads the token from the `Services` section of the configuration file. In XML, JSON and YAML it writes the placeholder `#{ApplicationToken}`, which the deployment fills in; `configSource`, `configBuilders` and other placeholders are as good. In TypeScript it reads `process.env.SO_APP_TOKEN` and adds the name to `.env.example`. Look at each change: the value has to come from somewhere.",
    suppress: "Where the value is no token although it looks like one. Never for a token that is said to be for development only.",
  },
  examples,
  check,
});
