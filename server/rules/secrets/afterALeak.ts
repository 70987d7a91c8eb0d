/**
 * Where a provider's secrets are revoked: the place in its own words, as a path of menus or an address. As the
 * consoles were known to us in November 2026, not read from a page. A provider that is not listed gets the general sentence.
 */
const places: Readonly<Record<string, string>> = {
  "1Password": "under Developer > Service Accounts",
  Akeneo: "in the PIM under Connect (regenerate the secret of the connection or app)",
  Anthropic: "at console.anthropic.com/settings/keys",
  Atlassian: "at id.atlassian.com/manage-profile/security/api-tokens, or in the developer console for an app",
  AWS: "in IAM (deactivate the key, then delete it)",
  Azure: "in the portal, by regenerating the key",
  Bitbucket: "in the settings of the account, repository or workspace that it belongs to",
  CircleCI: "under User Settings > Personal API Tokens",
  Cloudflare: "at dash.cloudflare.com/profile/api-tokens",
  Databricks: "under Settings > Developer > Access tokens",
  Datadog: "under Organization Settings > API Keys",
  DigitalOcean: "under API > Tokens",
  Discord: "in the developer portal under Bot > Reset Token",
  Docker: "at app.docker.com/settings/personal-access-tokens",
  Dropbox: "in the App Console",
  Figma: "under Settings > Security > Personal access tokens",
  GitHub: "at github.com/settings/tokens",
  GitLab: "under Preferences > Access tokens",
  Google: "in the Cloud console under APIs & Services > Credentials or IAM > Service Accounts",
  Grafana: "under Administration > Service accounts",
  HashiCorp: "by revoking the token or lease",
  Heroku: "at dashboard.heroku.com/account",
  "Hugging Face": "at huggingface.co/settings/tokens",
  HubSpot: "in the private app's settings",
  Linear: "under Settings > Security & access",
  Mailchimp: "under Profile > Extras > API keys",
  Mailgun: "under API Security",
  Microsoft: "in Entra ID under App registrations > Certificates & secrets",
  MongoDB: "under Database Access in Atlas",
  Netlify: "at app.netlify.com/user/applications",
  "New Relic": "under API keys",
  Notion: "at notion.so/profile/integrations",
  npm: "in the settings of the account (Access Tokens)",
  OpenAI: "at platform.openai.com/api-keys",
  OpenChannel: "in the market's dashboard under Settings (regenerate the secret)",
  PayPal: "in the developer dashboard under Apps & Credentials",
  Postman: "under Settings > API keys",
  PyPI: "in the settings of the account (API tokens)",
  SendGrid: "under Settings > API Keys",
  Sentry: "under Settings > Auth Tokens",
  Shopify: "in the app's settings (rotate the client secret or reinstall the app)",
  Slack: "at api.slack.com/apps",
  Square: "in the developer dashboard under Credentials",
  Stripe: "at dashboard.stripe.com/apikeys",
  Supabase: "under Project Settings > API Keys",
  SuperOffice: "in the SuperOffice Developer Portal",
  Telegram: "with @BotFather's /revoke",
  Trello: "at trello.com/u/me/account (Applications)",
  Twilio: "in the console under Account > API keys & tokens",
  Vercel: "at vercel.com/account/tokens",
};

/** What providers want besides. SuperOffice's requirement is that its operations are told at once. */
const duties: Readonly<Record<string, string>> = {
  SuperOffice: " and notify SuperOffice operations",
};

/**
 * What to do about a secret that stands in a file: readers of it and of its history have it, so taking it out is not
 * enough. `provider` as in the formats, empty for nobody's in particular. One sentence, an imperative.
 */
export function afterALeak(provider: string): string {
  const place = Object.hasOwn(places, provider) ? places[provider] : undefined;
  if (place === undefined) return "Replace it where it is valid: taking it out of the file does not make it secret again.";
  return `Replace it ${place}${duties[provider] ?? ""}: taking it out of the file does not make it secret again.`;
}
