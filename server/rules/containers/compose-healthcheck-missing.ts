import { defineRule } from "../../core/rule.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { parseImageReference } from "../../languages/dockerfile/imageReference.ts";
import { reportLack } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

/** Docker's official images, which may have no HEALTHCHECK by the rules that they follow: names without a maker. */
const official = /^[a-z0-9._-]+$/;

export default defineRule({
  id: "compose-healthcheck-missing",
  title: "Services of a compose file have no check of their health",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["services"],
  requirements: hardening,
  severity: "information",
  cwe: [693],
  benchmarks: { cisDocker: ["5.27"] },
  alsoKnownAs: { kics: ["Healthcheck Not Set 698ed579-b239-4f8f-a388-baa4bcb13ef8"] },
  fix: "none",
  documentation: {
    wrong: "A service on one of Docker's official images, which bring no check of their own, has no `healthcheck`; or a service switches the check of its image off (`disable: true`, `test: NONE`). Services that are built and images of other makers may bring a check, so they are left alone; the Dockerfile of a service is looked at by `image-healthcheck-missing`. Reported once for a file. Files for developers are left alone.",
    why: "Nobody notices a service that runs and does not answer, and what depends on it starts too early.",
    fix: "Add `healthcheck` with a `test` that asks the service: `pg_isready`, `redis-cli ping`, `mysqladmin ping`.",
    suppress: "When the service is a job that ends.",
  },
  examples: {
    bad: composeFiles(
      ["a database", "services:\n  [|db|]:\n    image: postgres:18.1\n"],
      ["a web server", "services:\n  [|web|]:\n    image: nginx:1.30.1\n"],
      ["switched off", "services:\n  [|web|]:\n    image: example/web:1.0.0\n    healthcheck:\n      disable: true\n"],
      ["a check of nothing", "services:\n  [|web|]:\n    build: .\n    healthcheck:\n      test: [NONE]\n"],
      ["one of two", "services:\n  db:\n    image: postgres:18.1\n    healthcheck:\n      test: pg_isready\n  [|cache|]:\n    image: docker.io/library/redis:8.2.1\n"],
      ["by a default", "services:\n  [|db|]:\n    image: ${IMAGE:-mariadb:11.8.1}\n"],
    ),
    good: composeFiles(
      ["a check", "services:\n  db:\n    image: postgres:18.1\n    healthcheck:\n      test: [\"CMD\", \"pg_isready\"]\n"],
      ["a service that is built", "services:\n  web:\n    build: .\n    image: web\n"],
      ["an image of another maker", "services:\n  web:\n    image: ghcr.io/example/web:1.0.0\n"],
      ["an image that the caller names", "services:\n  db:\n    image: ${IMAGE}\n"],
      ["by a merge key", "x-check: &check\n  healthcheck:\n    test: pg_isready\nservices:\n  db:\n    <<: *check\n    image: postgres:18.1\n"],
      ["by an extended service", "services:\n  base:\n    image: postgres:18.1\n    healthcheck:\n      test: pg_isready\n  db:\n    extends:\n      service: base\n"],
    ),
  },
  check(document, report) {
    reportLack(document, report, {
      lacks: (service, file) => {
        const check = service.value("healthcheck");
        if (check) {
          const test = valueAt(check, "test");
          const first = test?.kind === "array" ? test.items[0] : test;
          return file.text(valueAt(check, "disable")) === "true" || file.text(first) === "NONE";
        }
        const image = service.value("build") ? undefined : file.text(service.value("image"));
        const reference = image === undefined ? undefined : parseImageReference(image);
        return reference !== undefined && official.test(reference.name);
      },
      message: (names) => `Nothing checks whether these services answer, so nobody notices when one hangs: ${names}.`,
    });
  },
});
