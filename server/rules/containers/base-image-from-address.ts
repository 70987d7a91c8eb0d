import { defineRule } from "../../core/rule.ts";
import { dockerfiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { productOf } from "./product.ts";
import { eachOnce, furtherUses, usedImages } from "./usedImages.ts";

/** A registry that is named by an IP address, with or without a port. */
const bareAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\])(?::\d+)?\//;

export default defineRule({
  id: "base-image-from-address",
  title: "Base image comes from a bare IP address",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["from"],
  requirements: supplyChain,
  severity: "information",
  cwe: [1357],
  benchmarks: { cisDocker: ["4.2"], cisKubernetes: ["5.5.1"] },
  alsoKnownAs: { hadolint: ["DL3026"], trivy: ["KSV-0125", "KSV-0034"] },
  fix: "none",
  documentation: {
    wrong: "An image in `FROM` or `COPY --from` is taken from a registry that is named by its IP address.",
    why: "A registry at a bare address has no certificate that a public authority signed for it, so it is mostly asked without encryption or verification, and who answers at that address tomorrow is anybody's guess.",
    fix: "Give the registry a name with a certificate, or take the image from a public registry.",
    suppress: "When the address belongs to a build network that nobody else reaches.",
  },
  examples: {
    bad: dockerfiles(
      ["an address", "FROM [|10.0.0.5/team/base:1.0.0|]\nCMD app\n"],
      ["with a port", "FROM [|192.168.1.20:5000/base:1.0.0|]\nCMD app\n"],
      ["a public address", "FROM [|203.0.113.9/base:1.0.0|] AS build\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["through an argument", "ARG REGISTRY=10.1.2.3:5000\nFROM [|$REGISTRY/base:1.0.0|]\nCMD app\n"],
      ["files taken from there", "FROM node:24.11.1\nCOPY --from=[|10.0.0.5/tools:1.0.0|] /tool /bin/\n"],
      ["version 6 of the protocol", "FROM [|[2001:db8::1]:5000/base:1.0.0|]\nCMD app\n"],
    ),
    good: dockerfiles(
      ["a name", "FROM registry.example.com/base:1.0.0\n"],
      ["a name with a port", "FROM registry.example.com:5000/base:1.0.0\n"],
      ["Docker Hub", "FROM node:24.11.1\n"],
      ["a registry on this machine", "FROM localhost:5000/base:1.0.0\n"],
      ["a registry that the caller names", "ARG REGISTRY\nFROM ${REGISTRY}/base:1.0.0\n"],
      ["a version that looks like an address", "FROM company/base:10.0.0.5\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { first, others } of eachOnce(usedImages(document, product).filter(({ image }) => bareAddress.test(image.name)))) {
      const message = "The registry is named by its address, so its certificate can hardly be verified.";
      report({ range: first.range, message, related: furtherUses(others) });
    }
  },
});
