import { base62, base64, base64url, hex, lowerAlphanumeric, tokens, uuid } from "./builders.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** Further services whose tokens have a telling part, by what they are for. */
export const furtherTokens = [
  // Code, builds and registries.
  ...tokens("Cargo", [["cratesio-token", "API token", "cio", `${base62}{32}`, { quoted: true, probable: true }]]),
  ...tokens("NuGet", [["nuget-key", "API key", "oy2", `${lowerAlphanumeric}{43}`, { quoted: true }]]),
  ...tokens("Deno", [["deno-deploy", "deploy token", "ddp_", `${base62}{36}`]]),
  ...tokens("Harness", [["harness-pat", "access token", ["pat.", "sat."], `${base64url}{22}\\.${hex}{24}\\.${base62}{20}`, { quoted: true }]]),
  ...tokens("Octopus Deploy", [["octopus", "API key", "API-", "[A-Z0-9]{26}", { quoted: true, probable: true }]]),
  ...tokens("Infisical", [["infisical", "service token", "st.", `${hex}{24}\\.${hex}{32}\\.${hex}{32}`, { quoted: true }]]),
  ...tokens("1Password", [["onepassword-secret-key", "secret key", "A3-", "[A-Z0-9]{6}-[A-Z0-9]{6}-?[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}", { quoted: true }]]),
  ...tokens("Trigger.dev", [["trigger-dev", "secret key", ["tr_dev_", "tr_prod_", "tr_stg_", "tr_preview_"], `${base62}{20,40}`]]),
  ...tokens("Convex", [["convex-deploy", "deploy key", ["prod:", "dev:", "preview:"], `${base64url}{3,60}\\|${base64}{60,200}={0,2}`, { quoted: true }]]),
  // Clouds.
  ...tokens("Render", [["render", "API key", "rnd_", `${base62}{28,32}`]]),
  ...tokens("Scaleway", [["scaleway-access", "access key", "SCW", "[A-Z0-9]{17}", { quoted: true, atMost: "warning" }]]),
  ...tokens("Scalingo", [["scalingo", "API token", "tk-us-", `${base64url}{48}`]]),
  // A user name rather than a password, as AWS's.
  ...tokens("Tencent Cloud", [["tencent-id", "secret id", "AKID", `${base62}{32}`, { strict: true, atMost: "warning", variable: "TENCENT_SECRET_ID" }]]),
  ...tokens("Yandex", [
    ["yandex-api-key", "Cloud API key", "AQVN", `${base64url}{35,38}`, { strict: true }],
    ["yandex-iam", "Cloud IAM token", "t1.", `${base64url}{40,400}={0,2}\\.${base64url}{86}={0,2}`, { quoted: true }],
    ["yandex-oauth", "OAuth token", ["y0_", "y1_", "y2_", "y3_"], `${base64url}{50,70}`, { quoted: true }],
  ]),
  ...tokens("ClickHouse", [["clickhouse-cloud", "Cloud API secret", "4b1d", `${base62}{38}`, { quoted: true }]]),
  // Behind the query's other parts; slashes and plus signs are escaped or not.
  ...tokens("Azure", [["azure-sas", "shared access signature", "sig=", "[A-Za-z0-9%/+_-]{40,70}(?:%3[Dd]|=)", { shown: "sig=" }]]),
  // Payments.
  ...tokens("Flutterwave", [["flutterwave-enc", "encryption key", "FLWSECK_TEST", `${hex}{12}`, { atMost: "information" }]]),
  // The id alone opens nothing; where it stands, the secret is often beside it.
  ...tokens("Razorpay", [["razorpay-id", "key id", ["rzp_live_", "rzp_test_"], `${base62}{14}`, { atMost: "information", variable: "RAZORPAY_KEY_ID" }]]),
  // Messages and people.
  ...tokens("Mailgun", [["mailgun-key", "private API key", "key-", `${hex}{32}`, { quoted: true }]]),
  ...tokens("Intercom", [["intercom", "access token", "dG9r", "[A-Za-z0-9=_-]{54,58}", { quoted: true }]]),
  ...tokens("Meta", [["facebook-access", "access token", [..."MCAGWB"].map((kind) => `EAA${kind}`), `${base62}{80,300}`, { strict: true, shown: "EAA" }]]),
  ...tokens("X", [["twitter-bearer", "bearer token", "A".repeat(19), "[A-Za-z0-9%]{60,110}", { strict: true, shown: "AAAA" }]]),
  // Models.
  ...tokens("Fireworks AI", [["fireworks", "API key", "fw_", `${base62}{24}`, { quoted: true, probable: true }]]),
  ...tokens("ElevenLabs", [["elevenlabs", "API key", "sk_", `${hex}{48}`, { quoted: true }]]),
  ...tokens("Firecrawl", [["firecrawl", "API key", "fc-", `${hex}{32}`, { quoted: true }]]),
  ...tokens("Voyage AI", [["voyage", "API key", "pa-", `${base64url}{43}`, { quoted: true }]]),
  // Watching.
  ...tokens("New Relic", [["newrelic-license", "license key", "NRAL", "", { head: `${hex}{36}`, leads: [36] }]]),
  ...tokens("Grafana", [["grafana-legacy", "API key", "eyJrIjoi", `${base64}{60,400}={0,3}`, { strict: true }]]),
  ...tokens("Honeycomb", [["honeycomb", "ingest key", letters.map((region) => `hc${region}ik_`), `${lowerAlphanumeric}{58}`]]),
  ...tokens("Segment", [["segment", "Public API token", "sgp_", `${base62}{64}`]]),
  ...tokens("LaunchDarkly", [["launchdarkly", "server key", ["sdk-", "api-"], uuid, { quoted: true }]]),
  // Browsers may hold it, where the flags are no secret.
  ...tokens("ConfigCat", [["configcat", "SDK key", "configcat-sdk-1/", `${base64url}{22}/${base64url}{22}`, { atMost: "information" }]]),
  // Work and content.
  ...tokens("Airtable", [["airtable-pat", "personal access token", "pat", `${base62}{14}\\.${hex}{64}`, { quoted: true }]]),
  ...tokens("ClickUp", [["clickup", "personal token", "pk_", "[0-9]{5,9}_[A-Z0-9]{32}", { quoted: true }]]),
  ...tokens("Salesforce", [["salesforce-session", "session id", "00D", `${base62}{12,15}![A-Za-z0-9._]{80,120}`, { quoted: true }]]),
  ...tokens("Dropbox", [["dropbox-short", "access token", "sl.", "[A-Za-z0-9=_-]{130,1400}", { quoted: true }]]),
  ...tokens("LambdaTest", [["lambdatest", "access key", "LT_", `${base62}{48,80}`, { quoted: true }]]),
  ...tokens("RapidAPI", [["rapidapi", "application key", "msh", `${hex}{15}p1${hex}{5}jsn${hex}{12}`, { head: `${hex}{10}`, leads: [10] }]]),
  ...tokens("Adafruit", [["adafruit", "IO key", "aio_", `${base62}{28}`]]),
  ...tokens("Ubidots", [["ubidots", "API token", "BBFF-", `${base62}{30}`]]),
  ...tokens("Defined Networking", [["defined", "API token", "dnkey-", "[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52}"]]),
  ...tokens("Endor Labs", [["endorlabs", "API key", "endr+", `${base64url}{16}`]]),
  ...tokens("42", [["intra42", "client secret", ["s-s4t2ud-", "s-s4t2af-"], `${hex}{64}`]]),
  ...tokens("SettleMint", [["settlemint", "access token", ["sm_pat_", "sm_aat_", "sm_sat_"], `${base62}{16}`]]),
  ...tokens("Onfido", [["onfido", "API token", ["api_live.", "api_live_us.", "api_live_ca."], `${base64url}{11}\\.${base64url}{32}`]]),
];
