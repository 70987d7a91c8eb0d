import { defineRule } from "../../core/rule.ts";
import { beside } from "./containerExamples.ts";
import { contextFilterOf, folderOf } from "./buildContext.ts";
import { copiesWholeContext } from "./copiedSources.ts";
import { noCredentials } from "./hardening.ts";
import { productOf, stepsOf } from "./product.ts";

/** What no image should hold, with a path that stands for each. The history lies at the top of the repository. */
const environment = [".env", ".env"] as const;
const history = [".git", ".git/config"] as const;
/** What is worth adding when the file is touched anyway. */
const advised: readonly (readonly [pattern: string, path: string])[] = [
  ["**/.env.*", ".env.local"],
  ["**/*.pem", "a.pem"],
  ["**/*.key", "a.key"],
];

function folder(files: Readonly<Record<string, string>>, name: string, code: string, file = "Dockerfile"): ReturnType<typeof beside> {
  return beside({ "package.json": "{}\n", ...files }, { name, file, code });
}

export default defineRule({
  id: "build-context-unfiltered",
  title: "Whole folder is copied without a .dockerignore that keeps secrets out",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["copy", "add"],
  requirements: noCredentials,
  severity: "information",
  cwe: [538],
  benchmarks: { cisDocker: ["4.10"] },
  fix: "none",
  documentation: {
    wrong: "A delivered stage takes the whole folder (`COPY . …`), and no `.dockerignore` beside the Dockerfile or above it leaves out `.env`; at the top of the workspace also `.git`. Reported once for a file. A `.env` with secrets that lies there is `secret-file-in-image`.",
    why: "Whatever lies in the folder of the person or machine that builds ends up in the image: an `.env`, keys, the history of the repository with secrets that were removed long ago.",
    fix: "Write a `.dockerignore` with `.git`, `.env`, `**/.env.*`, `**/*.pem`, `**/*.key` and `node_modules`; the quick fix appends what is missing. Or name what you copy: `COPY src ./src`.",
    suppress: "When the image is only ever built from a fresh clone whose history is public.",
  },
  examples: {
    bad: [
      folder({}, "no file at all", "FROM node:24.11.1\nCOPY [|.|] .\n"),
      folder({ ".dockerignore": "node_modules\ndist\n" }, "a file that leaves out other things", "FROM node:24.11.1\nCOPY [|./|] /app/\n"),
      folder({ ".dockerignore": ".git\n" }, "a file without .env", "FROM node:24.11.1\nADD [|.|] /app\n"),
      folder({ ".dockerignore": "*\n!.env\n!src\n" }, "a file that lets .env in again", "FROM node:24.11.1\nCOPY --chown=1000 [|.|] .\n"),
      folder({ ".dockerignore": "# .env\nconfig/.env\n.git\n" }, "a comment, and another folder", "FROM node:24.11.1\nCOPY [|.|] .\n"),
      folder({}, "in a stage that the last one is built on", "FROM node:24.11.1 AS base\nCOPY [|.|] .\nFROM base\nCMD app\n"),
      folder({}, "in a folder below", "FROM node:24.11.1\nCOPY [|.|] .\nCOPY . /again\n", "app/Dockerfile"),
    ],
    good: [
      folder({ ".dockerignore": ".git\n.env\n" }, "both left out", "FROM node:24.11.1\nCOPY . .\n"),
      folder({ ".dockerignore": "*\n!src\n!package.json\n" }, "everything left out but what is needed", "FROM node:24.11.1\nCOPY . .\n"),
      folder({ ".dockerignore": "**/.env*\r\n**/.git/\r\n" }, "by patterns", "FROM node:24.11.1\nCOPY . .\n"),
      folder({ "Dockerfile.dockerignore": ".env\n.git*\n" }, "a file named after the Dockerfile", "FROM node:24.11.1\nCOPY . .\n"),
      folder({ ".dockerignore": ".env\n.git\n" }, "a file in the folder above", "FROM node:24.11.1\nCOPY . .\n", "docker/Dockerfile"),
      folder({}, "only what is named", "FROM node:24.11.1\nCOPY package.json src ./\n"),
      folder({}, "all of another stage", "FROM node:24.11.1 AS build\nFROM scratch\nCOPY --from=build . .\n"),
      folder({}, "in a stage that builds", "FROM node:24.11.1 AS build\nCOPY . .\nFROM scratch\nCOPY --from=build /a /a\n"),
      folder({}, "a folder below the context", "FROM node:24.11.1\nCOPY ./src/ .\n"),
    ],
  },
  check(document, report) {
    const product = productOf(document);
    const filter = contextFilterOf(document);
    if (!product || !filter) return;
    const whole = [...stepsOf(product, "delivered")].map(({ step }) => copiesWholeContext(step)).find((source) => source !== undefined);
    const wanted = folderOf(document) === "" ? [environment, history] : [environment];
    const missing = wanted.filter(([, path]) => !filter.leavesOut(path)).map(([pattern]) => pattern);
    if (!whole || missing.length === 0) return;
    const lines = [...wanted, ...advised].filter(([, path]) => !filter.leavesOut(path)).map(([pattern]) => pattern);
    const where = filter.path === undefined ? "no .dockerignore leaves" : "the .dockerignore does not leave";
    report({
      range: whole.range,
      message: `The whole folder is copied, and ${where} out ${missing.join(" and ")}.`,
      fixes: [
        { title: "Leave secrets out by .dockerignore", safe: false, edits: [], appends: lines.map((line) => ({ fileName: ".dockerignore", line })) },
      ],
      atMost: product.limit,
    });
  },
});
