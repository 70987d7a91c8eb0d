import { defineRule } from "../../core/rule.ts";
import { isAside } from "./textPlaces.ts";
import { checkVersionOptions, checkVersionTexts, checkVersionsCsharp, checkVersionsPhp, versionWords } from "./tlsVersions.ts";

export default defineRule({
  id: "tls-version-too-old",
  title: "TLS before version 1.2 is allowed",
  concern: "transport",
  languages: ["typescript", "csharp", "php", "json", "yaml", "dotenv", "dockerfile", "text"],
  triggers: versionWords,
  requirements: ["atlassian/tls", "superoffice/tls-version", "superoffice/encrypted-code", "openchannel/encrypted-traffic", "atlassian/government-encryption"],
  severity: "error",
  cwe: [326, 327],
  fix: "review",
  documentation: {
    wrong: "A client or a server is told to speak SSL, TLS 1.0 or TLS 1.1, or to use ciphers that are broken: `minVersion: \"TLSv1\"`, `secureProtocol: \"TLSv1_method\"` and `ciphers` in Node, `--tls-min-v1.0`, `SecurityProtocolType.Tls` and `SslProtocols` in C#, `CURL_SSLVERSION_TLSv1` in PHP, `ssl_protocols` of nginx and its ingress, the oldest version in templates of Azure and AWS, Python's `ssl`.",
    why: "The versions before 1.2 were withdrawn in 2021 (RFC 8996): their ciphers and hashes can be attacked. Atlassian and SuperOffice ask for 1.2 or later.",
    fix: "Take the setting away: Node, .NET, curl and nginx choose 1.2 or later by themselves. The quick fix writes 1.2, or 1.3 where it is the latest version that is set.",
    suppress: "When a device that cannot be renewed has to be reached, and nothing of the marketplace's customers goes there.",
  },
  examples: {
    bad: [
      { name: "a server of Node", code: "https.createServer({ key, cert, [|minVersion: 'TLSv1'|] }, app).listen(443);\n", fixed: "https.createServer({ key, cert, minVersion: 'TLSv1.2' }, app).listen(443);\n" },
      { name: "the whole process", code: 'import tls from "node:tls";\n[|tls.DEFAULT_MIN_VERSION = "TLSv1.1"|]; // the old gateway\n', fixed: 'import tls from "node:tls";\ntls.DEFAULT_MIN_VERSION = "TLSv1.2"; // the old gateway\n' },
      { name: "an upper limit", code: 'const OLDEST = "TLSv1.1";\nconst agent = new https.Agent({ [|maxVersion: OLDEST|] });\n', fixed: 'const OLDEST = "TLSv1.1";\nconst agent = new https.Agent({ maxVersion: "TLSv1.3" });\n' },
      { name: "by the name of a method", code: 'request({ url, agentOptions: { [|secureProtocol: "TLSv1_method"|] } });\n', fixed: 'request({ url, agentOptions: { secureProtocol: "TLS_method" } });\n' },
      { name: "a broken cipher", code: 'https.createServer({ key, cert, [|ciphers: "ECDHE-RSA-AES128-GCM-SHA256:RC4-SHA:!MD5"|] });\n' },
      { name: "C#", file: "Startup.cs", code: "ServicePointManager.SecurityProtocol = [|SecurityProtocolType.Tls|];\n", fixed: "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;\n" },
      { name: "C#, among newer ones", file: "Startup.cs", code: "ServicePointManager.SecurityProtocol |= [|SecurityProtocolType.Tls11|] | SecurityProtocolType.Tls12;\n" },
      { name: "PHP", file: "client.php", code: "<?php\ncurl_setopt($ch, CURLOPT_SSLVERSION, [|CURL_SSLVERSION_TLSv1_1|]);\n", fixed: "<?php\ncurl_setopt($ch, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);\n" },
      { name: "nginx", file: "nginx/app.conf", code: "server {\n  [|ssl_protocols TLSv1|] TLSv1.1 TLSv1.2;\n}\n" },
      { name: "an ingress", file: "k8s/config.yaml", code: 'data:\n  [|ssl-protocols: "TLSv1.1|] TLSv1.2"\n' },
      { name: "a script of the package", file: "package.json", code: '{ "scripts": { "start": "node [|--tls-min-v1.0|] server.js" } }\n', fixed: '{ "scripts": { "start": "node --tls-min-v1.2 server.js" } }\n' },
      { name: "Python", file: "sync.py", code: "context.minimum_version = ssl.[|TLSVersion.TLSv1|]\n", fixed: "context.minimum_version = ssl.TLSVersion.TLSv1_2\n" },
    ],
    good: [
      { name: "1.2", code: "https.createServer({ key, cert, minVersion: 'TLSv1.2' }, app);\n" },
      { name: "1.3 alone", code: 'tls.DEFAULT_MIN_VERSION = "TLSv1.3";\n' },
      { name: "a version of something else", code: 'registerPlugin({ minVersion: "1.0", maxVersion: "1.1", name: "TLSv1.1" });\n' },
      { name: "old ciphers left out", code: 'https.createServer({ key, cert, ciphers: "HIGH:!aNULL:!RC4:!3DES:!MD5:-LOW" });\n' },
      { name: "what a connection has", code: 'if (socket.getProtocol() === "TLSv1.1") socket.destroy();\n' },
      { name: "a test", file: "test/tls.test.ts", code: "https.createServer({ minVersion: 'TLSv1' });\n" },
      { name: "C#, newer ones", file: "Startup.cs", code: "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12 | SecurityProtocolType.Tls13;\n" },
      { name: "C#, taken away", file: "Startup.cs", code: "ServicePointManager.SecurityProtocol &= ~(SecurityProtocolType.Ssl3 | SecurityProtocolType.Tls);\n" },
      { name: "C#, compared", file: "Startup.cs", code: "if (stream.SslProtocol == SslProtocols.Tls11) throw new IOException();\n" },
      { name: "PHP", file: "client.php", code: "<?php\ncurl_setopt($ch, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);\n" },
      { name: "nginx", file: "nginx/app.conf", code: "server {\n  # ssl_protocols TLSv1 TLSv1.1;\n  ssl_protocols TLSv1.2 TLSv1.3;\n}\n" },
      { name: "Apache without the old ones", file: "apache/app.conf", code: "SSLProtocol all -SSLv3 -TLSv1 -TLSv1.1\n" },
    ],
  },
  check(document, report, hits) {
    if (isAside(document)) return;
    if (document.language === "typescript") checkVersionOptions(document, report);
    else if (document.language === "csharp") checkVersionsCsharp(document, report);
    else if (document.language === "php") checkVersionsPhp(document, report);
    else checkVersionTexts(document, report, hits);
  },
});
