import { longLivedWebToken, supabaseServiceRole } from "../structures.ts";
import { base62, base64, base64url, hex, lowerAlphanumeric, named, tokens, upperLowerDigit, uuid } from "./builders.ts";

/** How the header of a JSON Web Token begins in base64: `{"alg":`, `{"typ":`, `{"kid":`. */
const webTokenStarts = ["eyJhbGci", "eyJ0eXAi", "eyJraWQi"];
const webTokenRest = `${base64url}{4,500}\\.eyJ${base64url}{10,2000}\\.${base64url}{40,700}`;

/** Monitoring, project tools, content and identity. */
export const serviceTokens = [
  ...tokens("Supabase", [
    ["supabase-service-role", "service role key", webTokenStarts, webTokenRest, { verify: supabaseServiceRole, proof: "role service_role", shown: "eyJ", variable: "SUPABASE_SERVICE_ROLE_KEY" }],
  ]),
  ...tokens("", [
    ["jwt", "JSON Web Token without an early end", webTokenStarts, webTokenRest, { verify: longLivedWebToken, probable: true, shown: "eyJ", variable: "SERVICE_TOKEN" }],
  ]),
  ...tokens("Grafana", [
    ["grafana-sa", "service account token", "glsa_", `${base62}{32}_[0-9A-Fa-f]{8}`],
    ["grafana-cloud", "Cloud access policy token", "glc_", `${base64}{32,400}={0,3}`],
  ]),
  ...tokens("Sentry", [
    ["sentry-org", "organisation token", "sntrys_eyJ", `${base64}{60,600}={0,2}_${base64}{43}`],
    ["sentry-user", "user token", "sntryu_", `${hex}{64}`],
  ]),
  ...tokens("Dynatrace", [
    ["dynatrace", "API token", ["dt0c01.", "dt0s01.", "dt0s02.", "dt0s06.", "dt0s08.", "dt0s16."], "[A-Z0-9]{8,24}\\.[A-Z0-9]{64}"],
  ]),
  ...tokens("Axiom", [["axiom", "API token", ["xaat-", "xapt-"], uuid]]),
  ...tokens("PostHog", [["posthog-personal", "personal API key", "phx_", `${base64url}{40,60}`]]),
  ...tokens("Notion", [["notion", "integration token", "ntn_", `[0-9]{11}${base62}{35}`]]),
  ...tokens("Linear", [
    ["linear", "API key", "lin_api_", `${base62}{40}`],
    ["linear-oauth", "OAuth token", "lin_oauth_", `${hex}{64}`],
  ]),
  ...tokens("Figma", [["figma", "personal access token", "figd_", `${base64url}{40,45}`]]),
  ...tokens("HubSpot", [["hubspot-pat", "private app token", ["pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-"], uuid]]),
  ...tokens("Salesforce", [["salesforce-refresh", "OAuth refresh token", "5Aep861", `${base64url}{60,200}`]]),
  ...tokens("Typeform", [["typeform", "personal access token", "tfp_", "[A-Za-z0-9_.=-]{40,59}"]]),
  ...tokens("Contentful", [["contentful-pat", "personal access token", "CFPAT-", `${base64url}{43}`]]),
  ...tokens("Postman", [["postman", "API key", "PMAK-", `${hex}{24}-${hex}{34}`]]),
  ...tokens("ReadMe", [["readme", "API key", "rdme_", `${lowerAlphanumeric}{70}`]]),
  ...tokens("Prefect", [["prefect", "API key", ["pnu_", "pnb_"], `${base62}{36}`]]),
  ...tokens("dbt", [["dbt", "Cloud token", ["dbtc_", "dbtu_"], `${base64url}{40,80}`]]),
  ...tokens("Mapbox", [["mapbox-secret", "secret token", "sk.eyJ", `${base64url}{60,200}\\.${base64url}{22}`]]),
  ...tokens("MaxMind", [["maxmind", "license key", "_mmk", "", { head: `${base62}{6}_${base62}{29}`, leads: [36] }]]),
  ...tokens("Tailscale", [
    ["tailscale", "key", ["tskey-auth-", "tskey-api-", "tskey-client-", "tskey-scim-", "tskey-webhook-"], `${base62}{8,20}CNTRL-${base62}{20,40}`],
  ]),
  ...tokens("Frame.io", [["frameio", "API token", "fio-u-", "[A-Za-z0-9=_-]{64}"]]),
  ...tokens("Inngest", [["inngest", "signing key", ["signkey-prod-", "signkey-test-", "signkey-branch-"], `${hex}{64}`]]),
  ...tokens("Persona", [["persona", "API key", ["persona_production_", "persona_sandbox_"], `${base64url}{30,80}`]]),
  ...tokens("LinkedIn", [["linkedin", "client secret", "WPL_AP1.", `${base64url}{16}\\.${base64}{6}={0,2}`]]),
  ...tokens("Cal.com", [["calcom", "API key", "cal_live_", `${hex}{32}`]]),
];

/** Those without a telling part. */
export const serviceNamed = [
  named({
    id: "notion-old",
    provider: "Notion",
    name: "integration token",
    near: ["notion"],
    value: `secret_${base62}{43}`,
    longest: 50,
    ownNames: /./,
    mixed: upperLowerDigit,
  }),
  named({
    id: "datadog-key",
    provider: "Datadog",
    name: "API or application key",
    near: ["datadog", "dd_api_key", "dd_app_key", "dd-api-key"],
    value: `${hex}{40}|${hex}{32}`,
    longest: 40,
    names: /apikey|appkey|applicationkey/,
    ownNames: /datadog|^dd/,
  }),
];
