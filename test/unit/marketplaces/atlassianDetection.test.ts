import assert from "node:assert/strict";
import { shownBy } from "./documents.ts";

const manifest = `modules:
  jira:issuePanel:
    - key: panel
app:
  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000
`;

describe("detection of Atlassian apps", () => {
  it("knows a Forge manifest by its shape", () => {
    assert.deepEqual(shownBy("manifest.yml", manifest), ["atlassian: Forge manifest with an Atlassian app id"]);
    assert.deepEqual(shownBy("a/manifest.yaml", "app:\n  id: ${APP_ID}\nmodules: {}\n"), [
      "atlassian: Forge manifest with app and modules",
    ]);
    assert.equal(shownBy("manifest.yml", manifest.replaceAll("\n", "\r\n")).length, 1);
    assert.equal(shownBy("manifest.yml", `${manifest}permissions:\n  scopes: [\n`).length, 1);
  });

  it("knows that other tools have manifests too", () => {
    assert.deepEqual(shownBy("manifest.yml", "applications:\n- name: app\n  modules: 2\n"), []);
    assert.deepEqual(shownBy("manifest.yml", "apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    app: web\n"), []);
    assert.deepEqual(shownBy("manifest.yml", "# app:\n# modules:\nname: x\n"), []);
    assert.deepEqual(shownBy("other.yml", manifest), []);
  });

  it("knows the packages of Forge, Connect and Power-Ups", () => {
    for (const name of ["@forge/bridge", "atlassian-connect-express", "atlassian-connect-express-redis", "atlassian-jwt", "@types/trellopowerup"]) {
      const reason = `atlassian: package.json depends on ${name}`;
      assert.deepEqual(shownBy("package.json", JSON.stringify({ devDependencies: { [name]: "1" } })), [reason]);
    }
    const artifact = "<artifactId>atlassian-connect-spring-boot-starter</artifactId>";
    assert.equal(shownBy("pom.xml", `<dependency>${artifact}</dependency>`).length, 1);
    for (const name of ["@atlaskit/button", "forge-std", "@forge2/api", "my-atlassian-jwt", "trello", "@atlassian/adf-schema"]) {
      assert.deepEqual(shownBy("package.json", JSON.stringify({ dependencies: { [name]: "1" } })), []);
    }
  });

  it("knows a Connect descriptor by its keys, whatever its name", () => {
    const descriptor = '{"key":"a","baseUrl":"https://a.example","authentication":{"type":"none"},"lifecycle":{}}';
    const reason = ["atlassian: Connect descriptor with key and baseUrl"];
    assert.deepEqual(shownBy("atlassian-connect.json", descriptor), reason);
    assert.deepEqual(shownBy("config/descriptor.json", descriptor), reason);
    assert.deepEqual(shownBy("atlassian-connect.json", '{"key":"a","baseUrl":"{{localBaseUrl}}","modules":{}}'), reason);
  });

  it("knows that other files have a base URL too", () => {
    assert.deepEqual(shownBy("tsconfig.json", '{"compilerOptions":{"baseUrl":"."},"lifecycle":{}}'), []);
    assert.deepEqual(shownBy("a.json", '{"key":"a","baseUrl":"/","lifecycle":"x"}'), []);
    assert.deepEqual(shownBy("atlassian-connect.json", "{}"), []);
  });

  it("knows a descriptor that code builds", () => {
    const code = `export const descriptor = {
      key: "app", baseUrl: env.URL,
      authentication: { type: "jwt" },
      lifecycle: { installed: "/installed" },
    };`;
    assert.deepEqual(shownBy("src/descriptor.ts", code), ["atlassian: Connect descriptor built in code"]);
    assert.deepEqual(shownBy("src/descriptor.ts", code.replace("baseUrl", "url")), []);
    assert.deepEqual(shownBy("src/client.ts", 'const lifecycle = { created: 1 }; const baseUrl = "/";'), []);
  });

  it("knows Trello's script, objects and authorization addresses", () => {
    const script = ["atlassian: Trello Power-Up script loaded"];
    assert.deepEqual(shownBy("index.html", '<script src="https://p.trellocdn.com/power-up.min.js"></script>'), script);
    assert.deepEqual(shownBy("index.html", '<script src="https://trello.com/power-ups/power-up.min.js"></script>'), script);
    assert.deepEqual(shownBy("a.js", "window.TrelloPowerUp.initialize({});"), ["atlassian: Trello Power-Up code"]);
    assert.deepEqual(shownBy("a.js", "const u = `https://trello.com/1/authorize?key=${key}`;"), [
      "atlassian: Trello authorization address",
    ]);
    assert.deepEqual(shownBy("a.js", "Trello.authorize({ expiration: '1hour' });"), ["atlassian: Trello authorization call"]);
  });

  it("does not take a link to Trello for a Power-Up", () => {
    assert.deepEqual(shownBy("a.html", '<a href="https://trello.com/b/abc/roadmap">Roadmap</a>'), []);
    assert.deepEqual(shownBy("a.ts", 'const label = "TrelloPowerUp";'), []);
    assert.deepEqual(shownBy("a.ts", 'fetch("https://api.example.com/power-up.js");'), []);
  });

  it("knows OAuth 2.0 apps and Connect's front end", () => {
    assert.equal(shownBy("a.py", 'URL = "https://auth.atlassian.com/authorize"').length, 1);
    assert.equal(shownBy("a.ts", "fetch(`https://api.atlassian.com/ex/jira/${id}/rest/api/3/issue`)").length, 1);
    assert.equal(shownBy("a.hbs", '<script src="https://connect-cdn.atl-paas.net/all.js"></script>').length, 1);
    assert.deepEqual(shownBy("a.ts", 'const site = "https://example.atlassian.net/browse/A-1";'), []);
  });
});
