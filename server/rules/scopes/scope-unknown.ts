import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { AskedScope } from "./askedScope.ts";
import { askedScopes } from "./askedScopes.ts";
import { scopeExamples } from "./scopeExamples.ts";
import { restOnlyScopes } from "./tables/forge.ts";
import { withdrawnScope } from "./tables/withdrawnScopes.ts";
import { forgeVocabulary, nearestScope } from "./vocabularies.ts";

function check(document: Document, report: Report): void {
  for (const scope of askedScopes(document)) {
    const { name, range, vocabulary } = scope;
    if (vocabulary.has(name) || withdrawnScope(name, vocabulary)) continue;
    const isRestOnly = vocabulary === forgeVocabulary && restOnlyScopes.has(name);
    const nearest = isRestOnly ? undefined : nearestScope(name, vocabulary);
    if (nearest === undefined && vocabulary.partial) continue;
    const reason = isRestOnly ? `${vocabulary.owner} may not ask for "${name}", which only REST clients get` : `${vocabulary.owner} knows no scope "${name}"`;
    report({
      range,
      message: nearest === undefined ? `${reason}.` : `${reason}; the nearest is "${nearest}".`,
      properties: { scope: name },
      fixes: nearest === undefined ? [] : [fixOf(scope, nearest)],
    });
  }
}

function fixOf({ range, encoded }: AskedScope, nearest: string): Fix {
  const newText = encoded ? encodeURIComponent(nearest) : nearest;
  return { title: `Change to ${nearest}`, safe: false, edits: [{ range, newText }] };
}

export default defineRule({
  id: "scope-unknown",
  title: "Scope that does not exist",
  concern: "scopes",
  languages: ["yaml", "json", "typescript", "html", "dotenv", "php"],
  marketplaces: ["atlassian", "akeneo", "superoffice"],
  requirements: ["atlassian/least-privilege", "akeneo/scope-exists"],
  severity: "error",
  cwe: [],
  fix: "review",
  triggers: ["scopes", ".authorize(", "1/authorize", "authorizeToken", "apps/v1/authorize", "auth.atlassian.com", "trelloParams", "offline_access", "_SCOPE", "superoffice.com/login", "site/oauth2", "authenticate(\"bitbucket\"", "authenticate('bitbucket'"],
  // A parameter, an option, a member or a constant for scopes is called so.
  anchors: ["scope"],
  documentation: {
    wrong:
      "A scope that the app asks for does not exist: in a Forge manifest, a Connect descriptor, an authorize address or call of Trello, Bitbucket, Atlassian's OAuth 2.0, Akeneo or SuperOffice, or in the constants and environment that such an address is made of.",
    why:
      "Forge refuses the deployment. Akeneo and others leave an unknown scope out without a word, so the app runs until the first call is refused. A reviewer who compares the scopes with the calls cannot say what was meant.",
    fix:
      "Where one name differs by a letter or two, the quick fix writes it. It changes what the app may do, so look at it. A name with another verb is never proposed.",
    suppress:
      "Where the scope is newer than the list of this version, which the documentation of the marketplace shows. Scopes of your own (`…:custom`) and placeholders are not reported.",
  },
  examples: scopeExamples,
  check,
});
