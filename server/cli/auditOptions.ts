import type { Severity } from "../core/severity.ts";
import { UsageError } from "../workspace/usageError.ts";
import type { ReportFormat } from "./reportFormats.ts";

/** The options of `audit` as the command line gives them. */
export interface AuditOptions {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly marketplace?: readonly string[];
  readonly rule?: readonly string[];
  readonly failOn: Severity | "never";
  readonly fix?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly changedSince?: string;
  readonly threads?: string;
  readonly shard?: string;
  readonly staged?: boolean;
  readonly history?: boolean;
  readonly helm?: boolean;
  readonly dependencies?: boolean;
  readonly since?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly quiet?: boolean;
  /** False with `--no-cache`. */
  readonly cache?: boolean;
  readonly cacheFolder?: string;
}

/** Throws {@link UsageError} where options do not go together. */
export function checkTogether(paths: readonly string[], options: AuditOptions): void {
  const { stdin, staged, stdinFilename, fix, changedSince, shard, history, since, helm, dependencies } = options;
  if (stdinFilename !== undefined && !stdin) throw new UsageError("--stdin-filename is of use only with --stdin");
  if (stdin && stdinFilename === undefined) throw new UsageError("--stdin needs --stdin-filename: the name decides the language and the configuration");
  if (since !== undefined && !history) throw new UsageError("--since is of use only with --history");
  const source = stdin ? "--stdin" : staged ? "--staged" : undefined;
  if (source === undefined) return;
  if (paths.length > 0) throw new UsageError(`${source} takes no PATH`);
  const others = [["--fix", fix], ["--changed-since", changedSince], ["--shard", shard], ["--history", history], ["--helm", helm], ["--dependencies", dependencies], ...(stdin ? [["--staged", staged] as const] : [])] as const;
  for (const [name, value] of others) {
    if (value !== undefined) throw new UsageError(`${name} cannot be used with ${source}`);
  }
}
