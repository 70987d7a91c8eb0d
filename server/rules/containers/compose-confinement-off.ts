import { defineRule } from "../../core/rule.ts";
import { removeItem, removeMember } from "../../languages/yaml/edits.ts";
import { compositionOf, itemsOf, onceForEachPlace, ownMembers } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

const off = /^(?:seccomp|apparmor|systempaths)[:=]unconfined$|^label[:=]disable$/;

export default defineRule({
  id: "compose-confinement-off",
  title: "Service of a compose file switches seccomp, AppArmor or SELinux off",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["unconfined", "label:disable", "label=disable"],
  requirements: hardening,
  severity: "error",
  cwe: [693, 250],
  benchmarks: { cisDocker: ["5.2", "5.22"] },
  alsoKnownAs: { kics: ["Default Seccomp Profile Disabled 404fde2c-bc4b-4371-9747-7054132ac953"] },
  fix: "review",
  documentation: {
    wrong: "`security_opt` of a service has `seccomp:unconfined`, `apparmor:unconfined`, `systempaths=unconfined` or `label:disable`. In a file for developers it is an information.",
    why: "These profiles keep a container from the calls of the kernel that most break-outs use. Without them one flaw of the kernel is enough.",
    fix: "The quick fix takes the entry away. Where one call is needed, give a profile of your own (`seccomp:profile.json`) that adds it to the default.",
    suppress: "When a debugger or a browser's own sandbox needs it, in a service that takes no foreign input.",
  },
  examples: {
    bad: composeFiles(
      ["seccomp", "services:\n  web:\n    image: example/web:1.0.0\n    security_opt:\n      - [|seccomp:unconfined|]\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["AppArmor", "services:\n  web:\n    image: example/web:1.0.0\n    security_opt:\n      - no-new-privileges:true\n      - [|apparmor:unconfined|]\n", "services:\n  web:\n    image: example/web:1.0.0\n    security_opt:\n      - no-new-privileges:true\n"],
      ["with an equals sign", "services:\n  web:\n    image: example/web:1.0.0\n    security_opt: [\"[|seccomp=unconfined|]\"]\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["SELinux", "services:\n  web:\n    build: .\n    security_opt:\n      - [|label:disable|]\n", "services:\n  web:\n    build: .\n"],
      ["the paths of the system", "services:\n  web:\n    build: .\n    security_opt:\n      - [|systempaths=unconfined|]\n      - no-new-privileges:true\n", "services:\n  web:\n    build: .\n    security_opt:\n      - no-new-privileges:true\n"],
      ["by an anchor", "x-a: &a\n  init: true\n  security_opt: [ \"[|seccomp:unconfined|]\" ]\nservices:\n  web:\n    <<: *a\n    build: .\n  job:\n    <<: *a\n    build: .\n"],
    ),
    good: composeFiles(
      ["a profile", "services:\n  web:\n    build: .\n    security_opt:\n      - seccomp:profile.json\n"],
      ["the default", "services:\n  web:\n    build: .\n    security_opt:\n      - no-new-privileges:true\n"],
      ["a profile that the caller names", "services:\n  web:\n    build: .\n    security_opt:\n      - seccomp:${PROFILE}\n"],
      ["a label", "services:\n  web:\n    build: .\n    security_opt:\n      - label:type:svirt_t\n"],
      ["another key", "services:\n  web:\n    build: .\n    command: seccomp:unconfined\n"],
      ["in a comment", "services:\n  web:\n    build: .\n    # security_opt: [seccomp:unconfined]\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const { service, member } of ownMembers(file, "security_opt")) {
      const items = itemsOf(member.value);
      for (const item of items) {
        const text = file.text(item);
        if (text === undefined || !off.test(text)) continue;
        const edit = items.length > 1 ? removeItem(document, items, item) : removeMember(document, service.object, member);
        say({
          range: item.range,
          message: `${service.name} runs without a profile that keeps it from the kernel's dangerous calls.`,
          fixes: edit ? [{ title: `Remove "${text}"`, safe: false, edits: [edit] }] : [],
          atMost: file.limit,
        });
      }
    }
  },
});
