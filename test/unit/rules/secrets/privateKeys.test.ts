import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { privateKey, rsaKeyValue } from "../../../../server/rules/secrets/exampleTokens.ts";
import { foundTexts, secretsIn } from "./secretBench.ts";

const key = privateKey("RSA PRIVATE KEY", 1180);
const lines = key.split("\n");
const escaped = key.replaceAll("\n", "\\n");

/** Same block, every line behind the first indented. */
function indented(by: string): string {
  return lines.join(`\n${by}`);
}

describe("PEM private keys", () => {
  it("are found in the notations of every language", () => {
    const block = indented("    ");
    for (const [file, language, text, wanted] of [
      ["key.pem", "text", key, key],
      ["a.ts", "typescript", `const k = \`${key}\n\`;`, key],
      ["a.ts", "typescript", `const k = "${escaped}";`, escaped],
      ["a.json", "json", `{"private_key":"${escaped}\\n"}`, escaped],
      ["a.json", "json", `{"config":"{\\"key\\":\\"${escaped.replaceAll("\\", "\\\\")}\\"}"}`, escaped.replaceAll("\\", "\\\\")],
      [".env", "dotenv", `KEY="${escaped}"\n`, escaped],
      [".env", "dotenv", `KEY="${key}"\n`, key],
      ["a.yaml", "yaml", `key: |\n    ${block}\n`, block],
      ["a.yaml", "yaml", `key: >-\r\n    ${block.replaceAll("\n", "\r\n")}\r\n`, block.replaceAll("\n", "\r\n")],
      ["a.config", "xml", `<key>\n    ${block}\n</key>`, block],
      ["a.config", "xml", `<add key="k" value="${lines.join("&#xA;")}" />`, lines.join("&#xA;")],
      ["a.cs", "csharp", `const string K = @"${key}";`, key],
      ["a.html", "html", `<script>const k = \`${key}\`;</script>`, key],
      ["Dockerfile", "dockerfile", `ENV KEY="${escaped}"`, escaped],
    ] as const) {
      assert.deepEqual(foundTexts(text, file, language), [wanted], `${file}: ${text.slice(0, 60)}`);
    }
  });

  it("are found where code puts them together or comments them out", () => {
    const joined = lines.map((line) => `"${line}\\n"`).join(" +\n  ");
    const listed = lines.map((line) => `'${line}'`).join(",\n  ");
    for (const text of [`const k = ${joined};`, `const k = [${listed}].join("\\n");`, lines.map((line) => `# ${line}`).join("\n"), lines.map((line) => `// ${line}`).join("\r\n"), `/*\n${lines.map((line) => ` * ${line}`).join("\n")}\n */`]) {
      const [found] = secretsIn(text);
      assert.equal(found?.verdict, "valid", text.slice(0, 80));
      assert.equal(text.slice(found.range.end - 5, found.range.end), "-----");
    }
  });

  it("are found whatever their kind and size", () => {
    for (const modulusLength of [1024, 4096]) {
      const { privateKey: made } = generateKeyPairSync("rsa", { modulusLength });
      for (const type of ["pkcs1", "pkcs8"] as const) {
        const text = made.export({ type, format: "pem" }).toString();
        const [found] = secretsIn(text);
        assert.deepEqual([found?.verdict, found?.worst, found?.range.end], ["valid", "error", text.trimEnd().length]);
      }
    }
    const { privateKey: elliptic } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    assert.equal(secretsIn(elliptic.export({ type: "sec1", format: "pem" }).toString())[0]?.kind.id, "ec-private-key");
    const { privateKey: edwards } = generateKeyPairSync("ed25519");
    assert.equal(secretsIn(edwards.export({ type: "pkcs8", format: "pem" }).toString())[0]?.verdict, "valid");
  });

  it("are only worth knowing where a passphrase is needed", () => {
    const { privateKey: made } = generateKeyPairSync("rsa", { modulusLength: 1024 });
    const pkcs8 = made.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "p" }).toString();
    const pkcs1 = made.export({ type: "pkcs1", format: "pem", cipher: "aes-256-cbc", passphrase: "p" }).toString();
    for (const text of [pkcs8, `const k = "${pkcs8.replaceAll("\n", "\\n")}"`]) assert.equal(secretsIn(text)[0]?.worst, "information");
    // The content is encrypted as a whole, so that nothing shows that it is a key but its headers.
    assert.equal(secretsIn(pkcs1)[0]?.worst, "information");
  });

  it("are recognised by their cipher in OpenSSH's form", () => {
    const made = (cipher: string): string => {
      const content = Buffer.concat([Buffer.from("openssh-key-v1\0\0\0\0"), Buffer.from([cipher.length]), Buffer.from(cipher), Buffer.alloc(200, "ab")]);
      const [head = "", tail = ""] = ["BEGIN", "END"].map((word) => `${"-".repeat(5)}${word} OPENSSH PRIVATE KEY${"-".repeat(5)}`);
      return `${head}\n${content.toString("base64")}\n${tail}`;
    };
    assert.equal(secretsIn(made("none"))[0]?.worst, "error");
    assert.equal(secretsIn(made("aes256-ctr"))[0]?.worst, "information");
  });

  it("are less sure where the block is cut", () => {
    const cut = [...lines.slice(0, 6), ...lines.slice(-1)].join("\n");
    assert.deepEqual([secretsIn(cut)[0]?.verdict, secretsIn(cut)[0]?.worst], ["invalid", "warning"]);
  });

  it("name Google where the file is a service account's", () => {
    assert.equal(secretsIn(`{"type": "service_account", "private_key": "${escaped}"}`)[0]?.kind.id, "google-service-account");
  });

  it("are found in base64, as Kubernetes keeps them", () => {
    const base64 = Buffer.from(`${key}\n`).toString("base64");
    assert.deepEqual(foundTexts(`data:\n  tls.key: ${base64}\n`, "secret.yaml", "yaml"), [base64]);
    const certificate = Buffer.from(key.replaceAll("RSA PRIVATE KEY", "CERTIFICATE")).toString("base64");
    assert.deepEqual(foundTexts(`data:\n  tls.crt: ${certificate}\n`, "secret.yaml", "yaml"), []);
  });

  it("are no keys without key material", () => {
    const [head = "", tail = ""] = [lines[0], lines.at(-1)];
    const body = lines.slice(1, -1).join("\n");
    for (const text of [
      head,
      `${head}\n${tail}`,
      `${head}\n...\n${tail}`,
      `${head}\nMIIEpAIBAAKCAQEA...\n${tail}`,
      `${head}\n\${PRIVATE_KEY_BODY_FROM_THE_ENVIRONMENT_OF_THE_SERVER}\n${tail}`,
      `${head}\n${"your private key ".repeat(5)}\n${tail}`,
      `${head}\n${"A".repeat(64)}\n${tail}`,
      `${head}\n${body}`,
      `${head}\n${body}\n${tail.replace("RSA ", "")}`,
      key.replaceAll("RSA PRIVATE", "PUBLIC"),
      key.replaceAll("RSA PRIVATE KEY", "CERTIFICATE"),
      `text.startsWith("${head}") && text.endsWith("${tail}")`,
    ]) {
      assert.deepEqual(foundTexts(text), [], text.slice(0, 120));
    }
  });
});

