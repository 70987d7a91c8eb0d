import { defineRule } from "../../core/rule.ts";
import { removeMember } from "../../languages/yaml/edits.ts";
import { compositionOf, onceForEachPlace, ownMembers } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

export default defineRule({
  id: "compose-default-bridge",
  title: "Service of a compose file is on Docker's default network",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["network_mode"],
  requirements: hardening,
  severity: "information",
  cwe: [668],
  benchmarks: { cisDocker: ["5.30"] },
  alsoKnownAs: { kics: ["Networks Not Set ce14a68b-1668-41a0-ab7d-facd9f784742"] },
  fix: "review",
  documentation: {
    wrong: "A service has `network_mode: bridge`, which is the network that all containers of the host share. A service without `networks` is not meant: Compose makes a network of its own for each project.",
    why: "Every other container of the host that does not say better reaches this service, whatever project it belongs to.",
    fix: "The quick fix takes the key away, so that the service is on the project's own network. Name networks (`networks`) to part what need not speak to each other.",
    suppress: "When containers outside of this file must reach the service by its address.",
  },
  examples: {
    bad: composeFiles(
      ["as it is", "services:\n  web:\n    image: example/web:1.0.0\n    [|network_mode: bridge|]\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["in quotes", "services:\n  web:\n    [|network_mode: \"bridge\"|]\n    build: .\n", "services:\n  web:\n    build: .\n"],
      ["by its other name", "services:\n  web:\n    build: .\n    [|network_mode: default|]\n", "services:\n  web:\n    build: .\n"],
      ["by a default", "services:\n  web:\n    build: .\n    [|network_mode: ${MODE:-bridge}|]\n", "services:\n  web:\n    build: .\n"],
      ["in an older version", "version: '2.4'\nservices:\n  web:\n    build: .\n    [|network_mode: bridge|]\n", "version: '2.4'\nservices:\n  web:\n    build: .\n"],
      ["by an anchor", "x-a: &a\n  [|network_mode: bridge|]\n  init: true\nservices:\n  a:\n    <<: *a\n    build: a\n  b:\n    <<: *a\n    build: b\n"],
    ),
    good: composeFiles(
      ["the project's own network", "services:\n  web:\n    build: .\n"],
      ["networks with names", "services:\n  web:\n    build: .\n    networks: [front]\nnetworks:\n  front:\n    driver: bridge\n"],
      ["another service's", "services:\n  web:\n    build: .\n    network_mode: service:vpn\n"],
      ["none", "services:\n  web:\n    build: .\n    network_mode: none\n"],
      ["what the caller decides", "services:\n  web:\n    build: .\n    network_mode: ${MODE}\n"],
      ["a network of that name", "services:\n  web:\n    build: .\n    networks:\n      bridge:\nnetworks:\n  bridge:\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const { service, member } of ownMembers(file, "network_mode")) {
      if (!/^(?:bridge|default)$/.test(file.text(member.value) ?? "")) continue;
      const edit = removeMember(document, service.object, member);
      say({
        range: member.range,
        message: `${service.name} is on the network that all containers of the host share.`,
        fixes: edit ? [{ title: "Use the project's own network", safe: false, edits: [edit] }] : [],
      });
    }
  },
});
