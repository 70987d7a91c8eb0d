import assert from "node:assert/strict";
import { applyEdits } from "../../../../server/analysis/applyFixes.ts";
import { regionOf } from "../../../../server/analysis/locate.ts";
import { Document, type Neighbours } from "../../../../server/core/document.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import { moveToEnvironment } from "../../../../server/rules/secrets/fixes/moveToEnvironment.ts";
import { unmark } from "../ruleBench.ts";

function neighboursOf(files: Readonly<Record<string, string>>): Neighbours {
  return {
    has: (path) => Object.hasOwn(files, path),
    read(path) {
      const text = files[path];
      return text === undefined ? undefined : new Document(path, languageOf(path), text);
    },
  };
}

/** The text after the move of what is marked, and its title; undefined where nothing is offered. */
function moved(path: string, marked: string, files: Readonly<Record<string, string>> = {}): { text: string; title: string } | undefined {
  const { text, ranges: [range] } = unmark(marked);
  assert.ok(range);
  const document = new Document(path, languageOf(path), text, neighboursOf(files));
  const fix = moveToEnvironment(document, range, "API_TOKEN");
  assert.ok(fix?.safe !== true);
  return fix && { text: applyEdits(text, fix.edits.map((edit) => ({ ...edit, region: regionOf(document, edit.range) }))), title: fix.title };
}

describe("where a secret moves to", () => {
  before(loadTypeScriptParser);

  for (const [name, path, marked, wanted] of [
    ["Node, with a guard", "a.ts", 'export const token = "[|s3cr3t|]"; // for the API\nrun();\n', 'export const token = process.env.API_TOKEN; // for the API\nif (!token) throw new Error("API_TOKEN is not set.");\nrun();\n'],
    ["Node, the fallback's own variable", "a.js", "  const token = process.env.OTHER || '[|s3cr3t|]'\n", '  const token = process.env.OTHER\n  if (!token) throw new Error("OTHER is not set.")\n'],
    ["compose", "compose.yml", "services:\n  a:\n    environment:\n      TOKEN: [|s3cr3t|] # x\n", "services:\n  a:\n    environment:\n      TOKEN: ${API_TOKEN} # x\n"],
    ["Kubernetes", "deploy.yaml", 'kind: Deployment\nmetadata:\n  name: shop\nspec:\n  env:\n    - name: TOKEN\n      value: "[|s3cr3t|]"\n    - name: B\n', "kind: Deployment\nmetadata:\n  name: shop\nspec:\n  env:\n    - name: TOKEN\n      valueFrom:\n        secretKeyRef:\n          name: shop-secrets\n          key: TOKEN\n    - name: B\n"],
    ["a build argument", "Dockerfile", "FROM a\nARG TOKEN=[|s3cr3t|]\nRUN curl -H $TOKEN x && \\\n    echo ${TOKEN}\nRUN make\n", "FROM a\nRUN --mount=type=secret,id=TOKEN,env=TOKEN curl -H $TOKEN x && \\\n    echo ${TOKEN}\nRUN make\n"],
    ["an image's environment", "Dockerfile", 'FROM a\nENV TOKEN="[|s3cr3t|]"\nCMD ["a"]\n', 'FROM a\nCMD ["a"]\n'],
    ["C#", "A.cs", 'using System;\nvar t = "[|s3cr3t|]";', 'using System;\nvar t = Environment.GetEnvironmentVariable("API_TOKEN");'],
    ["PHP", "a.php", "<?php\n$token = '[|s3cr3t|]';\n", "<?php\n$token = getenv('API_TOKEN');\n"],
    ["PHP, an array's value", "a.php", "<?php\nreturn ['token' => \"[|s3cr3t|]\"];\n", "<?php\nreturn ['token' => getenv(\"API_TOKEN\")];\n"],
    ["Python", "a.py", '#!/usr/bin/env python\nimport json\ntoken = "[|s3cr3t|]"\n', '#!/usr/bin/env python\nimport os\nimport json\ntoken = os.environ["API_TOKEN"]\n'],
    ["Python with os", "a.py", 'import os\nclient(token="[|s3cr3t|]")\n', 'import os\nclient(token=os.environ["API_TOKEN"])\n'],
    ["a workflow", ".github/workflows/ci.yml", "env:\n  TOKEN: [|s3cr3t|]\n", "env:\n  TOKEN: ${{ secrets.API_TOKEN }}\n"],
    ["Spring", "src/application-prod.properties", "token=[|s3cr3t|]\n", "token=${API_TOKEN}\n"],
    ["npm", ".npmrc", "//r.example/:_authToken=[|s3cr3t|]\n", "//r.example/:_authToken=${API_TOKEN}\n"],
    ["SuperOffice's settings", "appsettings.json", '{ "SuperOffice": { "PrivateKey": "[|s3cr3t|]" } }', '{ "SuperOffice": { "PrivateKey": "#{ApiToken}" } }'],
    ["SuperOffice's configuration", "web.config", '<SuperOffice><add key="K" value="[|s3cr3t|]"/></SuperOffice>', '<SuperOffice><add key="K" value="#{ApiToken}"/></SuperOffice>'],
  ] as const) {
    it(name, () => {
      assert.equal(moved(path, marked)?.text, wanted);
    });
  }

  it("names Forge's command in a Forge app, by import or by the manifest beside", () => {
    const files = { "app/manifest.yml": "modules:\n  function: []\napp:\n  id: a\n" };
    for (const move of [moved("a.ts", 'import api from "@forge/api";\nf("[|s3cr3t|]");'), moved("app/src/a.ts", 'f("[|s3cr3t|]");', files)]) {
      assert.equal(move?.title, 'Move to process.env.API_TOKEN; set it with "forge variables set --encrypt API_TOKEN"');
    }
  });

  for (const [name, path, marked] of [
    ["code for browsers", "src/page.ts", 'document.getElementById("a");\nconst t = "[|s3cr3t|]";'],
    ["a client component", "app/page.tsx", '"use client";\nconst t = "[|s3cr3t|]";'],
    ["a Vue component", "src/App.vue", '<script>const t = "[|s3cr3t|]";</script>'],
    ["a front end's folder", "frontend/src/api.ts", 'export const t = "[|s3cr3t|]";'],
    ["PHP's constants", "a.php", "<?php class A { private $t = '[|s3cr3t|]'; }"],
    ["PHP's defaults", "a.php", "<?php function f($t = '[|s3cr3t|]') {}"],
    ["a part of a Python text", "a.py", 't = "a" + f"x[|s3cr3t|]"'],
    ["a text over lines", "a.py", 't = """[|s3cr3t|]"""'],
    ["an argument that is passed on", "Dockerfile", "FROM a\nARG T=[|s3cr3t|]\nENV U=$T\n"],
    ["other JSON", "config.json", '{ "token": "[|s3cr3t|]" }'],
    ["a comment", "a.py", '# "[|s3cr3t|]"'],
  ] as const) {
    it(`nowhere: ${name}`, () => {
      assert.equal(moved(path, marked), undefined);
    });
  }
});
