import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt, type DataMember } from "../../languages/data/dataNode.ts";
import { containersOf, objectsAt, type Container } from "../../languages/kubernetes/workloads.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-secret-as-variable",
  title: "Secret reaches the process as a variable",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: ["akeneo/credentials-stored-securely", "akeneo/cis-benchmarks"],
  severity: "information",
  cwe: [526],
  benchmarks: { cisDocker: ["4.10"], cisKubernetes: ["5.4.1"] },
  alsoKnownAs: {
    checkov: ["CKV_K8S_35"],
    kics: ["Secrets As Environment Variables 3d658f8b-d988-41a0-a841-40043121de1e"],
  },
  fix: "none",
  documentation: {
    wrong: "A container gets a secret through its environment (`secretKeyRef`, or `envFrom` with `secretRef`) instead of a file. Each container is told once. Values that stand in the manifest itself are `hardcoded-credential` and `default-credential`.",
    why: "The environment is handed on to every program that the process starts, is printed by crash reports and debug pages, and keeps the old value until the next start. A mounted file can be read by its owner alone and follows a rotation.",
    fix: "Mount the secret as a volume with `readOnly: true`, and let the app read the file; many images take `NAME_FILE` for that. There is no quick fix, since the app must read it.",
    suppress: "When the app can read its environment only; it is a recommendation of the benchmark and no demand.",
  },
  examples: {
    bad: [
      bad("a key", deployment({ container: "env:\n  - name: DB_PASSWORD\n    valueFrom:\n      [|secretKeyRef|]: { name: shop, key: password }" })),
      bad("a whole secret", deployment({ container: "envFrom:\n  - [|secretRef|]:\n      name: shop" })),
      bad("two keys are told once", pod({ container: "env:\n  - name: A\n    valueFrom:\n      [|secretKeyRef|]:\n        name: shop\n        key: a\n  - name: B\n    valueFrom:\n      secretKeyRef:\n        name: shop\n        key: b" })),
      bad("a CronJob", cronJob({ container: "env:\n  - name: A\n    valueFrom: { [|secretKeyRef|]: { name: shop, key: a } }" })),
      bad("an init container", pod({ pod: "initContainers:\n  - name: migrate\n    image: a:1\n    envFrom:\n      - [|secretRef|]: { name: shop }" })),
      bad("a patch", patch({ container: "env:\n  - name: A\n    valueFrom:\n      [|secretKeyRef|]: { name: shop, key: a }" })),
      bad("a template", template({ container: 'env:\n  - name: A\n    valueFrom:\n      [|secretKeyRef|]:\n        name: {{ include "shop.name" . }}\n        key: a' })),
    ],
    good: [
      good("a mounted secret", deployment({ pod: "volumes:\n  - name: s\n    secret: { secretName: shop }" })),
      good("a ConfigMap", deployment({ container: "envFrom:\n  - configMapRef: { name: shop }" })),
      good("a field of the pod", deployment({ container: "env:\n  - name: IP\n    valueFrom:\n      fieldRef: { fieldPath: status.podIP }" })),
      good("a plain value", deployment({ container: "env:\n  - name: PORT\n    value: '8080'" })),
      good("another resource type", "apiVersion: external-secrets.io/v1\nkind: SecretStore\nspec:\n  env:\n    - valueFrom: { secretKeyRef: { name: a, key: b } }\n"),
      good("in a comment", deployment({ container: "env: [] # valueFrom: secretKeyRef" })),
      good("a part that the chart leaves open", template({ container: "{{- if .Values.secret }}\nenvFrom:\n  - secretRef: { name: shop }\n{{- end }}" })),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const container of containersOf(document)) {
    const reference = secretReference(container);
    if (reference) report({ range: reference.nameRange, message: `${container.label} gets a secret as a variable, which child processes and crash reports see too.` });
  }
}

function secretReference({ object }: Container): DataMember | undefined {
  const keys = objectsAt(object, "env").map((variable) => memberNamed(valueAt(variable, "valueFrom"), "secretKeyRef"));
  const wholes = objectsAt(object, "envFrom").map((source) => memberNamed(source, "secretRef"));
  return [...keys, ...wholes].find((member) => member !== undefined);
}
