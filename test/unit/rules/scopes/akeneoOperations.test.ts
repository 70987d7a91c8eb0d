import assert from "node:assert/strict";
import { akeneoOperations, akeneoOperationsAt, akeneoPath } from "../../../../server/rules/scopes/akeneo/lookup.ts";
import { akeneoScopeNames } from "../../../../server/rules/scopes/tables/akeneo.ts";

/** A path with its parameters filled in, as a call has it. */
function filled(path: string): string {
  return path.replaceAll("{uuid}", "0a1b2c3d-0000-4000-8000-000000000000").replaceAll(/\{\w+\}/g, "some_code");
}

describe("Akeneo's operations", () => {
  it("are all there", () => assert.equal(akeneoOperations.length, 163));

  for (const operation of akeneoOperations) {
    const { method, path } = operation;
    it(`answer for ${method} ${path}`, () => {
      const address = `https://pim.example.com${filled(path)}?limit=100`;
      // The token's address lies outside the interface: it needs no scope.
      const isInterface = path.startsWith("/api/rest/v1");
      assert.equal(akeneoPath(address), isInterface ? filled(path) : undefined);
      assert.deepEqual(akeneoOperationsAt(filled(path), method), [operation]);
      assert.deepEqual(akeneoOperationsAt(filled(path).replaceAll("some_code", "{}"), method), [operation]);
      assert.ok(akeneoOperationsAt(filled(path), undefined).includes(operation));
    });
  }

  it("need scopes that exist", () => {
    for (const { scopes, path } of akeneoOperations) for (const name of scopes) assert.ok(akeneoScopeNames.has(name), `${path}: ${name}`);
  });

  it("are none elsewhere", () => {
    assert.equal(akeneoPath("https://pim.example.com/api/rest/v2/products"), undefined);
    assert.equal(akeneoPath("https://pim.example.com/enriched/product"), undefined);
    assert.deepEqual(akeneoOperationsAt("/api/rest/v1/nothing", "GET"), []);
    assert.deepEqual(akeneoOperationsAt("/api/rest/v1/products/a/b/c", "GET"), []);
  });

  it("are several where a part may stand for more than one", () => {
    const paths = akeneoOperationsAt("/api/rest/v1/{}", "GET").map(({ path }) => path);
    assert.ok(paths.includes("/api/rest/v1/products") && paths.includes("/api/rest/v1/catalogs/{id}/products"));
  });
});
