import type { Rule } from "../../core/rule.ts";

const app = "app:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\n";

/** Examples of scope-unknown: tests and documentation are made of them. */
export const scopeExamples: Rule["examples"] = {
  bad: [
    {
      name: "a Forge manifest",
      file: "manifest.yml",
      code: `${app}permissions:\n  scopes:\n    - read:jira-work\n    - '[|write:jira-works|]' # comments\n    - [|read:issues:jira|]\n`,
      fixed: `${app}permissions:\n  scopes:\n    - read:jira-work\n    - 'write:jira-work' # comments\n    - read:issue:jira\n`,
    },
    {
      name: "a Forge manifest with a map",
      file: "manifest.yml",
      code: `${app}permissions:\n  scopes:\n    "[|read:confluence-user.all|]": {}\n    read:jira-user: { allowImpersonation: true }\n`,
    },
    {
      name: "a flow list over an anchor",
      file: "manifest.yaml",
      code: `${app}x-scopes: &scopes [read:jira-work, [|storage:ap|]]\npermissions: { scopes: *scopes }\n`,
      fixed: `${app}x-scopes: &scopes [read:jira-work, storage:app]\npermissions: { scopes: *scopes }\n`,
    },
    {
      name: "a blank behind the colon, and a scope for REST clients only",
      file: "manifest.yml",
      code: `${app}permissions:\n  scopes:\n    - [|read: jira-work|]\n    - [|read:webhook:bitbucket|]\n`,
    },
    {
      name: "a Connect descriptor",
      file: "atlassian-connect.json",
      code: `{ "key": "app", "baseUrl": "https://app.example.com", "authentication": { "type": "jwt" }, "scopes": ["read", "[|WRITES|]", "[|SUPER_USER|]"] }`,
    },
    {
      name: "a Connect descriptor in code",
      code: `const scopes = ["ACT_AS_USER", "[|PROJECT_ADMINS|]"];\nexport const descriptor = { key: "app", baseUrl: url, authentication: { type: "jwt" }, scopes };\n`,
      fixed: `const scopes = ["ACT_AS_USER", "PROJECT_ADMIN"];\nexport const descriptor = { key: "app", baseUrl: url, authentication: { type: "jwt" }, scopes };\n`,
    },
    {
      name: "Trello's authorize, as text and as object",
      code: `t.getRestApi().authorize({ scope: "read,[|wirte|]" });\nTrello.authorize({ scope: { read: true, [|admin|]: true } });\n`,
    },
    {
      name: "an address of Trello, in code and in a page",
      file: "login.html",
      code: `<a href="https://trello.com/1/authorize?scope=read,[|acount|]&amp;key=k">Sign in</a>\n<script>location = "https://trello.com/1/authorize?key=" + key + "&scope=[|reed|]";</script>\n`,
      fixed: `<a href="https://trello.com/1/authorize?scope=read,account&amp;key=k">Sign in</a>\n<script>location = "https://trello.com/1/authorize?key=" + key + "&scope=read";</script>\n`,
    },
    {
      name: "Atlassian's OAuth 2.0",
      code: "const url = `https://auth.atlassian.com/authorize?client_id=${id}&scope=read%3Ajira-work%20[|read%3Ajira-users|]%20offline_access`;\npassport.use(new AtlassianStrategy({ scope: \"read:jira-work [|offline_acces|]\" }, verify));\n",
      fixed: "const url = `https://auth.atlassian.com/authorize?client_id=${id}&scope=read%3Ajira-work%20read%3Ajira-user%20offline_access`;\npassport.use(new AtlassianStrategy({ scope: \"read:jira-work offline_access\" }, verify));\n",
    },
    {
      name: "Akeneo's authorize address, over a list",
      code: `const SCOPES = ["read_products", "[|read_catalogue_structure|]", "openid"];\nconst url = new URL("/connect/apps/v1/authorize", pimUrl);\nurl.searchParams.append("scope", SCOPES.join(" "));\n`,
      fixed: `const SCOPES = ["read_products", "read_catalog_structure", "openid"];\nconst url = new URL("/connect/apps/v1/authorize", pimUrl);\nurl.searchParams.append("scope", SCOPES.join(" "));\n`,
    },
    {
      name: "Akeneo's address as one text",
      file: "auth.js",
      code: "const url = `${pim}/connect/apps/v1/authorize?response_type=code&scope=read_products%20[|write_product|]+[|read_locales|]&state=${state}`;\n",
    },
    {
      name: "a constant for another file",
      file: "scopes.ts",
      code: `export const oauthScopes = ["read_products", "read_channel_settings", "[|read_associations_types|]"];\n`,
      fixed: `export const oauthScopes = ["read_products", "read_channel_settings", "read_association_types"];\n`,
    },
    {
      name: "SuperOffice, which knows openid alone",
      file: "login.ts",
      code: `const manager = new UserManager({ authority: "https://sod.superoffice.com/login", client_id: id, scope: "openid [|profile|]" });\nconst url = \`https://online.superoffice.com/login/common/oauth/authorize?client_id=\${id}&scope=openid%20[|offline_access|]\`;\n`,
    },
    {
      name: "Bitbucket over passport",
      file: "login.js",
      code: `passport.authenticate("bitbucket", { scope: ["account", "[|repositories|]"] });\n`,
      fixed: `passport.authenticate("bitbucket", { scope: ["account", "repository"] });\n`,
    },
    {
      name: "a constant of a PHP class",
      file: "src/Auth.php",
      code: `<?php\nclass Auth {\n  private const OAUTH_SCOPES = ['read_products', '[|read_channels_settings|]'];\n  function url($pim) { return $pim . '/connect/apps/v1/authorize?' . http_build_query(['scope' => implode(' ', self::OAUTH_SCOPES)]); }\n}\n`,
      fixed: `<?php\nclass Auth {\n  private const OAUTH_SCOPES = ['read_products', 'read_channel_settings'];\n  function url($pim) { return $pim . '/connect/apps/v1/authorize?' . http_build_query(['scope' => implode(' ', self::OAUTH_SCOPES)]); }\n}\n`,
    },
    {
      name: "the environment",
      file: ".env",
      code: `AKENEO_PIM_URL=https://pim.example.com\nOAUTH_SCOPES="read_products [|read_category|] write_products"\n`,
    },
  ],
  good: [
    {
      name: "a Forge manifest",
      file: "manifest.yml",
      code: `${app}permissions:\n  scopes:\n    - read:jira-work\n    - read:issue:jira\n    - storage:app\n    - write:report:custom\n    - \${EXTRA_SCOPE}\n    # - read:jira-works\n`,
    },
    { name: "a map of scopes", file: "manifest.yml", code: `${app}permissions:\n  scopes:\n    read:jira-work:\n      allowImpersonation: true\n` },
    { name: "no scopes at all", file: "manifest.yml", code: `${app}permissions:\n  scopes: []\n` },
    { name: "another manifest", file: "manifest.yml", code: "app: x\npermissions:\n  scopes: [read:everything]\n" },
    { name: "a Connect descriptor in lower case", file: "atlassian-connect.json", code: `{ "key": "app", "baseUrl": "https://app.example.com", "authentication": { "type": "jwt" }, "scopes": ["read", "ACT_AS_USER", "{{scope}}"] }` },
    { name: "Bitbucket's Connect", file: "atlassian-connect.json", code: `{ "key": "app", "baseUrl": "https://app.example.com", "authentication": { "type": "jwt" }, "contexts": ["account"], "scopes": ["repository:write", "pullrequest"] }` },
    { name: "Trello", code: `Trello.authorize({ scope: { read: "true", write: "true", admin: false } });\nt.getRestApi().authorize({ scope: "read,write" });\nconst url = \`https://trello.com/1/authorize?scope=\${scope}&key=k\`;\n` },
    { name: "another platform's scopes", code: `const SCOPES = ["read_products", "write_orders"];\nshopify.authorize({ scope: "read_products,write_orders" });\nconst scopes = "read_user read_api";\n` },
    { name: "another platform's environment", file: ".env", code: "SCOPES=read_products,write_orders,read_customers\nGITLAB_SCOPES=read_user read_api\nOPENID_SCOPES=openid profile offline_access\n" },
    { name: "OAuth 2.0 with a scope that the list may miss", code: `const url = "https://auth.atlassian.com/authorize?scope=read:jira-work%20manage:everything:newproduct%20offline_access";\n` },
    { name: "Akeneo, put together of parts", code: `const base = ["read_products"];\nconst scopes = [...base, "openid", \`read_\${resource}\`];\nconst url = \`\${pim}/connect/apps/v1/authorize?scope=\${scopes.join("%20")}\`;\n` },
    { name: "a test", file: "test/auth.test.ts", code: `Trello.authorize({ scope: "everything" });\n` },
    { name: "SuperOffice", file: "login.ts", code: `const client = { issuer: "https://sod.superoffice.com/login", scope: "openid" };\nconst other = { issuer: "https://id.example.com", scope: "openid profile" };\n` },
    { name: "Bitbucket's consumers", file: "login.js", code: `passport.authenticate("bitbucket", { scope: ["account", "repository:write", "webhook"] });\npassport.authenticate("google", { scope: ["profile"] });\n` },
    { name: "PHP, put together of parts", file: "src/Auth.php", code: "<?php\n$scopes = array_merge(['read_products', 'openid'], $more);\n$url = \"$pimUrl/connect/apps/v1/authorize?scope=\" . implode(' ', $scopes);\n" },
    { name: "Akeneo's environment", file: ".env", code: "PIM_URL=https://pim.example.com\nSCOPES=read_products write_catalogs openid email\n" },
  ],
};
