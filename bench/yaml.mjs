// Kubernetes manifests and other YAML: the whole analysis beside the `yaml` package, which only parses them.
import fs from "node:fs";
import path from "node:path";
import { inTurn, median, ratio, runCommand, shown, table } from "./timing.mjs";
import { makeYaml, randomNumbers } from "./sourceText.mjs";

const documents = 10_000;
const limit = 1.5;

/** One Deployment with its Service, as generators write them, with a fault in every tenth. */
function makeManifest(random, at) {
  const name = `service-${at}`;
  const context = at % 10 === 0 ? "        securityContext:\n          privileged: true\n" : "        securityContext:\n          allowPrivilegeEscalation: false\n          readOnlyRootFilesystem: true\n          capabilities:\n            drop: [ALL]\n";
  const variables = Array.from({ length: 2 + random(6) }, (_, index) => `        - name: SETTING_${index}\n          value: "${random(9999)}"\n`).join("");
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
  labels:
    app: ${name}
spec:
  replicas: ${1 + random(4)}
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      serviceAccountName: ${name}
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        runAsUser: 20000
        seccompProfile:
          type: RuntimeDefault
      containers:
      - name: server
        image: ghcr.io/example/${name}:1.${random(40)}.${random(9)}@sha256:${"0a1b2c3d".repeat(8)}
${context}        ports:
        - containerPort: 8080
        env:
${variables}        readinessProbe:
          httpGet:
            path: /healthz
            port: 8080
        resources:
          requests:
            cpu: 100m
            memory: 64Mi
          limits:
            memory: 128Mi
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: shop
spec:
  type: ClusterIP
  selector:
    app: ${name}
  ports:
  - name: http
    port: 8080
    targetPort: 8080
`;
}

/** Writes the corpus: of ten documents, eight are of Kubernetes, two of something else. */
function makeDocuments(folder) {
  const random = randomNumbers(documents);
  let written = 0;
  for (let at = 0; written < documents; at++) {
    const isManifest = at % 6 < 4;
    const target = path.join(folder, isManifest ? `k8s/part${at % 40}/service${at}.yaml` : `config/part${at % 40}/settings${at}.yaml`);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, isManifest ? makeManifest(random, at) : makeYaml(random, 5 + random(40)));
    written += isManifest ? 2 : 1;
  }
}

/** A program that reads the folder and parses every file with the package, and does nothing else. */
function parserSource(folder) {
  return `import fs from "node:fs";
import path from "node:path";
import { parseAllDocuments } from "yaml";
let documents = 0;
for (const entry of fs.readdirSync(${JSON.stringify(folder)}, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  documents += parseAllDocuments(fs.readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), "utf8")).length;
}
console.log(documents);
`;
}

/** Compares and gives the table. */
export async function benchYaml({ root, rounds, scratch }) {
  const folder = path.join(scratch, "yaml");
  makeDocuments(folder);
  // Beside the packages of this project, which it imports.
  const parser = path.join(root, ".cache/bench/parse-yaml.mjs");
  fs.mkdirSync(path.dirname(parser), { recursive: true });
  fs.writeFileSync(parser, parserSource(folder));
  const report = path.join(scratch, "yaml.json");
  const cli = path.join(root, "dist/cli.js");
  const commands = [
    { name: "yaml: parse alone", run: () => runCommand([process.execPath, parser]) },
    { name: "marketlint audit", run: () => runCommand([process.execPath, cli, "audit", folder, "--no-cache", "--threads", "1", "--format", "json", "--fail-on", "never"], { output: report }) },
  ];
  const results = inTurn(commands, rounds);
  fs.rmSync(parser);
  const { findings, notAnalysed } = JSON.parse(fs.readFileSync(report, "utf8"));
  const base = results.get("yaml: parse alone");
  const rows = [...results].map(([name, own]) => [
    name,
    `${shown(median(own.map(({ wall }) => wall)))} ms`,
    `${shown(median(own.map(({ cpu }) => cpu)))} ms`,
    shown(ratio(own, base, ({ wall }) => wall)),
    shown(ratio(own, base, ({ cpu }) => cpu)),
  ]);
  const reached = ratio(results.get("marketlint audit"), base, ({ cpu, wall }) => (Number.isFinite(cpu) ? cpu : wall));
  const verdict = reached <= limit ? "within" : "ABOVE";
  return `${documents} documents, ${findings.length} findings, ${notAnalysed.length} files not analysed\n\n${table(["command", "wall", "CPU", "wall ÷ parse", "CPU ÷ parse"], rows)}\n\n${verdict} the limit of ${limit}`;
}
