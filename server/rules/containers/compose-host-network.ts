import { defineRule } from "../../core/rule.ts";
import { removeMember } from "../../languages/yaml/edits.ts";
import { compositionOf, onceForEachPlace, ownMembers } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

export default defineRule({
  id: "compose-host-network",
  title: "Service of a compose file shares the host's network",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["network_mode"],
  requirements: hardening,
  severity: "error",
  cwe: [668],
  benchmarks: { cisDocker: ["5.10"] },
  alsoKnownAs: { kics: ["Shared Host Network Namespace 071a71ff-f868-47a4-ac0b-3c59e4ab5443"] },
  fix: "review",
  documentation: {
    wrong: "A service has `network_mode: host`. In a file for developers it is an information.",
    why: "The container listens on all addresses of the host past every rule for published ports, sees the host's traffic, and reaches what the host offers only to itself.",
    fix: "The quick fix takes the key away. Publish the ports that are needed (`ports`), and name other services by their names.",
    suppress: "When the service needs broadcasts of the network, such as a media server at home.",
  },
  examples: {
    bad: composeFiles(
      ["as it is", "services:\n  web:\n    image: example/web:1.0.0\n    [|network_mode: host|]\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["in quotes", "services:\n  web:\n    [|network_mode: \"host\"|]\n    build: .\n", "services:\n  web:\n    build: .\n"],
      ["by a default", "services:\n  web:\n    build: .\n    [|network_mode: ${NETWORK-host}|]\n", "services:\n  web:\n    build: .\n"],
      ["by an anchor", "x-a: &a\n  [|network_mode: host|]\n  init: true\nservices:\n  web:\n    <<: *a\n    build: .\n"],
      ["in an older version", "version: '2.4'\nservices:\n  web:\n    image: example/web:1.0.0\n    [|network_mode: 'host'|]\n", "version: '2.4'\nservices:\n  web:\n    image: example/web:1.0.0\n"],
      ["in two services", "services:\n  a:\n    build: a\n    [|network_mode: host|]\n  b:\n    build: b\n    [|network_mode: host|]\n", "services:\n  a:\n    build: a\n  b:\n    build: b\n"],
    ),
    good: composeFiles(
      ["another service's network", "services:\n  web:\n    build: .\n    network_mode: service:vpn\n"],
      ["none", "services:\n  web:\n    build: .\n    network_mode: none\n"],
      ["networks with names", "services:\n  web:\n    build: .\n    networks: [host]\nnetworks:\n  host:\n"],
      ["a mode that the caller names", "services:\n  web:\n    build: .\n    network_mode: ${NETWORK_MODE}\n"],
      ["for the build alone", "services:\n  web:\n    build:\n      context: .\n      network: host\n"],
      ["in a comment", "services:\n  web:\n    build: .\n    # network_mode: host\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const { service, member } of ownMembers(file, "network_mode")) {
      if (file.text(member.value) !== "host") continue;
      const edit = removeMember(document, service.object, member);
      say({
        range: member.range,
        message: `${service.name} shares the host's network: it listens past every rule for ports and reaches what the host keeps to itself.`,
        fixes: edit ? [{ title: 'Remove "network_mode: host"', safe: false, edits: [edit] }] : [],
        atMost: file.limit,
      });
    }
  },
});
