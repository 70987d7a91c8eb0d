import assert from "node:assert/strict";
import { Document } from "../../../../server/core/document.ts";
import { composeSyntax, type ComposeFile } from "../../../../server/languages/compose/composeFile.ts";
import { interpolate } from "../../../../server/languages/compose/interpolation.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import { growsInStraightLine } from "../../growth.ts";

function read(text: string, files: Record<string, string> = {}, path = "compose.yaml"): ComposeFile | undefined {
  const neighbours = {
    has: (other: string): boolean => Object.hasOwn(files, other),
    read(other: string): Document | undefined {
      const found = files[other];
      return found === undefined ? undefined : new Document(other, languageOf(other), found, neighbours);
    },
  };
  return new Document(path, "yaml", text, neighbours).syntax(composeSyntax);
}

function image(file: ComposeFile | undefined): string | undefined {
  return file?.text(file.services[0]?.value("image"));
}

describe("compose variables", () => {
  const values: Record<string, string> = { A: "one", EMPTY: "" };
  const cases: [string, string][] = [
    ["$A-${A}", "one-one"],
    ["$$A", "$A"],
    ["${A:-x}${B:-x}${B-y}${EMPTY:-z}${EMPTY-z}", "onexyz"],
    ["${B:-${C:-deep}}", "deep"],
    ["${A:+set}${A:?needed}", "setone"],
    ["$B", "\0"],
    ["${B:?needed}", "\0"],
    ["${B:+set}", "\0"],
    ["${", "\0"],
    ["a$", "a\0"],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(interpolate(text, (name) => values[name]), expected));
  it("take time in proportion to the text", () => growsInStraightLine("variables", (size) => interpolate("${A:-".repeat(size), () => undefined), 4_000));
});

describe("compose files", () => {
  it("are known by name or by shape", () => {
    assert.equal(read("services:\n  a:\n    image: b\n", {}, "deploy/app.yml")?.services.length, 1);
    assert.equal(read("services:\n  a:\n    command: c\n")?.services[0]?.isWhole, false);
    for (const text of ["services:\n  a:\n    command: c\n", "services:\n  - image: b\n", "openapi: 3.1.0\nservices:\n  a:\n    image: b\n", "x:\n  services:\n    a:\n      image: b\n", "services: ["]) {
      assert.equal(read(text, {}, "other.yml"), undefined, text);
    }
  });

  it("take variables from the .env beside them, else from defaults", () => {
    const text = "services:\n  a:\n    image: b:${TAG:-1}\n";
    assert.equal(image(read(text)), "b:1");
    assert.equal(image(read(text, { ".env": "TAG=2\n" })), "b:2");
    assert.equal(image(read(text, { "x/.env": "TAG=3\n" }, "x/compose.yaml")), "b:3");
    assert.equal(image(read("services:\n  a:\n    image: b:${TAG}\n")), undefined);
  });

  it("take over what they extend, in this file and in others", () => {
    const base = "services:\n  base:\n    image: b:1\n    cap_drop: [ALL]\n    extends:\n      service: root\n  root:\n    read_only: true\n";
    const file = read("services:\n  a:\n    extends:\n      file: ../shared/base.yml\n      service: base\n    cap_drop: [NET_RAW]\n", { "shared/base.yml": base }, "app/compose.yaml");
    const [service] = file?.services ?? [];
    assert.equal(image(file), "b:1");
    assert.equal(file?.text(service?.value("read_only")), "true");
    assert.equal(service?.values("cap_drop").length, 2);
    assert.equal(service.own("image"), undefined);
    assert.deepEqual([service.isWhole, service.isOpen], [true, false]);
  });

  it("say where an extended service is not at hand, or extends itself", () => {
    for (const text of ["services:\n  a:\n    image: b\n    extends:\n      file: gone.yml\n      service: a\n", "services:\n  a:\n    image: b\n    extends: a\n", "services:\n  a:\n    image: b\n    extends: ${BASE}\n"]) {
      assert.equal(read(text)?.services[0]?.isOpen, true, text);
    }
  });

  it("follow anchors and merge keys", () => {
    const file = read("x-a: &a\n  image: b:1\n  user: root\nservices:\n  one: *a\n  two:\n    <<: *a\n    user: node\n");
    assert.deepEqual(file?.services.map((service) => file.text(service.own("user")?.value)), ["root", "node"]);
  });
});
