/** A Forge manifest whose one function is in `src/index.ts`, with an issue panel, for the examples of rules. */
export function manifestWith(permissions: string, modules = ""): string {
  return `app:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\nmodules:\n  jira:issuePanel:\n    - key: panel\n${modules}  function:\n    - key: main\n      handler: index.run\npermissions:\n${permissions}`;
}

/** `permissions.scopes` as a list of one line each. */
export function scopesWith(...lines: readonly string[]): string {
  return `  scopes:\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

/** Code of a function that imports Forge's API. */
export function forgeCode(code: string): string {
  return `import api, { route, storage } from "@forge/api";\n${code}`;
}

/** Reads an issue: needs read:jira-work. */
export const readsIssue = forgeCode("export const run = (key) => api.asUser().requestJira(route`/rest/api/3/issue/${key}`);\n");
/** Reads and changes an issue: needs read:jira-work and write:jira-work. */
export const changesIssue = `${readsIssue}export const save = (key, body) => api.asApp().requestJira(route\`/rest/api/3/issue/\${key}\`, { method: "PUT", body });\n`;
