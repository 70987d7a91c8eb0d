import assert from "node:assert/strict";
import * as akeneo from "../../../../server/rules/scopes/tables/akeneo.ts";
import * as bitbucket from "../../../../server/rules/scopes/tables/bitbucket.ts";
import * as connect from "../../../../server/rules/scopes/tables/connect.ts";
import * as forge from "../../../../server/rules/scopes/tables/forge.ts";
import * as trello from "../../../../server/rules/scopes/tables/trello.ts";

describe("scope tables", () => {
  it("say where and when their names were read", () => {
    for (const table of [akeneo, bitbucket, connect, forge, trello]) {
      assert.match(table.sourceDate, /^20\d\d-\d\d(?:-\d\d)?$/);
      assert.notEqual(table.source, "");
    }
  });

  it("hold all names of Forge, each once", () => {
    const names = forge.forgeScopeGroups.flatMap((group) => group.names);
    assert.equal(names.length, 652);
    assert.equal(forge.forgeScopes.size, 652);
    for (const name of names) assert.match(name, /^[a-z-]+:[a-z.:-]+$/);
    assert.equal(forge.restOnlyScopes.size, 13);
    for (const name of forge.restOnlyScopes) assert.equal(forge.forgeScopes.has(name), false, name);
  });

  it("let only Connect's ladder imply other Forge scopes", () => {
    for (const [name, lower] of forge.forgeImplications) {
      for (const scope of [name, ...lower]) assert.equal(forge.forgeScopes.has(scope) && scope.includes(":connect-"), true, scope);
    }
  });

  it("know Connect's scopes in either case", () => {
    assert.equal(connect.connectScopeNamed("act_as_user")?.name, "ACT_AS_USER");
    assert.equal(connect.connectScopeNamed("ADMINISTER"), undefined);
    const known = new Set(connect.connectScopes.map((scope) => scope.name));
    for (const scope of connect.connectScopes) for (const lower of scope.implies) assert.equal(known.has(lower), true, lower);
  });

  it("keep Trello's two vocabularies apart", () => {
    assert.deepEqual([...trello.trelloLegacyScopes], ["read", "write", "account"]);
    assert.equal(trello.trelloOAuthScopes.size, 10);
    assert.equal(trello.trelloExpirations.has(trello.trelloDefaultExpiration), true);
  });

  it("hold Akeneo's 36 scopes, closed under what they include", () => {
    assert.equal(akeneo.akeneoScopeNames.size, 36);
    for (const scope of akeneo.akeneoScopes) {
      for (const lower of scope.implies) {
        const found = akeneo.akeneoScopes.find((other) => other.name === lower);
        assert.equal(found?.implies.every((lowest) => scope.implies.includes(lowest)), true, lower);
      }
    }
  });

  it("hold Bitbucket's names", () => {
    assert.equal(bitbucket.bitbucketScopes.has("repository:write"), true);
    assert.equal(bitbucket.bitbucketScopes.size, 24);
  });
});
