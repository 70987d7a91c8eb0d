import { defineRule } from "../../core/rule.ts";
import { removeMember } from "../../languages/yaml/edits.ts";
import { compositionOf, onceForEachPlace, ownMembers } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

/** Keys by which a service joins the host, and what it then shares. */
const shared: Readonly<Record<string, string>> = {
  pid: "sees the host's processes and may signal them",
  ipc: "reads the memory that the host's processes share",
  uts: "may change the host's name",
  userns_mode: "has the host's accounts: root in it is root outside",
  cgroup: "sees the host's control groups",
};

export default defineRule({
  id: "compose-host-namespace",
  title: "Service of a compose file shares a namespace of the host",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["pid:", "ipc:", "uts:", "userns_mode", "cgroup:", "pid\"", "ipc\"", "uts\""],
  requirements: hardening,
  severity: "error",
  cwe: [668],
  benchmarks: { cisDocker: ["5.16", "5.17", "5.21", "5.31"] },
  alsoKnownAs: {
    kics: [
      "Host Namespace is Shared 4f31dd9f-2cc3-4751-9b53-67e4af83dac0",
      "Shared Host IPC Namespace baa3890f-bed7-46f5-ab8f-1da8fc91c729",
      "Shared Host User Namespace 8af7162d-6c98-482f-868e-0d33fb675ca8",
    ],
  },
  fix: "review",
  documentation: {
    wrong: "A service has `pid: host`, `ipc: host`, `uts: host`, `userns_mode: host` or `cgroup: host`. In a file for developers it is an information.",
    why: "Namespaces are what makes a container one. Without them whoever breaks in sees and disturbs the processes of the host and of all other containers.",
    fix: "The quick fix takes the key away. Containers that belong together may share with each other: `pid: service:app`.",
    suppress: "When the service measures the host for its living.",
  },
  examples: {
    bad: composeFiles(
      ["processes", "services:\n  agent:\n    image: example/agent:1.0.0\n    [|pid: host|]\n", "services:\n  agent:\n    image: example/agent:1.0.0\n"],
      ["memory", "services:\n  agent:\n    [|ipc: \"host\"|]\n    image: example/agent:1.0.0\n", "services:\n  agent:\n    image: example/agent:1.0.0\n"],
      ["name", "services:\n  agent:\n    image: example/agent:1.0.0\n    [|uts: host|]\n", "services:\n  agent:\n    image: example/agent:1.0.0\n"],
      ["accounts", "services:\n  agent:\n    image: example/agent:1.0.0\n    [|userns_mode: host|]\n", "services:\n  agent:\n    image: example/agent:1.0.0\n"],
      ["several", "services:\n  agent:\n    image: example/agent:1.0.0\n    [|pid: host|]\n    [|ipc: host|]\n", "services:\n  agent:\n    image: example/agent:1.0.0\n"],
      ["by a default", "services:\n  agent:\n    image: example/agent:1.0.0\n    [|pid: ${PID:-host}|]\n", "services:\n  agent:\n    image: example/agent:1.0.0\n"],
    ),
    good: composeFiles(
      ["another service's", "services:\n  side:\n    image: example/side:1.0.0\n    pid: service:web\n"],
      ["its own, to be shared", "services:\n  web:\n    image: example/web:1.0.0\n    ipc: shareable\n"],
      ["a value that the caller gives", "services:\n  web:\n    image: example/web:1.0.0\n    pid: ${PID}\n"],
      ["a private group", "services:\n  web:\n    image: example/web:1.0.0\n    cgroup: private\n"],
      ["a variable of that name", "services:\n  web:\n    image: example/web:1.0.0\n    environment:\n      pid: host\n"],
      ["a service of that name", "services:\n  pid:\n    image: example/host:1.0.0\n    hostname: host\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const [key, effect] of Object.entries(shared)) {
      for (const { service, member } of ownMembers(file, key)) {
        if (file.text(member.value) !== "host") continue;
        const edit = removeMember(document, service.object, member);
        say({
          range: member.range,
          message: `${service.name} ${effect}.`,
          fixes: edit ? [{ title: `Remove "${key}: host"`, safe: false, edits: [edit] }] : [],
          atMost: file.limit,
        });
      }
    }
  },
});
