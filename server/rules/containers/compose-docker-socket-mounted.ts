import { defineRule } from "../../core/rule.ts";
import { compositionOf, onceForEachPlace } from "./composeServices.ts";
import { mountsOf } from "./composeMounts.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

const socket = /^(?:\/var)?\/run\/(?:docker|containerd\/containerd|crio\/crio|podman\/podman)\.sock$|^\/\/?\.?\/?pipe\/docker_engine$/;

export default defineRule({
  id: "compose-docker-socket-mounted",
  title: "Service of a compose file gets Docker's socket",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["docker.sock", "containerd.sock", "crio.sock", "podman.sock", "docker_engine"],
  requirements: hardening,
  severity: "error",
  cwe: [250, 668],
  benchmarks: { cisDocker: ["5.32"] },
  alsoKnownAs: { kics: ["Docker Socket Mounted In Container d6355c88-1e8d-49e9-b2f2-f8a1ca12c75b"] },
  fix: "none",
  documentation: {
    wrong: "A service mounts the socket of Docker, containerd, CRI-O or Podman. Read-only makes no difference, since a request is sent through it all the same. In a file for developers it is an information.",
    why: "Who can speak to the socket can start a container with the host's disk in it: whoever breaks into the service has the host.",
    fix: "Do without, or put a proxy for the socket between, which lets only the requests through that the service needs.",
    suppress: "When the service manages containers for its living and nobody from outside reaches it.",
  },
  examples: {
    bad: composeFiles(
      ["in the short form", "services:\n  proxy:\n    image: traefik:3.7.1\n    volumes:\n      - [|/var/run/docker.sock:/var/run/docker.sock|]\n"],
      ["read-only", "services:\n  proxy:\n    image: traefik:3.7.1\n    volumes:\n      - \"[|/var/run/docker.sock:/var/run/docker.sock:ro|]\"\n"],
      ["in the long form", "services:\n  proxy:\n    image: traefik:3.7.1\n    volumes:\n      - type: bind\n        source: [|/run/docker.sock|]\n        target: /var/run/docker.sock\n"],
      ["under another name", "services:\n  agent:\n    image: example/agent:1.0.0\n    volumes: [\"[|/var/run/docker.sock:/tmp/d.sock|]\"]\n"],
      ["by a default", "services:\n  agent:\n    image: example/agent:1.0.0\n    volumes:\n      - [|${SOCKET:-/var/run/docker.sock}:/var/run/docker.sock|]\n"],
      ["containerd's", "services:\n  agent:\n    image: example/agent:1.0.0\n    volumes:\n      - [|/run/containerd/containerd.sock:/run/containerd/containerd.sock|]\n"],
      ["by an anchor, once", "x-a: &a\n  volumes:\n    - [|/var/run/docker.sock:/var/run/docker.sock|]\nservices:\n  one:\n    <<: *a\n    image: example/a:1.0.0\n  two:\n    <<: *a\n    image: example/a:1.0.0\n"],
    ),
    good: composeFiles(
      ["another socket", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - /var/run/app/docker.sock.d:/x\n"],
      ["a proxy of the socket", "services:\n  web:\n    image: example/web:1.0.0\n    environment:\n      DOCKER_HOST: tcp://socket-proxy:2375\n    # instead of /var/run/docker.sock\n"],
      ["in a command", "services:\n  web:\n    image: example/web:1.0.0\n    command: -H unix:///var/run/docker.sock\n"],
      ["a volume with a name", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - run:/var/run/docker.sock\nvolumes:\n  run:\n"],
      ["a place that the caller names", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - ${SOCKET}:/var/run/docker.sock\n"],
      ["another kind of file", "kind: Deployment\napiVersion: apps/v1\nservices:\n  a:\n    image: a\n    volumes: [/var/run/docker.sock:/s]\n"],
      ["a temporary file system", "services:\n  web:\n    image: example/web:1.0.0\n    volumes:\n      - type: tmpfs\n        target: /var/run/docker.sock\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const service of file.services) {
      for (const { source, range } of mountsOf(file, service)) {
        if (!socket.test(source)) continue;
        say({ range, message: `${service.name} can start any container on the host through this socket, so whoever breaks into it has the host.`, atMost: file.limit });
      }
    }
  },
});
