import { defineWorkspaceRule } from "../../core/fact.ts";
import { judgements } from "./comparison.ts";
import { scopeSources } from "./evidence.ts";
import { unusedExamples } from "./unusedExamples.ts";
import { checkApps, inSentence, relatedNeeds, relatedOpen, removalFixes, reportAsked, scopeRuleHead } from "./scopeProblems.ts";

const checkWorkspace = checkApps((app, facts, report) => {
  const judged = judgements(app);
  const unused = judged.filter(({ state }) => state === "unused").map(({ asked }) => asked);
  for (const { asked, state, open } of judged) {
    const { name, place } = asked;
    const [first] = open;
    if (state === "unused") {
      reportAsked(report, asked, {
        message: `"${name}" is asked for, and nothing in the app needs it.`,
        related: relatedNeeds(app.needs, place.path),
        fixes: removalFixes(app, facts, asked, unused, "unused"),
      });
    } else if (state === "open" && first) {
      reportAsked(report, asked, {
        message: `Nothing that can be read needs "${name}", and whether it is used cannot be told: ${inSentence(first.why)}.`,
        related: relatedOpen(open, place.path),
        atMost: "information",
      });
    }
  }
});

export default defineWorkspaceRule({
  ...scopeRuleHead,
  id: "scope-unused",
  title: "Scope that nothing needs",
  severity: "warning",
  fix: "review",
  sources: scopeSources,
  documentation: {
    wrong:
      "The app asks for a scope, and none of its API calls, events and modules needs it. Calls are read through variables, branches and functions of other files; each finding lists what it was compared with. Calls in tests do not count, since tests never run in the app.",
    why:
      "Scopes are what customers agree to and what reviewers look at first: an app asks for what it needs and for no other. A token that leaks opens what its scopes open.",
    fix:
      "The quick fix removes the scope with its line; another one removes all unused ones. Afterwards customers may have to agree to the changed list. Where a call cannot be read, the finding is an information that names the call, and has no fix.",
    suppress:
      "Where the scope is for code that is not in this workspace, such as a hosted service: put it under `scopes` in `.marketlint.yml` with the reason.",
  },
  examples: unusedExamples,
  checkWorkspace,
});
