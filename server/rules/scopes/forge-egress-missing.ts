import { defineWorkspaceRule } from "../../core/fact.ts";
import { egressApps, egressSources } from "./egress/egressApps.ts";
import { addAddress } from "./egress/egressEdits.ts";
import { lacksOf } from "./egress/lacks.ts";
import { egressMissingExamples } from "./egress/missingExamples.ts";
import { editFix, relatedPlace } from "./scopeProblems.ts";

export default defineWorkspaceRule({
  id: "forge-egress-missing",
  title: "Forge app reaches a host that it does not list",
  concern: "scopes",
  languages: ["yaml", "typescript", "html"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/egress-explicit"],
  severity: "warning",
  cwe: [],
  fix: "review",
  sources: egressSources,
  documentation: {
    wrong: "Code of the Forge app fetches from a host, or a page of its front end loads something from one, that `permissions.external` of the manifest does not list.",
    why: "Forge blocks the request when the app runs. Administrators decide on an app by the list of hosts, so it has to be complete.",
    fix: "The quick fix adds the host to the list that lets it through: `fetch.backend` for functions, `fetch.client` for the front end, `scripts`, `styles`, `images` and `frames` for what pages load. Customers have to agree to a new host before they get the version.",
    suppress: "Where the request never runs in the app. Addresses that are put together at run time are left out anyway, and so are Atlassian's own hosts.",
  },
  examples: egressMissingExamples,
  checkWorkspace(facts, report) {
    for (const app of egressApps(facts)) {
      const document = facts.document(app.path);
      if (!document || !app.complete) continue;
      for (const { host, list, places } of lacksOf(app)) {
        report(app.path, {
          range: app.home.range,
          message: `The app reaches ${host}, which \`permissions.external.${list}\` does not list.`,
          related: places.slice(0, 20).map((place) => relatedPlace(place, app.path, `Reaches ${host}`)),
          properties: { address: host },
          fixes: editFix(`Add ${host} to ${list}`, addAddress(document, list, host)),
        });
      }
    }
  },
});
