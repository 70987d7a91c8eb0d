import assert from "node:assert/strict";
import { Document } from "../../../../server/core/document.ts";
import { followStage, lineageOf, stagesSyntax, type DockerfileStages } from "../../../../server/languages/dockerfile/stages.ts";
import { expandWord } from "../../../../server/languages/dockerfile/variables.ts";

function read(text: string): DockerfileStages {
  return new Document("Dockerfile", "dockerfile", text).syntax(stagesSyntax);
}

/** The value of every USER on the way to the last stage. */
function users(text: string, environment: Record<string, string> = {}): string[] {
  const file = read(text);
  const found: string[] = [];
  const last = file.stages.at(-1);
  assert.ok(last);
  followStage(file, last, environment, (instruction, _stage, lookup) => {
    if (instruction.getKeyword() === "USER") found.push(expandWord(instruction.getArguments()[0]?.getValue() ?? "", lookup));
  });
  return found;
}

describe("stages of a Dockerfile", () => {
  it("are built on images or on earlier stages, whose names ignore case", () => {
    const { stages } = read("FROM node AS Base\nFROM base\nFROM later\nFROM x AS later\n");
    assert.deepEqual(stages.map(({ name, reference, parent }) => [name, reference, parent?.name]), [
      ["base", "node", undefined],
      [undefined, "base", "base"],
      [undefined, "later", undefined],
      ["later", "x", undefined],
    ]);
  });

  it("may have the name of their own image", () => {
    const [stage] = read("FROM node AS node\n").stages;
    assert.equal(stage?.parent, undefined);
  });

  it("take arguments from before the first FROM, in FROM and where a stage asks for them", () => {
    const text = "ARG V=22\nARG I=node:${V}\nFROM --platform=$BUILDPLATFORM ${I}-alpine\nUSER $V\nARG V\nUSER $V\n";
    assert.equal(read(text).stages[0]?.reference, "node:22-alpine");
    assert.deepEqual(users(text), ["\u0000", "22"]);
  });

  it("pass environment and arguments on to stages built on them", () => {
    assert.deepEqual(users("FROM a AS one\nENV U=me\nARG G=us\nFROM one\nUSER ${U}:${G}\n"), ["me:us"]);
    assert.deepEqual(users("FROM a AS one\nENV U=me\nFROM a\nUSER $U\n"), ["\u0000"]);
  });

  it("let ENV win over ARG whatever their order", () => {
    assert.deepEqual(users("FROM a\nENV U=env\nARG U=arg\nUSER $U\n"), ["env"]);
  });

  it("set all names of one ENV at once", () => {
    assert.deepEqual(users("FROM a\nENV A=1\nENV A=2 B=$A\nUSER $B\n"), ["1"]);
  });

  it("know what the base image sets", () => {
    assert.deepEqual(users("FROM a\nUSER $APP_UID\n", { APP_UID: "1654" }), ["1654"]);
  });

  it("give the image's place, behind flags and over joined lines", () => {
    const text = "\r\nFROM --platform=linux/amd64 \\\r\n  node:22 AS x\r\n";
    const [stage] = read(text).stages;
    assert.equal(text.slice(stage?.image?.start, stage?.image?.end), "node:22");
  });

  it("follow a chain of any length", () => {
    const text = `FROM a AS s0\n${Array.from({ length: 2_000 }, (_, at) => `FROM s${at} AS s${at + 1}\n`).join("")}USER me\n`;
    const last = read(text).stages.at(-1);
    assert.ok(last);
    assert.equal(lineageOf(last).length, 2_001);
    assert.deepEqual(users(text), ["me"]);
  });

  it("are none in an empty file, and half ones while they are typed", () => {
    assert.deepEqual(read("").stages, []);
    assert.equal(read("FROM").stages[0]?.image, undefined);
    assert.equal(read("FROM node AS").stages[0]?.reference, "node");
  });
});
