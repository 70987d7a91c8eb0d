/** What an argument is to the library, which decides what counts as a placeholder for it. */
export type ArgumentKind = "key" | "password" | "client secret" | "token";

/**
 * Arguments that are secrets by what the library does with them. From the libraries' documentation and types, November
 * 2026; later versions keep these, since programs depend on them.
 */
export interface CredentialSink {
  /** Module names; one that ends with `*` stands for all that begin like it. */
  readonly modules: readonly string[];
  /**
   * The called export, a dotted path below it (`auth.basic`), `*` for the module itself; with `.` before it a method
   * of what the module makes; `register` where the module is handed to a method of that name as the first argument.
   */
  readonly calls: readonly string[];
  /** Zero-based place of the argument. */
  readonly argument: number;
  /** Where in that argument, as names of properties; the argument itself where absent. `*` is any property or element. */
  readonly properties?: readonly string[];
  readonly kind: ArgumentKind;
}

type Row = readonly [modules: string | readonly string[], calls: string | readonly string[], at: number | readonly [number, ...string[]], kind: ArgumentKind];

const rows: readonly Row[] = [
  // Signing and verifying.
  ["jsonwebtoken", ["sign", "verify"], 1, "key"],
  ["jwt-simple", ["encode", "decode"], 1, "key"],
  ["atlassian-jwt", ["encode", "encodeSymmetric", "decode", "decodeSymmetric"], 1, "key"],
  ["hono/jwt", ["sign", "verify"], 1, "key"],
  ["hono/jwt", "jwt", [0, "secret"], "key"],
  ["express-jwt", ["*", "expressjwt"], [0, "secret"], "key"],
  ["koa-jwt", "*", [0, "secret"], "key"],
  [["@fastify/jwt", "fastify-jwt"], "register", [1, "secret"], "key"],
  [["@fastify/cookie", "fastify-cookie", "@fastify/session", "@fastify/secure-session"], "register", [1, "secret"], "key"],
  ["@nestjs/jwt", ["JwtModule.register", "JwtService"], [0, "secret"], "key"],
  ["passport-jwt", "Strategy", [0, "secretOrKey"], "key"],
  ["cookie-signature", ["sign", "unsign"], 1, "key"],
  ["@hapi/iron", ["seal", "unseal"], 1, "key"],
  // Sessions.
  ["express-session", "*", [0, "secret"], "key"],
  ["express-session", "*", [0, "secret", "*"], "key"],
  ["cookie-session", "*", [0, "secret"], "key"],
  ["cookie-session", "*", [0, "keys", "*"], "key"],
  ["cookie-parser", "*", 0, "key"],
  ["iron-session", ["getIronSession", "ironSession", "withIronSessionApiRoute", "withIronSession"], [2, "password"], "key"],
  ["iron-session", "withIronSessionApiRoute", [1, "password"], "key"],
  ["next-auth", "*", [0, "secret"], "key"],
  ["@auth/core", "Auth", [1, "secret"], "key"],
  ["csrf-csrf", "doubleCsrf", [0, "secret"], "key"],
  // Ciphers and keyed hashes.
  ["crypto", ["createHmac", "createCipheriv", "createDecipheriv", "createCipher", "createDecipher"], 1, "key"],
  ["crypto", ["scryptSync", "scrypt", "pbkdf2Sync", "pbkdf2", "createSecretKey"], 0, "key"],
  ["crypto-js", ["AES.encrypt", "AES.decrypt", "DES.encrypt", "DES.decrypt", "TripleDES.encrypt", "TripleDES.decrypt", "Rabbit.encrypt", "RC4.encrypt", "HmacSHA1", "HmacSHA256", "HmacSHA512", "HmacMD5"], 1, "key"],
  [["crypto-js/aes"], ["encrypt", "decrypt"], 1, "key"],
  ["cryptr", "*", 0, "key"],
  ["simple-crypto-js", "*", 0, "key"],
  // Signing in with somebody else.
  ["passport-*", ["Strategy", "OAuth2Strategy", "*", "GoogleStrategy", "GitHubStrategy"], [0, "clientSecret"], "client secret"],
  ["passport-*", ["Strategy", "OAuthStrategy", "*"], [0, "consumerSecret"], "client secret"],
  ["next-auth/providers/*", "*", [0, "clientSecret"], "client secret"],
  ["simple-oauth2", ["ClientCredentials", "AuthorizationCode", "ResourceOwnerPassword"], [0, "client", "secret"], "client secret"],
  ["oauth", ["OAuth2", "OAuth"], 1, "client secret"],
  ["client-oauth2", "*", [0, "clientSecret"], "client secret"],
  ["@azure/msal-node", "ConfidentialClientApplication", [0, "auth", "clientSecret"], "client secret"],
  ["@azure/identity", "ClientSecretCredential", 2, "client secret"],
  ["google-auth-library", "OAuth2Client", 1, "client secret"],
  ["google-auth-library", "OAuth2Client", [0, "clientSecret"], "client secret"],
  ["googleapis", "google.auth.OAuth2", 1, "client secret"],
  ["express-openid-connect", "auth", [0, "secret"], "key"],
  ["express-openid-connect", "auth", [0, "clientSecret"], "client secret"],
  ["auth0", ["ManagementClient", "AuthenticationClient"], [0, "clientSecret"], "client secret"],
  ["express-basic-auth", "*", [0, "users", "*"], "password"],
  // Databases and brokers.
  ["pg", ["Client", "Pool"], [0, "password"], "password"],
  [["mysql", "mysql2", "mysql2/promise", "promise-mysql"], ["createConnection", "createPool"], [0, "password"], "password"],
  ["mariadb", ["createConnection", "createPool"], [0, "password"], "password"],
  ["mssql", ["connect", "ConnectionPool"], [0, "password"], "password"],
  ["tedious", "Connection", [0, "authentication", "options", "password"], "password"],
  ["oracledb", ["getConnection", "createPool"], [0, "password"], "password"],
  ["sequelize", ["*", "Sequelize"], 2, "password"],
  ["sequelize", ["*", "Sequelize"], [0, "password"], "password"],
  ["typeorm", ["DataSource", "createConnection"], [0, "password"], "password"],
  ["knex", ["*", "knex"], [0, "connection", "password"], "password"],
  ["ioredis", ["*", "Redis"], [0, "password"], "password"],
  ["redis", "createClient", [0, "password"], "password"],
  ["mongoose", ["connect", "createConnection"], [1, "pass"], "password"],
  ["mongodb", "MongoClient", [1, "auth", "password"], "password"],
  ["neo4j-driver", "auth.basic", 1, "password"],
  ["amqplib", "connect", [0, "password"], "password"],
  ["kafkajs", "Kafka", [0, "sasl", "password"], "password"],
  ["@elastic/elasticsearch", "Client", [0, "auth", "password"], "password"],
  ["@elastic/elasticsearch", "Client", [0, "auth", "apiKey"], "token"],
  ["nano", "*", [0, "requestDefaults", "auth", "password"], "password"],
  // Mail, files and directories.
  ["nodemailer", "createTransport", [0, "auth", "pass"], "password"],
  ["nodemailer", "createTransport", [0, "auth", "clientSecret"], "client secret"],
  ["imap", "*", [0, "password"], "password"],
  [["ssh2", "ssh2-sftp-client", "node-ssh"], ".connect", [0, "password"], "password"],
  ["basic-ftp", ".access", [0, "password"], "password"],
  ["ldapjs", ".bind", 1, "password"],
  ["axios", ["*", "get", "post", "put", "patch", "delete", "create", "request"], [0, "auth", "password"], "password"],
  ["axios", ["get", "delete"], [1, "auth", "password"], "password"],
  ["axios", ["post", "put", "patch"], [2, "auth", "password"], "password"],
  // Clouds.
  ["aws-sdk", ["config.update", "Credentials", "S3", "SES", "SQS", "SNS", "DynamoDB", "DynamoDB.DocumentClient", "Lambda", "STS", "CognitoIdentityServiceProvider"], [0, "secretAccessKey"], "client secret"],
  ["aws-sdk", "Credentials", 1, "client secret"],
  ["@aws-sdk/*", ["S3Client", "S3", "SESClient", "SES", "SQSClient", "SQS", "SNSClient", "SNS", "DynamoDBClient", "DynamoDB", "LambdaClient", "STSClient", "SecretsManagerClient", "CognitoIdentityProviderClient", "EC2Client"], [0, "credentials", "secretAccessKey"], "client secret"],
  ["@azure/storage-blob", "StorageSharedKeyCredential", 1, "key"],
  [["@azure/core-auth", "@azure/openai", "@azure/ai-text-analytics", "@azure/search-documents", "@azure/event-grid"], "AzureKeyCredential", 0, "key"],
  ["@azure/cosmos", "CosmosClient", [0, "key"], "key"],
  ["cloudinary", ["v2.config", "config"], [0, "api_secret"], "client secret"],
  ["minio", "Client", [0, "secretKey"], "client secret"],
  // Services.
  ["stripe", ["*", "Stripe"], 0, "token"],
  ["twilio", "*", 1, "token"],
  ["@sendgrid/mail", "setApiKey", 0, "token"],
  [["openai", "@anthropic-ai/sdk"], ["*", "OpenAI", "Anthropic"], [0, "apiKey"], "token"],
  [["octokit", "@octokit/rest", "@octokit/core"], "Octokit", [0, "auth"], "token"],
  ["@slack/web-api", "WebClient", 0, "token"],
  ["@slack/bolt", "App", [0, "signingSecret"], "key"],
  ["@slack/bolt", "App", [0, "token"], "token"],
  ["discord.js", ".login", 0, "token"],
  ["telegraf", "Telegraf", 0, "token"],
  ["pusher", "*", [0, "secret"], "client secret"],
  ["plaid", "Configuration", [0, "baseOptions", "headers", "PLAID-SECRET"], "client secret"],
  ["braintree", "BraintreeGateway", [0, "privateKey"], "key"],
  ["razorpay", "*", [0, "key_secret"], "client secret"],
  // The marketplaces' own.
  ["jira.js", ["Version2Client", "Version3Client", "AgileClient", "ServiceDeskClient"], [0, "authentication", "basic", "apiToken"], "token"],
  ["jira-client", "*", [0, "password"], "password"],
  ["bitbucket", "Bitbucket", [0, "auth", "password"], "password"],
  ["node-trello", "*", 1, "token"],
  ["@craftzing/akeneo-api", ["*", "createClient", "default"], [0, "secret"], "client secret"],
  ["@craftzing/akeneo-api", ["*", "createClient", "default"], [0, "password"], "password"],
  ["@superoffice/webapi", ["WebApi", "RemoteConfig"], [0, "clientSecret"], "client secret"],
];

