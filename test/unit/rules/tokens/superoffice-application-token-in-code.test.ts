import assert from "node:assert/strict";
import { findingsOf, findsExactly } from "../markedCases.ts";

const id = "superoffice-application-token-in-code";
const token = ["7c0e91d4", "5ab2386f", "e14d09c7", "b85f23a6"].join("");

describe(id, () => {
  describe("the forbidden assignment in C#", () => {
    findsExactly(id, {
      "with the global namespace": ["A.cs", "[|global::SuperOffice.Configuration.ConfigFile.Services.ApplicationToken|]=x;"],
      "with the type's members imported": ["A.cs", "using static SuperOffice.Configuration.ConfigFile;\nvoid F() { [|Services.ApplicationToken|] = x; }"],
      "over an alias of the namespace": ["A.cs", "using C = SuperOffice.Configuration;\n[|C.ConfigFile.Services.ApplicationToken|] = x;"],
      "with comments and line breaks between its parts": ["A.cs", "[|ConfigFile /* a */ .Services // b\r\n .ApplicationToken|]\r\n = \"x\" + y;"],
      "as a part of a tuple": ["A.cs", "([|ConfigFile.Services.ApplicationToken|], a) = (x, y);"],
      "with null operators": ["A.cs", "[|ConfigFile.Services!.ApplicationToken|] ??= x; [|ConfigFile.Services?.ApplicationToken|] = y;"],
      "between preprocessor lines with an odd quote": ["A.cs", "#region it's\n[|ConfigFile.Services.ApplicationToken|] = x;\n#endregion"],
      "between character literals": ["A.cs", "var c = '\"'; [|ConfigFile.Services.ApplicationToken|] = x; var d = '\"';"],
      "by reflection over a variable": ["A.cs", "var p = typeof(S).GetProperty(nameof(S.ApplicationToken));\n[|p.SetValue|](ConfigFile.Services, v);"],
      "in a nested initialiser": ["A.cs", "new ConfigFile { Services = { [|ApplicationToken|] = x } };"],
      "behind an emoji": ["A.cs", "/* 🙂 */ var s = \"🙂\"; [|ConfigFile.Services.ApplicationToken|] = x;"],
      "is not an argument or a value": ["A.cs", "Foo(ConfigFile.Services.ApplicationToken, a); var (t, u) = (ConfigFile.Services.ApplicationToken, 2);"],
      "is not a text": ["A.cs", 'var s = $"{Foo("a")} ConfigFile.Services.ApplicationToken = {x}"; var t = """\nConfigFile.Services.ApplicationToken = x;\n""";'],
      "is not a setter on another object": ["A.cs", 'var p = typeof(S).GetProperty("ApplicationToken");\np.SetValue(other, v);'],
      "is not any Services": ["A.cs", "Services.ApplicationToken = x; app.ConfigFile.Services.ApplicationToken = y;"],
      "is not another block's variable": ["A.cs", "void A() { var s = ConfigFile.Services; }\nvoid B(Options s) { s.ApplicationToken = x; }"],
    });
  });

  describe("a token that is written down", () => {
    findsExactly(id, {
      "in C# dictionaries, constants and SOAP": ["A.cs", `var x = new Map { { "SO-AppToken", "[|${token}|]" }, ["SO-AppToken"] = "[|${token}|]" };\nconst string ApplicationToken = "[|${token}|]";\nvar m = "<ns:ApplicationToken>[|${token}|]</ns:ApplicationToken>"; // <ApplicationToken>${token}</ApplicationToken>`],
      "in XML over several lines, in any letter case": ["App.config", `<a><Services>\r\n<add\r\n key = 'applicationtoken'\r\n value = '[|${token}|]' />\r\n</Services></a>`],
      "in an XML setting": ["App.config", `<a><setting name="ApplicationToken"><value>[|${token}|]</value></setting></a>`],
      "in XML that is not well formed": ["App.config", `<a><b></c><add key="ApplicationToken" value="[|${token}|]"/>`],
      "not in XML whose values another file replaces": ["App.config", `<appSettings file="s.config"><add key="SoAppToken" value="${token}"/></appSettings>`],
      "in JSON, below a section": ["appsettings.json", `{"SuperOffice":{"Auth":{"clientSecret":"[|${token}|]"}},"Services":{"ApplicationToken":"[|${token.toUpperCase()}|]"}}`],
      "not in JSON of another section": ["appsettings.json", `{"Google":{"ClientSecret":"${token}"},"about":"superoffice"}`],
      "in a Kubernetes environment": ["deployment.yaml", `env:\n  - name: SO_APP_TOKEN\n    value: '[|${token}|]'\n`],
      "in a header that is set, computed or paired": ["a.ts", `axios.defaults.headers["SO-AppToken"] = "[|${token}|]";\nconst NAME = "SO-AppToken";\nconst h = { [NAME]: "[|${token}|]" };\nnew Headers([["SO-AppToken", "[|${token}|]"]]);`],
      "in a field and a template": ["a.ts", `class A { applicationToken = "[|${token}|]"; }\nconst text = \`[|${token}|]\`; api.applicationToken(text as string);`],
      "in a page's script": ["a.html", `<p title="${token}"></p><script>api.applicationToken("[|${token}|]")</script>`],
      "not where it is counted, repeated or a word": ["a.ts", `api.applicationToken("0123456789abcdef0123456789abcdef"); api.applicationToken("deadbeefdeadbeefdeadbeefdeadbeef"); api.applicationToken("my-application-token-1");`],
    });

    it("is an error in the issued form and a warning in another", async () => {
      const [issued] = await findingsOf(id, "a.ts", `api.applicationToken("${token}");`);
      const [other] = await findingsOf(id, "a.ts", `api.applicationToken("${"Zk9" + "q3Vv8LmP0r" + "T5wXy2B7"}");`);
      assert.equal(issued?.severity, "error");
      assert.equal(other?.severity, "warning");
    });

    it("is a warning in an XML comment", async () => {
      const [finding] = await findingsOf(id, "App.config", `<a><!-- <add key="ApplicationToken" value="${token}"/> --></a>`);
      assert.equal(finding?.severity, "warning");
    });

    it("never shows up in a message, a title or a fingerprint", async () => {
      const file = ["A.cs", `ConfigFile.Services.ApplicationToken = "${token}";`] as const;
      const other = ["A.cs", `ConfigFile.Services.ApplicationToken = "${token.replace("7c", "8d")}";`] as const;
      const [first] = await findingsOf(id, ...file);
      const [second] = await findingsOf(id, ...other);
      assert.ok(first && second);
      assert.ok(!JSON.stringify(first).includes(token));
      assert.equal(first.fingerprint, second.fingerprint);
    });
  });

  it("offers no fix where the statement is the body of a condition", async () => {
    const [finding] = await findingsOf(id, "A.cs", "if (a)\n    ConfigFile.Services.ApplicationToken = x;\nB();");
    assert.deepEqual(finding?.fixes, []);
  });
});
