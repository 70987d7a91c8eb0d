import assert from "node:assert/strict";
import { Document, type Neighbours } from "../../../../server/core/document.ts";
import type { DataNode } from "../../../../server/languages/data/dataNode.ts";
import { actionsIn } from "../../../../server/languages/helm/actions.ts";
import { readTemplate } from "../../../../server/languages/helm/template.ts";
import { templateData } from "../../../../server/languages/helm/templateData.ts";
import { growsInStraightLine } from "../../growth.ts";

/** What a template gives, as plain data; what is not known is "?". */
function given(template: string, values = "", chart = "name: shop\nappVersion: '1.4.2'\n"): unknown {
  const files: Readonly<Record<string, string>> = { "shop/Chart.yaml": chart, "shop/values.yaml": values };
  const neighbours: Neighbours = {
    has: (path) => files[path] !== undefined,
    read: (path) => (files[path] === undefined ? undefined : new Document(path, "yaml", files[path])),
  };
  const [root] = new Document("shop/templates/a.yaml", "yaml", template, neighbours).syntax(templateData);
  return root && plain(root);
}

function plain(node: DataNode): unknown {
  if (node.kind === "object") return Object.fromEntries(node.members.map(({ name, value }) => [name, plain(value)]));
  if (node.kind === "array") return node.items.map(plain);
  return node.kind === "other" && node.value === undefined ? "?" : node.value;
}

describe("a Helm template", () => {
  it("takes values where a path is plain", () => {
    assert.deepEqual(given('a: {{ .Values.x.y }}\nb: "{{ $.Values.x.z }}:{{ .Chart.AppVersion }}"\n', "x: { y: true, z: app }\n"), { a: true, b: "app:1.4.2" });
  });

  it("takes defaults where a value is empty or absent", () => {
    assert.deepEqual(given("a: {{ .Values.tag | default .Chart.AppVersion | quote }}\nb: {{ default 3 .Values.none }}\n", "tag: ''\n"), { a: "1.4.2", b: 3 });
  });

  it("takes blocks, behind a name and below it", () => {
    const values = "c: { privileged: true }\n";
    assert.deepEqual(given("a: {{- toYaml .Values.c | nindent 2 }}\nb:\n  {{- toYaml .Values.c | nindent 2 }}\n", values), { a: { privileged: true }, b: { privileged: true } });
  });

  it("reads what a condition leaves, as the chart's own values decide it", () => {
    const template = "a: 1\n{{- if .Values.on }}\nb: 2\n{{- else }}\nb: 3\n{{- end }}\n{{- if and .Values.on (not .Values.off) }}\nc: 4\n{{- end }}\n";
    assert.deepEqual(given(template, "on: true\noff: false\n"), { a: 1, b: 2, c: 4 });
    assert.deepEqual(given(template, "on: false\noff: false\n"), { a: 1, b: 3 });
  });

  it("reads what a with binds", () => {
    assert.deepEqual(given("{{- with .Values.c }}\na: {{ .d }}\nb: {{ $.Values.e }}\n{{- end }}\n", "c: { d: 1 }\ne: 2\n"), { a: 1, b: 2 });
  });

  it("knows nothing of what is not plain", () => {
    const template = 'a: {{ include "x" . }}\nb: {{ .Values.x }}-{{ .Release.Name }}\nc: {{ tpl .Values.x . }}\n{{- if .Capabilities.KubeVersion }}\nd: 1\n{{- end }}\n{{- range .Values.list }}\ne: {{ . }}\n{{- end }}\n';
    assert.deepEqual(given(template, "x: y\nlist: [1]\n"), { a: "?", b: "?", c: "?" });
  });

  it("knows nothing of a part of a line that a condition decides", () => {
    assert.deepEqual(given("a: {{ if .Release.IsInstall }}x{{ else }}y{{ end }}\nb: {{ if .Values.on }}x{{ else }}y{{ end }}\n", "on: true\n"), { a: "?", b: "x" });
  });

  it("has no value at all without its chart's", () => {
    const [root] = new Document("a.yaml", "yaml", "a: {{ .Values.x }}\nb: 1\n").syntax(templateData);
    assert.deepEqual(root && plain(root), { a: "?", b: 1 });
  });

  it("drops a document that does not hold together", () => {
    assert.equal(given("a: [\n{{ .Values.x }}\nb: }\n"), undefined);
  });

  it("keeps braces in texts and comments apart from those that end an action", () => {
    const text = '{{ print "}}" }}{{/* }} */}}{{- `a}}` -}}{{ open';
    assert.deepEqual(actionsIn(text).map(({ range, body }) => [text.slice(range.start, range.end), body]), [
      ['{{ print "}}" }}', 'print "}}"'],
      ["{{/* }} */}}", "/* }} */"],
      ["{{- `a}}` -}}", "`a}}`"],
    ]);
  });

  it("is read in time in proportion to its length", async () => {
    const hostile: Readonly<Record<string, (size: number) => string>> = {
      "nested conditions": (size) => "{{ if .Values.a }}\n".repeat(size),
      "actions on one line": (size) => `a: ${"{{ .Values.x }} ".repeat(size)}\n`,
      "open texts": (size) => '{{ "'.repeat(size),
      "open comments": (size) => "{{/* ".repeat(size),
    };
    const scope = { values: undefined, chart: undefined, dot: "root" } as const;
    for (const [name, make] of Object.entries(hostile)) await growsInStraightLine(name, (size) => readTemplate(make(size), scope), 3000);
    const names = (size: number): string => Array.from({ length: size }, (_, at) => `a${at}:\n  {{ toYaml .x }}\n`).join("");
    await growsInStraightLine("empty names", (size) => new Document("a.yaml", "yaml", names(size)).syntax(templateData).map(plain), 1500);
  });
});
