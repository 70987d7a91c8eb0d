import assert from "node:assert/strict";
import { detectionFileNames, detectionTriggers } from "../../../server/marketplaces/index.ts";
import { shownBy } from "./documents.ts";
import { growsInStraightLine } from "../growth.ts";

describe("detection of marketplaces", () => {
  it("looks at project files by name and at others by distinctive lower-case words", () => {
    for (const name of ["package.json", "manifest.yml", "manifest.yaml", "atlassian-connect.json", "composer.json"]) {
      assert.equal(detectionFileNames.includes(name), true, name);
    }
    for (const word of detectionTriggers) {
      assert.equal(word, word.toLowerCase());
      assert.equal(word.length >= 6, true, word);
    }
  });

  it("finds nothing in an ordinary project", () => {
    assert.deepEqual(shownBy("package.json", '{"name":"superoffice-tools","dependencies":{"express":"4"}}'), []);
    assert.deepEqual(shownBy("src/a.ts", 'import express from "express";'), []);
    assert.deepEqual(shownBy("package.json", ""), []);
  });

  it("takes no dependency from outside the dependency sections", () => {
    assert.deepEqual(shownBy("package.json", '{"name":"@forge/api","keywords":["@forge/api"],"files":["akeneo"]}'), []);
    assert.deepEqual(shownBy("package.json", '{"dependencies":["@forge/api"]}'), []);
  });

  it("takes no evidence from prose, lock files, the code of others and tests", () => {
    const code = 'import api from "@forge/api";';
    assert.deepEqual(shownBy("src/index.js", code), ["atlassian: Forge package imported"]);
    assert.deepEqual(shownBy("README.md", code), []);
    assert.deepEqual(shownBy("notes.txt", "https://online.superoffice.com/login"), []);
    assert.deepEqual(shownBy("package-lock.json", '{"dependencies":{"@forge/api":{}}}'), []);
    assert.deepEqual(shownBy("node_modules/x/package.json", '{"dependencies":{"@forge/api":"1"}}'), []);
    assert.deepEqual(shownBy("node_modules/x/index.js", code), []);
    assert.deepEqual(shownBy("vendor/akeneo/composer.json", '{"require":{"akeneo/api-php-client":"1"}}'), []);
    assert.deepEqual(shownBy("test/resolver.js", code), []);
    assert.deepEqual(shownBy("src/resolver.test.js", code), []);
  });

  it("still takes a project file in a test folder: there it is an app of its own", () => {
    assert.deepEqual(shownBy("test/fixtures/app/package.json", '{"dependencies":{"@forge/api":"1"}}'), [
      "atlassian: package.json depends on @forge/api",
    ]);
  });

  it("takes no evidence from a comment", () => {
    assert.deepEqual(shownBy("a.ts", "// see https://online.superoffice.com/login\nlet a = 1;"), []);
    assert.deepEqual(shownBy("a.ts", "/* TrelloPowerUp.initialize({}) */"), []);
    assert.deepEqual(shownBy("a.cs", "// using SuperOffice.CRM;\n/// using SuperOffice;"), []);
    assert.deepEqual(shownBy("a.yml", "# AKENEO_CLIENT_ID: x\nb: 1"), []);
    assert.deepEqual(shownBy("a.html", '<!-- <script src="https://trello.com/power-ups/power-up.min.js"> -->'), []);
    assert.deepEqual(shownBy("a.csproj", '<!-- <PackageReference Include="SuperOffice.WebApi" /> -->'), []);
    assert.deepEqual(shownBy("pom.xml", "<!-- <artifactId>atlassian-connect-spring-boot-starter</artifactId> -->"), []);
  });

  it("names several marketplaces of one file, in the order of every list", () => {
    const dependencies = '{"dependencies":{"@superoffice/webapi":"12","node-akeneo-api":"1","atlassian-jwt":"2"}}';
    assert.deepEqual(shownBy("package.json", dependencies), [
      "atlassian: package.json depends on atlassian-jwt",
      "akeneo: package.json depends on node-akeneo-api",
      "superoffice: package.json depends on @superoffice/webapi",
    ]);
  });

  it("never throws on broken input", () => {
    const deep = "[".repeat(200_000);
    const broken = ["", "{", '{"dependencies":', "[1,2", "null", "42", '"text"', "\u0000\ufffd", deep, `{"dependencies":${deep}`];
    const yaml = ["app:", "app: [", "app: {\n  id: ari:cloud:ecosystem", "\tapp:\n\tmodules:", "- - - a: &a *a"];
    for (const name of [...detectionFileNames, "a.csproj", "web.config", "a.ts", "a.cs", "a.html", ".env"]) {
      for (const text of [...broken, ...yaml, detectionTriggers.join("\n"), detectionTriggers.join(" `${")]) {
        assert.doesNotThrow(() => shownBy(name, text), name);
      }
    }
  });

  it("reads what it can of broken JSON", () => {
    assert.deepEqual(shownBy("package.json", '{"dependencies":{"@forge/api":"1",,}'), [
      "atlassian: package.json depends on @forge/api",
    ]);
  });

  it("takes time in proportion on long hostile lines", async function () {
    this.timeout(90_000);
    const words = detectionTriggers.join(" ");
    for (const piece of [" ", "a-", "akeneo-", "'a", "<!--", "`${", "using ", "<sectionGroup "]) {
      const text = (size: number): string => `${words}\n${piece.repeat(size / piece.length)}`;
      for (const name of ["a.ts", "a.cs", "package.json", "pyproject.toml", "Chart.yaml", "a.csproj"]) {
        await growsInStraightLine(`${name} ${piece}`, (size) => shownBy(name, text(size)), 25_000);
      }
    }
  });

  it("leaves bundles alone", () => {
    assert.deepEqual(shownBy("app.js", `import "@forge/api";${" ".repeat(1_000_001)}`), []);
  });
});
