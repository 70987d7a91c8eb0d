import type { BadExample, GoodExample } from "../../core/rule.ts";

/** What an example's pod has besides what every one has. */
export interface ExampleParts {
  /** Lines of the pod's specification. */
  readonly pod?: string;
  /** Lines of its container. */
  readonly container?: string;
  /** The container's name, so that it can be marked. */
  readonly name?: string;
  readonly image?: string;
}

function indented(text: string | undefined, by: number): string {
  return (text ?? "").split("\n").filter((line) => line !== "").map((line) => `${" ".repeat(by)}${line}\n`).join("");
}

function podLines({ pod, container, name = "app", image = "example/app:1.4.2" }: ExampleParts, by: number): string {
  const inside = `      - name: ${name}\n        image: ${image}\n`.replace(/^ {6}/gm, " ".repeat(by + 2));
  return `${indented(pod, by)}${" ".repeat(by)}containers:\n${inside}${indented(container, by + 4)}`;
}

/** A Deployment of one container. */
export function deployment(parts: ExampleParts): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  selector:
    matchLabels: { app: shop }
  template:
    metadata:
      labels: { app: shop }
    spec:
${podLines(parts, 6)}`;
}

/** A Pod of one container. */
export function pod(parts: ExampleParts): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n${podLines(parts, 2)}`;
}

/** A CronJob of one container. */
export function cronJob(parts: ExampleParts): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: nightly
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
${podLines(parts, 10)}`;
}

/** A part of a Deployment, as a kustomize patch has it. */
export function patch(parts: { readonly pod?: string; readonly container?: string }): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  template:
    spec:
${indented(parts.pod, 6)}      containers:
        - name: app
${indented(parts.container, 10)}`;
}

/** A template of a Helm chart with a Deployment. */
export function template(parts: ExampleParts): string {
  return deployment(parts).replace("name: shop", 'name: {{ include "shop.fullname" . }}');
}

/** An example with findings in a manifest. */
export function bad(name: string, code: string, fixed?: string): BadExample {
  return { name, file: "deploy/shop.yaml", code, ...(fixed === undefined ? {} : { fixed }) };
}

/** An example without findings, in a manifest if no other file is named. */
export function good(name: string, code: string, file = "deploy/shop.yaml"): GoodExample {
  return { name, file, code };
}

/** The fields that the quick fix for a missing security context writes, two spaces deep. */
export const restrictedFields = `  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities:
    drop:
      - ALL
  seccompProfile:
    type: RuntimeDefault
`;
