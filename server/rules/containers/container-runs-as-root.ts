import { Cmd, Entrypoint } from "dockerfile-ast";
import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { milder, type Severity } from "../../core/severity.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import { accountOf, isAllPowerful, isWindowsAdministrator } from "./accounts.ts";
import { finalImageOf, labelOf, type FinalImage, type UserSetting } from "./finalImage.ts";
import { imagePurposeOf } from "./imagePurpose.ts";
import { keepsStartScript, seemsToDropRoot } from "./privilegeDrop.ts";
import { addUser, replaceUser } from "./userInstruction.ts";

export default defineRule({
  id: "container-runs-as-root",
  title: "Container runs as root",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["from"],
  requirements: [
    "akeneo/hardened-images",
    "akeneo/cis-benchmarks",
    "atlassian/container-fixed-user",
    "superoffice/cis-controls",
    "openchannel/container-scan",
  ],
  severity: "error",
  cwe: [250],
  benchmarks: { cisDocker: ["4.1"], cisKubernetes: ["5.2.7"] },
  alsoKnownAs: {
    hadolint: ["DL3002"],
    trivy: ["DS-0002"],
    checkov: ["CKV_DOCKER_3", "CKV_DOCKER_8"],
    kics: ["Missing User Instruction fd54f200-402c-4333-a5a4-36ef6709af2f", "Last User Is 'root' 67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae"],
  },
  fix: "review",
  documentation: {
    wrong:
      "The image's start command runs with all rights: the last `USER` of the final stage is root (also as `0`, or through the default of an `ARG` or `ENV`), or there is no `USER` at all and the base image runs as root. Earlier stages only build and are left alone. A base image that is not known here is an information, since its own user may be another; so is an image that changes the user when it starts (`gosu`, `su-exec`), and one that only developers run (`Dockerfile.dev`, a final stage called `dev`).",
    why: "Whoever breaks into the process owns the container, and with one flaw of the kernel or one mounted path the host as well. The CIS Docker Benchmark (4.1) asks for a user in every image, image scanners repeat it, and a cluster that enforces `runAsNonRoot` refuses to start the image.",
    fix: "The quick fix adds a `USER` right before the start command, when nothing is built any more: an account that the Dockerfile makes itself, one that the base image ships, or nobody; by its number where that is known (`1000` of node, `$APP_UID`, `33` of www-data), since a cluster can tell from a number alone that it is not root. Look it through: files that the process writes must belong to that account (`COPY --chown`). For nginx the unprivileged image is offered; it listens on port 8080.",
    suppress:
      "When the process needs root at its start and gives it up in a way that is not visible here, or when the platform runs the image under another user.",
  },
  examples: {
    bad: [
      {
        name: "a base image that runs as root",
        file: "Dockerfile",
        code: 'FROM [|node:22-alpine|]\nWORKDIR /app\nCOPY . .\nRUN npm ci\nEXPOSE 3000\nCMD ["node", "server.js"]\n',
        fixed: 'FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nRUN npm ci\nEXPOSE 3000\nUSER 1000\nCMD ["node", "server.js"]\n',
      },
      {
        name: "the last USER is root again",
        file: "Dockerfile",
        code: 'FROM node:22\nUSER node\nRUN npm ci\nUSER [|root|]\nRUN apt-get update && apt-get install -y tini\nENTRYPOINT ["tini", "--"]\nCMD ["node", "server.js"]\n',
        fixed: 'FROM node:22\nUSER node\nRUN npm ci\nUSER root\nRUN apt-get update && apt-get install -y tini\nUSER 1000\nENTRYPOINT ["tini", "--"]\nCMD ["node", "server.js"]\n',
      },
      {
        name: "number 0 with its group",
        file: "services/api/Dockerfile",
        code: 'FROM jenkins/jenkins:lts\nUSER [|0:0|]\n',
        fixed: 'FROM jenkins/jenkins:lts\nUSER 1000\n',
      },
      {
        name: "root through the default of an argument before FROM",
        file: "Dockerfile",
        code: 'ARG RUN_AS=root\nFROM oven/bun:1\nARG RUN_AS\nENV APP_USER=${RUN_AS}\nCOPY . .\nUSER [|${APP_USER:-bun}|]\nCMD ["bun", "start"]\n',
        fixed: 'ARG RUN_AS=root\nFROM oven/bun:1\nARG RUN_AS\nENV APP_USER=${RUN_AS}\nCOPY . .\nUSER 1000\nCMD ["bun", "start"]\n',
      },
      {
        name: "a stage built on another one",
        file: "Dockerfile",
        code: 'ARG VERSION=8.0\nFROM mcr.microsoft.com/dotnet/aspnet:${VERSION} AS base\nWORKDIR /app\n\nFROM mcr.microsoft.com/dotnet/sdk:${VERSION} AS build\nUSER root\nRUN dotnet publish -o /out\n\nFROM [|base|] AS final\nCOPY --from=build /out .\n# Listens on 8080\nENTRYPOINT ["dotnet", "App.dll"]\n',
        fixed: 'ARG VERSION=8.0\nFROM mcr.microsoft.com/dotnet/aspnet:${VERSION} AS base\nWORKDIR /app\n\nFROM mcr.microsoft.com/dotnet/sdk:${VERSION} AS build\nUSER root\nRUN dotnet publish -o /out\n\nFROM base AS final\nCOPY --from=build /out .\nUSER $APP_UID\n# Listens on 8080\nENTRYPOINT ["dotnet", "App.dll"]\n',
      },
      {
        name: "an account is made and not used",
        file: "Containerfile",
        code: 'from [|docker.io/library/python:3.13-slim|]\nrun apt-get install -y adduser curl && \\\n    adduser --system --uid 1001 --group worker\ncopy . /srv\n  cmd ["python", "/srv/main.py"]\n',
        fixed: 'from docker.io/library/python:3.13-slim\nrun apt-get install -y adduser curl && \\\n    adduser --system --uid 1001 --group worker\ncopy . /srv\n  USER 1001\n  cmd ["python", "/srv/main.py"]\n',
      },
      {
        name: "the empty image",
        file: "Dockerfile",
        code: 'FROM golang:1.25 AS build\nRUN go build -o /server .\n\nFROM [|scratch|]\nCOPY --from=build /server /server\nENTRYPOINT ["/server"]\n',
        fixed: 'FROM golang:1.25 AS build\nRUN go build -o /server .\n\nFROM scratch\nCOPY --from=build /server /server\nUSER 65534:65534\nENTRYPOINT ["/server"]\n',
      },
      {
        name: "nginx, which has an unprivileged twin",
        file: "Dockerfile",
        code: 'FROM [|nginx:1.29-alpine|]\nCOPY dist /usr/share/nginx/html\n',
        fixed: 'FROM nginxinc/nginx-unprivileged:1.29-alpine\nCOPY dist /usr/share/nginx/html\n',
      },
      {
        name: "an image whose user is not known",
        file: "Dockerfile",
        code: 'FROM [|registry.example.com/team/base:3|]\nCMD ["/run"]\n',
      },
      {
        name: "a start command that changes the account by itself",
        file: "Dockerfile",
        code: 'FROM [|alpine:3.22|]\nRUN apk add --no-cache su-exec\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n',
      },
      {
        name: "Windows line breaks, a digest, and no line break at the end",
        file: "build/api.dockerfile",
        code: '# syntax=docker/dockerfile:1\r\nFROM [|node:22@sha256:0a1b|]\r\nCMD node server.js',
        fixed: '# syntax=docker/dockerfile:1\r\nFROM node:22@sha256:0a1b\r\nUSER 1000\r\nCMD node server.js',
      },
    ],
    good: [
      { name: "an account of the base image", file: "Dockerfile", code: 'FROM node:22-alpine\nRUN npm ci\nUSER node\nCMD ["node", "server.js"]\n' },
      { name: "a number and a group", file: "Dockerfile", code: "FROM scratch\nCOPY server /\nUSER 10001:10001\nENTRYPOINT [\"/server\"]\n" },
      { name: "root while building only", file: "Dockerfile", code: "FROM node:22\nUSER root\nRUN apt-get update\nUSER node\nCMD node server.js\n" },
      { name: "root in an earlier stage", file: "Dockerfile", code: "FROM golang:1.25 AS build\nUSER root\nRUN go build\nFROM gcr.io/distroless/static:nonroot\nCOPY --from=build /app /app\nENTRYPOINT [\"/app\"]\n" },
      { name: "the user of the stage it is built on", file: "Dockerfile", code: "FROM python:3.13 AS Base\nUSER nobody\nFROM base\nCMD python main.py\n" },
      { name: "a user that the caller names", file: "Dockerfile", code: "FROM node:22\nARG RUN_AS\nUSER $RUN_AS\nCMD node server.js\n" },
      { name: "a number through arguments", file: "Dockerfile", code: "FROM debian:13\nARG UID=1000\nARG GID=1000\nUSER ${UID}:${GID}\nCMD app\n" },
      { name: "an image without root", file: "Dockerfile", code: "FROM nginxinc/nginx-unprivileged:1.29\nCOPY dist /usr/share/nginx/html\n" },
      { name: "the account number that .NET brings", file: "Dockerfile", code: 'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nUSER $APP_UID\nENTRYPOINT ["dotnet", "App.dll"]\n' },
      { name: ".NET on a chiseled Ubuntu", file: "Dockerfile", code: 'FROM mcr.microsoft.com/dotnet/runtime-deps:9.0-noble-chiseled\nENTRYPOINT ["/app"]\n' },
      { name: "a database, whose start script changes the account", file: "Dockerfile", code: "FROM postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/\n" },
      { name: "an image that the caller names", file: "Dockerfile", code: "ARG BASE\nFROM ${BASE}\nCMD app\n" },
      { name: "the word in a here-document", file: "Dockerfile", code: "FROM node:22\nUSER node\nRUN <<EOF\nUSER root\nEOF\n" },
      { name: "a trigger for images built on this one", file: "Dockerfile", code: "FROM node:22\nUSER node\nONBUILD USER root\nCMD node\n" },
      { name: "an escape character of Windows", file: "Dockerfile", code: "# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nRUN echo a `\n  b\nUSER ContainerUser\nCMD app.exe\n" },
      { name: "an instruction that is being typed", file: "Dockerfile", code: "FROM node:22\nUSER\nCMD node\n" },
      { name: "input of a test", file: "test/fixtures/Dockerfile", code: "FROM node:22\nCMD node\n" },
    ],
  },
  check(document, report) {
    const image = finalImageOf(document);
    if (!image || image.user === "incomplete") return;
    const purpose = imagePurposeOf(document, image.stage.name);
    if (purpose === "fixture") return;
    const limit: Severity = purpose === "development" ? "information" : "error";
    if (image.user) checkUser(document, image, image.user, limit, report);
    else checkBase(document, image, limit, report);
  },
});

