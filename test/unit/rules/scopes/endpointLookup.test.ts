import assert from "node:assert/strict";
import { endpointTables, lookUp, tablePath, type AtlassianApi } from "../../../../server/rules/scopes/tables/endpointLookup.ts";
import { rowsOf, type EndpointProduct } from "../../../../server/rules/scopes/tables/endpoints/endpointRow.ts";
import { bitbucketScopes } from "../../../../server/rules/scopes/tables/bitbucket.ts";
import { connectScopeNamed } from "../../../../server/rules/scopes/tables/connect.ts";
import { forgeScopes, restOnlyScopes } from "../../../../server/rules/scopes/tables/forge.ts";

const apiOf: Readonly<Record<EndpointProduct, AtlassianApi>> = {
  jira: "jira",
  "jira-software": "jira",
  jsm: "jira",
  confluence: "confluence",
  bitbucket: "bitbucket",
};
const rows = endpointTables.flatMap(rowsOf);

/** An identifier for each parameter, as code writes them. */
function concrete(path: string): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => (/id$|number/i.test(name) ? "10001" : `My-${name}.1`));
}

describe("endpoint tables", () => {
  it("have every operation once", () => {
    assert.equal(rows.length, 1450);
    assert.equal(new Set(rows.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`)).size, rows.length);
  });

  it("name only scopes that exist", () => {
    const known = (name: string): boolean => forgeScopes.has(name) || restOnlyScopes.has(name);
    assert.deepEqual(rows.flatMap(({ classic, granular }) => [...classic, ...granular]).filter((name) => !known(name)), []);
    const isConnect = (name: string): boolean => connectScopeNamed(name) !== undefined || bitbucketScopes.has(name) || name === "INACCESSIBLE";
    assert.deepEqual([...new Set(rows.flatMap(({ connect }) => connect).filter((name) => !isConnect(name)))], []);
  });

  for (const { product } of endpointTables) {
    it(`find each operation of ${product} by a call of it`, () => {
      const api = apiOf[product];
      for (const row of rows.filter((one) => one.product === product)) {
        for (const path of [concrete(row.path), row.path.replace(/\{\w+\}/g, "{}"), `${concrete(row.path)}?a=b/c&d=%20#e`, `${concrete(row.path)}/`]) {
          const found = lookUp(api, row.method, path);
          assert.equal(found.kind === "row" && found.row.path, row.path, `${row.method} ${path}`);
        }
      }
    });
  }

  it("take older versions of Jira's paths for the newest", () => {
    for (const row of rows.filter(({ product }) => product === "jira")) {
      for (const version of ["2", "latest"]) {
        const found = lookUp("jira", row.method, concrete(row.path).replace("/api/3", `/api/${version}`));
        assert.equal(found.kind === "row" && found.row.path, row.path);
      }
    }
    assert.equal(tablePath("jira", "/rest/agile/latest/board"), "/rest/agile/1.0/board");
  });

  it("take paths without the product's prefix", () => {
    assert.equal(tablePath("confluence", "/api/v2/pages"), "/wiki/api/v2/pages");
    assert.equal(tablePath("bitbucket", "/repositories/a/b"), "/2.0/repositories/a/b");
    assert.equal(tablePath("jira", "rest/api/3/myself"), "/rest/api/3/myself");
    assert.equal(tablePath("jira", "{}/rest/api/3/myself"), "/rest/api/3/myself");
  });

  it("take what is put behind a word at the end for a query", () => {
    const found = lookUp("jira", "GET", "/rest/api/3/search{}");
    assert.equal(found.kind === "row" && found.row.path, "/rest/api/3/search");
  });

  it("give all that a path may become", () => {
    const anything = lookUp("jira", "GET", "{}");
    assert.ok(anything.kind === "some" && anything.rows.length > 300);
    const comments = lookUp("jira", "GET", "/rest/api/3/issue/{}/comm{}/x");
    assert.ok(comments.kind === "some" && comments.rows.length > 0 && comments.rows.every(({ path }) => path.startsWith("/rest/api/3/issue/")));
    const anyMethod = lookUp("jira", undefined, "/rest/api/3/issue/{}");
    assert.deepEqual(anyMethod.kind === "some" && anyMethod.rows.map(({ method }) => method).sort(), ["DELETE", "GET", "PUT"]);
  });

  it("do not know what they do not have", () => {
    assert.equal(lookUp("jira", "GET", "/rest/internal/3/secret").kind, "none");
    assert.equal(lookUp("jira", "PATCH", "/rest/api/3/issue/A-1").kind, "none");
  });
});
