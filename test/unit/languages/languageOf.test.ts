import assert from "node:assert/strict";
import type { LanguageId } from "../../../server/core/document.ts";
import { languageOf } from "../../../server/languages/languageOf.ts";

const expected: Readonly<Record<LanguageId, readonly string[]>> = {
  typescript: ["a.ts", "src/a.TSX", "a.mts", "a.cts", "a.js", "a.jsx", "a.mjs", "a.cjs", "a.d.ts", "src/dockerfile.ts", "Dockerfile.test.js", "a.config.js"],
  dockerfile: ["Dockerfile", "dockerfile", "build/Containerfile", "Dockerfile.dev", "Dockerfile-api", "api.dockerfile", "api.Containerfile", "Dockerfile.node"],
  yaml: ["a.yml", "a.yaml", "manifest.YML", "dockerfile.yml"],
  json: ["a.json", "a.jsonc", "site.webmanifest"],
  dotenv: [".env", "app/.env.local", ".env.example", "prod.env", ".ENV"],
  xml: ["a.xml", "web.config", "App.config", "a.csproj", "Directory.Build.props"],
  html: ["a.html", "a.htm"],
  csharp: ["Program.cs"],
  php: ["index.php", "view.phtml"],
  text: ["README.md", "Dockerfile.md", "Dockerfile.dockerignore", ".dockerignore", "Makefile", "a.constructor", "a.__proto__", "a.py", ".envrc", "mydockerfile", "dockerfiles", "", "a."],
};

describe("the language of a file", () => {
  for (const [language, paths] of Object.entries(expected)) {
    it(`is ${language}`, () => assert.deepEqual(paths.map(languageOf), paths.map(() => language)));
  }
});
