import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { csharpSyntax } from "../../languages/csharp/tokens.ts";
import { closing, dottedNameEnding, enclosing, isMark, span } from "../../languages/csharp/reading.ts";
import { allCalls, makerOf, methodCall } from "../../languages/typescript/calls.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { isProductCode } from "./productCode.ts";

const message = "This signs in to SuperOffice with a user's name and password: CRM Online refuses it, and its requirements forbid that an app sends them.";
/** The client's method; @superoffice/webapi 12. */
const clientMethod = "authenticateWithPassword";
/** Types and methods of .NET that take a name and a password. SuperOffice.WebApi and NetServer 12. */
const netTypes: ReadonlySet<string> = new Set(["AuthorizationUsernamePassword", "AuthorizationUserNamePassword"]);
const netMethods: ReadonlySet<string> = new Set(["AuthorizeWithUsername", "AuthenticateWithPassword", "AuthenticateUsernamePassword"]);

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  if (document.language === "csharp") {
    checkCsharp(document, report);
    return;
  }
  const syntax = document.syntax(typescriptSyntax);
  for (const call of allCalls(syntax)) {
    const method = methodCall(call);
    if (method?.name !== clientMethod) continue;
    const maker = makerOf(method.receiver, syntax);
    // The method's name is nobody else's, but an object of another package says that it is one.
    if (maker && !maker.module.startsWith("@superoffice/")) continue;
    if (maker || /superoffice/i.test(document.text)) report({ range: rangeOf(method.callee.property), message });
  }
}

function checkCsharp(document: Document, report: Report): void {
  const { tokens } = document.syntax(csharpSyntax);
  tokens.forEach((token, index) => {
    if (token.kind !== "name" || !isMark(tokens, index + 1, "(")) return;
    const { names, first } = dottedNameEnding(tokens, index);
    const isSession = token.text === "Authenticate" && names.at(-2) === "SoSession" && takesTwo(tokens, index + 1);
    const isType = netTypes.has(token.text) && tokens[first - 1]?.text === "new";
    if (isSession || isType || netMethods.has(token.text)) report({ range: span(tokens, first, index), message });
  });
}

/** `SoSession.Authenticate(name, password)`; with one argument it takes a ticket. */
function takesTwo(tokens: Parameters<typeof closing>[0], open: number): boolean {
  const end = closing(tokens, open);
  const commas = tokens.slice(open + 1, end).filter((one, at) => one.text === "," && one.kind === "punctuation" && enclosing(tokens, open + 1 + at) === open);
  return commas.length === 1;
}

const client = 'import { WebApi } from "@superoffice/webapi";\nconst api = new WebApi(url);\n';

export default defineRule({
  id: "superoffice-user-credentials",
  title: "SuperOffice sign-in with name and password",
  concern: "tokens",
  languages: ["typescript", "csharp"],
  marketplaces: ["superoffice"],
  requirements: ["superoffice/system-user", "superoffice/federated-authentication", "superoffice/no-user-credentials-stored"],
  severity: "error",
  cwe: [522, 287],
  fix: "none",
  triggers: [clientMethod, ...netTypes, ...netMethods, "SoSession"],
  anchors: [clientMethod, ...netTypes, ...netMethods, "SoSession"],
  documentation: {
    wrong: "The app signs in to SuperOffice with a user's name and password: `authenticateWithPassword` of @superoffice/webapi, `SoSession.Authenticate(name, password)` or `AuthorizationUsernamePassword` in C#.",
    why: "SuperOffice's requirements ask for SuperID and a system user, and forbid to send a name and a password. CRM Online refuses such a sign-in, so the app works with an installation of one's own alone.",
    fix: "Let users sign in at SuperOffice (OpenID Connect, authorization code with PKCE), and use their access token: `authenticateWithToken`. What runs without a user takes a system user's ticket.",
    suppress: "Where the code is for installations of customers alone (onsite) and never part of an app for CRM Online.",
  },
  examples: {
    bad: [
      { name: "the client", code: `${client}await api.[|authenticateWithPassword|](name, password);\n` },
      { name: "made in place", code: `import { WebApi } from "@superoffice/webapi";\nawait new WebApi(url).[|authenticateWithPassword|](process.env.SO_USER, process.env.SO_PASSWORD);\n` },
      { name: "a client that is handed in", code: `// SuperOffice\nexport const signIn = (api, name, password) => api.[|authenticateWithPassword|](name, password);\n` },
      { name: "NetServer", file: "Session.cs", code: `using (SoSession session = [|SoSession.Authenticate|](name, password))\n{\n}\n` },
      { name: "the web API's client", file: "Client.cs", code: `var options = new WebApiOptions(url) { Authorization = new [|AuthorizationUsernamePassword|](name, password) };\n` },
      { name: "NetServer, by its full name", file: "Session.cs", code: `var session = [|SuperOffice.SoSession.Authenticate|](settings["user"], Decrypt(settings["password"], key));\n` },
    ],
    good: [
      { name: "a token", code: `${client}await api.authenticateWithToken(token);\n` },
      { name: "a ticket", code: `${client}await api.authenticateWithTicket(ticket);\n` },
      { name: "another library", code: `import { Client } from "ldap";\nconst superoffice = new Client();\nawait superoffice.authenticateWithPassword(name, password);\n` },
      { name: "NetServer with a ticket", file: "Session.cs", code: `using (SoSession session = SoSession.Authenticate(new SoCredentials(ticket)))\n{\n}\n` },
      { name: "another session", file: "Session.cs", code: `var session = Login.Authenticate(name, password);\n// SoSession.Authenticate(name, password)\n` },
      { name: "a test", file: "test/session.test.ts", code: `${client}await api.authenticateWithPassword(name, password);\n` },
    ],
  },
  check,
});
