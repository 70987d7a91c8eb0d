// From an edit to its diagnostics over the protocol, as a ratio to parsing the same text once.
import { performance } from "node:perf_hooks";
import ts from "typescript";
import { startServer } from "./languageClient.mjs";
import { makeModule, randomNumbers } from "./sourceText.mjs";
import { median, quantile, shown, table } from "./timing.mjs";

const sizes = [1_000, 5_000, 20_000];

/** A call that a rule finds; typing it and taking it back changes what must be shown. */
const fault = 'router.get("/typed", (request, response) => void response.cookie("typed", "1", { secure: true }));';

async function timed(action) {
  const started = performance.now();
  await action();
  return performance.now() - started;
}

function parsing(name, text) {
  return timed(() => ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false));
}

/** A place between two functions, in the middle of a text. */
function middleOf(text) {
  return text.slice(0, text.indexOf("\n}\n", text.length >> 1) + 3).split("\n").length - 1;
}

/** Types `typed` and takes it back, again and again. `settle` waits for the diagnostics and gives them. */
async function measure(server, name, text, typed, edits, settle) {
  const found = (await settle(await server.open(name, "typescript", text), undefined)).length;
  const line = middleOf(text);
  const start = { line, character: 0 };
  const rows = [];
  for (let edit = -2; edit < edits; edit++) {
    const isTyped = edit % 2 === 0;
    const range = { start, end: isTyped ? start : { line, character: typed.length } };
    const wanted = found + (isTyped && typed === fault ? 1 : 0);
    const latency = await timed(async () => settle(await server.replace(name, range, isTyped ? typed : ""), wanted));
    const parse = await parsing(name, text);
    if (edit >= 0) rows.push({ latency, parse, isTyped });
  }
  return { found, rows };
}

function column({ rows }) {
  return [
    `${shown(median(rows.map(({ latency }) => latency)))} ms`,
    `${shown(quantile(rows.map(({ latency }) => latency), 0.95))} ms`,
    shown(median(rows.map(({ latency, parse }) => latency / parse))),
  ];
}

/** Compares on files of three sizes and gives the table. */
export async function benchKeystrokes({ root, folder, rounds }) {
  const patient = await startServer(root, folder, { refreshSupport: false });
  const usual = await startServer(root, folder);
  const untilRight = async (name, items, wanted) => {
    for (let current = items; ; current = await usual.pull(name)) {
      if (wanted === undefined || current.length === wanted) return current;
      await usual.refresh();
    }
  };
  const asTheyCome = (items, wanted) => {
    if (wanted !== undefined && items.length !== wanted) throw new Error(`${items.length} findings after an edit, not ${wanted}`);
    return items;
  };
  const edits = rounds * 2;
  const rows = [];
  for (const lines of sizes) {
    const name = `lines${lines}.ts`;
    const text = makeModule(randomNumbers(lines), lines, 10);
    const whole = await measure(patient, name, text, fault, edits, asTheyCome);
    const first = await measure(usual, `first-${name}`, text, " ", edits * 2, asTheyCome);
    const shownFault = await measure(usual, name, text, fault, edits, (items, wanted) => untilRight(name, items, wanted));
    rows.push([
      String(text.split("\n").length),
      String(whole.found),
      `${shown(median(whole.rows.map(({ parse }) => parse)))} ms`,
      ...column(first),
      ...column(whole),
      `${shown(median(shownFault.rows.filter(({ isTyped }) => isTyped).map(({ latency }) => latency)))} ms`,
    ]);
  }
  await patient.stop();
  await usual.stop();
  const head = ["lines", "findings", "parse", "first answer", "p95", "÷ parse", "whole analysis", "p95", "÷ parse", "new fault shown, pause included"];
  return `"parse" is ts.createSourceFile of the same text; the first answer comes while somebody types, before anything is parsed.\n\n${table(head, rows)}`;
}
