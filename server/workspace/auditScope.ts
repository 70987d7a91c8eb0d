import * as fs from "node:fs";
import * as path from "node:path";
import type { NotAnalysed } from "../analysis/analyse.ts";
import { changedFiles } from "./changedFiles.ts";
import { listFiles, type ListOptions } from "./listFiles.ts";
import { systemReason } from "./readDocument.ts";

/** One part of an audit that several machines share. */
export interface Shard {
  /** 1 for the first part. */
  readonly index: number;
  readonly count: number;
}

/** Which files of a root are meant. */
export interface ScopeRequest {
  readonly root: string;
  /** Files and folders, from the root; absent for all. A file named here is read even where `.gitignore` leaves it out. */
  readonly paths?: readonly string[];
  /** A commit: only files that differ from it. */
  readonly changedSince?: string;
  readonly shard?: Shard;
  /** The text of an open document, by its path from the root; such a file need not be on disk. */
  readonly overlay?: (path: string) => string | undefined;
}

/** The files that an audit reads. */
export interface AuditScope {
  readonly files: readonly string[];
  readonly notAnalysed: readonly NotAnalysed[];
  /** Files left out since their names say that they hold no text. */
  readonly data: number;
  /** Whether these are all files of the root. */
  readonly whole: boolean;
}

/** Finds the files of an audit. Rejects with the signal's reason, and with UsageError where git cannot say what changed. */
export async function auditScope(request: ScopeRequest, options: ListOptions): Promise<AuditScope> {
  const { root, shard } = request;
  const listed = await namedFiles(request, options);
  const changed = request.changedSince === undefined ? undefined : await changedFiles(root, request.changedSince, options.signal);
  const files = listed.files.filter((file) => changed?.has(file) ?? true);
  return {
    files: shard ? files.filter((_file, at) => at % shard.count === shard.index - 1) : files,
    notAnalysed: shard && shard.index > 1 ? [] : listed.notAnalysed,
    data: shard && shard.index > 1 ? 0 : listed.data,
    whole: request.paths === undefined && changed === undefined && shard === undefined,
  };
}

async function namedFiles(request: ScopeRequest, options: ListOptions): Promise<Omit<AuditScope, "whole">> {
  const { root, paths = [""] } = request;
  const files = new Set<string>();
  const notAnalysed: NotAnalysed[] = [];
  let data = 0;
  for (const named of new Set(paths.map(normalised))) {
    const kind = request.overlay?.(named) === undefined ? kindOf(root, named) : undefined;
    if (typeof kind === "string") notAnalysed.push({ path: named, reason: kind });
    else if (kind?.isDirectory()) {
      const list = await listFiles(root, options, named);
      for (const file of list.files) files.add(file);
      notAnalysed.push(...list.unreadable);
      data += list.data;
    } else if (options.ignore && ignoredWithParents(named, options.ignore)) {
      notAnalysed.push({ path: named, reason: "left out by the configuration" });
    } else files.add(named);
  }
  return { files: [...files].sort(), notAnalysed, data };
}

function normalised(named: string): string {
  const clean = path.posix.normalize(named.split(path.sep).join("/")).replace(/\/$/, "");
  return clean === "." ? "" : clean;
}

function kindOf(root: string, named: string): fs.Stats | string {
  try {
    return fs.statSync(path.join(root, named));
  } catch (error) {
    return systemReason(error, named);
  }
}

function ignoredWithParents(file: string, ignore: NonNullable<ListOptions["ignore"]>): boolean {
  const parts = file.split("/");
  return parts.some((_part, at) => ignore(parts.slice(0, at + 1).join("/"), at < parts.length - 1));
}
