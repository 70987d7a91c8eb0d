import { defineRule } from "../../core/rule.ts";
import { certificateCsharpWords, checkCertificateCsharp } from "./certificateCsharp.ts";
import { certificateWords, checkCertificateOptions } from "./certificateOptions.ts";
import { certificatePhpWords, checkCertificatePhp } from "./certificatePhp.ts";
import { certificateTextWords, checkCertificateTexts } from "./certificateTexts.ts";
import { isAside } from "./textPlaces.ts";

export default defineRule({
  id: "tls-verification-disabled",
  title: "Certificates are not verified",
  concern: "transport",
  // Dockerfiles are looked at by build-certificate-unchecked.
  languages: ["typescript", "html", "csharp", "php", "json", "yaml", "dotenv", "text"],
  anchors: certificateWords,
  triggers: [...new Set([...certificateWords, ...certificateTextWords, ...certificateCsharpWords, ...certificatePhpWords])],
  requirements: ["atlassian/tls", "atlassian/valid-certificates", "superoffice/encrypted-code", "superoffice/owasp-top-ten", "akeneo/no-vulnerabilities", "openchannel/encrypted-traffic"],
  severity: "error",
  cwe: [295],
  fix: "review",
  documentation: {
    wrong: "A program is told to take any certificate: `rejectUnauthorized: false` and `strictSSL: false` in the options of an agent, a database, a mail or a socket client, a `checkServerIdentity` that never objects, `tlsAllowInvalidCertificates`, `sslmode=no-verify`, `NODE_TLS_REJECT_UNAUTHORIZED=0` in code, scripts, compose, pipeline and environment files, a certificate callback in C# that is always true, `CURLOPT_SSL_VERIFYPEER` or Guzzle's `verify` switched off in PHP, `verify=False` in Python.",
    why: "Encryption without a check of the other side protects from nobody who can get in between: that one shows any certificate, reads tokens and customer data, and changes the answers. The variable of Node switches the check off for every connection of the process.",
    fix: "The quick fix switches the check on. If the connection then fails, the certificate is the fault to mend: give the client the authority that signed it (`ca`, `NODE_EXTRA_CA_CERTS`, `CURLOPT_CAINFO`), as database services publish theirs.",
    suppress: "When the other side is on the same machine, or its key is checked in another way, such as a pinned fingerprint. Code that a test on the environment keeps from production is not reported.",
  },
  examples: {
    bad: [
      { name: "an agent", code: 'import https from "node:https";\nconst agent = new https.Agent({ keepAlive: true, [|rejectUnauthorized: false|] });\n', fixed: 'import https from "node:https";\nconst agent = new https.Agent({ keepAlive: true, rejectUnauthorized: true });\n' },
      { name: "axios, over a constant", code: "const CHECK = false;\naxios.create({ httpsAgent: new Agent({ [|rejectUnauthorized: CHECK|] }) });\n", fixed: "const CHECK = false;\naxios.create({ httpsAgent: new Agent({ rejectUnauthorized: true }) });\n" },
      { name: "a database in production", code: 'const pool = new Pool({\n  connectionString,\n  ssl: process.env.NODE_ENV === "production" ? { [|rejectUnauthorized: false|] } : false, // hosted\n});\n', fixed: 'const pool = new Pool({\n  connectionString,\n  ssl: process.env.NODE_ENV === "production" ? { rejectUnauthorized: true } : false, // hosted\n});\n' },
      { name: "handed to a function", code: "function agent(rejectUnauthorized) {\n  return new https.Agent({ rejectUnauthorized });\n}\nexport const relaxed = agent([|false|]);\n", fixed: "function agent(rejectUnauthorized) {\n  return new https.Agent({ rejectUnauthorized });\n}\nexport const relaxed = agent(true);\n" },
      { name: "a name that is never compared", code: 'tls.connect({ host, port: 443, [|checkServerIdentity: () => undefined|] });\n', fixed: "tls.connect({ host, port: 443 });\n" },
      { name: "MongoDB", code: "const client = new MongoClient(uri, {\n  tls: true,\n  [|tlsAllowInvalidCertificates: true|],\n});\n", fixed: "const client = new MongoClient(uri, {\n  tls: true,\n  tlsAllowInvalidCertificates: false,\n});\n" },
      { name: "the whole process", code: "[|process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'|];\n", fixed: 'process.env.NODE_TLS_REJECT_UNAUTHORIZED = "1";\n' },
      { name: "a proxy", code: 'import { createProxyMiddleware } from "http-proxy-middleware";\napp.use(createProxyMiddleware({ target: "https://api.acme.cloud", [|secure: false|] }));\n' },
      { name: "only for those who ask", code: "if (options.insecure) {\n  [|https.globalAgent.options.rejectUnauthorized = false|];\n}\n" },
      { name: "a connection string", code: "const db = connect([|'postgres://db.acme.cloud/app?sslmode=no-verify'|]);\n" },
      { name: "compose", file: "docker-compose.yml", code: 'services:\n  app:\n    image: acme/app:1.2.3\n    environment:\n      [|NODE_TLS_REJECT_UNAUTHORIZED: "0|]"\n', fixed: 'services:\n  app:\n    image: acme/app:1.2.3\n    environment:\n      NODE_TLS_REJECT_UNAUTHORIZED: "1"\n' },
      { name: "a deployment", file: "k8s/app.yaml", code: 'env:\n  - name: [|NODE_TLS_REJECT_UNAUTHORIZED|]\n    value: "0"\n', fixed: 'env:\n  - name: NODE_TLS_REJECT_UNAUTHORIZED\n    value: "1"\n' },
      { name: "a script of the package", file: "package.json", code: '{\n  "scripts": {\n    "start": "[|NODE_TLS_REJECT_UNAUTHORIZED=0|] node server.js"\n  }\n}\n', fixed: '{\n  "scripts": {\n    "start": "NODE_TLS_REJECT_UNAUTHORIZED=1 node server.js"\n  }\n}\n' },
      { name: "an environment file", file: ".env", code: "PORT=3000\n[|NODE_TLS_REJECT_UNAUTHORIZED=0|]\n", fixed: "PORT=3000\nNODE_TLS_REJECT_UNAUTHORIZED=1\n" },
      { name: "a shell script", file: "deploy.sh", code: "export [|GIT_SSL_NO_VERIFY=true|]\n", fixed: "export GIT_SSL_NO_VERIFY=0\n" },
      { name: "C#", file: "Client.cs", code: "var handler = new HttpClientHandler {\n  [|ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => true|]\n};\n" },
      { name: "C#, with a name of its own", file: "Client.cs", code: "handler.ServerCertificateCustomValidationCallback = HttpClientHandler.[|DangerousAcceptAnyServerCertificateValidator|];\n" },
      { name: "C#, as a block", file: "Client.cs", code: "ServicePointManager.[|ServerCertificateValidationCallback += delegate (object s, X509Certificate c, X509Chain h, SslPolicyErrors e) { return true; }|];\n" },
      { name: "PHP's curl", file: "client.php", code: "<?php\ncurl_setopt($ch, [|CURLOPT_SSL_VERIFYPEER, false|]);\n", fixed: "<?php\ncurl_setopt($ch, CURLOPT_SSL_VERIFYPEER, true);\n" },
      { name: "Guzzle", file: "client.php", code: "<?php\nuse GuzzleHttp\\Client;\n$client = new Client(['base_uri' => $url, [|'verify' => false|]]);\n", fixed: "<?php\nuse GuzzleHttp\\Client;\n$client = new Client(['base_uri' => $url, 'verify' => true]);\n" },
      { name: "Python", file: "sync.py", code: "import requests\nrequests.get(url, headers=headers(), [|verify=False|])\n", fixed: "import requests\nrequests.get(url, headers=headers(), verify=True)\n" },
    ],
    good: [
      { name: "put right later", code: 'import https from "node:https";\nconst options = { rejectUnauthorized: false };\noptions.rejectUnauthorized = true;\nhttps.get("https://api.acme.cloud", options);\n' },
      { name: "on in production", code: 'new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === "production" });\n' },
      { name: "off in development alone", code: 'const isDevelopment = process.env.NODE_ENV === "development";\nconst agent = isDevelopment ? new https.Agent({ rejectUnauthorized: false }) : undefined;\n' },
      { name: "not in production", code: 'if (process.env.NODE_ENV !== "production") {\n  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";\n}\n' },
      { name: "left before", code: 'function relax() {\n  if (process.env.NODE_ENV === "production") return;\n  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";\n}\n' },
      { name: "a server that looks at the client's certificate itself", code: "https.createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, onRequest);\n" },
      { name: "one of two values", code: "new https.Agent({ rejectUnauthorized: strict ? true : false });\n" },
      { name: "an authority of one's own", code: "new Pool({ ssl: { ca: readFileSync(path), rejectUnauthorized: true } });\n" },
      { name: "a comparison that objects", code: "tls.connect({ host, checkServerIdentity: (name, cert) => (cert.fingerprint256 === pinned ? undefined : new Error(name)) });\n" },
      { name: "a type", code: "interface Options { rejectUnauthorized?: false; strictSSL: boolean }\n" },
      { name: "cookies and not certificates", code: 'res.cookie("theme", theme, { secure: false, strictSSL: true });\n' },
      { name: "a test", file: "test/client.test.ts", code: "new https.Agent({ rejectUnauthorized: false });\n" },
      { name: "documentation", file: "docs/setup.md", code: "Do not set NODE_TLS_REJECT_UNAUTHORIZED=0 in production.\n" },
      { name: "a comment", file: "docker-compose.yml", code: "services:\n  app:\n    environment:\n      # NODE_TLS_REJECT_UNAUTHORIZED: 0\n      NODE_TLS_REJECT_UNAUTHORIZED: 1\n" },
      { name: "a variable that somebody else sets", file: ".env", code: "NODE_TLS_REJECT_UNAUTHORIZED=\nPORT=0\n" },
      { name: "a branch for development", code: 'function ssl(stage) {\n  switch (stage) {\n    case "development":\n      return { rejectUnauthorized: false };\n    default:\n      return true;\n  }\n}\n' },
      { name: "C# that looks", file: "Client.cs", code: "handler.ServerCertificateCustomValidationCallback = (m, cert, chain, errors) => errors == SslPolicyErrors.None;\n" },
      { name: "C# while debugging", file: "Client.cs", code: "#if DEBUG\nhandler.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true;\n#endif\n" },
      { name: "a database on the same machine", file: "Startup.cs", code: 'var c = "Server=localhost;Database=app;TrustServerCertificate=True";\n' },
      { name: "PHP that verifies", file: "client.php", code: "<?php\ncurl_setopt($ch, CURLOPT_SSL_VERIFYPEER, true);\ncurl_setopt($ch, CURLOPT_SSL_VERIFYHOST, 2);\n" },
      { name: "something else that is verified", file: "form.php", code: "<?php\n$rules = ['verify' => false];\n" },
      { name: "Python without a request", file: "sync.py", code: "jwt.decode(token, verify=False)\n" },
    ],
  },
  check(document, report, hits) {
    if (isAside(document)) return;
    if (document.language === "typescript" || document.language === "html") checkCertificateOptions(document, report);
    else if (document.language === "csharp") checkCertificateCsharp(document, report);
    else if (document.language === "php") checkCertificatePhp(document, report);
    else checkCertificateTexts(document, report, hits);
  },
});
