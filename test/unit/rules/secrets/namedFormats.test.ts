import assert from "node:assert/strict";
import type { LanguageId } from "../../../../server/core/document.ts";
import { namedFormats } from "../../../../server/rules/secrets/formats/catalogue.ts";
import { secretOf } from "./madeSecrets.ts";
import { random } from "./patternText.ts";
import { fileNames, foundTexts, holders, secretsIn } from "./secretBench.ts";

const languages = Object.keys(fileNames) as LanguageId[];

/** A name that says whose secret it is, and one that does not, where the format asks for a name. */
const names: Readonly<Record<string, readonly [own: string, other?: string]>> = {
  "trello-token-hex": ["TRELLO_TOKEN", "token"],
  "connect-shared-secret": ["jiraSharedSecret", "sharedSecret"],
  "bitbucket-oauth-secret": ["BITBUCKET_SECRET", "consumerSecret"],
  "akeneo-token": ["AKENEO_TOKEN"],
  "akeneo-connection-secret": ["AKENEO_SECRET", "clientSecret"],
  "akeneo-connection-password": ["akeneoPassword", "password"],
  "superoffice-client-secret": ["SUPEROFFICE_SECRET", "clientSecret"],
  "superoffice-system-user-token": ["SystemUserToken"],
  "openchannel-market-secret": ["OPENCHANNEL_SECRET", "secret"],
  "openchannel-credentials": ["openchannel"],
  "openchannel-basic-credentials": ["openchannel"],
  "github-oauth-client-secret": ["GITHUB_CLIENT_SECRET"],
  "npm-legacy": ["_authToken"],
  "aws-secret-access-key": ["AWS_SECRET_ACCESS_KEY", "secretKey"],
  "aws-session-token": ["AWS_SESSION_TOKEN"],
  "azure-storage-key": ["AccountKey"],
  "azure-shared-access-key": ["SharedAccessKey"],
  "heroku-api-key": ["HEROKU_API_KEY", "apiKey"],
  "cloudflare-token": ["CLOUDFLARE_API_TOKEN", "apiToken"],
  "slack-signing-secret": ["SLACK_SIGNING_SECRET", "signingSecret"],
  "discord-bot": ["DISCORD_TOKEN"],
  "twilio-auth-token": ["TWILIO_AUTH_TOKEN", "authToken"],
  "twilio-api-secret": ["TWILIO_API_SECRET", "apiSecret"],
  mailgun: ["MAILGUN_API_KEY", "apiKey"],
  mailchimp: ["MAILCHIMP_KEY"],
  mandrill: ["MANDRILL_KEY"],
  "notion-old": ["NOTION_TOKEN"],
  "datadog-key": ["DATADOG_API_KEY", "apiKey"],
};

describe("named formats", () => {
  namedFormats.forEach((format, index) => {
    describe(format.id, () => {
      const next = random(index + 1);
      // A provider of `nearbyServices.ts` stands in the name itself.
      const [own = "", other] = names[format.id] ?? [format.triggers[0]?.toUpperCase()];
      // A value that happens to lack a kind of character is passed over: take another.
      function made(length: "shortest" | "longest"): string {
        for (;;) {
          const value = secretOf(format, length, next);
          if (format.mixed?.every((kind) => kind.test(value)) ?? true) return value;
        }
      }

      it("has names here", () => {
        assert.ok(own);
        assert.equal(/[*+]|,\}/.test(format.pattern.source.replace(/\\./g, "").replace(/\[[^\]]*\]/g, "")), false);
      });

      for (const length of ["shortest", "longest"] as const) {
        it(`finds the ${length} in every language`, () => {
          for (const language of languages) {
            const value = made(length);
            assert.ok(value.length <= format.longest);
            const text = holders[language](own, value);
            assert.deepEqual(foundTexts(text, fileNames[language], language), [value], `${language}: ${text}`);
          }
        });
      }

      it("finds it at a file's edges, across line breaks and behind emoji", () => {
        const value = made("longest");
        assert.deepEqual(foundTexts(`${own}="${value}"`), [value]);
        assert.deepEqual(foundTexts(`// \u{1f600}\r\nconst o = {\r\n  ${own}:\r\n    "${value}",\r\n};\r\n`), [value]);
      });

      if (other !== undefined) {
        it("is less sure where only the surroundings name the provider", () => {
          const value = made("longest");
          const [found] = secretsIn(`// ${format.triggers[0] ?? ""}\nconst o = { ${other}: "${value}" };\n`);
          assert.equal(found?.kind.id, format.id);
          assert.equal(found.worst, "warning");
        });
      }

      if (format.names) {
        it("says nothing of the same value under another name, far from the provider, or in a test", () => {
          const value = made("longest");
          assert.deepEqual(foundTexts(`// ${format.triggers[0] ?? ""}\nconst checksum = "${value}";\n`), []);
          assert.deepEqual(foundTexts(`const o = { secret: "${value}" };\n`), []);
          assert.deepEqual(foundTexts(`const ${own} = "${value}";\n`, "test/app.test.ts"), []);
          assert.deepEqual(foundTexts(`const ${own}_ID = "${value}"; // ${own}\n`), []);
        });
      }

      it("says nothing of values that are longer or shorter", () => {
        const [shortest, longest] = [made("shortest"), made("longest")];
        const ids = (text: string): string[] => secretsIn(text).map(({ kind }) => kind.id).filter((id) => id === format.id);
        assert.deepEqual(ids(`const ${own} = "${longest}a0B1c2D3e4F5g6H7";`), []);
        assert.deepEqual(ids(`const ${own} = "a0B1c2D3e4F5g6H7${longest}";`), []);
        assert.deepEqual(ids(`const ${own} = "${shortest.slice(0, -5)}";`), []);
      });
    });
  });
});