describe("RSAKeyValue", () => {
  const value = rsaKeyValue();

  it("is found in XML, code and JSON", () => {
    const inJson = value.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
    const inXml = value.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const pretty = value.replaceAll("><", ">\r\n  <");
    for (const [file, language, text, wanted] of [
      ["key.xml", "xml", `<?xml version="1.0"?>\n${pretty}\n`, pretty],
      ["a.config", "xml", `<add key="k" value="${inXml}" />`, inXml],
      ["a.json", "json", `{"PrivateKey":"${inJson}"}`, inJson],
      ["a.cs", "csharp", `key.FromXmlString("${value}");`, value],
      ["a.ts", "typescript", `const key = \`${value}\`;`, value],
    ] as const) {
      assert.deepEqual(foundTexts(text, file, language), [wanted], file);
    }
  });

  it("is public without its private part, and no key with a part left out", () => {
    const exponent = /<D>.*<\/D>/.exec(value)?.[0] ?? "";
    for (const text of [rsaKeyValue(false), value.replace(exponent, "<D>...</D>"), value.replace(exponent, "<D>AQAB</D>"), value.replace(exponent, "<D></D>"), value.slice(0, -14), "<RSAKeyValue></RSAKeyValue>", '"<RSAKeyValue>" + "</RSAKeyValue>"']) {
      assert.deepEqual(foundTexts(text, "key.xml", "xml"), [], text.slice(-80));
    }
  });
});
