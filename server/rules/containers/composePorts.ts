import type { TextRange } from "../../core/text.ts";
import type { ComposeFile, ComposeService } from "../../languages/compose/composeFile.ts";
import { valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { itemsOf } from "./composeServices.ts";

/** A port of the host that a service publishes. */
export interface PublishedPort {
  /** The address that it listens on; undefined for all. */
  readonly address: string | undefined;
  /** The first port of the host; undefined where the system chooses it. */
  readonly host: number | undefined;
  /** The first port of the container. */
  readonly container: number;
  readonly protocol: string;
  readonly range: TextRange;
  /** Where an address may be written before the port: in the short form, as a text. */
  readonly shortAt: number | undefined;
}

const shortForm = /^(?:(\[[0-9A-Fa-f:.]+\]|\d+(?:\.\d+){3}|localhost):)?(?:(\d+)(?:-\d+)?:)?(\d+)(?:-\d+)?(?:\/(tcp|udp|sctp))?$/i;
const addressAlone = /^(\[[0-9A-Fa-f:.]+\]|\d+(?:\.\d+){3})::(\d+)(?:\/(tcp|udp))?$/i;

/** The published ports of a service whose numbers are known. */
export function publishedPorts(file: ComposeFile, service: ComposeService): PublishedPort[] {
  return itemsOf(service.own("ports")?.value).flatMap((item) => (item.kind === "object" ? longForm(file, item) : short(file, item)));
}

function short(file: ComposeFile, item: DataNode): PublishedPort[] {
  const text = file.text(item);
  if (text === undefined) return [];
  const alone = addressAlone.exec(text);
  if (alone) return [{ address: alone[1], host: undefined, container: Number(alone[2]), protocol: alone[3] ?? "tcp", range: item.range, shortAt: undefined }];
  const found = shortForm.exec(text);
  if (!found) return [];
  const host = found[2] === undefined ? undefined : Number(found[2]);
  const protocol = (found[4] ?? "tcp").toLowerCase();
  // YAML 1.1 readers take `80:80` without quotes for a number to the base of 60; the text in the file is what counts.
  return [{ address: found[1], host, container: Number(found[3]), protocol, range: item.range, shortAt: host === undefined || found[1] !== undefined ? undefined : item.range.start }];
}

function longForm(file: ComposeFile, item: DataNode): PublishedPort[] {
  const target = valueAt(item, "target");
  const container = Number(file.text(target) ?? "");
  if (!target || !Number.isInteger(container) || container === 0) return [];
  const published = valueAt(item, "published");
  const address = valueAt(item, "host_ip");
  if (address && file.text(address) === undefined) return [];
  const host = published ? Number(/^\d+/.exec(file.text(published) ?? "")?.[0] ?? Number.NaN) : undefined;
  return [{
    address: file.text(address),
    host: host !== undefined && Number.isNaN(host) ? undefined : host,
    container,
    protocol: file.text(valueAt(item, "protocol")) ?? "tcp",
    range: (published ?? target).range,
    shortAt: undefined,
  }];
}
