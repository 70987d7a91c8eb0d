import { defineRule } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { dockerfiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { productOf, runCommands, stepsOf, stageLimit } from "./product.ts";
import type { StageRecipe } from "./recipe.ts";
import { certificateSwitches, certificateVariables } from "./tables/certificateSwitches.ts";
import { removalFix } from "./wordEdits.ts";

const message = "The server's certificate is not checked, so anyone on the way can put other files into the build.";

export default defineRule({
  id: "build-certificate-unchecked",
  title: "Build does not check certificates",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: [
    "curl", "wget", "--trusted-host", "strict-ssl", "strictssl", "node_tls_reject_unauthorized", "git_ssl_no_verify", "sslverify",
    "pythonhttpsverify", "no-check-certificate", "no-verify-ssl", "verify-peer", "disable-tls",
  ],
  requirements: [...supplyChain, "atlassian/tls"],
  severity: "error",
  cwe: [295],
  benchmarks: { cisDocker: ["4.11", "4.12"] },
  alsoKnownAs: {
    checkov: [
      "CKV2_DOCKER_2", "CKV2_DOCKER_3", "CKV2_DOCKER_4", "CKV2_DOCKER_5", "CKV2_DOCKER_6", "CKV2_DOCKER_12", "CKV2_DOCKER_13",
      "CKV2_DOCKER_14", "CKV2_DOCKER_15", "CKV2_DOCKER_16",
    ],
  },
  fix: "safe",
  documentation: {
    wrong: "A program that fetches something while building is told not to check the server's certificate: `curl -k`, `wget --no-check-certificate`, `pip --trusted-host`, `npm config set strict-ssl false`, `git -c http.sslVerify=false`, or a variable such as `NODE_TLS_REJECT_UNAUTHORIZED=0`. A variable that `ENV` sets holds in the running container too.",
    why: "Anyone between the build and the server can put in files of their own, and they end up in the product.",
    fix: "The quick fix takes the option away. If the build then fails, the certificate is the fault to mend: install `ca-certificates`, or add your own authority to the image.",
    suppress: "When the server is on the same machine.",
  },
  examples: {
    bad: dockerfiles(
      ["curl", "FROM debian:13\nRUN curl [|-k|] -o a https://example.com/a\n", "FROM debian:13\nRUN curl -o a https://example.com/a\n"],
      ["curl in full", "FROM debian:13\nRUN apt-get update && \\\n  curl [|--insecure|] -LO https://example.com/a\n", "FROM debian:13\nRUN apt-get update && \\\n  curl -LO https://example.com/a\n"],
      ["curl among other letters", "FROM debian:13\nRUN curl [|-fskL|] https://example.com/a -o a\n", "FROM debian:13\nRUN curl -fsL https://example.com/a -o a\n"],
      ["wget", "FROM debian:13\nRUN wget https://example.com/a [|--no-check-certificate|]\n", "FROM debian:13\nRUN wget https://example.com/a\n"],
      ["pip", "FROM python:3.14.1\nUSER 1000\nRUN pip install [|--trusted-host pypi.example.com|] -r requirements.txt\n", "FROM python:3.14.1\nUSER 1000\nRUN pip install -r requirements.txt\n"],
      ["npm", "FROM node:24.11.1\nRUN npm [|config set strict-ssl false|] && npm ci\n"],
      ["a variable of the container", "FROM node:24.11.1\nENV [|NODE_TLS_REJECT_UNAUTHORIZED=0|]\nCMD node .\n"],
      ["a variable of one command", "FROM alpine:3.24.1\nRUN [|GIT_SSL_NO_VERIFY=1|] git clone https://example.com/a.git\n", "FROM alpine:3.24.1\nRUN git clone https://example.com/a.git\n"],
      ["git for one command", "FROM alpine:3.24.1\nRUN git [|-c http.sslVerify=false|] clone https://example.com/a.git\n", "FROM alpine:3.24.1\nRUN git clone https://example.com/a.git\n"],
    ),
    good: dockerfiles(
      ["another option with that letter", "FROM debian:13\nRUN curl -fsSLo k https://example.com/k && tar -k -xf k\n"],
      ["an option's value", "FROM debian:13\nRUN curl -H -k https://example.com/a -o -k\n"],
      ["a check that is on", "FROM node:24.11.1\nENV NODE_TLS_REJECT_UNAUTHORIZED=1\nRUN npm config set strict-ssl true\n"],
      ["a host whose certificate is known", "FROM debian:13\nRUN wget --ca-certificate=own.pem https://example.com/a\n"],
      ["a message", "FROM debian:13\nRUN echo 'never use curl -k'\n"],
      ["pip as usual", "FROM python:3.14.1\nRUN pip install --index-url https://pypi.example.com/simple -r requirements.txt\n"],
      ["an argument that the caller sets", "FROM node:24.11.1\nARG NODE_TLS_REJECT_UNAUTHORIZED\nRUN npm ci\n"],
      ["this very machine", "FROM debian:13\nRUN curl -k https://localhost:8443/ready\n"],
      ["a check of health", "FROM debian:13\nHEALTHCHECK CMD curl -fk https://localhost:8443/ || exit 1\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    const say = (stage: StageRecipe, range: TextRange, fixes: ReturnType<typeof removalFix>[]): void => report({ range, message, fixes, atMost: stageLimit(product, stage) });
    for (const { stage, step } of stepsOf(product, "all")) {
      for (const { name, value, range } of step.settings) {
        if (value !== undefined && certificateVariables[name.toUpperCase()]?.test(value)) say(stage, range, []);
      }
      // A variable before a command holds for that command alone.
      for (const { words } of step.keyword === "RUN" ? step.commands : []) {
        for (const { text, range } of words) {
          const [, name = "", value = ""] = /^([A-Za-z_]+)=(.*)$/s.exec(text) ?? [];
          if (!certificateVariables[name.toUpperCase()]?.test(value)) continue;
          const stands = words.some((other) => other.range.start > range.start) && words[0]?.text !== "export";
          say(stage, range, stands ? [removalFix(document, "Check the certificate", true, [range])] : []);
        }
      }
    }
    for (const { stage, invocation } of runCommands(product, "all")) {
      if (invocation.words.some(({ text }) => /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1)(?:[:/]|$)/.test(text))) continue;
      for (const found of certificateSwitches[invocation.program]?.(invocation) ?? []) {
        const edits = found.keep === undefined ? undefined : [{ range: found.range, newText: found.keep }];
        const fix = edits ? { title: "Check the certificate", safe: true, edits } : removalFix(document, "Check the certificate", true, [found.range]);
        say(stage, found.range, found.isSetting ? [] : [fix]);
      }
    }
  },
});
