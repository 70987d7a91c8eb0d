// Precision and recall of the secret rules on the labelled corpus. With --write the page is written.
// usage: npm run bench:detection [-- --write] [-- --failures]
import fs from "node:fs";
import { measure } from "./measure.ts";
import { detectionPage, scoreTable } from "./page.ts";

async function main(): Promise<void> {
  const { scores, total, failures } = await measure();
  console.log(scoreTable(scores, total));
  if (process.argv.includes("--failures")) {
    for (const { one, missed, wrong } of failures) console.log(`\n[${one.group}] ${one.path}: missed ${JSON.stringify(missed)}, wrong ${JSON.stringify(wrong)}\n${one.text.slice(0, 400)}`);
  }
  if (process.argv.includes("--write")) fs.writeFileSync("docs/detection.md", detectionPage(scores, total));
  if (total.found / total.secrets < 0.98 || total.found / (total.found + total.wrong) < 0.99) process.exitCode = 1;
}

void main();
