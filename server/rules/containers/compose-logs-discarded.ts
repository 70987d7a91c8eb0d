import { defineRule } from "../../core/rule.ts";
import { milder } from "../../core/severity.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { removeMember } from "../../languages/yaml/edits.ts";
import { compositionOf, onceForEachPlace, ownMembers } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";

export default defineRule({
  id: "compose-logs-discarded",
  title: "Compose file throws a service's logs away",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["logging", "log_driver"],
  requirements: ["superoffice/local-logging", "superoffice/log-retention", "akeneo/cis-benchmarks", "openchannel/container-scan"],
  severity: "warning",
  cwe: [778],
  fix: "review",
  documentation: {
    wrong: "A service has `logging` with the driver `none`. In a file for developers it is an information.",
    why: "What an attacker did cannot be told afterwards, and the months for which a marketplace wants logs to be kept cannot be shown.",
    fix: "The quick fix takes the key away, so that the host's driver counts. Send the logs to where they are kept.",
    suppress: "When the service writes its logs to a store by itself.",
  },
  examples: {
    bad: composeFiles(
      ["as it is", "services:\n  web:\n    image: example/web:1.0.0\n    logging:\n      driver: [|none|]\n", "services:\n  web:\n    image: example/web:1.0.0\n"],
      ["in quotes", "services:\n  web:\n    logging:\n      driver: \"[|none|]\"\n    build: .\n", "services:\n  web:\n    build: .\n"],
      ["in flow notation", "services:\n  web:\n    build: .\n    logging: { driver: [|none|] }\n", "services:\n  web:\n    build: .\n"],
      ["with options", "services:\n  web:\n    build: .\n    logging:\n      driver: [|none|]\n      options:\n        max-size: 10m\n", "services:\n  web:\n    build: .\n"],
      ["by an anchor", "x-log: &log\n  driver: [|none|]\nservices:\n  a:\n    build: a\n    logging: *log\n  b:\n    build: b\n    logging: *log\n"],
      ["by a default", "services:\n  web:\n    build: .\n    logging:\n      driver: [|${LOG_DRIVER:-none}|]\n", "services:\n  web:\n    build: .\n"],
    ),
    good: composeFiles(
      ["another driver", "services:\n  web:\n    build: .\n    logging:\n      driver: json-file\n      options:\n        max-size: 10m\n"],
      ["nothing said", "services:\n  web:\n    build: .\n"],
      ["what the caller decides", "services:\n  web:\n    build: .\n    logging:\n      driver: ${LOG_DRIVER}\n"],
      ["options alone", "services:\n  web:\n    build: .\n    logging:\n      options:\n        mode: none\n"],
      ["a network without a driver", "services:\n  web:\n    build: .\nnetworks:\n  logging:\n    driver: none\n"],
      ["a service of that name", "services:\n  logging:\n    image: example/logging:1.0.0\n    network_mode: none\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const { service, member } of ownMembers(file, "logging")) {
      const driver = valueAt(member.value, "driver");
      if (!driver || file.text(driver) !== "none") continue;
      const isShared = document.text.slice(member.range.start, member.range.end).includes("*");
      const edit = isShared ? undefined : removeMember(document, service.object, member);
      say({
        range: driver.range,
        message: `The logs of ${service.name} are thrown away, so nobody can tell afterwards what happened.`,
        fixes: edit ? [{ title: "Keep the logs", safe: false, edits: [edit] }] : [],
        atMost: milder(file.limit, "warning"),
      });
    }
  },
});
