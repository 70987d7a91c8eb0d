import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { limits } from "../../../server/analysis/limits.ts";
import { encodeText } from "../../../server/workspace/decodeText.ts";
import { readDocument } from "../../../server/workspace/readDocument.ts";
import { withFolder } from "./folder.ts";

const text = 'const a = "äöü 🎉";\r\n';
const png = Buffer.from("89504e470d0a1a0a0000000d", "hex");

describe("readDocument", () => {
  for (const [encoding, bom] of [["utf8", false], ["utf8", true], ["utf16le", true], ["utf16be", true]] as const) {
    it(`reads ${encoding} ${bom ? "with" : "without"} a byte order mark, and writes the same bytes`, () =>
      withFolder({ "a.ts": encodeText(text, encoding, bom) }, (folder) => {
        const read = readDocument(folder, "a.ts");
        assert.ok(read.ok);
        assert.deepEqual([read.document.text, read.encoding, read.bom, read.damage], [text, encoding, bom, undefined]);
        assert.deepEqual(encodeText(read.document.text, read.encoding, read.bom), fs.readFileSync(path.join(folder, "a.ts")));
      }));
  }

  it("reads an empty file", () =>
    withFolder({ "a.ts": "" }, (folder) => {
      const read = readDocument(folder, "a.ts");
      assert.equal(read.ok && read.document.text, "");
    }));

  for (const [name, bytes, at] of [
    ["a lone byte", [0x61, 0x62, 0xff, 0x63], 2],
    ["Latin-1", [0x61, 0xe4, 0x62], 1],
    ["a character cut off by the end", [0x61, 0xf0, 0x9f, 0x8e], 1],
    ["an overlong form", [0xc0, 0xaf], 0],
    ["a fault behind a character of four bytes", [0xf0, 0x9f, 0x8e, 0x89, 0x80], 4],
  ] as const) {
    it(`says where UTF-8 is not valid: ${name}`, () =>
      withFolder({ "a.ts": Uint8Array.from(bytes) }, (folder) => {
        const read = readDocument(folder, "a.ts");
        assert.ok(read.ok);
        assert.equal(read.damage, `not valid UTF-8 at byte ${at}: analysed with replacement characters`);
        assert.ok(read.document.text.includes("\uFFFD"));
      }));
  }

  it("tells binary data under a name of code from data under another name", () =>
    withFolder({ "a.ts": png, "a.dat": png, "b.dat": Buffer.from("%PDF-1.7 text") }, (folder) => {
      const reason = "binary data, not text";
      assert.deepEqual(readDocument(folder, "a.ts"), { ok: false, reason, skipped: false });
      assert.deepEqual(readDocument(folder, "a.dat"), { ok: false, reason, skipped: true });
      assert.deepEqual(readDocument(folder, "b.dat"), { ok: false, reason, skipped: true });
    }));

  it("reads files up to the limit, and says of larger ones that they are", () =>
    withFolder({ "most.txt": Buffer.alloc(limits.fileBytes, 97), "more.txt": Buffer.alloc(limits.fileBytes + 1, 97) }, (folder) => {
      const read = readDocument(folder, "most.txt");
      assert.equal(read.ok && read.document.text.length, limits.fileBytes);
      assert.deepEqual(readDocument(folder, "more.txt"), { ok: false, reason: "larger than 10 MB", skipped: false });
    }));

  it("gives the reason where there is nothing to read", () =>
    withFolder({ "folder/a.ts": "" }, (folder) => {
      const reasonOf = (file: string): string | false => {
        const read = readDocument(folder, file);
        return !read.ok && read.reason;
      };
      fs.symlinkSync("loop.ts", path.join(folder, "loop.ts"));
      execFileSync("mkfifo", [path.join(folder, "pipe.ts")]);
      assert.equal(reasonOf("none.ts"), "disappeared while being read");
      assert.equal(reasonOf("folder"), "not a file but a folder");
      assert.equal(reasonOf("folder/a.ts/b.ts"), "disappeared while being read");
      assert.equal(reasonOf("loop.ts"), "a symbolic link that leads back to itself");
      assert.equal(reasonOf("pipe.ts"), "not a file but a named pipe");
      assert.equal(reasonOf(`${"x".repeat(300)}.ts`), "its name is too long for this system");
      assert.equal(reasonOf("\uFFFD.ts"), "its name is not valid UTF-8");
    }));
});
