import type { Document } from "../../core/document.ts";
import { defineRule } from "../../core/rule.ts";
import { milder } from "../../core/severity.ts";
import { contextFile, contextFilterOf } from "./buildContext.ts";
import { beside, dockerfiles } from "./containerExamples.ts";
import { noCredentials } from "./hardening.ts";
import { productOf, stepsOf, stageLimit } from "./product.ts";
import { copiedSources, copiesWholeContext } from "./copiedSources.ts";
import { holdsSecret, secretFileKind } from "./secretFiles.ts";

const environment = `DB_PASSWORD=${["Rk7", "wq2Lm", "x9"].join("")}\n`;

export default defineRule({
  id: "secret-file-in-image",
  title: "File with secrets is copied into the image",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["copy", "add"],
  requirements: noCredentials,
  severity: "error",
  cwe: [538, 522],
  benchmarks: { cisDocker: ["4.10"], cisKubernetes: ["5.4.1"] },
  alsoKnownAs: { trivy: ["DS-0031"] },
  fix: "none",
  documentation: {
    wrong: "`COPY` or `ADD` takes a file that holds secrets: `.env`, a private key, a keystore, `.npmrc` with a token, `.netrc`, `.aws`, `.kube`. Where the file lies in the workspace, its text decides: a `.env` without secrets is not meant. `COPY . .` counts where a `.env` with secrets lies beside the Dockerfile and no `.dockerignore` leaves it out. A stage that only builds is a warning.",
    why: "Everybody who can pull the image can read the file, in every copy of the image, also when a later layer removes it.",
    fix: "Name the file in `.dockerignore`. Give the running container its secrets as variables or mounted files, and a build `RUN --mount=type=secret`. Then replace the secrets: they were in every image so far.",
    suppress: "When the file holds values for a demonstration that open nothing.",
  },
  examples: {
    bad: [
      ...dockerfiles(
        ["a .env", "FROM node:24.11.1\nCOPY [|.env|] ./\nCOPY src ./src\n"],
        ["among others", "FROM node:24.11.1\nCOPY package.json [|.env.production|] ./\n"],
        ["a private key", "FROM debian:13\nCOPY --chown=1000:1000 [|keys/id_rsa|] /root/.ssh/id_rsa\n"],
        ["a keystore", "FROM eclipse-temurin:25\nADD [|server.p12|] /app/\n"],
        ["in the JSON form", 'FROM debian:13\nCOPY [[|"tls/server.key"|], "/etc/ssl/"]\n'],
        ["a folder of credentials", "FROM debian:13\nCOPY [|.aws|] /root/.aws\n"],
        ["in a build stage", "FROM node:24.11.1 AS build\nCOPY [|.netrc|] /root/\nFROM scratch\nCOPY --from=build /a /a\n"],
      ),
      beside({ ".npmrc": `//registry.example.com/:_authToken=${["aB3dE5", "fG7hJ9"].join("")}\n` }, {
        name: "a configuration that holds a token",
        file: "Dockerfile",
        code: "FROM node:24.11.1\nCOPY package.json [|.npmrc|] ./\n",
      }),
      beside({ ".env": environment, ".dockerignore": "node_modules\n" }, {
        name: "the whole folder, with a .env in it",
        file: "Dockerfile",
        code: "FROM node:24.11.1\nCOPY [|.|] .\n",
      }),
    ],
    good: [
      ...dockerfiles(
        ["an example", "FROM node:24.11.1\nCOPY .env.example .env.dist ./\n"],
        ["a certificate", "FROM debian:13\nCOPY ca.pem server.crt id_rsa.pub /etc/ssl/\n"],
        ["from another stage", "FROM node:24.11.1 AS build\nFROM node:24.11.1\nCOPY --from=build /app/.env /app/\n"],
        ["a configuration whose text is not at hand", "FROM node:24.11.1\nCOPY .npmrc web.config ./\n"],
        ["the whole folder, whose files are not at hand", "FROM node:24.11.1\nCOPY . .\n"],
        ["a mounted secret", "FROM node:24.11.1\nRUN --mount=type=secret,id=env,target=/app/.env npm run build\n"],
        ["a script about the environment", "FROM node:24.11.1\nCOPY env.ts environment.key.ts ./\n"],
        ["a here-document", "FROM node:24.11.1\nCOPY <<EOF /app/.env\nPORT=8080\nEOF\n"],
      ),
      beside({ ".env": "PORT=8080\nDB_PASSWORD=\nAPI_TOKEN=${API_TOKEN}\n" }, { name: "a .env without secrets", file: "Dockerfile", code: "FROM node:24.11.1\nCOPY .env ./\n" }),
      beside({ ".env": environment, ".dockerignore": "**/.env*\n" }, { name: "a .env that is left out", file: "Dockerfile", code: "FROM node:24.11.1\nCOPY . .\n" }),
      beside({ ".npmrc": "//npm.acme.io/:_authToken=${NPM_TOKEN}\n" }, { name: "a configuration with a reference", file: "Dockerfile", code: "FROM node:24.11.1\nCOPY .npmrc ./\n" }),
    ],
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { stage, step } of stepsOf(product, "all")) {
      const limit = stageLimit(product, stage, "warning");
      for (const source of copiedSources(step)) {
        const kind = secretFileKind(source.text, (path) => contextFile(document, path));
        if (kind === undefined || contextFilterOf(document)?.leavesOut(source.text) === true) continue;
        const message = `${source.text} becomes part of the image, where everybody who can pull it reads its secrets.`;
        report({ range: source.range, message, atMost: kind === "secret" ? limit : milder(limit, "warning") });
      }
      const whole = copiesWholeContext(step);
      if (whole && copiesSecretEnvironment(document)) {
        const message = "The .env beside this file is copied too, so everybody who can pull the image reads its secrets.";
        report({ range: whole.range, message, atMost: limit });
      }
    }
  },
});

function copiesSecretEnvironment(document: Document): boolean {
  const file = contextFile(document, ".env");
  return file !== undefined && holdsSecret(file.text) && contextFilterOf(document)?.leavesOut(".env") === false;
}
