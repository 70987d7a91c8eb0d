import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import { Document } from "../../../../server/core/document.ts";
import type { Rule } from "../../../../server/core/rule.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import atlassianUserCredential from "../../../../server/rules/secrets/atlassian-user-credential.ts";
import defaultCredential from "../../../../server/rules/secrets/default-credential.ts";
import secretFileCommitted from "../../../../server/rules/secrets/secret-file-committed.ts";
import secretInBrowserCode from "../../../../server/rules/secrets/secret-in-browser-code.ts";
import secretInLog from "../../../../server/rules/secrets/secret-in-log.ts";
import secretInUrl from "../../../../server/rules/secrets/secret-in-url.ts";
import secretInWebStorage from "../../../../server/rules/secrets/secret-in-web-storage.ts";
import { growsInStraightLine } from "../../growth.ts";

const cases: readonly (readonly [rule: Rule, file: string, piece: string])[] = [
  [secretInLog, "a.cs", 'Console.WriteLine($"{a.b.c.d.e.Password'],
  [secretInLog, "a.cs", "Console.WriteLine((((\n"],
  [secretInLog, "a.py", "error_log($a->b->c->d->password\n"],
  [secretInLog, "a.ts", "console.log({ a: { b: [password + `${token}`] } });\n"],
  [secretInUrl, "a.sh", "https://a?password=https://a?password=\n"],
  [secretInUrl, "a.sh", "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n&password=&password="],
  [secretInUrl, "a.ts", 'fetch("https://a.b/?access_token=" + a + "&password=" + b);\n'],
  [secretInWebStorage, "a.ts", 'localStorage.setItem("token", a); document.cookie = "token=" + b;\n'],
  [secretInBrowserCode, "webpack.config.js", "new DefinePlugin({ a: env.SECRET, [[[[ \n"],
  [secretInBrowserCode, "webpack.config.js", "EnvironmentPlugin( [ 'A_SECRET', \n"],
  [secretInBrowserCode, ".env", "VITE_SECRET_SECRET_SECRET_\nVITE_"],
  [secretInBrowserCode, "frontend/a.ts", 'import "./config\nfrom "./keys'],
  [secretFileCommitted, ".env", "PASSWORD=PASSWORD=PASSWORD\n"],
  [defaultCredential, "a.yaml", "password: ${PASSWORD:-password: \n"],
  [defaultCredential, "a.txt", "postgres://admin:admin@admin:admin@\n"],
  [defaultCredential, "a.env", "A_PASSWORD=A_USER=A_PASSWORD=admin\n"],
  [atlassianUserCredential, "a.ts", 'fetch("https://a.atlassian.net/rest/api/3", { headers: { Authorization: "Basic " + a } });\n'],
];

describe("hostile texts for the rules around secrets", function () {
  this.timeout(60_000);

  for (const [rule, file, piece] of cases) {
    it(`${rule.id}: ${JSON.stringify(piece)}`, async () => {
      const analyser = createAnalyser([rule]);
      const text = (size: number): string => {
        const repeated = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
        return repeated.replace(/[^\n]{40000}/g, (line) => `${line}\n`);
      };
      await growsInStraightLine(rule.id, (size) => analyser.analyse(new Document(file, languageOf(file), text(size))), 6_000);
    });
  }
});
