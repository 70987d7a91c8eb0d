import assert from "node:assert/strict";
import { boundName } from "../../../../server/rules/secrets/boundName.ts";

/** The name in a text where `@@` stands for the value. */
function nameIn(text: string): string | undefined {
  return boundName(text, text.indexOf("@@"))?.name;
}

describe("the name that a value is bound to", () => {
  for (const [wanted, text] of [
    ["secret", 'const secret = "@@";'],
    ["secret", "let secret='@@'"],
    ["secret", "const secret: string = `@@`;"],
    ["secret", "const secret:string='@@';"],
    ["secret", 'this.config.secret = "@@";'],
    ["secret", 'options["secret"] = "@@";'],
    ["secret", '{ secret: "@@" }'],
    ["secret", '{ "secret" : "@@" }'],
    ["secret", '{\n  secret:\n    "@@"\n}'],
    ["AKENEO_SECRET", 'process.env.AKENEO_SECRET ?? "@@"'],
    ["AKENEO_SECRET", 'process.env["AKENEO_SECRET"] || "@@"'],
    ["secret", 'secret === "@@"'],
    ["secret", 'function f(secret = "@@") {}'],
    ["SECRET", "SECRET=@@"],
    ["SECRET", 'export SECRET="@@"'],
    ["SECRET", "ENV SECRET @@"],
    ["SECRET", "ENV PORT=80 SECRET=@@"],
    ["SECRET", "ARG SECRET=@@"],
    ["--secret", "curl --secret @@"],
    ["secret", "secret: @@"],
    ["secret", "- secret: '@@'"],
    ["secret", "secret: |\n  @@"],
    ["secret", "secret: >-\r\n    @@"],
    ["SECRET", "env:\n  - name: SECRET\n    value: @@"],
    ["SECRET", "environment:\n  - SECRET=@@"],
    ["ClientSecret", '<add key="ClientSecret" value="@@" />'],
    ["ClientSecret", '<add key="Other" value="1" />\n<add key="ClientSecret" value="@@" />'],
    ["ClientSecret", "<ClientSecret>@@</ClientSecret>"],
    ["ClientSecret", '<setting name="ClientSecret"><value>@@</value></setting>'],
    ["secret", '<Chart secret="@@" />'],
    ["Secret", 'public string Secret { get; set; } = "@@";'],
    ["Secret", 'private const string Secret = @"@@";'],
    ["SuperOffice:ClientSecret", '["SuperOffice:ClientSecret"] = "@@"'],
    ["X-Token", 'headers.set("X-Token", "@@")'],
    ["Authorization", 'Authorization: "Bearer @@"'],
    ["token", "https://api.trello.com/1/boards?key=k&token=@@"],
    ["AccountKey", '"AccountName=a;AccountKey=@@;EndpointSuffix=x"'],
    ["secret", "'secret' => '@@'"],
    ["secret", 'const secret = Buffer.from("@@", "base64")'],
    ["secret", 'const secret = new SecureString("@@")'],
    ["applicationToken", 'api.applicationToken("@@")'],
    ["SoCredentials", 'new SoCredentials("@@")'],
  ] as const) {
    it(JSON.stringify(text), () => {
      const name = nameIn(text);
      const last = wanted.includes(":") ? wanted.slice(wanted.lastIndexOf(":") + 1) : wanted;
      assert.equal(name, last.replace(/^-+/, ""));
    });
  }

  it("is not there where nothing is given a value", () => {
    for (const text of ["@@", "see @@", "a + '@@'", '["@@"]', "push(a, '@@')", '"text @@"', "\n\n@@", "<@@>", "= @@", "(@@"]) {
      assert.equal(nameIn(text), undefined, text);
    }
  });

  it("is read in bounded time", () => {
    for (const text of ["(".repeat(100_000), "name: ".repeat(20_000), " ".repeat(100_000), '"'.repeat(100_000), "from(".repeat(20_000), "<a ".repeat(30_000), "key=".repeat(30_000)]) {
      assert.doesNotThrow(() => boundName(text, text.length));
    }
  });
});
