import assert from "node:assert/strict";
import { findingsOf, findsExactly } from "../markedCases.ts";

const id = "forge-egress-wildcard";
const app = "app:\n  id: ari:cloud:ecosystem::app/1\n";

function manifest(external: string): [string, string] {
  return ["manifest.yml", `${app}permissions:\n  external:\n${external.replace(/^/gm, "    ")}\n`];
}

describe(id, () => {
  findsExactly(id, {
    "every way to write any host": manifest(`scripts:\n  - "[|https://*.*|]"\n  - '[|wss://*|]'\n  - "[|**|]"\n  - "[|*:443|]"\n  - "[|https://*/path?q=*|]"`),
    "one address without a list": manifest(`images: '[|*|]'`),
    "a domain of everybody": manifest(`fonts:\n  - '[|https://*.io|]'\n  - '[|*.com.au|]'`),
    "not the domain of one owner": manifest(`fonts:\n  - '*.example.com'\n  - '*.example.com.au'\n  - '*.s3.amazonaws.com'\n  - https://fonts.example.com/*`),
    "not what is private or unknown": manifest(`fetch:\n  backend:\n    - 'http://*.localhost'\n    - 'https://*.internal'\n    - "https://\${HOST}"`),
    "not what is no address": manifest(`configurable:\n  enabled: true\n  note: '*'\nfetch:\n  backend:\n    - remote: "*"\n    - category: "*"`),
  });

  it("judges by what is let out", async () => {
    const severities: Record<string, string | undefined> = {};
    for (const [kind, external] of Object.entries({
      backend: "fetch:\n  backend: ['*']",
      client: "fetch:\n  client: ['*']",
      scripts: "scripts: ['*']",
      images: "images: ['*']",
      shared: "fetch:\n  client: &all ['*']\n  backend: *all",
    })) {
      const found = await findingsOf(id, ...manifest(external));
      assert.equal(found.length, 1, kind);
      severities[kind] = found[0]?.atMost;
    }
    assert.deepEqual(severities, { backend: undefined, client: "information", scripts: undefined, images: "warning", shared: undefined });
  });
});
