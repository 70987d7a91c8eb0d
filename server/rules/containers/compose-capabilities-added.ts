import { defineRule } from "../../core/rule.ts";
import { milder } from "../../core/severity.ts";
import { removeItem, removeMember } from "../../languages/yaml/edits.ts";
import { compositionOf, itemsOf, onceForEachPlace, ownMembers } from "./composeServices.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

/** What a capability lets a container do that it otherwise may not; from capabilities(7). Those of Docker's default are none. */
const effects: Readonly<Record<string, string>> = {
  ALL: "do everything that root may",
  SYS_ADMIN: "mount file systems and much else: it is nearly root on the host",
  SYS_MODULE: "load modules into the host's kernel",
  SYS_PTRACE: "read and change other processes",
  SYS_RAWIO: "write the host's memory and devices",
  SYS_BOOT: "restart the host",
  SYS_TIME: "set the host's clock",
  SYS_RESOURCE: "lift the limits that are set for it",
  NET_ADMIN: "change networks, routes and firewalls",
  NET_RAW: "forge packets of the network",
  DAC_READ_SEARCH: "read every file of the host",
  DAC_OVERRIDE: "read and write past all permissions",
  BPF: "load programs into the host's kernel",
  PERFMON: "watch the host's kernel",
  SYSLOG: "read the kernel's log",
  MAC_ADMIN: "change the host's access rules",
  MAC_OVERRIDE: "ignore the host's access rules",
  SETPCAP: "give itself further capabilities",
};

export default defineRule({
  id: "compose-capabilities-added",
  title: "Service of a compose file gets dangerous capabilities",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["cap_add"],
  requirements: hardening,
  severity: "warning",
  cwe: [250],
  benchmarks: { cisDocker: ["5.4"] },
  alsoKnownAs: { kics: ["Container Capabilities Unrestricted ce76b7d0-9e77-464d-b86f-c5c48e03e22d"] },
  fix: "review",
  documentation: {
    wrong: "`cap_add` of a service has a capability that reaches beyond the container, such as `ALL`, `SYS_ADMIN`, `SYS_MODULE`, `SYS_PTRACE` or `NET_ADMIN`. Harmless ones such as `NET_BIND_SERVICE` and `CHOWN` are not meant. In a file for developers it is an information.",
    why: "Each of these is a way to the host, or to the traffic of the others, for whoever breaks in.",
    fix: "The quick fix takes the capability away. Look for the one that is really needed, and drop all others with `cap_drop: [ALL]`.",
    suppress: "When the service is what the capability is for, such as a VPN with `NET_ADMIN`.",
  },
  examples: {
    bad: composeFiles(
      ["one", "services:\n  vpn:\n    image: example/vpn:1.0.0\n    cap_add:\n      - [|NET_ADMIN|]\n", "services:\n  vpn:\n    image: example/vpn:1.0.0\n"],
      ["several", "services:\n  vpn:\n    image: example/vpn:1.0.0\n    cap_add:\n      - [|NET_ADMIN|]\n      - [|SYS_MODULE|]\n      - CHOWN\n", "services:\n  vpn:\n    image: example/vpn:1.0.0\n    cap_add:\n      - CHOWN\n"],
      ["all", "services:\n  web:\n    build: .\n    cap_add: [ [|ALL|] ]\n", "services:\n  web:\n    build: .\n"],
      ["with the kernel's prefix", "services:\n  web:\n    build: .\n    cap_add: ['[|CAP_SYS_ADMIN|]']\n", "services:\n  web:\n    build: .\n"],
      ["in lower case", "services:\n  web:\n    build: .\n    cap_add:\n      - [|sys_ptrace|] # for the debugger\n", "services:\n  web:\n    build: .\n"],
      ["although the others are dropped", "services:\n  web:\n    build: .\n    cap_drop: [ALL]\n    cap_add: [ [|SYS_ADMIN|] ]\n", "services:\n  web:\n    build: .\n    cap_drop: [ALL]\n"],
    ),
    good: composeFiles(
      ["a low port", "services:\n  web:\n    build: .\n    cap_drop: [ALL]\n    cap_add: [NET_BIND_SERVICE]\n"],
      ["what Docker gives anyway", "services:\n  db:\n    image: postgres:18.1\n    cap_drop: [ALL]\n    cap_add: [CHOWN, SETUID, SETGID, FOWNER]\n"],
      ["taken away", "services:\n  web:\n    build: .\n    cap_drop:\n      - NET_ADMIN\n      - SYS_ADMIN\n"],
      ["one that the caller names", "services:\n  web:\n    build: .\n    cap_add:\n      - ${CAPABILITY}\n"],
      ["an empty list", "services:\n  web:\n    build: .\n    cap_add: []\n"],
      ["in a comment", "services:\n  web:\n    build: .\n    # cap_add: [SYS_ADMIN]\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const { service, member } of ownMembers(file, "cap_add")) {
      const items = itemsOf(member.value);
      for (const item of items) {
        const name = file.text(item)?.toUpperCase().replace(/^CAP_/, "") ?? "";
        const effect = Object.hasOwn(effects, name) ? effects[name] : undefined;
        if (effect === undefined) continue;
        const edit = items.length > 1 ? removeItem(document, items, item) : removeMember(document, service.object, member);
        say({
          range: item.range,
          message: `${name} lets ${service.name} ${effect}.`,
          fixes: edit ? [{ title: `Remove ${name}`, safe: false, edits: [edit] }] : [],
          atMost: milder(file.limit, "warning"),
        });
      }
    }
  },
});
