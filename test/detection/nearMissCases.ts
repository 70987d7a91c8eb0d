import { webToken } from "../../server/rules/secrets/exampleTokens.ts";
import { base62, dice, hexDigits, spellings, type Dice, type LabelledCase } from "./cases.ts";
import { nearMissFiles } from "./nearMissFiles.ts";
import { positions } from "./positions.ts";
import { names, passwordMakers, secretMakers, tokenMakers } from "./values.ts";

/** Values that stand under names of secrets and are none, by the reason. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  "look-ups": ["${CLIENT_SECRET}", "$CLIENT_SECRET", "{{ .Values.secret }}", "#{ApiSecret}", "%(secret)s", "$(cat /run/secrets/key)", "<%= ENV['SECRET'] %>", "vault:secret/data/app#key", "ssm:/app/key", "op://vault/item/field", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app", "@Microsoft.KeyVault(SecretUri=https://a.vault.azure.net/secrets/b)", "env(APP_SECRET)", "projects/acme/secrets/key/versions/latest", "__API_KEY__", "secretref:api-key", "%env(APP_SECRET)%", "!vault", "{SECRET}", "file:/run/secrets/token"],
  placeholders: ["changeme", "change-me-please", "your-api-key", "YOUR_CLIENT_SECRET", "<insert token>", "<your-token-here>", "xxxxxxxxxxxxxxxx", "XXXX-XXXX-XXXX", "REPLACE_ME", "replace-with-your-secret", "TODO", "placeholder", "dummy-token-value", "example-secret-123", "sample_api_key_1", "not-a-real-secret", "my-secret-key", "mysecret", "some-token", "insert-your-key-here", "abc123", "1234567890", "********", "................", "test-token-123", "fake-key-0001", "redacted", "***REMOVED***", "foobar", "s3cr3t-changeme", "ReplaceMeWithSomethingLong", "DUMMY_KEY_FOR_LOCAL", "aaaaaaaaaaaaaaaaaaaaaaaa", "0123456789abcdef", "abcdefghijklmnop", "qwertyuiop"],
  "names and labels": ["password", "Password", "clientSecret", "API_TOKEN", "access_token", "auth.token", "user-password", "invalid_token", "auth/wrong-password", "x-api-key", "X-Auth-Token", "db-credentials", "token-expired", "bearer", "Identifier", "StringLiteral", "passwordInput", "my-app-secret-name", "secretKeyRef", "errors.password.tooShort", "TOKEN_EXPIRED", "forgot-password", "new-password", "current-password", "one-time-code", "masterKeyField", "api_key_id", "next-auth.session-token", "__Secure-token", "refresh-token-cookie"],
  "hashes and ids": ["$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "8b0a4f1e-7c35-4d2b-9e61-0f5a3c7d9b12", "{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=", "bcrypt:abc", "$2y$12$QjSH496pcT5CEbzjD/vtVeH03tfHKFy36d4J0Ltp3lRtee9HDxY3K", "pbkdf2_sha256$260000$abc$def", "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b5dWRWJTmaaJObG", "sha512:abcdef0123", "md5:5d41402abc4b2a76b9719d911017c592", "550e8400-e29b-41d4-a716-446655440000"],
  "paths and addresses": ["/run/secrets/db_password", "./keys/private.pem", "/etc/ssl/private/key.pem", "C:\\\\keys\\\\app.pfx", "~/.ssh/id_rsa", "secrets/api.key", "https://acme.io/oauth/token", "https://login.acme.io/token?x=1", "/api/v2/token", "config/secret.json", "auth/token", "src/tokens/index.ts", "robot@acme.io", "10.0.0.12", "db.internal", "tokens.acme.io"],
  "types, sizes, patterns": ["string", "string[]", "number", "#a1b2c3", "12px", "1.5rem", "rgba(12,13,14,0.5)", "2024-05-01", "1.12.3", "v2.0.1", "300", "15m", "^[a-z]+$", "#password", ".token-input", "[name=password]", "input[type=password]", "//input[1]", "HS256", "aes-256-gcm", "sha256", "utf8", "base64", "true", "null", "none", "undefined"],
  "public by design": ["pk_live_51HxYzAbCdEfGhIjKlMnOpQr", "pk_test_51HxYzAbCdEfGhIjKlMnOpQr", "phc_9aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdef", "sb_publishable_a1B2c3D4e5F6g7H8", "G-AB12CD34EF", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ8n", "pk.eyJ1IjoiYWNtZSJ9.abc"],
  sentences: ["Enter your password", "The token has expired, sign in again.", "Passwort eingeben", "Mot de passe oublié ?", "Use at least 12 characters", "パスワード", "Choose a secret of 8 letters", "Bitte das Kennwort eingeben", "The secret is only shown once", "Das Token läuft in 5 Minuten ab", "Token copied!", "Wrong user name or password"],
};

/** Names that speak of a secret and hold none, with values that look random. */
const otherNames = ["public key", "token id", "secret name", "password hash", "token digest", "client id", "key id", "password salt", "csrf token", "xsrf token", "next page token", "continuation token", "cursor token", "password field", "token type", "secret arn", "token url", "password policy", "api key header", "design token", "syntax token", "cancel token", "site key", "publishable key", "anon key", "test password", "example token", "checksum", "etag", "commit", "build id", "trace id", "nonce", "integrity", "fingerprint", "revision", "session id", "request id", "app key id", "tenant id", "widget id", "digest"].map((name) => name.split(" "));

