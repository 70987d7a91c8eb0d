import { secrecyOf, wordsOf } from "../secretNames.ts";

/** Prefixes by which bundlers choose the variables that they write into the code for browsers, with who does so. */
export const publicPrefixes: Readonly<Record<string, string>> = {
  VITE_: "Vite",
  NEXT_PUBLIC_: "Next.js",
  REACT_APP_: "Create React App",
  VUE_APP_: "Vue CLI",
  NUXT_PUBLIC_: "Nuxt",
  GATSBY_: "Gatsby",
  EXPO_PUBLIC_: "Expo",
  NG_APP_: "@ngx-env",
  STORYBOOK_: "Storybook",
  SANITY_STUDIO_: "Sanity",
  PAYLOAD_PUBLIC_: "Payload",
  PLASMO_PUBLIC_: "Plasmo",
  SNOWPACK_PUBLIC_: "Snowpack",
  PUBLIC_: "SvelteKit or Astro",
};

/** A variable with such a prefix, in any text. */
export const publicVariable = new RegExp(`(?<![A-Za-z0-9_])(${Object.keys(publicPrefixes).join("|")})([A-Z0-9_]{2,60})(?![A-Za-z0-9_])`, "g");

/** Keys that services make for browsers: with these words a name says so. */
const forBrowsers =
  /\b(?:public|publishable|site|client token|client id|anon|browser|maps?|mapbox|firebase|recaptcha|hcaptcha|turnstile|captcha|sentry|posthog|segment|algolia|search|mixpanel|amplitude|analytics|intercom|pusher|rollbar|bugsnag|logrocket|datadog|tinymce|giphy|trello|stripe key|vapid|unsplash|tmdb|weather|csrf|xsrf|storage|cookie name|delivery|preview|measurement|hotjar|launchdarkly|growthbook|youtube|contentful|storyblok|prismic|datocms|hygraph)\b/;
/** Words which no key for browsers has. */
const neverForBrowsers = /\b(?:secret|private key|password|passwd|passphrase|service role|refresh token|client secret|database url|db url|connection string|signing key|encryption key)\b/;
/** Services whose keys open everything, whatever else the name says. */
const serverServices = /\b(?:openai|anthropic|sendgrid|twilio|mailgun|github|gitlab|npm|aws|azure|jira|atlassian|confluence|bitbucket|akeneo|superoffice|openchannel|slack|resend|supabase service|notion|airtable|hubspot|postmark)\b/;
/** Names that say what a page shows or where it sends somebody. */
const aboutSecrets = /\b(?:url|uri|endpoint|page|path|label|title|name|length|min|max|enabled|disabled|policy|header|type|id|expiry|hint|rules?|regex|count|ttl|timeout|prefix|key name)$/;

/** What a public variable's name says: surely a secret, likely one, or none. */
export function publicSecrecy(name: string): "secret" | "likely" | "none" {
  const words = wordsOf(name);
  if (aboutSecrets.test(words) && !/\b(?:database|db) url$/.test(words)) return "none";
  const isServers = serverServices.test(words) && /\b(?:key|token|secret|password)$/.test(words);
  if (isServers || (neverForBrowsers.test(words) && !/\bpublic\b/.test(words))) return "secret";
  if (forBrowsers.test(words)) return "none";
  return secrecyOf(name) === "secret" && !/\b(?:api ?key|id token)$/.test(words) ? "likely" : "none";
}
