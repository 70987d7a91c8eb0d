import assert from "node:assert/strict";
import type { ClientCapabilities, CodeLens, CompletionItem, CompletionList, Hover, Position } from "vscode-languageserver-protocol/node";
import { edited, pullClient, pushClient, startSession, type Session } from "./serverClient.ts";

const head = `app:
  id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555
modules:
  jira:issuePanel:
    - key: panel
      resource: main
      title: Panel
      function: run
  function:
    - key: run
      handler: index.run
permissions:
`;
const manifest = `${head}  external:
    fetch:
      backend:
        - address: api.example.com
  scopes:
    - read:jira-user
    - write:jira-work
`;
const code = `import api, { route, fetch } from "@forge/api";
export async function run() {
  await api.asUser().requestJira(route\`/rest/api/3/myself\`);
  await api.asUser().requestJira(route\`/rest/api/3/users/search\`);
  await fetch("https://api.example.com/v1");
  await fetch("https://cdn.example.org/v1");
}
`;
const another = `${code}export const make = () => api.asUser().requestJira(route\`/rest/api/3/project\`, { method: "POST" });\n`;
const files = { "manifest.yml": manifest, "package.json": '{ "dependencies": { "@forge/api": "1" } }', "src/index.js": code };
const lensClient: ClientCapabilities = { ...pullClient, workspace: { ...pullClient.workspace, codeLens: { refreshSupport: true } } };

async function withSession(capabilities: ClientCapabilities, use: (session: Session) => Promise<void>, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const session = await startSession({ files: { ...files, ...more }, capabilities });
  try {
    await use(session);
  } finally {
    await session.stop();
  }
}

/** Asks until the answer is as wanted: the index is built behind everything else. */
async function eventually<Answer>(ask: () => Promise<Answer>, accept: (answer: Answer) => boolean): Promise<Answer> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (accept(answer)) return answer;
    assert.ok(Date.now() < deadline, JSON.stringify(answer));
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function placeOf(text: string, word: string): Position {
  const before = text.slice(0, text.indexOf(word));
  return { line: before.split("\n").length - 1, character: before.length - before.lastIndexOf("\n") };
}

function lensesOf(session: Session, file = "manifest.yml"): Promise<CodeLens[]> {
  return session.connection.sendRequest("textDocument/codeLens", { textDocument: { uri: session.uri(file) } });
}

async function titles(session: Session): Promise<string> {
  return (await lensesOf(session)).map(({ command }) => command?.title).join();
}

async function hoverOn(session: Session, word: string, wanted: RegExp, text = manifest): Promise<string> {
  const ask = async (): Promise<string> => {
    const hover = await session.connection.sendRequest<Hover | null>("textDocument/hover", { textDocument: { uri: session.uri("manifest.yml") }, position: placeOf(text, word) });
    return hover && typeof hover.contents === "object" && "value" in hover.contents ? hover.contents.value : "";
  };
  return eventually(ask, (value) => wanted.test(value));
}

/** The completion at `|` in a text that replaces the file's, once the index is complete. */
async function completion(session: Session, file: string, marked: string): Promise<{ items: CompletionItem[]; text: string }> {
  const offset = marked.indexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  await session.change(file, text);
  const before = text.slice(0, offset);
  const position = { line: before.split("\n").length - 1, character: before.length - before.lastIndexOf("\n") - 1 };
  const ask = (): Promise<CompletionList | null> => session.connection.sendRequest("textDocument/completion", { textDocument: { uri: session.uri(file) }, position });
  const list = await eventually(ask, (answer) => !answer?.isIncomplete);
  return { items: [...(list?.items ?? [])].sort((left, right) => (left.sortText ?? "").localeCompare(right.sortText ?? "")), text };
}

function inserted(session: Session, file: string, text: string, item: CompletionItem | undefined): string {
  assert.ok(item?.textEdit && "range" in item.textEdit);
  return edited(text, { changes: { [session.uri(file)]: [item.textEdit] } }, session.uri(file));
}

