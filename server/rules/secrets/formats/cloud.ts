import { awsAccount } from "../structures.ts";
import { base62, base64, base64url, hex, letterAndDigit, lowerAlphanumeric, named, tokens, upperLowerDigit, uuid } from "./builders.ts";

/** Azure marks its keys with letters at a fixed place. */
const azureEnd = `${base64}{5}[AQgw]==`;
const azure64 = { head: `${base64}{76}`, leads: [76], strict: true };
const azure32 = { head: `${base64}{33}`, leads: [33], strict: true };
/** A web page that uses Maps or Firebase must have the key; Google restricts such keys by site. */
const publicNear = ["authdomain", "messagingsenderid", "firebaseapp.com", "maps.googleapis.com", "googlemaps", "google_maps", "google-services", "measurementid", "storagebucket", "mobilesdk_app_id"];

/** Clouds, hosting and databases. */
export const cloudTokens = [
  ...tokens("AWS", [
    // The id is a user name rather than a password, and worth a look at what stands beside it.
    ["aws-access-key-id", "access key id", "AKIA", "[A-Z2-7]{16}", { verify: awsAccount, doubt: "account number not valid", atMost: "warning", variable: "AWS_ACCESS_KEY_ID", strict: true }],
    ["aws-bedrock-long", "Bedrock API key", "ABSK", `${base64}{109,269}={0,2}`, { strict: true }],
    ["aws-bedrock-short", "Bedrock API key", "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t", `${base64}{20,1600}={0,2}`],
    ["aws-mws", "Marketplace Web Service token", "amzn.mws.", uuid],
    ["aws-appsync", "AppSync API key", "da2-", `${lowerAlphanumeric}{26}`],
  ]),
  ...tokens("Google", [
    ["google-api-key", "API key", "AIza", `${base64url}{35}`, { atMost: "warning", publicNear }],
    ["google-oauth-client-secret", "OAuth client secret", "GOCSPX-", `${base64url}{28}`],
    ["google-oauth-access", "OAuth access token", "ya29.", `${base64url}{50,400}`],
    ["google-oauth-refresh", "OAuth refresh token", "1//0", `${base64url}{40,200}`],
    ["google-fcm-server", "Cloud Messaging server key", ":APA91b", `${base64url}{134}`, { head: `AAAA${base64url}{7}`, leads: [11] }],
  ]),
  ...tokens("Azure", [
    ["azure-storage-key-id", "storage account key", "+ASt", azureEnd, azure64],
    ["azure-cosmos-key", "Cosmos DB key", "ACDb", azureEnd, azure64],
    ["azure-batch-key", "Batch key", "+ABa", azureEnd, azure64],
    ["azure-apim-key", "API Management key", "APIM", azureEnd, azure64],
    ["azure-servicebus-key", "Service Bus key", ["+ASb", "+AEh", "+ARm"], `[A-P]${base64}{5}=`, azure32],
    ["azure-iot-key", "IoT Hub key", "AIoT", `[A-P]${base64}{5}=`, azure32],
    ["azure-search-key", "AI Search key", "AzSe", `[A-D]${base62}{5}`, { head: `${base62}{42}`, leads: [42] }],
    ["azure-functions-key", "Functions key", "AzFu", `${base64url}{5}[AQgw]==`, { head: `${base64url}{44}`, leads: [44] }],
    ["azure-acr-key", "Container Registry password", "+ACR", `[A-D]${base64}{5}`, { head: `${base64}{42}`, leads: [42], strict: true }],
    ["azure-cache-key", "Cache for Redis key", "AzCa", `[A-P]${base62}{5}=`, { head: `${base62}{33}`, leads: [33] }],
    ["azure-ai-key", "AI services key", "JQQJ9", `[9DH][A-Z][A-L]${base62}{16}[A-Za-z]${base62}{7}`, { head: `${base62}{52}`, leads: [52] }],
    ["azure-devops-pat", "DevOps personal access token", "JQQJ9", `[9DH]${base62}{1,26}AZDO${base62}{4}`, { head: `${base62}{52}`, leads: [52] }],
    ["azure-ad-client-secret", "Entra ID client secret", [..."0123456789"].map((digit) => `${digit}Q~`), "[A-Za-z0-9_~.-]{31,34}", { head: "[A-Za-z0-9_~.]{3}", leads: [3] }],
  ]),
  ...tokens("DigitalOcean", [["digitalocean", "access token", ["dop_v1_", "doo_v1_", "dor_v1_"], `${hex}{64}`]]),
  ...tokens("Heroku", [["heroku-v2", "API key", "HRKU-AA", `${base64url}{58}`]]),
  ...tokens("Netlify", [["netlify", "personal access token", "nfp_", `${base62}{36}`]]),
  ...tokens("Vercel", [["vercel", "access token", ["vcp_", "vci_", "vca_", "vcr_", "vck_"], `${base62}{24,80}`]]),
  ...tokens("Fly.io", [["fly", "access token", ["fo1_", "fm1r_", "fm2_", "fm1a_"], `${base64}{40,1000}={0,3}`]]),
  ...tokens("Red Hat", [["openshift", "OpenShift user token", "sha256~", `${base64url}{43}`]]),
  ...tokens("Alibaba Cloud", [["alibaba-id", "access key id", "LTAI", `${base62}{12,20}`, { atMost: "warning", strict: true, quoted: true }]]),
  ...tokens("Aiven", [["aiven", "service password", "AVNS_", `${base64url}{19}`]]),
  ...tokens("PlanetScale", [["planetscale", "token or password", ["pscale_tkn_", "pscale_pw_", "pscale_oauth_"], "[A-Za-z0-9_=.-]{32,64}"]]),
  ...tokens("Neon", [["neon", "API key", "napi_", `${base62}{64}`]]),
  ...tokens("Supabase", [
    ["supabase-secret", "secret API key", "sb_secret_", `${base64url}{31}`],
    ["supabase-pat", "personal access token", "sbp_", `(?:v0_)?${hex}{40}`],
  ]),
  ...tokens("MongoDB", [["mongodb-sa", "Atlas service account secret", "mdb_sa_sk_", `${base64url}{40}`]]),
  ...tokens("Databricks", [["databricks", "personal access token", [..."0123456789abcdef"].map((digit) => `dapi${digit}`), `${hex}{31}(?:-[0-9])?`, { shown: "dapi" }]]),
  ...tokens("Xata", [["xata", "API key", "xau_", `${base62}{30,80}`]]),
  ...tokens("Cloudinary", [["cloudinary-url", "API environment URL", "cloudinary://", `[0-9]{10,20}:${base64url}{20,40}@${base64url}{2,40}`]]),
];

