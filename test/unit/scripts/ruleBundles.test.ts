import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { ruleCatalogue } from "../../../server/rules/catalogue.ts";
import { exampleSecrets } from "../../../server/rules/secrets/exampleTokens.ts";
import { rulesById, withTexts } from "../../../server/rules/ruleHeads.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const rule = ruleCatalogue.find(({ id }) => id === "container-runs-as-root");

describe("what the bundles hold of the rules", () => {
  it("is neither documentation nor examples", () => {
    assert.ok(rule);
    for (const bundle of ["worker.js", "cli.js", "languageServer.js"]) {
      const text = fs.readFileSync(path.join(root, "dist", bundle), "utf8");
      assert.ok(!text.includes(rule.documentation.wrong.slice(0, 60)), bundle);
    }
  });

  it("has the texts where somebody asks for them", () => {
    assert.ok(rule);
    const { stdout } = spawnSync(process.execPath, [path.join(root, "dist/cli.js"), "explain", rule.id], { encoding: "utf8" });
    assert.ok(stdout.includes(rule.documentation.suppress.slice(0, 60)));
  });

  it("keeps no secret of an example as it is", () => {
    const text = fs.readFileSync(path.join(root, "dist/ruleTexts.json"), "utf8");
    assert.deepEqual([...exampleSecrets].filter(([secret]) => text.includes(secret)).map(([, description]) => description), []);
  });

  it("is the same as what the sources say", () => {
    for (const one of ruleCatalogue) {
      const head = rulesById.get(one.id);
      assert.ok(head);
      const { id, title, severity, requirements, documentation, examples } = withTexts(head);
      assert.deepEqual({ id, title, severity, requirements, documentation, examples }, {
        id: one.id, title: one.title, severity: one.severity, requirements: one.requirements, documentation: one.documentation, examples: one.examples,
      });
    }
  });
});
