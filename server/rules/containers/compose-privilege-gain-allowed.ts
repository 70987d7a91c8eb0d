import { defineRule } from "../../core/rule.ts";
import { memberNamed } from "../../languages/data/dataNode.ts";
import { addMember } from "../../languages/yaml/edits.ts";
import { itemsOf, reportLack } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

const option = /^no-new-privileges(?:[:=]true)?$/;

export default defineRule({
  id: "compose-privilege-gain-allowed",
  title: "Services of a compose file may gain privileges",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["services"],
  requirements: hardening,
  severity: "information",
  cwe: [250],
  benchmarks: { cisDocker: ["5.26"] },
  alsoKnownAs: { kics: ["No New Privileges Not Set 27fcc7d6-c49b-46e0-98f1-6c082a6a2750"] },
  fix: "safe",
  documentation: {
    wrong: "Services have no `no-new-privileges:true` in `security_opt`, neither themselves nor by `extends`, an anchor or a merge key. Reported once for a file, at the first such service. Files for developers are left alone.",
    why: "A program with the set-uid bit, such as `su` or `mount`, makes root of any account: with this option it does not.",
    fix: "The quick fix adds `security_opt: [no-new-privileges:true]` to each service that has no `security_opt` yet.",
    suppress: "When a service starts as root and changes to another account with `sudo` or `su`.",
  },
  examples: {
    bad: composeFiles(
      ["one service", "services:\n  [|web|]:\n    image: example/web:1.0.0\n", "services:\n  web:\n    image: example/web:1.0.0\n    security_opt:\n      - \"no-new-privileges:true\"\n"],
      ["two services", "services:\n  [|web|]:\n    image: example/web:1.0.0\n  db:\n    image: postgres:18.1\n", "services:\n  web:\n    image: example/web:1.0.0\n    security_opt:\n      - \"no-new-privileges:true\"\n  db:\n    image: postgres:18.1\n    security_opt:\n      - \"no-new-privileges:true\"\n"],
      ["only one of two", "services:\n  web:\n    image: example/web:1.0.0\n    security_opt: [\"no-new-privileges:true\"]\n  [|db|]:\n    image: postgres:18.1\n", "services:\n  web:\n    image: example/web:1.0.0\n    security_opt: [\"no-new-privileges:true\"]\n  db:\n    image: postgres:18.1\n    security_opt:\n      - \"no-new-privileges:true\"\n"],
      ["switched off", "services:\n  [|web|]:\n    image: example/web:1.0.0\n    security_opt:\n      - no-new-privileges:false\n"],
      ["another option", "services:\n  [|web|]:\n    build: .\n    security_opt:\n      - seccomp:profile.json\n"],
      ["a base without it", "services:\n  [|base|]:\n    build: .\n  web:\n    extends: base\n    ports: ['8080:8080']\n", "services:\n  base:\n    build: .\n    security_opt:\n      - \"no-new-privileges:true\"\n  web:\n    extends: base\n    security_opt:\n      - \"no-new-privileges:true\"\n    ports: ['8080:8080']\n"],
    ),
    good: composeFiles(
      ["set", "services:\n  web:\n    image: example/web:1.0.0\n    security_opt:\n      - no-new-privileges:true\n"],
      ["in short", "services:\n  web:\n    image: example/web:1.0.0\n    security_opt: [no-new-privileges]\n"],
      ["by a merge key", "x-base: &base\n  security_opt:\n    - no-new-privileges:true\nservices:\n  web:\n    <<: *base\n    image: example/web:1.0.0\n"],
      ["by an extended service", "services:\n  base:\n    build: .\n    security_opt: [\"no-new-privileges:true\"]\n  web:\n    extends:\n      service: base\n"],
      ["a base in a file that is not at hand", "services:\n  web:\n    extends:\n      file: base.yaml\n      service: web\n    image: example/web:1.0.0\n"],
      ["a change to a service of another file", "services:\n  web:\n    command: serve\n"],
      ["another kind of file", "openapi: 3.1.0\nservices:\n  web:\n    image: a\n"],
    ),
  },
  check(document, report) {
    reportLack(document, report, {
      lacks: (service, file) => {
        const options = service.values("security_opt").flatMap(itemsOf);
        return !options.some((item) => item.kind === "string" && option.test(file.text(item) ?? "no-new-privileges"));
      },
      message: (names) => `Programs with the set-uid bit make root of any account here, as no-new-privileges is not set: ${names}.`,
      fix: {
        title: "Add no-new-privileges",
        safe: true,
        edit: ({ object }) => [memberNamed(object, "security_opt") ? undefined : addMember(document, object, "security_opt", ["no-new-privileges:true"])],
      },
    });
  },
});