describe("scopes while somebody writes a manifest", () => {
  it("say in a hover what they allow and which calls need them, with links", () =>
    withSession(pullClient, async (session) => {
      await session.open("manifest.yml");
      const used = await hoverOn(session, "read:jira-user", /Needed by 2 places/);
      assert.match(used, /`read:jira-user`: Read users/);
      assert.match(used, /\[src\/index\.js:3\]\(file:\/\/.*\/src\/index\.js#L3\): GET \/rest\/api\/3\/myself/);
      const unused = await hoverOn(session, "write:jira-work", /Nothing in the app needs it/);
      assert.match(unused, /scope-unused/, "the finding's hover is below");
      assert.match(await hoverOn(session, "api.example.com", /1 request in the code/), /src\/index\.js:5/);
      await hoverOn(session, "scopes:", /2 asked, 1 used, 1 unused/);
    }));

  it("say in a hover for plain text where the calls are, without links", () =>
    withSession(pushClient, async (session) => {
      await session.open("manifest.yml");
      assert.match(await hoverOn(session, "read:jira-user", /Needed by 2 places/), /- src\/index\.js:3: GET/);
    }));

  it("are counted by a lens, which follows the code", () =>
    withSession(lensClient, async (session) => {
      let refreshed = 0;
      session.connection.onRequest("workspace/codeLens/refresh", () => {
        refreshed++;
        return null;
      });
      await session.open("manifest.yml");
      await session.open("src/index.js");
      await eventually(() => titles(session), (title) => title === "2 asked, 1 used, 1 unused");
      const [lens] = await lensesOf(session);
      assert.equal(lens?.range.start.line, placeOf(manifest, "scopes:").line);
      assert.equal(lens.command?.command, "", "this client has no command for places");
      const before = refreshed;
      await session.change("src/index.js", another);
      await session.pull("src/index.js");
      await eventually(() => Promise.resolve(refreshed), (count) => count > before);
      await eventually(() => titles(session), (title) => title === "2 asked, 1 used, 1 unused, 1 missing");
      session.settings = { codeLens: false };
      await session.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      await eventually(() => titles(session), (title) => title === "");
    }));

  it("are left alone where a call cannot be read, which hover and lens name", () =>
    withSession(pullClient, async (session) => {
      await session.open("manifest.yml");
      await eventually(() => titles(session), (title) => title === "2 asked, 1 used, 1 unresolved call");
      assert.match(await hoverOn(session, "write:jira-work", /Nothing that can be read needs it/), /1 call that cannot be read may:\n\n- \[src\/other\.js:2\]/);
    }, { "src/other.js": 'import api, { assumeTrustedRoute } from "@forge/api";\nexport const any = (path, method) => api.asUser().requestJira(assumeTrustedRoute(path), { method });\n' }));

  it("are proposed: first those that calls need", () =>
    withSession(pullClient, async (session) => {
      await session.open("manifest.yml");
      const { items, text } = await completion(session, "manifest.yml", `${head}  scopes:\n    - write:jira-work\n    - read:ji|\n    - storage:app # kept\n`);
      assert.deepEqual([items[0]?.label, items[0]?.detail, items[0]?.preselect], ["read:jira-user", "needed by 2 calls", true]);
      assert.ok(items.length > 600 && !items.some(({ label }) => label === "storage:app" || label === "write:jira-work"));
      assert.match(inserted(session, "manifest.yml", text, items[0]), /- write:jira-work\n {4}- read:jira-user\n {4}- storage:app # kept\n/);
      const work = items.find(({ label }) => label === "read:jira-work");
      assert.match(work?.detail ?? "", /^Read projects, issues/);
    }));

  const places: [string, string, string][] = [
    ["an empty item", "  scopes:\n    - |\n", "    - read:jira-user\n"],
    ["an item that breaks the list", "  scopes:\n    - storage:app\n    - read:|\n", "    - storage:app\n    - read:jira-user\n"],
    ["half a name", "  scopes:\n    - read:|jira-wo\n", "    - read:jira-user\n"],
    ["an open quote", "  scopes:\n    - \"re|\n", "    - \"read:jira-user\n"],
    ["brackets", "  scopes: [storage:app, re|]\n", "[storage:app, read:jira-user]\n"],
    ["open brackets", "  scopes: [ |\n", "  scopes: [ read:jira-user\n"],
    ["a key without a list", "  scopes:\n    |\n", "    - read:jira-user\n"],
    ["a map", "  scopes:\n    storage:app: {}\n    re|\n", "    read:jira-user: {}\n"],
  ];
  for (const [name, marked, wanted] of places) {
    it(`are proposed in ${name}`, () =>
      withSession(pullClient, async (session) => {
        await session.open("manifest.yml");
        const { items, text } = await completion(session, "manifest.yml", head + marked);
        assert.equal(items[0]?.label, "read:jira-user");
        assert.ok(inserted(session, "manifest.yml", text, items[0]).endsWith(wanted), inserted(session, "manifest.yml", text, items[0]));
      }));
  }

  it("come with hosts, events, modules, runtimes and keys", () =>
    withSession(pullClient, async (session) => {
      await session.open("manifest.yml");
      const labels = async (marked: string): Promise<string[]> => (await completion(session, "manifest.yml", marked)).items.map(({ label }) => label);
      const hosts = await completion(session, "manifest.yml", `${head}  external:\n    fetch:\n      backend:\n        - address: api.example.com\n        - |\n`);
      assert.deepEqual(hosts.items.map(({ label, detail }) => [label, detail]), [["cdn.example.org", "reached by 1 request"]]);
      assert.match(inserted(session, "manifest.yml", hosts.text, hosts.items[0]), /- address: cdn\.example\.org\n/);
      assert.ok((await labels("app:\n  id: ari:cloud:ecosystem::app/1\nmodules:\n  trigger:\n    - key: a\n      events:\n        - avi:|\n")).includes("avi:jira:created:issue"));
      assert.ok((await labels("app:\n  id: ari:cloud:ecosystem::app/1\nmodules:\n  jira|\n")).includes("jira:issuePanel"));
      assert.equal((await labels("app:\n  id: ari:cloud:ecosystem::app/1\n  runtime:\n    name: |\nmodules: {}\n"))[0], "nodejs24.x");
      assert.deepEqual(await labels(`${head}  scopes: []\n  e|\n`), ["external", "content", "enforcement", "sandbox"]);
    }));

  it("come in Connect descriptors", () =>
    withSession(pullClient, async (session) => {
      const descriptor = (scopes: string): string => `{ "key": "a", "name": "A", "baseUrl": "https://a.example", "authentication": { "type": "jwt" }, "scopes": [${scopes}] }`;
      await session.open("atlassian-connect.json");
      const { items, text } = await completion(session, "atlassian-connect.json", descriptor('"READ", "W|"'));
      assert.ok(items.some(({ label }) => label === "WRITE") && !items.some(({ label }) => label === "READ"));
      assert.equal(inserted(session, "atlassian-connect.json", text, items.find(({ label }) => label === "WRITE")), descriptor('"READ", "WRITE"'));
      const empty = await completion(session, "atlassian-connect.json", descriptor("|"));
      assert.equal(inserted(session, "atlassian-connect.json", empty.text, empty.items.find(({ label }) => label === "READ")), descriptor('"READ"'));
    }, { "atlassian-connect.json": "{}" }));

  it("leave other files alone, and complete our own", () =>
    withSession(pullClient, async (session) => {
      await session.open("compose.yml", "", "yaml");
      assert.deepEqual((await completion(session, "compose.yml", "services:\n  a|\n")).items, []);
      assert.deepEqual((await completion(session, "compose.yml", "permissions:\n  scopes:\n    - |\n")).items, []);
      await session.open(".marketlint.yml", "", "yaml");
      const rules = await completion(session, ".marketlint.yml", "rules:\n  scope-un|\n");
      assert.ok(rules.items.some(({ label }) => label === "scope-unused"));
      await session.open("src/index.js");
      const suppression = await completion(session, "src/index.js", "// marketlint-disable-next-line cookie-|\n");
      assert.ok(suppression.items.some(({ label }) => label === "cookie-missing-secure"));
      assert.deepEqual((await completion(session, "src/index.js", "// marketlint-disable-next-line cookie-missing-secure -- a|\n")).items, []);
    }));
});
