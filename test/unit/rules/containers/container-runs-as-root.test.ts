import assert from "node:assert/strict";
import rule from "../../../../server/rules/containers/container-runs-as-root.ts";
import { findingsIn } from "../ruleBench.ts";

/** `severity: marked text` of every finding. */
async function found(text: string, file = "Dockerfile"): Promise<string[]> {
  const findings = (await findingsIn(file, text, rule)).filter((finding) => finding.rule === rule.id);
  return findings.map(({ severity, range }) => `${severity}: ${text.slice(range.start, range.end)}`);
}

async function firstFix(text: string): Promise<string | undefined> {
  const finding = (await findingsIn("Dockerfile", text, rule)).find((one) => one.rule === rule.id);
  return finding?.fixes[0]?.edits[0]?.newText.trim();
}

describe("container-runs-as-root", () => {
  describe("is sure of images that are known", () => {
    for (const image of ["node", "node:$V", "python:3.13", "gcr.io/distroless/static", "gcr.io/distroless/nodejs22:debug", "docker.io/library/debian:13", "eclipse-temurin:21-jre", "mcr.microsoft.com/dotnet/aspnet:9.0", "registry.access.redhat.com/ubi9/ubi-minimal", "bitnami/minideb", "httpd:2.4"]) {
      it(image, async () => assert.deepEqual(await found(`FROM ${image}\nCMD x\n`), [`error: ${image}`]));
    }
  });

  describe("knows images that run without root", () => {
    for (const image of ["gcr.io/distroless/static:nonroot", "gcr.io/distroless/nodejs22:debug-nonroot", "cgr.dev/chainguard/node:latest", "bitnami/redis:7", "docker:29-dind-rootless", "mcr.microsoft.com/dotnet/runtime:9.0-azurelinux3.0-distroless", "jenkins/jenkins:lts", "grafana/grafana", "registry.access.redhat.com/ubi9/nodejs-22", "nginxinc/nginx-unprivileged", "ghcr.io/nginx/nginx-unprivileged:stable", "prom/prometheus"]) {
      it(image, async () => assert.deepEqual(await found(`FROM ${image}\nCMD x\n`), []));
    }
  });

  describe("says nothing where it cannot know", () => {
    for (const image of ["${REGISTRY}/node:22", "gcr.io/distroless/base:${TAG}", "mcr.microsoft.com/dotnet/aspnet:$V", "cgr.dev/chainguard/wolfi-base", "public.ecr.aws/lambda/nodejs:22", "mcr.microsoft.com/devcontainers/base"]) {
      it(image, async () => assert.deepEqual(await found(`FROM ${image}\nCMD x\n`), []));
    }
  });

  it("tells other images as an information", async () => {
    for (const image of ["ghcr.io/team/base:1", "gcr.io/distroless/static@sha256:ab"]) {
      assert.deepEqual(await found(`FROM ${image}\n`), [`information: ${image}`]);
    }
  });

  it("lowers what only developers run, and leaves out what tests read", async () => {
    const text = "FROM node:22\nCMD node .\n";
    for (const file of ["Dockerfile.dev", ".devcontainer/Dockerfile", "dev.Dockerfile", "docker/Dockerfile.local", "Dockerfile-test"]) {
      assert.deepEqual(await found(text, file), ["information: node:22"], file);
    }
    assert.deepEqual(await found("FROM node:22 AS dev-envs\n"), ["information: node:22"]);
    assert.deepEqual(await found(text, "src/__fixtures__/Dockerfile"), []);
    for (const file of ["Dockerfile.prod", "devops/Dockerfile", "Dockerfile.device", "latest/Dockerfile"]) {
      assert.deepEqual(await found(text, file), ["error: node:22"], file);
    }
  });

  it("knows the users of Windows", async () => {
    assert.deepEqual(await found("FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD a\n"), []);
    assert.deepEqual(await found("FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD a\n"), ["information: mcr.microsoft.com/windows/servercore:ltsc2022"]);
    assert.deepEqual(await found("FROM mcr.microsoft.com/dotnet/aspnet:9.0-nanoserver-ltsc2022\n"), []);
    assert.deepEqual(await found("FROM mcr.microsoft.com/windows/nanoserver\nUSER ContainerAdministrator\n"), ["warning: ContainerAdministrator"]);
  });

  it("lowers what gives up root by itself, and offers no USER there", async () => {
    const starts = ['ENTRYPOINT ["gosu", "node", "npm", "start"]', "CMD su-exec app ./run", 'ENTRYPOINT ["/init"]', 'RUN apt-get install -y gosu\nENTRYPOINT ["/start.sh"]', "COPY --from=tianon/gosu /gosu /usr/bin/"];
    for (const start of starts) {
      assert.deepEqual(await found(`FROM node:22\n${start}\n`), ["information: node:22"], start);
      assert.equal(await firstFix(`FROM node:22\n${start}\n`), undefined, start);
    }
    assert.deepEqual(await found("FROM node:22\nRUN su node -c 'npm ci' && sudo -u node true\nCMD node .\n"), ["error: node:22"], "while building only");
  });

  it("trusts a database's start script until it is replaced", async () => {
    assert.deepEqual(await found("FROM postgres:17\nCMD [\"postgres\", \"-c\", \"x=1\"]\n"), []);
    assert.deepEqual(await found('FROM postgres:17\nENTRYPOINT ["docker-entrypoint.sh"]\n'), []);
    assert.deepEqual(await found('FROM postgres:17\nENTRYPOINT ["postgres"]\n'), ["error: postgres:17"]);
    assert.deepEqual(await found("FROM postgres:17\nUSER root\nRUN apt-get update\n"), ["information: root"]);
  });

  it("lowers an empty image that starts nothing", async () => {
    assert.deepEqual(await found("FROM scratch AS artifacts\nCOPY --from=build /out /\n"), ["information: scratch"]);
  });

  it("finds root in every spelling", async () => {
    for (const user of ["root", "0", "00", "0:0", "root:root", "root:1000", '"root"', "'0'", "${U:-root}", "${U:-${V:-0}}"]) {
      assert.deepEqual(await found(`FROM a\nUSER ${user}\n`), [`error: ${user}`], user);
    }
    for (const user of ["1000", "1000:0", "rooty", "node:root", "$U", "${U}", "nonroot", "10"]) {
      assert.deepEqual(await found(`FROM a\nUSER ${user}\n`), [], user);
    }
  });

  it("marks the USER of the stage that is inherited", async () => {
    const text = "FROM node AS base\nUSER root\nFROM base\nCMD x\n";
    const finding = (await findingsIn("Dockerfile", text, rule)).find((one) => one.rule === rule.id);
    assert.equal(finding?.region.start.line, 1);
    assert.equal(finding.related[0]?.region.start.line, 2);
    assert.equal(finding.fixes[0]?.edits[0]?.region.start.line, 3, "the final stage is mended, not the one that builds");
  });

  it("offers the account that fits best", async () => {
    assert.equal(await firstFix("FROM debian\nRUN useradd -ms /bin/bash -u 1001 app\nCMD x\n"), "USER 1001");
    assert.equal(await firstFix("FROM alpine\nRUN addgroup -S g && adduser -S -G g web\nCMD x\n"), "USER web");
    assert.equal(await firstFix("FROM alpine\nRUN <<EOF\nadduser -D \\\n  heredoc\nEOF\nCMD x\n"), "USER heredoc");
    assert.equal(await firstFix("FROM debian\nARG NAME=svc\nRUN useradd --uid=5 ${NAME}\nCMD x\n"), "USER 5");
    assert.equal(await firstFix("FROM node\nRUN useradd $NAME\nCMD x\n"), "USER 1000");
    assert.equal(await firstFix("FROM scratch\nENTRYPOINT [\"/a\"]\n"), "USER 65534:65534");
    assert.equal(await firstFix("FROM ghcr.io/team/base\nCMD x\n"), undefined);
    assert.equal(await firstFix("FROM nginx@sha256:ab\n"), undefined);
  });
});