function checkUser(document: Document, image: FinalImage, user: UserSetting, limit: Severity, report: Report): void {
  if (!isKnown(user.value) || !isAllPowerful(user.value)) return;
  const { stage, base, account } = image;
  const range = user.argument;
  const written = document.text.slice(range.start, range.end);
  const who = `The last USER is ${accountOf(user.value)}${written.includes("$") ? ` through ${written}` : ""}`;
  const related = user.stage === stage ? [] : [{ range: image.image, message: "The final stage is built on that stage." }];
  // What becomes somebody else at its start needs root for that: a USER would break it.
  if (seemsToDropRoot(image.instructions) || (base?.user === "entrypoint" && keepsStartScript(image.instructions))) {
    const message = `${who}; the start command seems to change to another account.`;
    report({ range, message, related, atMost: "information" });
    return;
  }
  const certainty = base?.user === "platform" ? "information" : isWindowsAdministrator(user.value) ? "warning" : "error";
  report({
    range,
    message: `${who}, so the container runs with all rights.`,
    related,
    fixes: account === undefined ? [] : [replaceUser(document, stage, user.instruction, range, account)],
    atMost: milder(limit, certainty),
  });
}

function checkBase(document: Document, image: FinalImage, limit: Severity, report: Report): void {
  const fault = faultOfBase(image);
  if (!fault) return;
  const { stage, origin } = image;
  const originImage = origin.image ?? image.image;
  report({
    range: image.image,
    message: fault.message,
    related: origin === stage ? [] : [{ range: originImage, message: `The stages are built on ${labelOf(origin)}.` }],
    fixes: fault.fixable ? fixesOfBase(document, image) : [],
    atMost: milder(limit, fault.certainty),
  });
}

