import { discordUser } from "../structures.ts";
import { base62, base64url, hex, letterAndDigit, lowerAlphanumeric, named, tokens, upperAlphanumeric, upperLowerDigit, uuid } from "./builders.ts";

const slash = "\\\\?/";
/** JSON may write a URL's slashes as `\/`. */
const slackHosts = ["services", "workflows", "triggers"].flatMap((kind) => [`hooks.slack.com/${kind}/`, `hooks.slack.com\\/${kind}\\/`]);
const discordHosts = ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"];

/** Chat, mail and telephony. */
export const messagingTokens = [
  ...tokens("Slack", [
    ["slack-bot", "bot token", "xoxb-", `[0-9]{9,14}-[0-9]{9,14}(?:-${base62}{18,34})?`],
    ["slack-user", "user token", ["xoxp-", "xoxo-", "xoxs-"], `[0-9]{10,13}-[0-9]{10,13}-[0-9]{10,13}-${base62}{28,64}`],
    ["slack-legacy-workspace", "legacy workspace token", ["xoxa-", "xoxr-"], `(?:[0-9]-)?${base62}{8,48}`, { probable: true }],
    ["slack-config", "configuration token", ["xoxe.xoxp-", "xoxe.xoxb-", "xoxe-"], `[0-9]-${base62}{140,170}`],
    ["slack-app", "app-level token", "xapp-", `[0-9]-${upperAlphanumeric}{9,13}-[0-9]{10,13}-${lowerAlphanumeric}{60,70}`],
    ["slack-webhook", "webhook URL", slackHosts, `T${upperAlphanumeric}{8,12}${slash}${base62}{8,18}${slash}${base62}{20,40}`, { strict: false, variable: "SLACK_WEBHOOK_URL" }],
  ]),
  ...tokens("Discord", [
    ["discord-webhook", "webhook URL", discordHosts, `[0-9]{17,20}/${base64url}{60,80}`, { variable: "DISCORD_WEBHOOK_URL" }],
  ]),
  ...tokens("Telegram", [
    ["telegram-bot", "bot token", ":AA", `${base64url}{33}`, { head: "[0-9]{8,10}", leads: [8, 9, 10], variable: "TELEGRAM_BOT_TOKEN" }],
  ]),
  ...tokens("Microsoft", [
    ["teams-webhook", "Teams webhook URL", ".webhook.office.com/webhookb2/", `${uuid}@${uuid}/IncomingWebhook/${hex}{32}/${uuid}`, { variable: "TEAMS_WEBHOOK_URL" }],
  ]),
  ...tokens("SendGrid", [["sendgrid", "API key", "SG.", `${base64url}{22}\\.${base64url}{43}`, { quoted: true }]]),
  ...tokens("Resend", [["resend", "API key", "re_", `${base62}{8}_${base62}{24}`, { quoted: true }]]),
  ...tokens("Brevo", [
    ["brevo", "API key", "xkeysib-", `${hex}{64}-${base62}{16}`],
    ["brevo-smtp", "SMTP key", "xsmtpsib-", `${hex}{64}-${base62}{16}`],
  ]),
  ...tokens("PubNub", [["pubnub-secret", "secret key", "sec-c-", "[A-Za-z0-9+/]{40,64}={0,2}"]]),
  ...tokens("OneSignal", [["onesignal", "API key", ["os_v2_app_", "os_v2_org_"], "[a-z2-7]{40,140}"]]),
];

/** Those without a telling part. */
export const messagingNamed = [
  named({
    id: "slack-signing-secret",
    provider: "Slack",
    name: "signing secret",
    near: ["slack"],
    value: `${hex}{32}`,
    longest: 32,
    names: /signingsecret|slacksecret|clientsecret/,
    ownNames: /slack/,
  }),
  named({
    id: "discord-bot",
    provider: "Discord",
    name: "bot token",
    near: ["discord", "bot_token", "bottoken"],
    value: `[MNO]${base64url}{23,27}\\.${base64url}{6}\\.${base64url}{27,38}`,
    longest: 74,
    ownNames: /./,
    verify: discordUser,
    proof: "structure valid",
    variable: "DISCORD_BOT_TOKEN",
  }),
  named({
    id: "twilio-auth-token",
    provider: "Twilio",
    name: "auth token",
    near: ["twilio"],
    value: `${hex}{32}`,
    longest: 32,
    names: /authtoken|token$|secret$/,
    ownNames: /twilio/,
  }),
  named({
    id: "twilio-api-secret",
    provider: "Twilio",
    name: "API key secret",
    near: ["twilio"],
    value: `${base62}{32}`,
    longest: 32,
    names: /secret/,
    ownNames: /twilio/,
    mixed: upperLowerDigit,
  }),
  named({
    id: "mailgun",
    provider: "Mailgun",
    name: "private API key",
    near: ["mailgun"],
    value: `(?:key-)?${hex}{32}(?:-${hex}{8}-${hex}{8})?`,
    longest: 54,
    names: /key$|secret$|password$|token$/,
    ownNames: /mailgun/,
    variable: "MAILGUN_API_KEY",
  }),
  named({
    id: "mailchimp",
    provider: "Mailchimp",
    name: "API key",
    near: ["mailchimp"],
    value: `${hex}{32}-us[0-9]{1,2}`,
    longest: 37,
    ownNames: /./,
  }),
  named({
    id: "mandrill",
    provider: "Mailchimp",
    name: "Mandrill API key",
    near: ["mandrill"],
    value: `md-${base64url}{22}`,
    longest: 25,
    ownNames: /./,
    mixed: letterAndDigit,
  }),
];
