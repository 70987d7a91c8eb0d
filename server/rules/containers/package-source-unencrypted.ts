import { defineRule } from "../../core/rule.ts";
import type { Severity } from "../../core/severity.ts";
import { milder } from "../../core/severity.ts";
import type { TextRange } from "../../core/text.ts";
import { dockerfiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { productOf, runCommands, stepsOf, stageLimit } from "./product.ts";
import type { StageRecipe } from "./recipe.ts";

/** Mirrors of distributions, whose lists of packages are signed: a changed package is refused. */
const signedMirror = /^http:\/\/(?:[\w-]+\.)*(?:debian\.org|ubuntu\.com|alpinelinux\.org|fedoraproject\.org|centos\.org|rockylinux\.org|almalinux\.org|archlinux\.org|opensuse\.org|postgresql\.org|launchpad\.net|launchpadcontent\.net|kernel\.org|aliyun\.com|tuna\.tsinghua\.edu\.cn|ustc\.edu\.cn|163\.com)(?=[:/]|$)/i;
const local = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+|[\w.-]+\.(?:local|internal|lan|test))(?=[:/]|$)/i;
const address = /http:\/\/[^\s'"\])]+/;
const debLine = /^\s*deb(?:-src)?\s/;

/** Options whose value is where packages come from, with those that take the next word. */
const indexOption = /^(?:-i|--index-url|--extra-index-url|-f|--find-links|--registry|--source|--repository|-X)$/;
const indexOptionWithValue = /^--(?:index-url|extra-index-url|find-links|registry|source|repository)=/;
const packagePrograms = /^(?:pip[\d.]*|uv|npm|npx|pnpm|yarn|gem|bundle|apk|poetry|apt-add-repository|add-apt-repository)$/;
const indexVariables: ReadonlySet<string> = new Set(["PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "NPM_CONFIG_REGISTRY", "YARN_REGISTRY", "UV_INDEX_URL", "GOPROXY", "YARN_NPM_REGISTRY_SERVER"]);

export default defineRule({
  id: "package-source-unencrypted",
  title: "Packages come over plain http",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["http://"],
  requirements: supplyChain,
  severity: "warning",
  cwe: [319, 494],
  benchmarks: { cisDocker: ["4.11"] },
  fix: "review",
  documentation: {
    wrong: "A package manager gets its packages from an address that starts with `http://`: a line for apt's sources, an index of pip, a registry of npm. A distribution's own mirror is an information, since its lists are signed.",
    why: "Anyone on the way can put other packages in. pip and npm do not check a signature, so nothing would notice.",
    fix: "The quick fix writes `https://`. Look whether the server answers there.",
    suppress: "When the server stands in the build's own network.",
  },
  examples: {
    bad: dockerfiles(
      ["an index of pip", "FROM python:3.14.1\nRUN pip install --index-url [|http://pypi.example.com/simple|] -r requirements.txt\n", "FROM python:3.14.1\nRUN pip install --index-url https://pypi.example.com/simple -r requirements.txt\n"],
      ["a registry of npm", "FROM node:24.11.1\nRUN npm config set registry [|http://registry.example.com/|] && npm ci\n", "FROM node:24.11.1\nRUN npm config set registry https://registry.example.com/ && npm ci\n"],
      ["an option with its value", "FROM node:24.11.1\nRUN npm ci --registry=[|http://registry.example.com|]\n", "FROM node:24.11.1\nRUN npm ci --registry=https://registry.example.com\n"],
      ["a source of apt", "FROM debian:13\nRUN echo 'deb [|http://deb.example.com|] stable main' >> /etc/apt/sources.list\n", "FROM debian:13\nRUN echo 'deb https://deb.example.com stable main' >> /etc/apt/sources.list\n"],
      ["a variable", "FROM python:3.14.1\nENV PIP_INDEX_URL=[|http://pypi.example.com/simple|]\n", "FROM python:3.14.1\nENV PIP_INDEX_URL=https://pypi.example.com/simple\n"],
      ["a mirror of the distribution", "FROM debian:13\nRUN echo \"deb [|http://deb.acme.io/debian|] trixie main\" > /etc/apt/sources.list.d/x.list\n", "FROM debian:13\nRUN echo \"deb https://deb.acme.io/debian trixie main\" > /etc/apt/sources.list.d/x.list\n"],
      ["a repository of apk", "FROM alpine:3.24.1\nRUN apk add --no-cache -X [|http://apk.example.com/main|] tool\n", "FROM alpine:3.24.1\nRUN apk add --no-cache -X https://apk.example.com/main tool\n"],
    ),
    good: dockerfiles(
      ["https", "FROM python:3.14.1\nRUN pip install --index-url https://pypi.example.com/simple -r requirements.txt\n"],
      ["a server in the build's network", "FROM python:3.14.1\nRUN pip install --index-url http://devpi:3141/root/pypi -r requirements.txt\n"],
      ["this very machine", "FROM node:24.11.1\nRUN npm ci --registry=http://localhost:4873\n"],
      ["an address that is no source of packages", "FROM node:24.11.1\nENV API_URL=http://api.example.com\nRUN curl http://example.com/\n"],
      ["a namespace", "FROM debian:13\nRUN echo '<a xmlns=\"http://www.w3.org/1999/xhtml\"/>' > /a.html\n"],
      ["a proxy", "FROM debian:13\nENV http_proxy=http://proxy.example.com:3128\nRUN apt-get update\n"],
      ["an address that the caller gives", "FROM python:3.14.1\nARG INDEX\nRUN pip install --index-url $INDEX -r requirements.txt\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    const say = (stage: StageRecipe, within: TextRange): void => {
      const written = document.text.slice(within.start, within.end);
      const url = address.exec(written);
      if (!url || local.test(url[0])) return;
      const start = within.start + url.index;
      const isMirror = signedMirror.test(url[0]);
      const certainty: Severity = isMirror ? "information" : "warning";
      report({
        range: { start, end: start + url[0].length },
        message: isMirror
          ? "The packages come over plain http; only the signed lists tell whether they were changed."
          : "The packages come over plain http, so anyone on the way can put in others.",
        fixes: [{ title: "Use https", safe: false, edits: [{ range: { start, end: start + "http".length }, newText: "https" }] }],
        atMost: milder(stageLimit(product, stage), certainty),
      });
    };
    for (const { stage, step } of stepsOf(product, "all")) {
      for (const { name, valueRange } of step.settings) if (valueRange && indexVariables.has(name.toUpperCase())) say(stage, valueRange);
    }
    for (const { stage, invocation } of runCommands(product, "all")) {
      const isPackages = packagePrograms.test(invocation.program);
      invocation.words.forEach((word, at) => {
        const previous = invocation.words[at - 1]?.text ?? "";
        const isIndex = isPackages && (indexOption.test(previous) || indexOptionWithValue.test(word.text) || /^(?:registry|.*:registry|global\.(?:index|index-url))$/.test(previous));
        if (isIndex || debLine.test(word.text)) say(stage, word.range);
      });
    }
  },
});
