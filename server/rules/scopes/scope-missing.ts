import { defineWorkspaceRule } from "../../core/fact.ts";
import { missingScopes } from "./comparison.ts";
import { scopeSources } from "./evidence.ts";
import { missingExamples } from "./missingExamples.ts";
import { checkApps, editFix, namesText, relatedNeeds, scopeRuleHead } from "./scopeProblems.ts";

const checkWorkspace = checkApps((app, facts, report) => {
  const { home, system } = app;
  const missing = missingScopes(app);
  const all = [...new Set(missing.flatMap(({ names }) => names))];
  const document = facts.document(home.path);
  for (const { names, needs } of missing) {
    const [first, ...others] = needs;
    if (!first || !document) continue;
    const whose = others.length === 0 ? `${first.what} needs` : `${first.what} and ${others.length === 1 ? "one more place" : `${others.length} more places`} need`;
    const isLikely = needs.every(({ certainty }) => certainty === "likely");
    report(home.path, {
      range: home.range,
      message: `${whose.charAt(0).toUpperCase()}${whose.slice(1)} ${namesText(names)}, which the app does not ask for${isLikely ? ", as far as the scopes of this call are known" : ""}.`,
      related: relatedNeeds(needs, home.path),
      properties: { scope: names.join(" ") },
      fixes: [
        ...editFix(`Add ${names.join(" and ")}`, system.edit.add(document, app, names)),
        ...(missing.length > 1 ? editFix(`Add all ${all.length} missing scopes`, system.edit.add(document, app, all)) : []),
      ],
      ...(isLikely && { atMost: "information" }),
    });
  }
});

export default defineWorkspaceRule({
  ...scopeRuleHead,
  cwe: [],
  id: "scope-missing",
  title: "Scope that calls need and the app does not ask for",
  severity: "error",
  fix: "review",
  sources: scopeSources,
  documentation: {
    wrong:
      "An API call, an event or a part of the manifest needs a scope that the app does not ask for. A call is satisfied by its classic scopes or by the complete list of its granular ones; the finding names whichever lacks least. Write does not include read in a Forge manifest.",
    why: "The product refuses the call with 401 or 403, for customers first, since a developer's own installation may have more. Reviewers ask why code and list differ.",
    fix: "The quick fix adds the scope to the list, written as the others are; another one adds all that lack. Customers have to agree to a new scope before they get the version.",
    suppress: "Where the call never runs in this app, such as in code shared with another one. Calls whose path or method cannot be read are left out anyway.",
  },
  examples: missingExamples,
  checkWorkspace,
});
