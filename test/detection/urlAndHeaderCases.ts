import { base62, dice, type LabelledCase } from "./cases.ts";
import { passwordMakers, tokenMakers } from "./values.ts";

const urls: readonly (readonly [path: string, text: string])[] = [
  [".env", "DATABASE_URL=postgres://shop:%v@db.acme.io:5432/shop\n"],
  [".env", "REDIS_URL=redis://default:%v@cache.acme.io:6379\n"],
  ["src/db.ts", 'mongoose.connect("mongodb://shop:%v@mongo.acme.io/shop?authSource=admin");\n'],
  ["src/queue.js", "const connection = await amqp.connect('amqps://shop:%v@queue.acme.io/shop');\n"],
  ["config.json", '{ "dsn": "mysql://shop:%v@10.0.0.4:3306/shop" }\n'],
  ["compose.yaml", "services:\n  web:\n    environment:\n      DATABASE_URL: postgresql://shop:%v@postgres:5432/shop\n"],
  ["app/settings.py", "BROKER = 'amqp://shop:%v@rabbit.acme.io//'\n"],
  ["deploy.sh", "git clone https://deploy:%v@git.acme.io/shop.git\n"],
  ["Dockerfile", "FROM alpine:3.22\nRUN wget https://build:%v@files.acme.io/a.tgz\n"],
  [".npmrc", "registry=https://ci:%v@npm.acme.io/\n"],
  ["src/mail.ts", 'createTransport("smtps://robot:%v@mail.acme.io");\n'],
  ["values.yaml", "db:\n  url: \"mariadb://shop:%v@db/shop\"\n"],
];
const strings: readonly (readonly [path: string, text: string])[] = [
  ["appsettings.json", '{ "ConnectionStrings": { "Shop": "Server=tcp:db.acme.io,1433;Database=shop;User ID=shop;Password=%v;Encrypt=True" } }\n'],
  ["Web.config", '<connectionStrings>\n  <add name="Shop" connectionString="Data Source=db;Initial Catalog=shop;User Id=shop;Password=%v;" />\n</connectionStrings>\n'],
  ["Data/Db.cs", 'var connection = new SqlConnection("Server=db;Database=shop;Uid=shop;Pwd=%v;");\n'],
  ["src/main/resources/application.properties", "spring.datasource.url=jdbc:mysql://db/shop\nspring.datasource.password=%v\n"],
  ["src/Db.java", 'String url = "jdbc:postgresql://db/shop?user=shop&password=%v&ssl=true";\n'],
];
const basics: readonly (readonly [path: string, text: string])[] = [
  ["src/api.ts", 'const headers = { Authorization: "Basic %v", Accept: "application/json" };\n'],
  ["lib/http.js", "request.setHeader('authorization', 'Basic %v');\n"],
  ["sync.sh", 'curl -H "Authorization: Basic %v" https://api.acme.io/items\n'],
  ["Client.cs", 'client.DefaultRequestHeaders.Add("Authorization", "Basic %v");\n'],
  [".docker/config.json", '{ "auths": { "registry.acme.io": { "auth": "%v" } } }\n'],
  [".npmrc", "//npm.acme.io/:_auth=%v\n"],
];
const bearers: readonly (readonly [path: string, text: string])[] = [
  ["src/api.ts", 'const headers = { Authorization: "Bearer %v" };\n'],
  ["lib/http.js", "axios.defaults.headers.common['Authorization'] = 'Bearer %v';\n"],
  ["sync.sh", 'curl -H "Authorization: Bearer %v" https://api.acme.io/items\n'],
  ["requests.http", "GET https://api.acme.io/items\nAuthorization: Bearer %v\n"],
  ["src/Client.php", "<?php\n$headers = ['Authorization: Bearer %v'];\n"],
];

const inUrl = /[^A-Za-z0-9._~!+=^*-]/;
const inString = /["'`\\$;&\s<>]/;

/** Passwords in addresses, connection strings and headers; values in base64 as Kubernetes has them. */
export function urlAndHeaderCases(): LabelledCase[] {
  const cases: LabelledCase[] = [];
  const add = (group: string, [path, text]: readonly [string, string], value: string): void => {
    cases.push({ group, path, text: text.replaceAll("%v", () => value), secrets: [value] });
  };
  const password = (seed: number, without: RegExp): string => {
    const own = dice(seed);
    for (;;) {
      const value = own.one(passwordMakers)(own);
      if (!without.test(value)) return value;
    }
  };
  for (let round = 0; round < 3; round++) {
    urls.forEach((one, index) => add("addresses with a password", one, password(20_000 + round * 100 + index, inUrl)));
    strings.forEach((one, index) => add("connection strings", one, password(30_000 + round * 100 + index, inString)));
    basics.forEach((one, index) => add("Basic and Bearer", one, Buffer.from(`shop:${password(40_000 + round * 100 + index, /[^\x20-\x7e]/)}`).toString("base64")));
    bearers.forEach((one, index) => {
      const own = dice(50_000 + round * 100 + index);
      add("Basic and Bearer", one, own.one(tokenMakers)(own));
    });
    for (const [index, key] of ["password", "api-token", "client_secret", "DB_PASSWORD"].entries()) {
      const own = dice(60_000 + round * 100 + index);
      const value = Buffer.from(own.text(base62, 24)).toString("base64");
      add("Kubernetes", ["secret.yaml", `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\ndata:\n  username: c2hvcA==\n  ${key}: %v\n`], value);
    }
  }
  return cases;
}
