import { cloudflareChecksum, githubChecksum, gitlabChecksum } from "../checksums.ts";
import { base62, base64url, hex, lowerAlphanumeric, named, tokens, upperAlphanumeric, uuid } from "./builders.ts";

/** Code hosts, package registries and build services. */
export const codeHostingTokens = [
  ...tokens("GitHub", [
    ["github-ghp", "personal access token", "ghp_", `${base62}{36}`, { verify: githubChecksum }],
    ["github-gho", "OAuth access token", "gho_", `${base62}{36}`, { verify: githubChecksum }],
    ["github-ghu", "user-to-server token", "ghu_", `${base62}{36}`, { verify: githubChecksum }],
    ["github-ghs", "installation token", "ghs_", "[A-Za-z0-9_]{36,255}", { verify: githubChecksum }],
    ["github-ghr", "refresh token", "ghr_", `${base62}{36,76}`],
    ["github-fine-grained-pat", "fine-grained personal access token", "github_pat_", `${base62}{22}_${base62}{59}`],
  ]),
  ...tokens("GitLab", [
    ["gitlab-pat", "personal access token", "glpat-", `${base64url}{20}`],
    ["gitlab-pat-routable", "personal access token", "glpat-", `${base64url}{27,300}\\.${lowerAlphanumeric}{9}`, { verify: gitlabChecksum }],
    ["gitlab-trigger", "pipeline trigger token", "glptt-", `${hex}{40}`],
    ["gitlab-runner", "runner authentication token", "glrt-", `${base64url}{20,64}`],
    ["gitlab-runner-registration", "runner registration token", "GR1348941", `${base64url}{20}`],
    ["gitlab-deploy", "deploy token", "gldt-", `${base64url}{20}`],
    ["gitlab-ci-build", "job token", "glcbt-", `${base62}{1,5}_${base64url}{20}`],
    ["gitlab-feed", "feed token", "glft-", `${base64url}{20}`],
    ["gitlab-mail", "incoming mail token", "glimt-", `${base64url}{25}`],
    ["gitlab-agent", "Kubernetes agent token", "glagent-", `${base64url}{50}`],
    ["gitlab-oauth-app", "OAuth application secret", "gloas-", `${base64url}{64}`],
    ["gitlab-scim", "SCIM token", "glsoat-", `${base64url}{20}`],
    ["gitlab-feature-flag", "feature flags client token", "glffct-", `${base64url}{20}`],
  ]),
  ...tokens("npm", [["npm-token", "access token", "npm_", `${base62}{36}`, { verify: githubChecksum }]]),
  ...tokens("PyPI", [
    ["pypi-token", "API token", "pypi-AgEIcHlwaS5vcmc", `${base64url}{50,400}`],
    ["testpypi-token", "TestPyPI API token", "pypi-AgENdGVzdC5weXBpLm9yZw", `${base64url}{50,400}`],
  ]),
  ...tokens("RubyGems", [["rubygems-token", "API key", "rubygems_", `${hex}{48}`]]),
  ...tokens("Clojars", [["clojars-token", "deploy token", "CLOJARS_", `${lowerAlphanumeric}{60}`]]),
  ...tokens("Docker", [
    ["docker-pat", "personal access token", "dckr_pat_", `${base64url}{27}`],
    ["docker-oat", "organisation access token", "dckr_oat_", `${base64url}{32}`],
  ]),
  ...tokens("JFrog", [
    ["jfrog-api-key", "Artifactory API key", "AKCp", `${base62}{69}`, { strict: true }],
    ["jfrog-reference-token", "reference token", "cmVmdGtu", `${base62}{56}`, { strict: true }],
  ]),
  ...tokens("Sourcegraph", [["sourcegraph-token", "access token", "sgp_", `(?:${hex}{16}_)?${hex}{40}`]]),
  ...tokens("Sonar", [["sonar-user-token", "analysis token", ["squ_", "sqp_", "sqa_"], `${hex}{40}`]]),
  ...tokens("CircleCI", [
    ["circleci-pat", "personal access token", "CCIPAT_", `${base62}{22}_${hex}{40}`],
    ["circleci-prj", "project token", "CCIPRJ_", `${base62}{22}_${hex}{40}`],
  ]),
  ...tokens("Buildkite", [["buildkite", "user access token", "bkua_", `${hex}{40}`]]),
  ...tokens("Pulumi", [["pulumi", "access token", "pul-", `${hex}{40}`, { quoted: true }]]),
  ...tokens("HashiCorp", [
    ["terraform-cloud", "Terraform Cloud token", ".atlasv1.", "[A-Za-z0-9=_-]{60,70}", { head: `${base62}{14}`, leads: [14] }],
    ["vault-service", "Vault service token", "hvs.", `${base64url}{90,120}`],
    ["vault-batch", "Vault batch token", "hvb.", `${base64url}{138,300}`],
  ]),
  ...tokens("Doppler", [
    ["doppler-personal", "personal token", "dp.pt.", `${base62}{43}`],
    ["doppler-service", "service token", "dp.st.", `(?:[a-z0-9]{2,35}\\.)?${base62}{40,44}`],
    ["doppler-cli", "CLI token", "dp.ct.", `${base62}{40,44}`],
  ]),
  ...tokens("1Password", [
    ["onepassword-service-account", "service account token", "ops_eyJ", "[A-Za-z0-9+/]{250,1200}={0,3}"],
  ]),
  ...tokens("age", [["age-secret-key", "secret key", "AGE-SECRET-KEY-1", "[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"]]),
  ...tokens("Cloudflare", [
    ["cloudflare-prefixed", "API token", ["cfk_", "cfut_", "cfat_"], `${base62}{40}${hex}{8}`, { verify: cloudflareChecksum }],
    ["cloudflare-origin-ca", "origin CA key", "v1.0-", `${hex}{24}-${hex}{146}`, { quoted: true }],
  ]),
  ...tokens("New Relic", [
    ["newrelic-user", "user API key", "NRAK-", `${upperAlphanumeric}{27}`],
    ["newrelic-insert", "insights insert key", "NRII-", `${base64url}{32}`],
  ]),
];

/** Those without a telling part. */
export const codeHostingNamed = [
  named({
    id: "github-oauth-client-secret",
    provider: "GitHub",
    name: "OAuth app client secret",
    near: ["github_client_secret", "githubclientsecret", "github-client-secret", "github_secret", "githubsecret", "gh_client_secret"],
    value: `${hex}{40}`,
    longest: 40,
    names: /(?:github|gh)(?:client|app|oauth)?secret/,
    ownNames: /github/,
    reach: 200,
  }),
  named({
    id: "npm-legacy",
    provider: "npm",
    name: "legacy access token",
    near: ["_authtoken"],
    value: uuid,
    longest: 36,
    names: /authtoken$/,
    ownNames: /authtoken/,
    reach: 200,
  }),
];
