import { setTimeout as wait } from "node:timers/promises";

interface Page<Item> {
  readonly _links: { readonly next?: { readonly href: string } };
  readonly _embedded: { readonly items: readonly Item[] };
}

interface Locale {
  readonly code: string;
  readonly enabled: boolean;
}

interface Product {
  readonly values: Readonly<Record<string, readonly { readonly locale: string | null }[]>>;
}

async function getPage<Item>(url: string, token: string, attempt = 1): Promise<Page<Item>> {
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}`, Accept: "application/json" } });
  if (answer.status === 429 && attempt < 5) {
    await wait(Number(answer.headers.get("Retry-After") ?? attempt) * 1000);
    return getPage(url, token, attempt + 1);
  }
  if (!answer.ok) throw new Error(`The PIM answered ${answer.status}`);
  return (await answer.json()) as Page<Item>;
}

async function readLocales(pim: string, token: string): Promise<string[]> {
  const page = await getPage<Locale>(`${pim}/api/rest/v1/locales?limit=100`, token);
  return page._embedded.items.filter((locale) => locale.enabled).map((locale) => locale.code);
}

/** For each enabled locale, the number of products with a value in it. Pages are read one after the other. */
export async function readCoverage(pim: string, token: string): Promise<ReadonlyMap<string, number>> {
  const coverage = new Map((await readLocales(pim, token)).map((code) => [code, 0]));
  let page = await getPage<Product>(`${pim}/api/rest/v1/products-uuid?limit=100&pagination_type=search_after`, token);
  for (;;) {
    for (const product of page._embedded.items) {
      const locales = new Set(Object.values(product.values).flatMap((values) => values.map((value) => value.locale)));
      for (const [code, count] of coverage) if (locales.has(code)) coverage.set(code, count + 1);
    }
    const next = page._links.next;
    if (!next || new URL(next.href).origin !== pim) return coverage;
    page = await getPage<Product>(next.href, token);
  }
}
