import { defineRule } from "../../core/rule.ts";
import { invocationOf, isShell, rangeOfCommand, type ShellCommand } from "../../languages/dockerfile/shellCommands.ts";
import { dockerfiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { productOf, runCommands, stageLimit } from "./product.ts";

const downloaders: ReadonlySet<string> = new Set(["curl", "wget", "wget2", "fetch"]);
const interpreters = /^(?:python[\d.]*|perl|ruby|node|php|source|\.)$/;

export default defineRule({
  id: "remote-script-piped",
  title: "Script from the network is run unseen",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["curl", "wget", "fetch"],
  requirements: supplyChain,
  severity: "error",
  cwe: [494],
  benchmarks: { cisDocker: ["4.11", "4.12"] },
  alsoKnownAs: { hadolint: ["DL4006"], kics: ["Shell Running A Pipe Without Pipefail Flag efbf148a-67e9-42d2-ac47-02fa1c0d0b22"] },
  fix: "none",
  documentation: {
    wrong: "What `curl` or `wget` fetches goes straight into a shell or another interpreter: through a pipe, `bash <(curl …)` or `sh -c \"$(curl …)\"`.",
    why: "Whoever changes the file on that server, or the way to it, runs commands in your build and so in your product. Each build may get another script, and one that breaks off half-way is run half-way.",
    fix: "Fetch a file of a fixed version, compare its checksum (`echo \"SUM  file\" | sha256sum -c -`), then run it; or use the distribution's package, or copy the program from its own image with `COPY --from`.",
    suppress: "When the script's maker signs it and the build verifies that signature elsewhere.",
  },
  examples: {
    bad: dockerfiles(
      ["through a pipe", "FROM debian:13\nRUN [|curl -fsSL https://deb.example.com/setup_24.x|] | bash -\n"],
      ["as root by sudo", "FROM debian:13\nRUN [|wget -qO- https://example.com/install.sh|] | sudo -E sh\n"],
      ["among other commands", "FROM alpine:3.24.1\nRUN apk add curl \\\n  # the installer\n  && [|curl -sSf https://example.com/install.sh|] | sh -s -- --yes && rm -rf /tmp/x\n"],
      ["as a file that is none", "FROM debian:13\nRUN bash <([|curl -s https://example.com/i.sh|])\n"],
      ["as a shell's argument", 'FROM debian:13\nRUN sh -c "$([|curl -fsSL https://example.com/install.sh|])"\n'],
      ["into another interpreter", "FROM debian:13\nRUN [|curl -sSL https://install.example.org|] | python3 -\n"],
      ["in a here-document", "FROM debian:13\nRUN <<EOF\n[|curl https://example.com/i.sh|] | bash\nEOF\n"],
      ["through a filter", "FROM debian:13\nRUN [|curl https://example.com/i.sh|] | tr -d '\\r' | sh\n"],
    ),
    good: dockerfiles(
      ["an archive", "FROM debian:13\nRUN curl -fsSL https://example.com/a.tar.gz | tar -xz -C /opt\n"],
      ["a key", "FROM debian:13\nRUN curl -fsSL https://example.com/key.asc | gpg --dearmor -o /usr/share/keyrings/x.gpg\n"],
      ["a file that is verified first", "FROM debian:13\nRUN curl -fsSLo i.sh https://example.com/i.sh && echo 'abc  i.sh' | sha256sum -c - && sh i.sh\n"],
      ["a question about a version", "FROM debian:13\nRUN V=$(curl -s https://api.example.com/latest) && echo \"$V\"\n"],
      ["a message about it", "FROM debian:13\nRUN echo 'curl https://example.com | sh'\n"],
      ["a script of one's own", "FROM debian:13\nRUN cat install.sh | sh\n"],
      ["data for a shell's argument", 'FROM debian:13\nRUN sh -c "curl https://example.com/data.json > /data.json"\n'],
      ["a check of health", "FROM debian:13\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1\n"],
      ["input of a program that reads data", "FROM debian:13\nRUN curl https://example.com/a.json | node parse.js\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { stage, command, invocation } of runCommands(product, "all")) {
      if (!downloaders.has(invocation.program) || !isRun(command)) continue;
      report({
        range: rangeOfCommand(command),
        message: "What comes from this address is run unseen, so whoever changes it there runs commands in the build.",
        atMost: stageLimit(product, stage),
      });
    }
  },
});

/** Whether what a command prints is executed. Filters in between pass it on. */
function isRun(command: ShellCommand): boolean {
  for (let next = command.pipedInto, steps = 0; next && steps < 8; next = next.pipedInto, steps++) {
    if (readsScript(next)) return true;
    if (!/^(?:tr|sed|cat|tee|gunzip|zcat|base64|grep|head|tail)$/.test(invocationOf(next)?.program ?? "")) return false;
  }
  const { partOf } = command;
  if (!partOf) return false;
  const outer = invocationOf(partOf)?.program ?? "";
  return partOf.words[0]?.text === "eval" || (isShell(outer) && partOf.words.some(({ text }) => /^-[a-z]*c$/.test(text)));
}

/** A shell, or an interpreter that is given no file. */
function readsScript(command: ShellCommand): boolean {
  const invocation = invocationOf(command);
  if (!invocation) return false;
  const files = invocation.words.filter(({ text }) => !text.startsWith("-"));
  if (isShell(invocation.program)) return files.length === 0 || invocation.words.some(({ text }) => /^-s?$/.test(text)) || !(files[0]?.text ?? "").endsWith(".sh");
  return interpreters.test(invocation.program) && files.length === 0;
}
