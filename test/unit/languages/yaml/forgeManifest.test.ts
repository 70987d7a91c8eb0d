import assert from "node:assert/strict";
import { Document } from "../../../../server/core/document.ts";
import { forgeManifest } from "../../../../server/languages/yaml/forgeManifest.ts";

function isManifest(text: string): boolean {
  return forgeManifest(new Document("any.yml", "yaml", text)) !== undefined;
}

describe("a Forge manifest", () => {
  it("is known by an Atlassian app id, or by app beside modules", () => {
    assert.ok(isManifest("app:\n  id: ari:cloud:ecosystem::app/1\n"));
    assert.ok(isManifest("modules: {}\napp:\n  runtime: {}\n"));
    assert.ok(isManifest('"app": {}\nconnectModules: {}\n'));
    assert.ok(isManifest('{"app": {"id": "ari:cloud:ecosystem::app/1"}}'));
    assert.ok(isManifest("# first\n---\napp:\r\n  id: 'ari:cloud:ecosystem::app/1'\r\n"));
  });

  it("is not every file with an app", () => {
    assert.ok(!isManifest("app:\n  id: other\n"));
    assert.ok(!isManifest("applications:\n  - name: app\nmodules: {}\n"));
    assert.ok(!isManifest("services:\n  app:\n    image: x\n  modules: {}\n"));
    assert.ok(!isManifest("- app: {}\n- modules: {}\n"));
    assert.ok(!isManifest(""));
  });
});
