import { defineRule } from "../../core/rule.ts";
import { memberNamed } from "../../languages/data/dataNode.ts";
import { addMember } from "../../languages/yaml/edits.ts";
import { reportLack } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

export default defineRule({
  id: "compose-root-file-system-writable",
  title: "Services of a compose file may write their whole file system",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["services"],
  requirements: hardening,
  severity: "information",
  cwe: [732],
  benchmarks: { cisDocker: ["5.13"] },
  fix: "review",
  documentation: {
    wrong: "Services have no `read_only: true`, neither themselves nor by `extends`, an anchor or a merge key. Reported once for a file, at the first such service. Files for developers are left alone.",
    why: "Whoever breaks in can change the program itself and leave tools behind. With a root file system that is read-only, nothing stays.",
    fix: "The quick fix adds `read_only: true`, and `tmpfs: [/tmp]` for temporary files. Look it through: what the service writes elsewhere needs a volume or a `tmpfs` of its own.",
    suppress: "When the service keeps its data among its programs and cannot be taught otherwise.",
  },
  examples: {
    bad: composeFiles(
      ["one service", "services:\n  [|web|]:\n    image: example/web:1.0.0\n", "services:\n  web:\n    image: example/web:1.0.0\n    read_only: true\n    tmpfs:\n      - /tmp\n"],
      ["switched off", "services:\n  [|web|]:\n    build: .\n    read_only: false\n"],
      ["two services", "services:\n  [|web|]:\n    build: .\n  job:\n    build: job\n", "services:\n  web:\n    build: .\n    read_only: true\n    tmpfs:\n      - /tmp\n  job:\n    build: job\n    read_only: true\n    tmpfs:\n      - /tmp\n"],
      ["only one of two", "services:\n  web:\n    build: .\n    read_only: true\n  [|job|]:\n    build: job\n    tmpfs: [/run]\n", "services:\n  web:\n    build: .\n    read_only: true\n  job:\n    build: job\n    read_only: true\n    tmpfs: [/run]\n"],
      ["only a volume", "services:\n  [|web|]:\n    build: .\n    volumes:\n      - ./conf:/conf:ro\n", "services:\n  web:\n    build: .\n    read_only: true\n    tmpfs:\n      - /tmp\n    volumes:\n      - ./conf:/conf:ro\n"],
      ["in an older version", "version: '2.4'\nservices:\n  [|web|]:\n    build: .\n", "version: '2.4'\nservices:\n  web:\n    build: .\n    read_only: true\n    tmpfs:\n      - /tmp\n"],
    ),
    good: composeFiles(
      ["read-only", "services:\n  web:\n    build: .\n    read_only: true\n"],
      ["by a merge key", "x-base: &base\n  read_only: true\nservices:\n  web:\n    <<: *base\n    build: .\n"],
      ["by an extended service", "services:\n  base:\n    build: .\n    read_only: true\n  web:\n    extends: base\n"],
      ["what the caller decides", "services:\n  web:\n    build: .\n    read_only: ${READ_ONLY}\n"],
      ["a change to a service of another file", "services:\n  web:\n    ports: ['8080:8080']\n"],
      ["no service", "services: {}\nvolumes:\n  data:\n"],
    ),
  },
  check(document, report) {
    reportLack(document, report, {
      lacks: (service, file) => {
        const value = service.value("read_only");
        return value === undefined || file.text(value) === "false";
      },
      message: (names) => `Whoever breaks in can change the programs, as the root file system is not read-only: ${names}.`,
      fix: {
        title: "Make the root file system read-only",
        safe: false,
        edit: ({ object }) => {
          if (memberNamed(object, "read_only")) return [undefined];
          const edit = addMember(document, object, "read_only", true);
          const temporary = memberNamed(object, "tmpfs") ? undefined : addMember(document, object, "tmpfs", ["/tmp"]);
          // Both stand in one place, so they are one edit.
          return [edit && temporary ? { range: edit.range, newText: edit.newText + temporary.newText } : edit];
        },
      },
    });
  },
});
