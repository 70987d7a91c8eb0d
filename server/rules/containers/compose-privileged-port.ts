import { defineRule } from "../../core/rule.ts";
import { compositionOf, onceForEachPlace } from "./composeServices.ts";
import { publishedPorts } from "./composePorts.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

export default defineRule({
  id: "compose-privileged-port",
  title: "Compose file publishes a privileged port",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["ports"],
  requirements: hardening,
  severity: "information",
  cwe: [1327],
  benchmarks: { cisDocker: ["5.8"] },
  alsoKnownAs: { kics: ["Privileged Ports Mapped In Container bc2908f3-f73c-40a9-8793-c1b7d5544f79"] },
  fix: "none",
  documentation: {
    wrong: "A service publishes a port of the host below 1024 other than 80 and 443.",
    why: "These ports belong to services of the host, such as SSH and mail, whom others trust by the number. A container that takes one can speak in their name.",
    fix: "Publish a port from 1024 on, or let a proxy in front take the low one.",
    suppress: "When the service is what the port is for, such as a server for names or mail.",
  },
  examples: {
    bad: composeFiles(
      ["SSH", "services:\n  git:\n    image: example/git:1.0.0\n    ports:\n      - \"[|22:22|]\"\n"],
      ["names", "services:\n  dns:\n    image: example/dns:1.0.0\n    ports:\n      - [|53:53/udp|]\n"],
      ["mapped to a high one", "services:\n  mail:\n    image: example/mail:1.0.0\n    ports:\n      - \"[|25:2525|]\"\n"],
      ["in the long form", "services:\n  mail:\n    image: example/mail:1.0.0\n    ports:\n      - target: 8025\n        published: [|25|]\n"],
      ["on one address", "services:\n  web:\n    build: .\n    ports:\n      - [|127.0.0.1:81:80|]\n"],
      ["by a default", "services:\n  web:\n    build: .\n    ports:\n      - \"[|${PORT:-88}:80|]\"\n"],
    ),
    good: composeFiles(
      ["the ports of the web", "services:\n  web:\n    build: .\n    ports:\n      - 80:8080\n      - 443:8443\n"],
      ["a high one", "services:\n  web:\n    build: .\n    ports:\n      - 8022:22\n"],
      ["one that the system chooses", "services:\n  web:\n    build: .\n    ports:\n      - \"22\"\n"],
      ["one that the caller names", "services:\n  web:\n    build: .\n    ports:\n      - ${PORT}:80\n"],
      ["told to other services only", "services:\n  web:\n    build: .\n    expose: [22]\n"],
      ["the boundary", "services:\n  web:\n    build: .\n    ports:\n      - 1024:80\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const service of file.services) {
      for (const { host, range } of publishedPorts(file, service)) {
        if (host === undefined || host === 0 || host >= 1024 || host === 80 || host === 443) continue;
        say({ range, message: `Port ${host} belongs to a service of the host, in whose name ${service.name} then speaks.` });
      }
    }
  },
});