function placedAll(): LabelledCase[] {
  return Object.entries(harmless).flatMap(([group, values], row) =>
    values.flatMap((value, index) =>
      [0, 1].flatMap((round) => {
        const own = dice(100_000 + row * 1000 + index * 10 + round);
        const fitting = positions.filter(({ without, group: place }) => !(without?.source.includes("\\s") && /[\s\\]/.test(value)) && !(place === "Kubernetes" && value === ""));
        const position = own.one(fitting);
        const kind = own.one(["password", "secret", "token"] as const);
        // A sentence is a password in no file but may be one in a file of settings without quotes.
        if (group === "sentences" && /env|ini|properties/.test(position.path)) return [];
        const name = spellings[position.name](own.one(names[kind]));
        return [{ group, path: position.path, text: position.text.replaceAll("%n", () => name).replaceAll("%v", () => value), secrets: [] }];
      }),
    ),
  );
}

function randomUnderOtherNames(): LabelledCase[] {
  const makers = [(own: Dice) => own.text(hexDigits, 40), (own: Dice) => own.text(base62, 32), (own: Dice) => own.text(hexDigits, 64)];
  return otherNames.flatMap((words, index) =>
    [0, 1].map((round) => {
      const own = dice(200_000 + index * 10 + round);
      const position = own.one(positions.filter(({ group }) => group !== "command lines" && group !== "Kubernetes"));
      const name = spellings[position.name](words);
      const value = own.one(makers)(own);
      return { group: "random values that are none", path: position.path, text: position.text.replaceAll("%n", () => name).replaceAll("%v", () => value), secrets: [] };
    }),
  );
}

/** Folders and files where made-up credentials belong. */
const quietPlaces = ["test/login.test.ts", "src/__tests__/api.ts", "fixtures/users.json", "src/__mocks__/client.ts", "e2e/login.spec.ts", "docs/setup.md", "README.md", ".env.example", "config.sample.json", "cypress/support/login.ts", "src/Button.stories.tsx", "documentation/api.md", "test/fixtures/app.yaml", "spec/models/user.rb", "src/login.mock.ts", "settings.template.json", "locales/en.json", "src/i18n/de.ts", "package-lock.json", "dist/app.min.js", "pnpm-lock.yaml", "app.js.map"];

function inQuietPlaces(): LabelledCase[] {
  const makers = { password: passwordMakers, secret: secretMakers, token: tokenMakers };
  return quietPlaces.flatMap((path, index) =>
    [0, 1, 2].map((round) => {
      const own = dice(300_000 + index * 10 + round);
      const kind = own.one(["password", "secret", "token"] as const);
      const name = spellings.camel(own.one(names[kind]));
      let value = own.one(makers[kind])(own);
      while (/["'\\$`]/.test(value)) value = own.one(makers[kind])(own);
      return { group: "tests, documentation, translations, generated files", path, text: `{ "${name}": "${value}", "user": "shop" }\n`, secrets: [] };
    }),
  );
}

function sessions(): LabelledCase[] {
  return Array.from({ length: 6 }, (_, index) => ({ group: "hashes and ids", path: "src/a.ts", text: `const token = "${webToken({ sub: String(index), iat: 1_700_000_000, exp: 1_700_003_600 })}";\n`, secrets: [] }));
}

/** All near misses of the corpus. */
export function nearMissCases(): LabelledCase[] {
  return [...placedAll(), ...randomUnderOtherNames(), ...inQuietPlaces(), ...sessions(), ...nearMissFiles()];
}
