import assert from "node:assert/strict";
import { namedFormats, tokenFormats } from "../../../../server/rules/secrets/formats/catalogue.ts";
import { privateKey, rsaKeyValue } from "../../../../server/rules/secrets/exampleTokens.ts";
import { secretTriggers } from "../../../../server/rules/secrets/findSecrets.ts";
import { secretOf } from "./madeSecrets.ts";
import { random } from "./patternText.ts";
import { hitsIn, secretsIn } from "./secretBench.ts";

function timeOf(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    const start = process.hrtime.bigint();
    secretsIn(text);
    best = Math.min(best, Number(process.hrtime.bigint() - start));
  }
  return best;
}

/** Sixteen times the text: linear is 16, quadratic 256. The machine may be busy. */
function isLinear(short: string): void {
  timeOf(short);
  const ratio = timeOf(short.repeat(16)) / timeOf(short);
  assert.ok(ratio < 100, `ratio ${ratio.toFixed(1)}`);
}

describe("hostile texts", () => {
  const head = `${"-".repeat(5)}BEGIN PRIVATE KEY${"-".repeat(5)}`;
  const patterns: Record<string, string> = {
    "opened keys": `${head}\n`,
    "opened keys with some content": `${head}\nMIIEpAIBAAKCAQEA`,
    "opened key values": "<RSAKeyValue><Modulus><D>",
    "key values that are empty": "<RSAKeyValue></RSAKeyValue>",
    "API tokens without an end": '"ATATT3xFfGF0',
    "API tokens with many ends": "'ATATT3xFfGF0=A=A=A=A=A=A",
    "web tokens": " eyJhbGciOiJIUzI1NiJ9.eyJ",
    "provider names with values": 'trello token="0123456789abcdef',
    "names of AWS": "aws_secret_access_key=",
    "base64 of keys": " LS0tLS1CRUdJTiBQUklWQVRF",
    quotes: "openchannel \"'`(((",
    "system user tokens": "systemusertoken a.b c_d-",
  };
  for (const [name, pattern] of Object.entries(patterns)) {
    it(`are read in linear time: ${name}`, () => {
      isLinear(pattern.repeat(Math.ceil(60_000 / pattern.length)));
    });
  }

  it("with every trigger many times over are read in linear time", () => {
    isLinear(secretTriggers.join(" ").repeat(10));
  });

  it("with a secret on every line are read in linear time", () => {
    const next = random(5);
    const line = tokenFormats.slice(0, 40).map((format) => `a = "${secretOf(format, "any", next)}"`).join("\n") + "\n";
    isLinear(line.repeat(10));
  });
});

describe("cut texts", () => {
  it("never fail, wherever they end or begin", () => {
    const next = random(11);
    const secrets = [...tokenFormats.slice(0, 25), ...namedFormats].map((format) => `${format.triggers[0] ?? ""} secret_key: "${secretOf(format, "shortest", next)}"`);
    const text = [...secrets, privateKey(), rsaKeyValue(), '\u{1f600}"'].join("\r\n");
    for (let at = 0; at < text.length; at += 3) {
      for (const part of [text.slice(0, at), text.slice(at)]) {
        for (const { range } of secretsIn(part)) assert.ok(0 <= range.start && range.start < range.end && range.end <= part.length);
      }
    }
  });

  it("never fail after random changes", () => {
    const next = random(12);
    const text = `${privateKey()}\nAWS_SECRET_ACCESS_KEY=${"aB3+".repeat(10)}\n${rsaKeyValue()}\ntrello: "${"0a1b".repeat(16)}"\n`;
    for (let round = 0; round < 1500; round++) {
      const at = next(text.length);
      const changed = text.slice(0, at) + String.fromCharCode(next(0x300)) + text.slice(at + next(12));
      for (const { range } of secretsIn(changed)) assert.ok(range.start < range.end && range.end <= changed.length);
    }
  });

  it("have hits in order", () => {
    const offsets = hitsIn(secretTriggers.join("\n")).map(({ offset }) => offset);
    assert.deepEqual(offsets, [...offsets].sort((left, right) => left - right));
  });
});
