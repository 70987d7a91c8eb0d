import { defineRule } from "../../core/rule.ts";
import { invocationOf, rangeOfCommand } from "../../languages/dockerfile/shellCommands.ts";
import { dockerfiles } from "./containerExamples.ts";
import { noCredentials } from "./hardening.ts";
import { productOf, runCommands, type RunCommand } from "./product.ts";

export default defineRule({
  id: "password-set-in-build",
  title: "Account gets a password while building",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["chpasswd", "passwd", "useradd", "usermod"],
  requirements: noCredentials,
  severity: "error",
  cwe: [259, 798],
  benchmarks: { cisDocker: ["4.10"] },
  alsoKnownAs: { checkov: ["CKV2_DOCKER_17"] },
  fix: "none",
  documentation: {
    wrong: "A `RUN` of a delivered stage gives an account a password: `chpasswd`, `passwd --stdin`, `useradd -p`, `usermod -p`. Locking an account (`passwd -l`, `usermod -L`) is not meant.",
    why: "The password is the same in every container that runs the image, and whoever has the image has its hash, or the password itself from the history. A container needs no account that somebody signs in to.",
    fix: "Make accounts without a password and without a shell, and run the process under its number with `USER`.",
    suppress: "When the account is locked again by the same command.",
  },
  examples: {
    bad: dockerfiles(
      ["for root", "FROM debian:13\nRUN [|echo 'root:Docker!' | chpasswd|]\n"],
      ["for another account", "FROM debian:13\nRUN useradd app && [|echo \"app:$PASSWORD\" | chpasswd|]\n"],
      ["by standard input", "FROM rockylinux:9\nRUN [|echo secret | passwd --stdin root|]\n"],
      ["while making it", "FROM debian:13\nRUN [|useradd -m -p '$6$ab$cd' app|]\n"],
      ["spelled out", "FROM debian:13\nRUN [|useradd --password=abc app|]\n"],
      ["later", "FROM debian:13\nRUN [|usermod -p abc app|]\n"],
      ["none at all", "FROM debian:13\nRUN [|passwd -d root|]\n"],
    ),
    good: dockerfiles(
      ["without one", "FROM debian:13\nRUN useradd --system --uid 10001 --no-create-home app\n"],
      ["Alpine's way", "FROM alpine:3.24.1\nRUN adduser -D -H -u 10001 app\n"],
      ["Debian's way", "FROM debian:13\nRUN adduser --disabled-password --gecos '' app\n"],
      ["locked", "FROM debian:13\nRUN passwd -l root && usermod -L app\n"],
      ["a stage that builds", "FROM debian:13 AS build\nRUN echo 'root:x' | chpasswd\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["the file of accounts", "FROM debian:13\nRUN grep root /etc/passwd && chmod 644 /etc/passwd\n"],
      ["another program's option", "FROM debian:13\nRUN mkdir -p /passwd && cp -p a /useradd\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const one of runCommands(product, "delivered")) {
      if (!setsPassword(one)) continue;
      const { command } = one;
      const reader = command.pipedInto;
      const range = reader ? { start: rangeOfCommand(command).start, end: rangeOfCommand(reader).end } : rangeOfCommand(command);
      report({ range, message: "The account has the same password in every container, for everybody who has the image.", atMost: product.limit });
    }
  },
});

function setsPassword({ command, invocation }: RunCommand): boolean {
  const { program, words } = invocation;
  const has = (pattern: RegExp): boolean => words.some(({ text }) => pattern.test(text));
  if (program === "useradd" || program === "usermod") return has(/^-[a-zA-Z]*p$|^--password(?:=|$)/);
  if (program === "passwd") return has(/^-[a-z]*d$|^--delete$/);
  const reader = command.pipedInto && invocationOf(command.pipedInto);
  return reader?.program === "chpasswd" || (reader?.program === "passwd" && reader.words.some(({ text }) => text === "--stdin"));
}
