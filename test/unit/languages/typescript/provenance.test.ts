import assert from "node:assert/strict";
import { comesFrom, comesOnlyFrom, environmentNameOf, flowsFrom } from "../../../../server/languages/typescript/provenance.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import { snippet } from "./snippet.ts";
import { snippetAmong } from "./workspace.ts";

const cases: readonly [code: string, expected: string][] = [
  ["f([|process.env.A|])", "environment"],
  ["f([|process.env['A']|])", "environment"],
  ["import { env } from 'node:process'; f([|env.A|])", "environment"],
  ["const { A } = process.env; f([|A|])", "environment"],
  ["f([|import.meta.env.VITE_A|])", "environment"],
  ["f([|process.env.A ?? 'x'|])", "environment literal"],
  ["class C { constructor(private config: ConfigService) {} m() { f([|this.config.get('A')|]) } }", "environment"],
  ["f([|'x'|])", "literal"],
  ["f([|'<your token>'|])", "placeholder"],
  ["f([|'changeme'|])", "placeholder"],
  ["import { SecretsManager } from '@aws-sdk/client-secrets-manager'; const c = new SecretsManager(); const { SecretString } = await c.getSecretValue({}); f([|SecretString|])", "secret-manager"],
  ["app.get('/', (req, res) => f([|req.query.a|]))", "user-input"],
  ["app.get('/', (req, res) => { const { a } = req.body; f([|a|]) })", "user-input"],
  ["app.get('/', (req, res) => { const { body: { a } } = req; f([|a|]) })", "user-input"],
  ["app.get('/', ({ body }, res) => f([|body.a|]))", "user-input"],
  ["export const handler = async (event) => f([|JSON.parse(event.body).a|])", "user-input"],
  ["export async function POST(request) { const { a } = await request.json(); f([|a|]) }", "user-input"],
  ["app.use((ctx) => f([|ctx.request.body.a|]))", "user-input"],
  ["app.use((c) => f([|c.req.query('a')|]))", "user-input"],
  ["app.get('/', (req) => f([|req.headers['x-a']|]))", "user-input"],
  ["app.get('/', (req) => { const sql = `select ${req.params.id}`; f([|sql|]) })", "literal user-input"],
  ["app.get('/', (req) => { let s = 'a'; s += req.query.b; f([|s|]) })", "literal user-input"],
  ["app.get('/', (req) => { for (const a of req.body.items) f([|a|]) })", "user-input"],
  ["app.get('/', (req) => f([|'a' + String(req.query.a).trim()|]))", "literal user-input"],
  ["app.get('/', (req) => f([|check(req.query.a)|]))", "unknown"],
  ["f([|location.search|])", "user-input"],
  ["const p = new URLSearchParams(window.location.search); f([|p.get('a')|])", "user-input"],
  ["import crypto from 'crypto'; f([|crypto.randomBytes(16).toString('hex')|])", "random"],
  ["import { randomUUID } from 'node:crypto'; const state = randomUUID(); f([|state|])", "random"],
  ["f([|crypto.randomUUID()|])", "random"],
  ["import { nanoid } from 'nanoid'; f([|nanoid()|])", "random"],
  ["import { v4 } from 'uuid'; f([|v4()|])", "random"],
  ["import { v1 } from 'uuid'; f([|v1()|])", "predictable"],
  ["f([|Math.random().toString(36).slice(2)|])", "predictable"],
  ["f([|`${Date.now()}`|])", "predictable"],
  ["f([|new Date().getTime()|])", "predictable"],
  ["let n = 0; n++; f([|n|])", "predictable"],
  ["const f = (a) => g([|a|])", "unknown"],
  ["f([|other()|])", "unknown"],
];

describe("provenance", () => {
  before(loadTypeScriptParser);

  for (const [code, expected] of cases) {
    it(`${code} is ${expected}`, () => {
      const { node, syntax } = snippet(code);
      const kinds = new Set(flowsFrom(node, syntax).map(({ kind }) => kind));
      assert.equal([...kinds].sort().join(" "), expected);
    });
  }

  it("follows into other files", () => {
    const { node, syntax } = snippetAmong({ "src/c.ts": "export const secret = process.env.SECRET;" }, "import { secret } from './c'; f([|secret|])");
    const [source] = flowsFrom(node, syntax);
    assert.equal(source && environmentNameOf(source), "SECRET");
    assert.ok(comesOnlyFrom(node, ["environment"], syntax));
    assert.ok(!comesFrom(node, "literal", syntax));
  });

  it("comes to an end where names go round", () => {
    const { node, syntax } = snippet("let a = b; let b = a; a += b; b += a; f([|a|])");
    assert.ok(flowsFrom(node, syntax).length < 50);
  });
});
