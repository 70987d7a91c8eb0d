import { defineRule } from "../../core/rule.ts";
import type { ComposeService } from "../../languages/compose/composeFile.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { reportLack } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

/** What can be limited: in the service itself, and below `deploy.resources.limits`. */
const limits: readonly { readonly what: string; readonly keys: readonly string[]; readonly below: string }[] = [
  { what: "memory", keys: ["mem_limit"], below: "memory" },
  { what: "processor", keys: ["cpus", "cpu_quota", "cpu_count", "cpu_percent"], below: "cpus" },
  { what: "processes", keys: ["pids_limit"], below: "pids" },
];

export default defineRule({
  id: "compose-resources-unlimited",
  title: "Services of a compose file have no limits",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["services"],
  requirements: hardening,
  severity: "information",
  cwe: [770],
  benchmarks: { cisDocker: ["5.11", "5.12", "5.29"] },
  alsoKnownAs: {
    kics: [
      "Memory Not Limited bb9ac4f7-e13b-423d-a010-c74a1bfbe492",
      "Cpus Not Limited 6b610c50-99fb-4ef0-a5f3-e312fd945bc3",
      "Pids Limit Not Set 221e0658-cb2a-44e3-b08a-db96a341d6fa",
    ],
  },
  fix: "none",
  documentation: {
    wrong: "Services have no limit for memory, processor or processes: neither `mem_limit`, `cpus` and `pids_limit` nor `deploy.resources.limits`, also not by `extends`, an anchor or a merge key. `pids_limit: -1` is none. Reported once for a file, at the first such service. Files for developers are left alone.",
    why: "One service that is attacked, or has a leak, takes the host from all others.",
    fix: "Add `mem_limit`, `cpus` and `pids_limit`, or `deploy.resources.limits` with `memory`, `cpus` and `pids`. How much is needed only a measurement tells, so there is no quick fix.",
    suppress: "When the host runs nothing else.",
  },
  examples: {
    bad: composeFiles(
      ["none at all", "services:\n  [|web|]:\n    image: example/web:1.0.0\n"],
      ["memory alone", "services:\n  [|web|]:\n    image: example/web:1.0.0\n    mem_limit: 512m\n"],
      ["no limit for processes", "services:\n  [|web|]:\n    image: example/web:1.0.0\n    mem_limit: 512m\n    cpus: 1\n    pids_limit: -1\n"],
      ["only one of two", "services:\n  web:\n    build: .\n    mem_limit: 512m\n    cpus: 1\n    pids_limit: 100\n  [|db|]:\n    image: postgres:18.1\n"],
      ["what is reserved is no limit", "services:\n  [|web|]:\n    build: .\n    deploy:\n      resources:\n        reservations:\n          memory: 512M\n"],
      ["an empty section", "services:\n  [|web|]:\n    build: .\n    deploy:\n      replicas: 2\n"],
    ),
    good: composeFiles(
      ["in the service", "services:\n  web:\n    build: .\n    mem_limit: 512m\n    cpus: 0.5\n    pids_limit: 100\n"],
      ["below deploy", "services:\n  web:\n    build: .\n    deploy:\n      resources:\n        limits:\n          memory: 512M\n          cpus: '0.5'\n          pids: 100\n"],
      ["by a merge key", "x-limits: &limits\n  mem_limit: 512m\n  cpus: 1\n  pids_limit: 100\nservices:\n  web:\n    <<: *limits\n    build: .\n"],
      ["by an extended service", "services:\n  base:\n    build: .\n    mem_limit: 1g\n    cpus: 1\n    pids_limit: 100\n  web:\n    extends: base\n"],
      ["given by the caller", "services:\n  web:\n    build: .\n    mem_limit: ${MEMORY}\n    cpus: ${CPUS}\n    pids_limit: ${PIDS}\n"],
      ["a change to a service of another file", "services:\n  web:\n    command: serve\n"],
    ),
  },
  check(document, report) {
    const missing = new Set<string>();
    reportLack(document, report, {
      lacks: (service) => {
        const own = limits.filter(({ keys, below }) => !isLimited(service, keys, below));
        for (const { what } of own) missing.add(what);
        return own.length > 0;
      },
      message: (names) => `Nothing limits ${[...missing].join(", ")}, so one service can take the host from all others: ${names}.`,
    });
  },
});

function isLimited(service: ComposeService, keys: readonly string[], below: string): boolean {
  const inLimits = service.values("deploy").map((deploy) => valueAt(deploy, "resources", "limits", below));
  const values = [...keys.flatMap((key) => service.values(key)), ...inLimits];
  return values.some((value) => value !== undefined && !(value.kind === "other" && (value.value === -1 || value.value === null)));
}
