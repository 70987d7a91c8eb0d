import { defineRule } from "../../core/rule.ts";
import { memberNamed } from "../../languages/data/dataNode.ts";
import { reportLack } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

const unbounded = /^(?:always|unless-stopped|on-failure)$/;

export default defineRule({
  id: "compose-restart-unbounded",
  title: "Services of a compose file restart without end",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["restart"],
  requirements: hardening,
  severity: "information",
  cwe: [770],
  benchmarks: { cisDocker: ["5.15"] },
  alsoKnownAs: { kics: ["Restart Policy On Failure Not Set To 5 2fc99041-ddad-49d5-853f-e35e70a48391"] },
  fix: "none",
  documentation: {
    wrong: "Services have `restart: always`, `unless-stopped`, or `on-failure` without a number. Reported once for a file, at the first such service. Files for developers are left alone.",
    why: "A container that dies at each start, by an attack or by a fault, is started again for ever: it takes the host's time and hides that something is wrong.",
    fix: "Write `restart: on-failure:5`, and let what watches the services say that one has stopped.",
    suppress: "When something else notices services that restart all the time.",
  },
  examples: {
    bad: composeFiles(
      ["always", "services:\n  [|web|]:\n    image: example/web:1.0.0\n    restart: always\n"],
      ["until it is stopped", "services:\n  [|web|]:\n    image: example/web:1.0.0\n    restart: unless-stopped\n"],
      ["without a number", "services:\n  [|web|]:\n    image: example/web:1.0.0\n    restart: on-failure\n"],
      ["one of two", "services:\n  job:\n    build: .\n    restart: on-failure:5\n  [|web|]:\n    build: .\n    restart: \"always\"\n"],
      ["by a merge key", "x-base: &base\n  restart: always\nservices:\n  [|web|]:\n    <<: *base\n    build: .\n"],
      ["by a default", "services:\n  [|web|]:\n    build: .\n    restart: ${RESTART:-always}\n"],
    ),
    good: composeFiles(
      ["a number", "services:\n  web:\n    build: .\n    restart: on-failure:5\n"],
      ["never", "services:\n  web:\n    build: .\n    restart: \"no\"\n"],
      ["nothing said", "services:\n  web:\n    build: .\n    # restart: always\n"],
      ["a policy of a swarm", "services:\n  web:\n    build: .\n    restart: always\n    deploy:\n      restart_policy:\n        condition: on-failure\n        max_attempts: 5\n"],
      ["what the caller decides", "services:\n  web:\n    build: .\n    restart: ${RESTART}\n"],
      ["another key", "services:\n  web:\n    build: .\n    depends_on:\n      db:\n        condition: service_started\n        restart: true\n  db:\n    image: postgres:18.1\n"],
    ),
  },
  check(document, report) {
    reportLack(document, report, {
      lacks: (service, file) =>
        unbounded.test(file.text(service.value("restart")) ?? "") && !service.values("deploy").some((deploy) => memberNamed(deploy, "restart_policy")),
      message: (names) => `A service that dies at each start is started again for ever, and nobody notices: ${names}.`,
    });
  },
});
