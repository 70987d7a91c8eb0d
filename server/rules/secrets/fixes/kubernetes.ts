import type { Idiom } from "./idiom.ts";
import { lineRest, wholeValue } from "./wholeValue.ts";

const workload = /^kind:[ \t]*["']?(?:Deployment|StatefulSet|DaemonSet|Job|CronJob|Pod|ReplicaSet)\b/m;
const valueKey = /^([ \t]*)(-[ \t]+)?value:[ \t]*$/;
const nameKey = /^[ \t]*(?:-[ \t]+)?name:[ \t]*["']?([A-Za-z_][A-Za-z0-9_.-]*)["']?[ \t]*(?:#.*)?$/;
/** The name of the workload, which stands two spaces deep below `metadata`. */
const workloadName = /^metadata:(?:[ \t]*#.*)?\r?\n(?:[ \t]+.*\r?\n){0,20}?[ \t]+name:[ \t]*["']?([a-z0-9][a-z0-9.-]{0,60})/m;

/** Workloads of Kubernetes: an environment variable that comes from a Secret. */
export const kubernetesIdiom: Idiom = {
  holds: ({ language, text }) => language === "yaml" && workload.test(text),
  move(document, secret) {
    const value = wholeValue(document, secret);
    const key = value && valueKey.exec(value.before);
    if (!value || !key || !lineRest.test(value.after)) return undefined;
    const line = document.lineOf(secret.start);
    const lineText = (at: number): string => document.text.slice(document.lines[at] ?? 0, document.lineEnd(at));
    // The pair is a list's item: its name stands on the line before, or behind where the value opens it.
    const name = nameKey.exec(lineText(key[2] === undefined ? line - 1 : line + 1))?.[1];
    if (name === undefined) return undefined;
    const store = `${workloadName.exec(document.text)?.[1] ?? "app"}-secrets`;
    const indent = `${key[1] ?? ""}${" ".repeat(key[2]?.length ?? 0)}`;
    const lines = ["valueFrom:", `${indent}  secretKeyRef:`, `${indent}    name: ${store}`, `${indent}    key: ${name}`];
    const start = value.range.start - (value.before.length - (key[1] ?? "").length - (key[2] ?? "").length);
    return {
      title: `Read ${name} from the Secret ${store} (secretKeyRef), made outside of the repository`,
      edits: [{ range: { start, end: value.range.end }, newText: lines.join(document.lineBreak) }],
      appends: [],
    };
  },
};
