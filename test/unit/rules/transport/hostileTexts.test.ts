import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import { Document } from "../../../../server/core/document.ts";
import type { Rule } from "../../../../server/core/rule.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import cors from "../../../../server/rules/transport/cors-any-origin-with-credentials.ts";
import hsts from "../../../../server/rules/transport/hsts-missing-or-short.ts";
import httpEndpoint from "../../../../server/rules/transport/http-endpoint.ts";
import messageListener from "../../../../server/rules/transport/message-listener-without-origin-check.ts";
import securityHeader from "../../../../server/rules/transport/security-header-disabled.ts";
import certificates from "../../../../server/rules/transport/tls-verification-disabled.ts";
import versions from "../../../../server/rules/transport/tls-version-too-old.ts";
import { growsInStraightLine } from "../../growth.ts";

const cases: readonly (readonly [rule: Rule, file: string, piece: string])[] = [
  [certificates, "a.sh", "NODE_TLS_REJECT_UNAUTHORIZED="],
  [certificates, "a.py", "requests.get((verify=False,"],
  [certificates, "a.ts", "const a = { rejectUnauthorized: false }; a.rejectUnauthorized = b;\n"],
  [certificates, "a.cs", "x.ServerCertificateValidationCallback = (a, b) => { return "],
  [versions, "a.conf", "ssl_protocols TLSv1.2 "],
  [versions, "a.cs", "SecurityProtocolType.Tls | "],
  [hsts, "a.conf", "Strict-Transport-Security max-age ="],
  [hsts, "a.cs", "AddHsts(options => options.MaxAge = "],
  [securityHeader, "a.html", "script-src 'unsafe-inline' "],
  [securityHeader, "a.ts", "const a = \"script-src 'unsafe-inline' 'unsafe-eval'\";\n"],
  [cors, "a.ts", "cors({ origin: (a, b) => b(null, true), credentials: true });\n"],
  [cors, "a.php", "Access-Control-Allow-Origin: \" . $_SERVER["],
  [httpEndpoint, "a.ts", 'const apiUrl = "http://api.timely.io/" + a;\n'],
  [httpEndpoint, "a.ts", '"http://a.a.a.a.a.a.a.a.'],
  [httpEndpoint, "a.env", "A_URL=http://api.timely.io\n"],
  [messageListener, "a.ts", 'window.addEventListener("message", (e) => { a(e.data); });\n'],
];

describe("hostile texts for the rules on transport", function () {
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
