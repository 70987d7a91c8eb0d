import assert from "node:assert/strict";
import { forgeVocabulary, nearestScope, trelloVocabulary, akeneoVocabulary } from "../../../../server/rules/scopes/vocabularies.ts";
import { findingsOf, findsExactly } from "../markedCases.ts";

const id = "scope-unknown";
const app = "app:\n  id: ari:cloud:ecosystem::app/1\n";

describe(id, () => {
  findsExactly(id, {
    "Akeneo's scopes in a query object": ["d.ts", `const u = pim + '/connect/apps/v1/authorize?' + new URLSearchParams({ response_type: 'code', scope: 'read_products [|read_product_models|]' });`],
    "Akeneo's scopes in an address object": ["d.ts", `redirect(url.format({ pathname: pimUrl + "/connect/apps/v1/authorize", query: { scope: "read_products openid [|prfile|]" } }));`],
    "Akeneo's scopes set one after the other": ["d.ts", "const u = new URL(`${pim}/connect/apps/v1/authorize`);\nu.searchParams.set('scope', ['read_products', '[|write_prodcts|]'].join(' '));"],
    "Akeneo's scopes in a container's environment": ["compose.yaml", `services:\n  a:\n    environment:\n      AKENEO_SCOPES: "read_products [|write_product|]"\n`],
    "a key of Trello's scope in quotes": ["t.ts", `Trello.authorize({ scope: { "read": true, "[|wrote|]": true } });`],
    "a manifest with Windows line ends and emoji": ["manifest.yml", `${app}permissions: # 🙂\n  scopes:\n    - '[|read:jira-worc|]'\n`.replaceAll("\n", "\r\n")],
    "a descriptor with its own constants": ["d.js", `const Scope = { read: "READ", bad: "[|WRITING|]" };\nmodule.exports = { key: "a", baseUrl: u, authentication: { type: "jwt" }, scopes: [Scope.read, Scope.bad] };`],
    "not a scope of another platform in the same form": ["d.ts", `const s = { scopes: ["read_products", "read_orders"] };\nnew Shopify(s);`],
    "not Atlassian's names in a list for something else": ["d.ts", `export const SCOPES = ["read:jira-work", "read_products"];`],
    "not a scope that is still being written": ["manifest.yml", `${app}permissions:\n  scopes:\n    - "read:jira-work\n`],
    "not what another authority is asked for": ["d.ts", `const u = "https://github.com/login/oauth/authorize?scope=read:user";\nauth.authorize({ scope: "openid offline_access read:messages" });`],
  });

  it("carries the scope for reports, and the nearest name in the same form as the fix", async () => {
    const [finding] = await findingsOf(id, "a.ts", `open("https://auth.atlassian.com/authorize?scope=read%3Ajira-wrok")`);
    assert.ok(finding);
    assert.equal(finding.properties?.["scope"], "read:jira-wrok");
    assert.equal(finding.fixes[0]?.edits[0]?.newText, "read%3Ajira-work");
    assert.equal(finding.fixes[0].safe, false);
  });

  it("proposes only what can have been meant", () => {
    assert.equal(nearestScope("read:jira-works", forgeVocabulary), "read:jira-work");
    assert.equal(nearestScope("Read:Jira-Work", forgeVocabulary), "read:jira-work");
    assert.equal(nearestScope("wirte", trelloVocabulary), "write");
    assert.equal(nearestScope("read_category", akeneoVocabulary), "read_categories");
    // Not another verb, however near: that could widen the permission.
    assert.equal(nearestScope("delete_categories", akeneoVocabulary), undefined);
    assert.equal(nearestScope("read:everything", forgeVocabulary), undefined);
    assert.equal(nearestScope("", forgeVocabulary), undefined);
  });
});
