// Kubernetes manifests and other YAML: the whole analysis beside the `yaml` package, which only parses them.
import fs from "node:fs";
import path from "node:path";
import { parseAllDocuments } from "yaml";
import { require as requireTypeScript } from "tsx/cjs/api";
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

/** Parsing and analysing the same texts in this process, in turn; CPU in milliseconds, as others may use the machine. */
async function inProcess(folder, rounds) {
  const load = (file) => requireTypeScript(`../server/${file}`, import.meta.url);
  const { createAnalyser } = load("analysis/analyse.ts");
  const { rules, workspaceRules } = load("rules/catalogue.ts");
  const { Document } = load("core/document.ts");
  const analyser = createAnalyser(rules, workspaceRules);
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)).map((file) => [path.relative(folder, file), fs.readFileSync(file, "utf8")]);
  const used = async (work) => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const results = [];
  for (let round = -1; round < rounds; round++) {
    const parse = await used(() => texts.forEach(([, text]) => parseAllDocuments(text)));
    const analyse = await used(async () => {
      for (const [file, text] of texts) await analyser.analyse(new Document(file, "yaml", text));
    });
    if (round >= 0) results.push({ parse, analyse });
  }
  return results;
}

/** Compares and gives the tables. */
export async function benchYaml({ root, rounds, scratch }) {
  const folder = path.join(scratch, "yaml");
  makeDocuments(folder);
  const own = await inProcess(folder, rounds);
  const reached = median(own.map(({ parse, analyse }) => analyse / parse));
  const rows = [
    ["yaml: parse alone", `${shown(median(own.map(({ parse }) => parse)))} ms`, "1.00"],
    ["all rules, the parsing included", `${shown(median(own.map(({ analyse }) => analyse)))} ms`, shown(reached)],
  ];
  const inOne = table(["in one process", "CPU", "CPU ÷ parse"], rows);
  return `${inOne}\n\n${reached <= limit ? "within" : "ABOVE"} the limit of ${limit}\n\n${wholeAudit({ root, rounds, scratch, folder })}`;
}

/** The command line beside a program that parses: start, reading and the report are in it. */
function wholeAudit({ root, rounds, scratch, folder }) {
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
  return `${documents} documents, ${findings.length} findings, ${notAnalysed.length} files not analysed\n\n${table(["command", "wall", "CPU", "wall ÷ parse", "CPU ÷ parse"], rows)}`;
}
