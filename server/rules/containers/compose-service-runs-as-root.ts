import { defineRule } from "../../core/rule.ts";
import { removeMember } from "../../languages/yaml/edits.ts";
import { isAllPowerful } from "./accounts.ts";
import { compositionOf, onceForEachPlace, ownMembers } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

export default defineRule({
  id: "compose-service-runs-as-root",
  title: "Compose file makes a service root",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["user:", "user\""],
  requirements: hardening,
  severity: "error",
  cwe: [250],
  benchmarks: { cisDocker: ["4.1"] },
  fix: "review",
  documentation: {
    wrong: "A service has `user: root` or `user: 0`, so it runs as root whatever its image says. In a file for developers it is an information.",
    why: "Whoever breaks into the process owns the container, and with one flaw of the kernel or one mounted path the host as well.",
    fix: "The quick fix takes the key away, so that the account of the image counts. Where the image has none, write the number of one: `user: \"1000:1000\"`.",
    suppress: "When the service changes to another account by itself after its start.",
  },
  examples: {
    bad: composeFiles(
      ["by name", "services:\n  web:\n    image: example/web:1.0.0\n    [|user: root|]\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["by number", "services:\n  web:\n    [|user: 0|]\n    image: example/web:1.0.0\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["with a group", "services:\n  web:\n    image: example/web:1.0.0\n    [|user: \"0:0\"|]\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["by name with a group", "services:\n  web:\n    build: .\n    [|user: root:1000|] # for the volume\n", "services:\n  web:\n    build: .\n"],
      ["by a default", "services:\n  web:\n    build: .\n    [|user: ${UID:-0}:${GID:-0}|]\n", "services:\n  web:\n    build: .\n"],
      ["by an anchor", "x-a: &a\n  init: true\n  [|user: root|]\nservices:\n  web:\n    <<: *a\n    build: .\n"],
    ),
    good: composeFiles(
      ["a number", "services:\n  web:\n    build: .\n    user: \"1000:1000\"\n"],
      ["an account", "services:\n  web:\n    build: .\n    user: node\n"],
      ["what the caller says", "services:\n  web:\n    build: .\n    user: \"${UID}:${GID}\"\n"],
      ["a variable of that name", "services:\n  db:\n    image: mysql:8.4.7\n    environment:\n      user: root\n"],
      ["the group alone", "services:\n  web:\n    build: .\n    user: \"1000:0\"\n"],
      ["nothing said", "services:\n  web:\n    build: .\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const { service, member } of ownMembers(file, "user")) {
      const user = file.text(member.value);
      if (user === undefined || !isAllPowerful(user)) continue;
      const edit = removeMember(document, service.object, member);
      say({
        range: member.range,
        message: `${service.name} runs as root whatever its image says.`,
        fixes: edit ? [{ title: "Let the image's account count", safe: false, edits: [edit] }] : [],
        atMost: file.limit,
      });
    }
  },
});