/** Those without a telling part. */
export const cloudNamed = [
  named({
    id: "aws-secret-access-key",
    provider: "AWS",
    name: "secret access key",
    near: ["aws_secret", "awssecret", "aws-secret", "secret_access_key", "secretaccesskey", "secret-access-key", "AKIA"],
    value: `${base64}{40}`,
    longest: 40,
    names: /secretaccesskey|awssecret|secretkey$|awskey$/,
    ownNames: /aws|secretaccesskey/,
    mixed: upperLowerDigit,
    reach: 300,
    variable: "AWS_SECRET_ACCESS_KEY",
  }),
  named({
    id: "aws-session-token",
    provider: "AWS",
    name: "session token",
    near: ["aws_session_token", "awssessiontoken"],
    value: `${base64}{100,1600}={0,2}`,
    longest: 1602,
    names: /sessiontoken/,
    ownNames: /aws/,
    mixed: upperLowerDigit,
    probable: true,
    reach: 100,
  }),
  named({
    id: "azure-storage-key",
    provider: "Azure",
    name: "storage account key",
    near: ["accountkey", "account_key", "account-key", "azure_storage", "azurestorage"],
    value: `${base64}{86}==`,
    longest: 88,
    names: /accountkey|storagekey/,
    ownNames: /./,
    mixed: upperLowerDigit,
    reach: 200,
  }),
  named({
    id: "azure-shared-access-key",
    provider: "Azure",
    name: "shared access key",
    near: ["sharedaccesskey"],
    value: `${base64}{43}=`,
    longest: 44,
    names: /sharedaccesskey$/,
    ownNames: /./,
    mixed: upperLowerDigit,
    reach: 200,
  }),
  named({
    id: "heroku-api-key",
    provider: "Heroku",
    name: "API key",
    near: ["heroku"],
    value: uuid,
    longest: 36,
    names: /apikey|apitoken|accesstoken|authtoken|heroku(?:key|token|secret)/,
    ownNames: /heroku/,
    mixed: letterAndDigit,
  }),
  named({
    id: "cloudflare-token",
    provider: "Cloudflare",
    name: "API token",
    near: ["cloudflare"],
    value: `${base64url}{40}`,
    longest: 40,
    names: /apitoken|apikey|cloudflaretoken/,
    ownNames: /cloudflare/,
    mixed: upperLowerDigit,
  }),
];
