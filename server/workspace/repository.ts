import { gitText } from "./gitCommand.ts";

/** The commit that was audited, and where its lines can be seen. */
export interface AuditedCommit {
  /** The full hash. */
  readonly commit: string;
  /** Whether files differ from the commit: then lines may have moved. */
  readonly changed: boolean;
  /** The address of a line, counted from 1, by the file's path from the root; absent where the host is not known. */
  readonly addressOf?: (path: string, line: number) => string;
}

/** How the hosts that are known name a line of a file at a commit. */
const lineAddresses: readonly { readonly host: RegExp; readonly address: (base: string, commit: string, path: string, line: number) => string }[] = [
  { host: /(?:^|\.)github\.(?:com|[a-z0-9.-]+)$/, address: (base, commit, path, line) => `${base}/blob/${commit}/${path}#L${line}` },
  { host: /(?:^|\.)gitlab\.[a-z0-9.-]+$/, address: (base, commit, path, line) => `${base}/-/blob/${commit}/${path}#L${line}` },
  { host: /^bitbucket\.org$/, address: (base, commit, path, line) => `${base}/src/${commit}/${path}#lines-${line}` },
];

/** `git@host:owner/name.git` and `ssh://git@host/owner/name.git`, beside addresses of the web. */
const sshAddress = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)(?::\d+)?[:/](.+)$/;

/** The commit of a folder's repository; undefined where it is in none. Rejects with the signal's reason. */
export async function auditedCommit(root: string, signal?: AbortSignal): Promise<AuditedCommit | undefined> {
  const commit = (await gitText(root, ["rev-parse", "--verify", "--quiet", "HEAD"], { signal }))?.trim();
  if (!commit) return undefined;
  const status = await gitText(root, ["status", "--porcelain", "--untracked-files=no", "--", "."], { signal });
  const prefix = (await gitText(root, ["rev-parse", "--show-prefix"], { signal }))?.trim() ?? "";
  const remote = (await gitText(root, ["config", "--get", "remote.origin.url"], { signal }))?.trim();
  const base = remote === undefined ? undefined : webAddress(remote);
  const known = base && lineAddresses.find(({ host }) => host.test(base.hostname));
  return {
    commit,
    changed: status !== "",
    ...(base && known && { addressOf: (path, line) => known.address(base.href, commit, encoded(prefix + path), line) }),
  };
}

/** The web address of a remote, without the name and the password that may stand in it. */
export function webAddress(remote: string): { readonly hostname: string; readonly href: string } | undefined {
  const [, host, path] = sshAddress.exec(remote) ?? [];
  const text = host !== undefined && path !== undefined ? `https://${host}/${path}` : remote;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined;
  const { hostname, pathname } = new URL(text);
  return { hostname, href: `https://${hostname}${pathname.replace(/\/$/, "").replace(/\.git$/, "")}` };
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
