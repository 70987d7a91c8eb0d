import { defineRule } from "../../core/rule.ts";
import { removeMember } from "../../languages/yaml/edits.ts";
import { compositionOf, onceForEachPlace, ownMembers } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

export default defineRule({
  id: "compose-privileged-service",
  title: "Service of a compose file is privileged",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["privileged"],
  requirements: hardening,
  severity: "error",
  cwe: [250],
  benchmarks: { cisDocker: ["5.5"] },
  alsoKnownAs: { kics: ["Privileged Containers Enabled ae5b6871-7f45-42e0-bb4c-ab300c4d2026"] },
  fix: "review",
  documentation: {
    wrong: "A service has `privileged: true`, also through an anchor or a merge key. In a file for developers it is an information.",
    why: "A privileged container sees all devices and has every capability: whoever breaks into it has the host.",
    fix: "The quick fix takes the key away. Give the one device (`devices`) or capability (`cap_add`) that is really needed.",
    suppress: "When the service runs containers itself, in a pipeline that nobody else uses.",
  },
  examples: {
    bad: composeFiles(
      ["as it is", "services:\n  web:\n    image: example/web:1.0.0\n    [|privileged: true|]\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["as a text", "services:\n  web:\n    [|privileged: \"true\"|]\n    image: example/web:1.0.0\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["by an anchor", "x-base: &base\n  restart: on-failure:5\n  [|privileged: true|]\nservices:\n  web:\n    <<: *base\n    image: example/web:1.0.0\n  job:\n    <<: *base\n    image: example/job:1.0.0\n"],
      ["by a default", "services:\n  web:\n    image: example/web:1.0.0\n    [|privileged: ${PRIVILEGED:-true}|]\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["in flow notation", "services: { web: { image: \"example/web:1.0.0\", [|privileged: true|] } }\n", "services: { web: { image: \"example/web:1.0.0\" } }\n"],
      ["in a service that is built", "version: '3.8'\nservices:\n  web:\n    build: .\n    [|privileged: true|] # for now\n", "version: '3.8'\nservices:\n  web:\n    build: .\n"],
    ),
    good: composeFiles(
      ["false", "services:\n  web:\n    image: example/web:1.0.0\n    privileged: false\n"],
      ["nothing said", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["a value that the caller gives", "services:\n  web:\n    image: example/web:1.0.0\n    privileged: ${PRIVILEGED}\n"],
      ["as a word of another key", "services:\n  web:\n    image: example/web:1.0.0\n    command: --privileged=true\n"],
      ["overridden", "x-base: &base\n  privileged: true\nservices:\n  web:\n    <<: *base\n    privileged: false\n    image: example/web:1.0.0\n"],
      ["another kind of file", "apiVersion: v1\nkind: Pod\nservices:\n  web:\n    image: a\n    privileged: true\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const { service, member } of ownMembers(file, "privileged")) {
      if (file.text(member.value) !== "true") continue;
      const edit = removeMember(document, service.object, member);
      say({
        range: member.range,
        message: `${service.name} is privileged: whoever breaks into it has the host.`,
        fixes: edit ? [{ title: 'Remove "privileged"', safe: false, edits: [edit] }] : [],
        atMost: file.limit,
      });
    }
  },
});
