import { defineFactSource, type AddFact } from "../../../core/fact.ts";
import type { Document } from "../../../core/document.ts";
import { memberNamed, valueAt } from "../../../languages/data/dataNode.ts";
import { jsonData } from "../../../languages/json/dataOf.ts";
import { forgeManifest } from "../../../languages/yaml/forgeManifest.ts";

/** The hosts of the addresses in one file, whatever they are for. */
export interface MentionedHosts {
  readonly hosts: readonly string[];
}

const mentioned = /:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;
/** A file with more is a list of addresses, no code. */
const mostHosts = 200;

/** Every address in a workspace's files, apart from those in Forge manifests. */
export const hostMentions = defineFactSource<MentionedHosts>({
  id: "address-hosts",
  languages: ["typescript", "html", "json", "yaml", "dotenv", "text"],
  triggers: ["://"],
  tier: "text",
  collect(document, add) {
    if (document.language === "yaml" && forgeManifest(document)) return;
    const hosts = new Set<string>();
    for (const { 1: host = "" } of document.text.matchAll(mentioned)) {
      hosts.add(host.toLowerCase());
      if (hosts.size >= mostHosts) break;
    }
    if (hosts.size > 0) add({ start: 0, end: 1 }, { hosts: [...hosts] });
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