function listOf<Item>(one: Item | readonly Item[]): readonly Item[] {
  return Array.isArray(one) ? (one as readonly Item[]) : [one as Item];
}

/** All sinks. */
export const credentialSinks: readonly CredentialSink[] = rows.map(([modules, calls, at, kind]) => {
  const [argument, ...properties] = typeof at === "number" ? [at] : at;
  return { modules: listOf(modules), calls: listOf(calls), argument, ...(properties.length > 0 && { properties }), kind };
});

/** A module's word in quotes, as an import or a `require` has it; Node's may have its scheme. */
function importWords(module: string): string[] {
  if (module === "crypto") return ["createhmac", "createcipher", "createdecipher", "scrypt", "pbkdf2", "createsecretkey"];
  const open = module.endsWith("*") ? module.slice(0, -1) : undefined;
  return ['"', "'"].map((quote) => (open === undefined ? `${quote}${module}${quote}` : `${quote}${open}`));
}

/** Words of which one stands in every file that calls a sink. */
export const sinkTriggers: readonly string[] = [...new Set(credentialSinks.flatMap(({ modules }) => modules.flatMap(importWords)))];

/** Whether an origin's module is one of a sink's. */
export function isModuleOf({ modules }: CredentialSink, module: string): boolean {
  return modules.some((one) => (one.endsWith("*") ? module.startsWith(one.slice(0, -1)) : one === module));
}
