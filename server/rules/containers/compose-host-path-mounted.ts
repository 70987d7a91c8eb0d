import { defineRule } from "../../core/rule.ts";
import { compositionOf, onceForEachPlace } from "./composeServices.ts";
import { mountsOf } from "./composeMounts.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

/** Folders by which a container takes over the host, or reads its secrets. */
const sensitive =
  /^\/(?:etc|proc|sys|boot|dev|root|usr|lib|lib64|lib\/modules|bin|sbin|var|var\/run|run|var\/lib|var\/lib\/docker|var\/lib\/kubelet|home|etc\/(?:passwd|shadow|sudoers|ssh|kubernetes|docker)|usr\/(?:bin|sbin|lib|src))?$|^(?:~|\/root|\/home\/[^/]+|\$HOME)\/\.(?:ssh|aws|kube|docker|gnupg|azure|config\/gcloud)(?:\/|$)|^~$/;

/** Files that containers get to know the time and their names by; nothing in them is secret. */
const harmless = /^\/etc\/(?:localtime|timezone|hosts|resolv\.conf|machine-id|os-release|ssl\/certs)(?:\/|$)/;

export default defineRule({
  id: "compose-host-path-mounted",
  title: "Service of a compose file mounts a sensitive path of the host",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["volumes"],
  requirements: hardening,
  severity: "error",
  cwe: [668, 552],
  benchmarks: { cisDocker: ["5.6"] },
  alsoKnownAs: { kics: ["Volume Has Sensitive Host Directory 1c1325ff-831d-43a1-973e-839ae57dfcc0"] },
  fix: "none",
  documentation: {
    wrong: "A service mounts a folder of the host's system (`/`, `/etc`, `/proc`, `/sys`, `/boot`, `/dev`, `/root`, `/var/run`, `/lib/modules`) or a person's keys (`~/.ssh`, `~/.aws`, `~/.kube`). A folder of one program below them (`/etc/app`) is not meant. Docker's socket is `compose-docker-socket-mounted`. In a file for developers it is an information.",
    why: "Whoever breaks into the container reads or changes what the host trusts: its accounts, its keys, its programs.",
    fix: "Mount only the file that is needed, read-only, or give the container a copy as a `config` or a `secret`.",
    suppress: "When the service watches the host for its living, such as an exporter of measurements, and mounts read-only.",
  },
  examples: {
    bad: composeFiles(
      ["the whole disk", "services:\n  agent:\n    image: example/agent:1.0.0\n    volumes:\n      - [|/:/host:ro|]\n"],
      ["settings", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - [|/etc:/host/etc|]\n"],
      ["the kernel's files", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - \"[|/proc:/host/proc:ro|]\"\n      - '[|/sys/:/host/sys|]'\n"],
      ["keys", "services:\n  job:\n    build: .\n    volumes:\n      - [|~/.ssh:/root/.ssh|]\n      - [|/home/me/.aws/credentials:/creds|]\n"],
      ["in the long form", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - type: bind\n        source: [|/var/run|]\n        target: /run/host\n"],
      ["modules of the kernel", "services:\n  vpn:\n    image: example/vpn:1.0.0\n    volumes:\n      - [|/lib/modules:/lib/modules|]\n"],
      ["by a default", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - [|${ROOT:-/root}:/data|]\n"],
    ),
    good: composeFiles(
      ["a folder beside the file", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - ./data:/data\n"],
      ["a volume with a name", "services:\n  db:\n    image: postgres:18.1\n    volumes:\n      - etc:/etc/postgresql\nvolumes:\n  etc:\n"],
      ["settings of one program", "services:\n  dns:\n    image: example/dns:1.0.0\n    volumes:\n      - /etc/pihole/:/etc/pihole/\n"],
      ["the time", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - /etc/localtime:/etc/localtime:ro\n"],
      ["a path that the caller names", "services:\n  media:\n    image: example/media:1.0.0\n    volumes:\n      - ${MEDIA_PATH}:/media\n"],
      ["the container's own folders", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - /etc\n    tmpfs:\n      - /var/run\n"],
      ["a folder for data", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - /srv/app:/data\n      - /var/lib/app:/var/lib/app\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const service of file.services) {
      for (const { source, range } of mountsOf(file, service)) {
        if (!sensitive.test(source) || harmless.test(source)) continue;
        say({ range, message: `${service.name} mounts ${source} of the host, so whoever breaks into it reads or changes what the host trusts.`, atMost: file.limit });
      }
    }
  },
});
