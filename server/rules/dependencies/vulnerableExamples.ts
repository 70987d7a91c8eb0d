import type { BadExample, GoodExample } from "../../core/rule.ts";
import type { KnownHole } from "../../languages/dependencies/registryAnswer.ts";
import { answerPath } from "../../languages/dependencies/registryAnswer.ts";
import { app, manifest } from "./manifests.ts";

/** What a registry answered on the example's manifest. */
export function answered(answer: { readonly holes?: readonly KnownHole[]; readonly unknown?: readonly string[] }, path = "package.json"): Record<string, string> {
  return { [answerPath(path)]: JSON.stringify({ holes: [], unknown: [], ...answer }) };
}

const hole: KnownHole = {
  dependency: "lodash",
  chain: ["lodash"],
  version: "4.17.15",
  severity: "high",
  title: "Command Injection in lodash",
  id: "GHSA-35jh-r3h4-6jhm",
  url: "https://github.com/advisories/GHSA-35jh-r3h4-6jhm",
  fixedIn: "4.17.21",
};
const brought: KnownHole = { ...hole, dependency: "grunt", chain: ["grunt", "grunt-legacy-log", "lodash"] };
const put = (name: string, code: string, holes: readonly KnownHole[], fixed?: string): BadExample => manifest(name, code, answered({ holes }), fixed);

export const vulnerableExamples: { readonly bad: readonly BadExample[]; readonly good: readonly GoodExample[] } = {
  bad: [
    put("a dependency", app('"dependencies": { "[|lodash|]": "^4.17.15", "express": "^4.21.0" }'), [hole], app('"dependencies": { "lodash": "^4.17.21", "express": "^4.21.0" }')),
    put("a tool of the build", app('"devDependencies": { "[|lodash|]": "4.17.15" }'), [hole], app('"devDependencies": { "lodash": "4.17.21" }')),
    put("brought in by another one", app('"dependencies": { "[|grunt|]": "^1.3.0" }'), [brought]),
    put("two holes of one package", app('"dependencies": { "[|lodash|]": "~4.17.15" }'), [{ ...hole, severity: "moderate", id: "GHSA-29mw-wpgm-hmr9", title: "ReDoS in lodash" }, hole], app('"dependencies": { "lodash": "~4.17.21" }')),
    put("no version without the hole", app('"dependencies": { "[|lodash|]": "^4.17.15" }'), [{ ...hole, fixedIn: "" }]),
    put("in two dependencies", app('"dependencies": { "[|lodash|]": "^4.17.15" },\n  "devDependencies": { "[|grunt|]": "^1.3.0" }'), [hole, brought]),
    { name: "of a member of a workspace", file: "packages/a/package.json", code: app('"optionalDependencies": { "[|lodash|]": "*" }'), files: answered({ holes: [hole] }, "packages/a/package.json") },
  ],
  good: [
    manifest("nobody was asked", app('"dependencies": { "lodash": "^4.17.15" }')),
    manifest("no hole is known", app('"dependencies": { "lodash": "^4.17.21" }'), answered({})),
    manifest("what the manifest no longer asks for", app('"dependencies": { "express": "^4.21.0" }'), answered({ holes: [hole] })),
    manifest("a peer", app('"peerDependencies": { "lodash": "^4.17.15" }'), answered({ holes: [hole] })),
    manifest("an answer that cannot be read", app('"dependencies": { "lodash": "^4.17.15" }'), { [answerPath("package.json")]: '{ "holes": [{}] }' }),
    { name: "the answer on another manifest", file: "packages/a/package.json", code: app('"dependencies": { "lodash": "^4.17.15" }'), files: answered({ holes: [hole] }) },
    manifest("asked for in another version since", app('"dependencies": { "lodash": "^4.17.20" }'), answered({ holes: [hole] })),
    { name: "another file", file: "data.json", code: app('"dependencies": { "lodash": "^4.17.15" }'), files: answered({ holes: [hole] }, "data.json") },
  ],
};
