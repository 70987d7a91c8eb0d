/**
 * The arrows between the folders. A layer may use every layer below it:
 *
 *   core <- languages <- rules <- analysis <- workspace <- reports <- lsp, mcp <- cli, main
 *   core <- marketplaces <- analysis
 *
 * The client shares one file with the server. What is below `workspace` knows neither an editor nor a disk,
 * so that editor, terminal and tests call the same functions.
 */

/** Folders and entry points of the server, each with those that it may import besides itself. */
const mayImport = {
  core: [],
  languages: ["core"],
  rules: ["core", "languages"],
  marketplaces: ["core"],
  analysis: ["core", "languages", "rules", "marketplaces"],
  workspace: ["core", "languages", "rules", "marketplaces", "analysis"],
  reports: ["core", "languages", "rules", "marketplaces", "analysis", "workspace"],
  mcp: ["core", "rules", "marketplaces", "analysis", "workspace", "reports"],
  lsp: ["core", "languages", "rules", "marketplaces", "analysis", "workspace", "reports"],
};

const arrows = Object.entries(mayImport).map(([layer, others]) => ({
  name: `arrow-of-${layer}`,
  comment: `server/${layer} may import ${others.length === 0 ? "nothing of ours" : others.join(", ")} only`,
  severity: "error",
  from: { path: `^server/${layer}/` },
  to: { path: "^(?:server|client|scripts|test)/", pathNot: `^server/(?:${[layer, ...others].join("|")})/` },
}));

const pure = "^server/(?:core|languages|rules|marketplaces|analysis)/";

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: "client-shares-one-file",
      comment: "the client knows the server by the names of its messages",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^(?:server|scripts|test)/", pathNot: "^server/lsp/protocol\\.ts$" },
    },
    {
      name: "shared-file-holds-names",
      comment: "what the shared file imports at run time would end in the client's bundle",
      severity: "error",
      from: { path: "^server/lsp/protocol\\.ts$" },
      to: { dependencyTypesNot: ["type-only"] },
    },
    {
      name: "server-knows-no-client",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(?:client|scripts|test)/" },
    },
    {
      name: "entry-points-stand-on-top",
      comment: "the command line starts the language server; nothing below starts either",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/cli(?:\\.ts$|/)" },
      to: { path: "^server/(?:(?:cli|main)\\.ts$|cli/)" },
    },
    {
      name: "analysis-knows-no-editor",
      comment: "findings become diagnostics in lsp",
      severity: "error",
      from: { path: pure },
      to: { path: "^(?:vscode|vscode-[a-z-]+)(?:/|$)|/node_modules/vscode-languageserver|^node_modules/vscode-(?:language|jsonrpc|uri)" },
    },
    {
      name: "analysis-knows-no-disk",
      comment: "texts come in as documents; what a rule may not know, it cannot leak",
      severity: "error",
      from: { path: pure },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "concerns-stand-alone",
      comment: "a rule of one concern must not need another concern's",
      severity: "error",
      from: { path: "^server/rules/([^/]+)/" },
      to: { path: "^server/rules/[^/]+/", pathNot: "^server/rules/$1/" },
    },
    {
      name: "marketplaces-stand-alone",
      severity: "error",
      from: { path: "^server/marketplaces/([^/]+)/" },
      to: { path: "^server/marketplaces/[^/]+/", pathNot: "^server/marketplaces/$1/" },
    },
    {
      name: "core-has-no-libraries",
      severity: "error",
      from: { path: "^server/core/" },
      to: { path: "node_modules" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^vscode$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Type imports bind folders to one another just as much.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
