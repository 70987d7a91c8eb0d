import { defineRule } from "../../core/rule.ts";
import type { Document } from "../../core/document.ts";
import { dockerfiles } from "./containerExamples.ts";
import { exposedPorts } from "./exposedPorts.ts";
import { finalImageOf, labelOf } from "./finalImage.ts";
import { hardening } from "./hardening.ts";
import { productOf, stepsOf, type Product } from "./product.ts";
import { lateInsertion } from "./userInstruction.ts";

/** Makers whose images come without a HEALTHCHECK: Docker's official ones (its rules forbid it), .NET, distroless. */
const withoutCheck = /^(?:[a-z0-9-]+|mcr\.microsoft\.com\/dotnet\/.+|gcr\.io\/distroless\/.+|registry\.access\.redhat\.com\/.+)$/;
const options = "--interval=30s --timeout=3s --start-period=10s";

export default defineRule({
  id: "image-healthcheck-missing",
  title: "Image has no HEALTHCHECK",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["cmd", "entrypoint"],
  requirements: hardening,
  severity: "information",
  cwe: [693],
  benchmarks: { cisDocker: ["4.6", "5.27"] },
  alsoKnownAs: {
    hadolint: ["DL3057"],
    trivy: ["DS-0026"],
    checkov: ["CKV_DOCKER_2"],
    kics: ["Healthcheck Instruction Missing b03a748a-542d-44f4-bb86-9199ab4fd2d5"],
  },
  fix: "review",
  documentation: {
    wrong: "The image starts a service, and neither the Dockerfile nor its base image (where that is known) has a `HEALTHCHECK`. Reported once for a file.",
    why: "Docker and Compose cannot tell a process that hangs from one that works, so a service that an attack or a flaw has stopped is neither restarted nor noticed.",
    fix: "The quick fix adds a check that asks the exposed port, with a program that the image has. Look it through: let it ask an address that shows that the service works.",
    suppress: "When the image runs on a cluster only, whose probes do the same, or when it is a job that ends.",
  },
  examples: {
    bad: dockerfiles(
      [
        "a service on Node.js",
        "FROM [|node:24.11.1|]\nUSER 1000\nEXPOSE 3000\nCMD node .\n",
        "FROM node:24.11.1\nUSER 1000\nEXPOSE 3000\nHEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD [\"node\", \"-e\", \"fetch('http://127.0.0.1:3000/').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))\"]\nCMD node .\n",
      ],
      [
        "a service on Python",
        "FROM [|python:3.14.1-slim|]\nEXPOSE 8000/tcp\nUSER 65534\nENTRYPOINT [\"gunicorn\"]\n",
        "FROM python:3.14.1-slim\nEXPOSE 8000/tcp\nUSER 65534\nHEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD [\"python\", \"-c\", \"import urllib.request as r; r.urlopen('http://127.0.0.1:8000/', timeout=2)\"]\nENTRYPOINT [\"gunicorn\"]\n",
      ],
      [
        "a service on Alpine",
        "FROM golang:1.27.1 AS build\nFROM [|alpine:3.24.1|]\nCOPY --from=build /app /app\nEXPOSE 8080\nCMD [\"/app\"]\n",
        "FROM golang:1.27.1 AS build\nFROM alpine:3.24.1\nCOPY --from=build /app /app\nEXPOSE 8080\nHEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD wget -q --spider http://127.0.0.1:8080/ || exit 1\nCMD [\"/app\"]\n",
      ],
      ["one that is switched off", "FROM [|node:24.11.1|]\nHEALTHCHECK NONE\nCMD node .\n"],
      ["no port", "FROM [|debian:13|]\nCMD app\n"],
      ["a check of an earlier stage", "FROM node:24.11.1 AS build\nHEALTHCHECK CMD true\nFROM [|gcr.io/distroless/nodejs24|]\nCMD app.js\n"],
    ),
    good: dockerfiles(
      ["a check", "FROM node:24.11.1\nHEALTHCHECK CMD node check.js\nCMD node .\n"],
      ["a check of the stage below", "FROM node:24.11.1 AS base\nHEALTHCHECK CMD node check.js\nFROM base\nCMD node .\n"],
      ["an image that may have one", "FROM company/base:1.0.0\nCMD app\n"],
      ["an image that the caller names", "ARG BASE\nFROM ${BASE}\nCMD app\n"],
      ["nothing to start", "FROM scratch\nCOPY --from=build /a /a\n"],
      ["an image for developers", "FROM node:24.11.1 AS dev\nCMD npm run dev\n"],
      ["a function of a platform", "FROM public.ecr.aws/lambda/nodejs:24\nCMD app.handler\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product || product.limit === "information") return;
    const image = finalImageOf(document);
    if (!image?.isNamed || !withoutCheck.test(labelOf(image.origin).replace(/:[^/]*$/, "")) || image.base?.user === "platform") return;
    const steps = [...stepsOf(product, "delivered")].map(({ step }) => step);
    if (!steps.some(({ keyword }) => keyword === "CMD" || keyword === "ENTRYPOINT")) return;
    const last = steps.findLast(({ keyword }) => keyword === "HEALTHCHECK");
    if (last && last.words[0]?.text.toUpperCase() !== "NONE") return;
    const probe = last ? undefined : probeOf(document, product, labelOf(image.origin));
    report({
      range: image.image,
      message: last ? "The check of the service's health is switched off, so nobody notices when it hangs." : "Nothing checks the service's health, so nobody notices when it hangs.",
      fixes: probe === undefined ? [] : [{ title: "Add a HEALTHCHECK", safe: false, edits: [lateInsertion(document, image.stage, `HEALTHCHECK ${options} CMD ${probe}`)] }],
    });
  },
});

/** A command that asks the exposed port with a program that the image is sure to have. */
function probeOf(document: Document, product: Product, image: string): string | undefined {
  const tcp = exposedPorts(product).find(({ range }) => !/\/(?:udp|sctp)$/i.test(document.text.slice(range.start, range.end)));
  if (!tcp) return undefined;
  const address = `http://127.0.0.1:${tcp.first}/`;
  if (/^node(?::|$)/.test(image)) return `["node", "-e", "fetch('${address}').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]`;
  if (/^python(?::|$)/.test(image)) return `["python", "-c", "import urllib.request as r; r.urlopen('${address}', timeout=2)"]`;
  return /^alpine(?::|$)|-alpine/.test(image) ? `wget -q --spider ${address} || exit 1` : undefined;
}