/** What is wrong where no USER is set; undefined where nothing is, or nothing can be known. */
function faultOfBase({ origin, isNamed, base, instructions }: FinalImage): { message: string; certainty: Severity; fixable: boolean } | undefined {
  if (!isNamed) return undefined;
  const name = labelOf(origin);
  if (!base) {
    return { message: `No USER is set, and as whom ${name} runs is not known.`, certainty: "information", fixable: true };
  }
  if (base.user === "administrator") {
    const message = `No USER is set, so the container runs as an administrator, as ${name} does.`;
    return { message, certainty: "information", fixable: false };
  }
  const isScriptReplaced = base.user === "entrypoint" && !keepsStartScript(instructions);
  if (base.user !== "root" && !isScriptReplaced) return undefined;
  if (seemsToDropRoot(instructions)) {
    const message = "No USER is set, so the container starts as root; its start command seems to change to another account.";
    return { message, certainty: "information", fixable: false };
  }
  const because = isScriptReplaced ? `: the start script of ${name}, which changes the account, is replaced` : name === "scratch" ? "" : `, as ${name} does`;
  // Without a command nothing starts: such an image only carries files out of the build.
  const carriesFiles = name === "scratch" && !instructions.some((one) => one instanceof Cmd || one instanceof Entrypoint);
  return {
    message: `No USER is set, so the container runs as root${because}.`,
    certainty: carriesFiles ? "information" : "error",
    fixable: true,
  };
}

function fixesOfBase(document: Document, { stage, origin, base, account }: FinalImage): Fix[] {
  if (account !== undefined) return [addUser(document, stage, account)];
  const name = base?.unprivilegedName;
  if (!origin.image || name === undefined) return [];
  const written = document.text.slice(origin.image.start, origin.image.end);
  const colon = written.indexOf(":");
  const own = colon < 0 ? written : written.slice(0, colon);
  // The digest of one image is not that of the other, and a variable in the name is not ours to resolve.
  if (written.includes("@") || own.includes("$")) return [];
  const range = { start: origin.image.start, end: origin.image.start + own.length };
  return [{ title: `Use ${name}, which listens on port 8080`, safe: false, edits: [{ range, newText: name }] }];
}
