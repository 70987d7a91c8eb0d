import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { audit } from "../../../../server/workspace/audit.ts";
import { renderChart } from "../../../../server/workspace/helm/renderChart.ts";
import { renderedFiles } from "../../../../server/workspace/helm/renderedFiles.ts";

const template = `{{- if .Values.debug.enabled }}
apiVersion: v1
kind: Pod
metadata:
  name: {{ include "shop.fullname" . }}
spec:
  containers:
    - name: app
      image: {{ include "shop.image" . }}
      securityContext:
        {{- include "shop.context" . | nindent 8 }}
{{- end }}
`;

/** What Helm 3.16 prints for such a template, as its documentation shows the form. */
const output = `---
# Source: shop/templates/pod.yaml
apiVersion: v1
kind: Pod
metadata:
  name: marketlint-shop
spec:
  containers:
    - name: app
      image: example/app:latest
      securityContext:
        privileged: true
---
# Source: shop/charts/db/templates/pod.yaml
apiVersion: v1
kind: Pod
metadata:
  name: db
spec:
  hostPID: true
  containers: []
`;

/** A program in helm's place, which prints recorded output and notes how it was called. */
function standIn(folder: string, body: string): string {
  const file = path.join(folder, "helm");
  fs.writeFileSync(file, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return file;
}

describe("rendered charts", function () {
  let root = "";
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-charts-"));
    fs.mkdirSync(path.join(root, "app/chart/templates"), { recursive: true });
    fs.writeFileSync(path.join(root, "app/chart/Chart.yaml"), "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    fs.writeFileSync(path.join(root, "app/chart/templates/pod.yaml"), template);
    fs.writeFileSync(path.join(root, "output.txt"), output);
  });
  afterEach(() => fs.rmSync(root, { recursive: true }));

  if (process.platform === "win32") return;

  it("are looked at where they are asked for, and placed in their templates", async () => {
    const helm = standIn(root, `echo "$@" > ${root}/called; echo "$HELM_PLUGINS" >> ${root}/called; cat ${root}/output.txt`);
    const only = new Set(["kubernetes-privileged-container", "kubernetes-image-unpinned"]);
    assert.deepEqual((await audit({ root, only })).findings, []);
    const { findings } = await audit({ root, only, helm });
    assert.deepEqual(
      findings.map(({ rule, path: file, range }) => [rule, file, template.slice(range.start, range.end)]),
      [
        ["kubernetes-image-unpinned", "app/chart/templates/pod.yaml", 'image: {{ include "shop.image" . }}'],
        ["kubernetes-privileged-container", "app/chart/templates/pod.yaml", "securityContext:"],
      ],
    );
    assert.ok(findings.every(({ fixes }) => fixes.length === 0));
    const [called, plugins] = fs.readFileSync(path.join(root, "called"), "utf8").split("\n");
    assert.equal(called, `template marketlint ${path.join(root, "app/chart/")} --namespace marketlint`);
    assert.equal(fs.existsSync(plugins ?? ""), false);
  });

  it("that helm refuses are listed with its first sentence", async () => {
    const helm = standIn(root, "echo 'Error: missing dependency' >&2; exit 1");
    const { notAnalysed } = await audit({ root, helm });
    assert.deepEqual(notAnalysed, [{ path: "app/chart/Chart.yaml", reason: "helm could not render the chart: Error: missing dependency" }]);
  });

  it("need a helm", async () => {
    const { notAnalysed } = await audit({ root, helm: path.join(root, "none") });
    assert.deepEqual(notAnalysed, [{ path: "app/chart/Chart.yaml", reason: "helm was not found" }]);
  });

  it("of too much text are refused", async () => {
    const helm = standIn(root, "head -c 40000000 /dev/zero");
    assert.deepEqual(await renderChart(helm, root), { ok: false, reason: "helm rendered more than 32 MB" });
  });

  it("end with the audit", async () => {
    const helm = standIn(root, "exec sleep 30");
    await assert.rejects(renderChart(helm, root, AbortSignal.timeout(50)), { name: "TimeoutError" });
  });

  it("are told apart by their source, parts of other charts too", () => {
    assert.deepEqual(renderedFiles(output, "app/chart/").map((file) => file.path), ["app/chart/templates/pod.yaml", "app/chart/charts/db/templates/pod.yaml"]);
  });
});
