import assert from "node:assert/strict";
import { manifestKeys } from "../../../../server/rules/scopes/forge/manifestShape.ts";
import { describeForgeScope } from "../../../../server/rules/scopes/forge/scopeDescriptions.ts";
import { scopeSystems } from "../../../../server/rules/scopes/systems.ts";
import { forgeModules } from "../../../../server/rules/scopes/tables/forgeModules.ts";
import { forgeScopes } from "../../../../server/rules/scopes/tables/forge.ts";
import { withdrawnScopes } from "../../../../server/rules/scopes/tables/withdrawnScopes.ts";

describe("what scopes allow", () => {
  it("is told of every scope of Forge", () => {
    assert.deepEqual([...forgeScopes].filter((name) => !/^[A-Z].+ \(.+\)$/.test(describeForgeScope(name) ?? "")), []);
    assert.equal(describeForgeScope("read:issue-type:jira"), "Read: issue type (Jira, granular)");
    assert.equal(describeForgeScope("delete:connect-jira"), "Delete, with Connect's rights (Jira, Connect)");
    assert.equal(describeForgeScope("read:nothing"), undefined);
  });

  for (const { id, vocabulary, describe: allows } of scopeSystems.filter((system) => !system.vocabulary.partial)) {
    it(`is told of every scope of ${id}`, () => assert.deepEqual(vocabulary.names.filter((name) => !allows(name)), []));
  }

  it("is told of no scope that was withdrawn, and those are asked for nowhere", () => {
    for (const { name, vocabulary, replacement } of withdrawnScopes) {
      assert.equal(vocabulary.has(name), false, name);
      if (replacement !== undefined) assert.ok(vocabulary.has(replacement));
    }
  });

  it("goes with names of modules and keys, each once", () => {
    assert.equal(new Set(forgeModules).size, forgeModules.length);
    assert.deepEqual(manifestKeys(["permissions", "external", "fetch"]), ["backend", "client"]);
    assert.equal(manifestKeys(["permissions", "scopes"]), undefined);
  });
});
