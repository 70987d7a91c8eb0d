import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { phpPageSizes } from "./phpPageSizes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { apiLimits } from "./apiLimits.ts";
import { pageSizes, unlimitedCalls } from "./apiCalls.ts";
import { isAppCode } from "./programPurpose.ts";

const pageMessage = (size: number, largest: number): string => `The page asks for ${size} entries and the API gives ${largest} at most, so it refuses the request.`;

/** Words of a limiter. With one in the file nothing is said on requests at the same time. */
const limiter = /p-?limit|p-?queue|bottleneck|p-?map\b|mapLimit|eachLimit|limiter|throttl|semaphore|concurren|chunk|batch|rate-?limit|p-?throttle|slice\([^)]*\+/i;

/** Requests at once, or the size of a page. */
const promisingText = /Promise\s*\.\s*all|\blimit\b|->(?:all|listPerPage)\(/;

function check(document: Document, report: Report): void {
  if (!isAppCode(document)) return;
  if (document.language === "php") {
    for (const { range, size } of phpPageSizes(document)) report({ range, message: pageMessage(size, 100), requirements: ["akeneo/fair-use"], fixes: [fixOf(range, 100)] });
    return;
  }
  const syntax = document.syntax(typescriptSyntax);
  for (const limits of apiLimits) {
    if (limits.mark && !limits.mark.test(document.text)) continue;
    const { requirement, largestPage } = limits;
    if (!limiter.test(document.text)) {
      const message = `All these requests are sent at once, and ${limits.name} allows ${limits.limit}: the rest is refused.`;
      for (const call of unlimitedCalls(document, limits, syntax)) report({ range: rangeOf(call.callee), message, requirements: [requirement] });
    }
    if (largestPage === undefined) continue;
    for (const { node, size, range } of pageSizes(document, limits, syntax)) {
      if (size <= largestPage) continue;
      report({ range: range ?? rangeOf(node), message: pageMessage(size, largestPage), requirements: [requirement], fixes: isElsewhere(node) ? [] : [fixOf(range ?? rangeOf(node), largestPage)] });
    }
  }
}

function fixOf(range: { readonly start: number; readonly end: number }, largest: number): Fix {
  return { title: `Ask for ${largest}`, safe: false, edits: [{ range, newText: String(largest) }] };
}

const akeneo = "const get = (path) => fetch(`${process.env.PIM_URL}/api/rest/v1/${path}`);\n";

export default defineRule({
  id: "api-rate-unlimited",
  title: "Requests without regard to the API's limits",
  concern: "data",
  languages: ["typescript", "php"],
  marketplaces: ["akeneo", "superoffice"],
  requirements: ["akeneo/fair-use", "superoffice/service-quality"],
  severity: "warning",
  cwe: [770],
  fix: "review",
  triggers: ["/api/rest/v1", "akeneo", "superoffice"],
  promising: (document) => isAppCode(document) && promisingText.test(document.text),
  documentation: {
    wrong: "Requests for each element of a list are all sent at once with `Promise.all`, without a limiter; or a page of more entries than the API allows is asked for.",
    why: "Akeneo allows 4 requests at a time for a connection and 100 a second, pages of at most 100; SuperOffice allows 10 a second. Beyond that it answers 429 or 422, on a large catalogue always, and the customer's other connections suffer.",
    fix: "Let a limiter run them (`p-limit` with 4), take pages of 100, and wait as `Retry-After` says after status 429.",
    suppress: "Where the list surely is short.",
  },
  examples: {
    bad: [
      { name: "fetch for each product", code: "export const load = (codes) => [|Promise.all|](codes.map((code) => fetch(`${process.env.PIM_URL}/api/rest/v1/products/${code}`)));\n" },
      { name: "by a function of its own", code: `${akeneo}export const load = async (codes) => {\n  return [|Promise.all|](codes.map(async (code) => get(\`products/\${code}\`)));\n};\n` },
      { name: "settled", code: "import axios from 'axios';\nexport const save = (products) => [|Promise.allSettled|](products.map((product) => axios.patch(`/api/rest/v1/products/${product.identifier}`, product)));\n" },
      { name: "a client's package", code: "import createClient from 'node-akeneo-api';\nconst client = createClient({});\nexport const load = (codes) => [|Promise.all|](codes.map((code) => client.product.get(code)));\n" },
      { name: "SuperOffice", code: "// SuperOffice\nexport const load = (ids, base) => [|Promise.all|](ids.map((id) => fetch(`${base}/api/v1/Contact/${id}`)));\n" },
      { name: "a large page", code: "export const load = (base) => fetch(`${base}/api/rest/v1/products?limit=[|500|]`);\n", fixed: "export const load = (base) => fetch(`${base}/api/rest/v1/products?limit=100`);\n" },
      { name: "a large page as a parameter", code: "import axios from 'axios';\nexport const load = (base) => axios.get(`${base}/api/rest/v1/products`, { params: { limit: [|1000|] } });\n", fixed: "import axios from 'axios';\nexport const load = (base) => axios.get(`${base}/api/rest/v1/products`, { params: { limit: 100 } });\n" },
      { name: "PHP, a large page", file: "sync.php", code: "<?php\nuse Akeneo\\Pim\\ApiClient\\AkeneoPimClientBuilder;\n$products = $client->getProductApi()->all([|500|]);\n", fixed: "<?php\nuse Akeneo\\Pim\\ApiClient\\AkeneoPimClientBuilder;\n$products = $client->getProductApi()->all(100);\n" },
    ],
    good: [
      { name: "a limiter", code: `import pLimit from 'p-limit';\nconst limit = pLimit(4);\n${akeneo}export const load = (codes) => Promise.all(codes.map((code) => limit(() => get(code))));\n` },
      { name: "one after the other", code: `${akeneo}export async function load(codes) {\n  for (const code of codes) await get(code);\n}\n` },
      { name: "two requests", code: `${akeneo}export const load = () => Promise.all([get("families"), get("channels")]);\n` },
      { name: "a short list", code: `${akeneo}export const load = () => Promise.all(["families", "channels"].map((path) => get(path)));\n` },
      { name: "another service", code: "export const load = (ids) => Promise.all(ids.map((id) => fetch(`https://assets.example.com/${id}`)));\n// akeneo\n" },
      { name: "work without requests", code: `${akeneo}export const hash = (files) => Promise.all(files.map((file) => digest(file)));\n` },
      { name: "a page of 100", code: "export const load = (base) => fetch(`${base}/api/rest/v1/products?limit=100`);\n" },
      { name: "a limit of another service", code: "// beside akeneo\nexport const load = (base) => fetch(`${base}/v2/files?limit=500`);\n" },
      { name: "PHP, a page of 100", file: "sync.php", code: "<?php\nuse Akeneo\\Pim\\ApiClient\\AkeneoPimClientBuilder;\n$products = $client->getProductApi()->all(100);\n" },
    ],
  },
  check,
});
