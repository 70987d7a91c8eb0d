import assert from "node:assert/strict";
import { parseImageReference } from "../../../../server/languages/dockerfile/imageReference.ts";
import { unknownPart } from "../../../../server/languages/dockerfile/variables.ts";

describe("image references", () => {
  const cases: [string, object | undefined][] = [
    ["node", { name: "node" }],
    ["node:22-alpine", { name: "node", tag: "22-alpine" }],
    ["docker.io/library/node:22", { name: "node", tag: "22" }],
    ["library/node", { name: "node" }],
    ["index.docker.io/bitnami/redis:7", { name: "bitnami/redis", tag: "7" }],
    ["public.ecr.aws/docker/library/python:3", { name: "python", tag: "3" }],
    ["harbor.example.com/hub/library/node:22", { name: "node", tag: "22" }],
    ["arm64v8/debian", { name: "debian" }],
    ["localhost:5000/team/app", { name: "localhost:5000/team/app" }],
    ["localhost:5000/app:1@sha256:ab", { name: "localhost:5000/app", tag: "1", digest: "sha256:ab" }],
    ["node@sha256:ab", { name: "node", digest: "sha256:ab" }],
    ["gcr.io/distroless/static:nonroot", { name: "gcr.io/distroless/static", tag: "nonroot" }],
    [`node:${unknownPart}-alpine`, { name: "node", tag: `${unknownPart}-alpine` }],
    [`${unknownPart}/node:22`, undefined],
    ["", undefined],
    [":22", undefined],
  ];
  for (const [text, parts] of cases) it(text === "" ? "(nothing)" : text.replaceAll(unknownPart, "…"), () => assert.deepEqual(parseImageReference(text), parts));
});
