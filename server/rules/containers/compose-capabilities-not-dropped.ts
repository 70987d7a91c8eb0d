import { defineRule } from "../../core/rule.ts";
import { memberNamed } from "../../languages/data/dataNode.ts";
import { addMember } from "../../languages/yaml/edits.ts";
import { itemsOf, reportLack } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

export default defineRule({
  id: "compose-capabilities-not-dropped",
  title: "Services of a compose file keep capabilities that they do not need",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["services"],
  requirements: hardening,
  severity: "information",
  cwe: [250],
  benchmarks: { cisDocker: ["5.4"] },
  alsoKnownAs: { kics: ["Container Capabilities Unrestricted ce76b7d0-9e77-464d-b86f-c5c48e03e22d"] },
  fix: "review",
  documentation: {
    wrong: "Services have no `cap_drop`, neither themselves nor by `extends`, an anchor or a merge key. Reported once for a file, at the first such service. Files for developers are left alone.",
    why: "Docker gives every container fourteen capabilities, from changing owners to forging packets. Most services need none of them, and each helps whoever breaks in.",
    fix: "The quick fix adds `cap_drop: [ALL]`. Look it through: a service that starts as root and changes its account needs `SETUID` and `SETGID` back (`cap_add`).",
    suppress: "When the services were tried and need what Docker gives.",
  },
  examples: {
    bad: composeFiles(
      ["one service", "services:\n  [|web|]:\n    image: example/web:1.0.0\n", "services:\n  web:\n    image: example/web:1.0.0\n    cap_drop:\n      - ALL\n"],
      ["two services", "services:\n  [|web|]:\n    build: .\n  db:\n    image: postgres:18.1\n", "services:\n  web:\n    build: .\n    cap_drop:\n      - ALL\n  db:\n    image: postgres:18.1\n    cap_drop:\n      - ALL\n"],
      ["only one of two", "services:\n  web:\n    build: .\n    cap_drop: [ALL]\n  [|db|]:\n    image: postgres:18.1\n", "services:\n  web:\n    build: .\n    cap_drop: [ALL]\n  db:\n    image: postgres:18.1\n    cap_drop:\n      - ALL\n"],
      ["an empty list", "services:\n  [|web|]:\n    build: .\n    cap_drop: []\n"],
      ["in flow notation", "services: { [|web|]: { build: . } }\n", "services: { web: { cap_drop: [ALL], build: . } }\n"],
      ["with other settings", "services:\n  [|web|]:\n    build: .\n    read_only: true\n    security_opt: [\"no-new-privileges:true\"]\n", "services:\n  web:\n    build: .\n    cap_drop:\n      - ALL\n    read_only: true\n    security_opt: [\"no-new-privileges:true\"]\n"],
    ),
    good: composeFiles(
      ["all", "services:\n  web:\n    build: .\n    cap_drop: [ALL]\n"],
      ["some", "services:\n  web:\n    build: .\n    cap_drop:\n      - NET_RAW\n      - MKNOD\n"],
      ["by a merge key", "x-base: &base\n  cap_drop: [ALL]\nservices:\n  web:\n    <<: *base\n    build: .\n"],
      ["by an extended service", "services:\n  base:\n    build: .\n    cap_drop: [ALL]\n  web:\n    extends: base\n"],
      ["what the caller names", "services:\n  web:\n    build: .\n    cap_drop: [\"${DROPPED}\"]\n"],
      ["a change to a service of another file", "services:\n  web:\n    command: serve\n"],
    ),
  },
  check(document, report) {
    reportLack(document, report, {
      lacks: (service) => service.values("cap_drop").flatMap(itemsOf).length === 0,
      message: (names) => `All capabilities that Docker gives are kept, though most services need none: ${names}.`,
      fix: {
        title: "Drop all capabilities",
        safe: false,
        edit: ({ object }) => [memberNamed(object, "cap_drop") ? undefined : addMember(document, object, "cap_drop", ["ALL"])],
      },
    });
  },
});
