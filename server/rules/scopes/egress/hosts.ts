/** Scheme and host of an address; the host is complete, no part of it is put in later. */
const addressHost = /^(?:https?|wss?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/:?#]|$)/i;
const listedHost = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/?#:]*)/i;
/** Atlassian's own hosts and those of avatars: reached by other means, or open by default. */
const ownHost = /(?:^|\.)(?:atlassian\.(?:com|net)|atl-paas\.net|jira\.com|bitbucket\.org|gravatar\.com|wp\.com)$/i;
const localHost = /^(?:127\.|0\.0\.0\.0)|(?:^|\.)localhost$/i;

/** The host of a whole address, in lower case; undefined where it cannot be known. */
export function hostOf(address: string): string | undefined {
  return addressHost.exec(address)?.[1]?.toLowerCase();
}

/** Whether a manifest has to name a host before the app may reach it. */
export function needsPermission(host: string): boolean {
  return !ownHost.test(host) && !localHost.test(host);
}

/** The host part of an entry of a manifest, `*` and `*.example.com` included, in lower case. */
export function listedHostOf(entry: string): string {
  return (listedHost.exec(entry.trim())?.[1] ?? "").toLowerCase();
}

/** Whether an entry of a manifest lets the app reach a host. A wildcard does not cover the host it stands before. */
export function covers(entry: string, host: string): boolean {
  const listed = listedHostOf(entry);
  if (/^[*.]+$/.test(listed)) return true;
  return listed.startsWith("*.") ? host.endsWith(listed.slice(1)) : listed === host;
}
