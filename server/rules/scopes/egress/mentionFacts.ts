import { defineFactSource, type AddFact } from "../../../core/fact.ts";
import type { Document } from "../../../core/document.ts";
import { memberNamed, valueAt } from "../../../languages/data/dataNode.ts";
import { jsonData } from "../../../languages/json/dataOf.ts";
import { forgeManifest } from "../../../languages/yaml/forgeManifest.ts";
import { egressAddresses } from "../forgeEgress.ts";
import { listedHostOf } from "./hosts.ts";

/** The hosts that a manifest lists, or those of the addresses in a file with one of them. */
export interface MentionedHosts {
  readonly hosts: readonly string[];
  /** They are the manifest's: what is to be looked for. */
  readonly listed: boolean;
}

const mentioned = /:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;
/** A file with more is a list of addresses, no code. */
const mostHosts = 200;

function hostsIn(text: string): string[] {
  const hosts = new Set<string>();
  for (const { 1: host = "" } of text.matchAll(mentioned)) {
    hosts.add(host.toLowerCase());
    if (hosts.size >= mostHosts) break;
  }
  return [...hosts];
}

/** The files of an app that name a host which its manifest lists: nobody else's files are searched. */
export const hostMentions = defineFactSource<MentionedHosts>({
  id: "address-hosts",
  languages: ["typescript", "html", "json", "yaml", "dotenv", "text"],
  triggers: ["external:"],
  tier: "text",
  learns: (facts) => facts.flatMap(({ value }) => (value.listed ? value.hosts.map((host) => host.replace(/^\*\./, "")) : [])),
  collect(document, add) {
    const manifest = document.language === "yaml" ? forgeManifest(document) : undefined;
    const hosts = manifest ? egressAddresses(manifest).map(({ text }) => listedHostOf(text)) : hostsIn(document.text);
    if (hosts.length > 0) add({ start: 0, end: 1 }, { hosts, listed: manifest !== undefined });
  },
});

/** Packages that reach nothing by themselves: user interfaces, dates, texts, Forge's own. */
const quietPackage =
  /^(?:@forge\/|@atlaskit\/|@types\/|@emotion\/|@babel\/|@testing-library\/|react(?:-dom|-scripts|-router|-router-dom|-is|-beautiful-dnd)?$|lodash(?:[.-]|$)|date-fns$|dayjs$|moment$|uuid$|zod$|styled-components$|classnames$|clsx$|immer$|zustand$|redux$|typescript$|tslib$|marked$|dompurify$)/;

/** The packages of an app that may reach hosts that its own code does not name. */
export const reachingPackages = defineFactSource<{ readonly names: readonly string[] }>({
  id: "reaching-packages",
  languages: ["json"],
  triggers: [],
  fileNames: ["package.json"],
  collect(document: Document, add: AddFact<{ readonly names: readonly string[] }>) {
    const root = jsonData(document);
    const dependencies = memberNamed(root, "dependencies");
    const value = valueAt(root, "dependencies");
    const names = value?.kind === "object" ? value.members.map(({ name }) => name).filter((name) => !quietPackage.test(name)) : [];
    if (dependencies && names.length > 0) add(dependencies.nameRange, { names });
  },
});
