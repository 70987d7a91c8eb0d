import type { Rule } from "../../core/rule.ts";

/** Of the issued form, put together so that no scanner takes this file for a leak. */
const token = ["7c0e91d4", "5ab2386f", "e14d09c7", "b85f23a6"].join("");
const note = "// SuperOffice forbids setting the application token in code: it comes from the configuration file.";

/** Examples of superoffice-application-token-in-code: tests and documentation are made of them. */
export const examples: Rule["examples"] = {
  bad: [
    {
      name: "the forbidden assignment, from configuration even",
      file: "Startup.cs",
      code: `public void Start()\n{\n    [|ConfigFile.Services.ApplicationToken|] = settings["Token"];\n    Run();\n}\n`,
      fixed: `public void Start()\n{\n    ${note}\n    // ConfigFile.Services.ApplicationToken = settings["Token"];\n    Run();\n}\n`,
    },
    {
      name: "with the namespace and a literal",
      file: "Program.cs",
      code: `[|SuperOffice.Configuration.ConfigFile.Services.ApplicationToken|] = "the secret"; // set once\n`,
      fixed: `${note}\n// SuperOffice.Configuration.ConfigFile.Services.ApplicationToken = ""; // set once\n`,
    },
    {
      name: "over an alias, several lines",
      file: "Session.cs",
      code: `using Config = SuperOffice.Configuration.ConfigFile;\n\nclass A\n{\n    void B()\n    {\n        [|Config.Services\n            .ApplicationToken|] = Secret()\n            ?? Other();\n    }\n}\n`,
      fixed: `using Config = SuperOffice.Configuration.ConfigFile;\n\nclass A\n{\n    void B()\n    {\n        ${note}\n        // Config.Services\n        //     .ApplicationToken = Secret()\n        //     ?? Other();\n    }\n}\n`,
    },
    {
      name: "over a variable, with a condition",
      file: "Session.cs",
      code: `void A()\n{\n    var services = ConfigFile.Services;\n    if (ready) [|services.ApplicationToken|] ??= value;\n}\n`,
    },
    {
      name: "in an initialiser",
      file: "Session.cs",
      code: `ConfigFile.Services = new ServicesConfiguration\n{\n    DefaultMode = "Remote",\n    [|ApplicationToken|] = value,\n};\n`,
    },
    {
      name: "by reflection",
      file: "Session.cs",
      code: `typeof(ServicesConfiguration).GetProperty([|"ApplicationToken"|])!.SetValue(ConfigFile.Services, value);\n`,
      fixed: `${note}\n// typeof(ServicesConfiguration).GetProperty("ApplicationToken")!.SetValue(ConfigFile.Services, value);\n`,
    },
    {
      name: "a header in C#",
      file: "Client.cs",
      code: `client.DefaultRequestHeaders.Add("SO-AppToken", "[|${token}|]");\n`,
      fixed: `client.DefaultRequestHeaders.Add("SO-AppToken", Environment.GetEnvironmentVariable("SO_APP_TOKEN"));\n`,
    },
    {
      name: "XML configuration",
      file: "web.config",
      code: `<configuration>\n  <SuperOffice>\n    <Services>\n      <add key="ApplicationToken" value="[|${token}|]" />\n    </Services>\n  </SuperOffice>\n</configuration>\n`,
      fixed: `<configuration>\n  <SuperOffice>\n    <Services>\n      <add key="ApplicationToken" value="#{ApplicationToken}" />\n    </Services>\n  </SuperOffice>\n</configuration>\n`,
    },
    {
      name: "commented out in XML, so still in the file",
      file: "App.config",
      code: `<appSettings>\n  <!-- <add value='[|${token}|]' key='SoAppToken' /> -->\n</appSettings>\n`,
      fixed: `<appSettings>\n  <!-- <add value='#{ApplicationToken}' key='SoAppToken' /> -->\n</appSettings>\n`,
    },
    {
      name: "JSON configuration",
      file: "appsettings.json",
      code: `{\n  // per environment\n  "SuperOffice": { "ClientId": "app", "ClientSecret": "[|${token}|]" },\n  "SuperOffice:ApplicationToken": "[|${token}|]",\n}\n`,
      fixed: `{\n  // per environment\n  "SuperOffice": { "ClientId": "app", "ClientSecret": "#{ApplicationToken}" },\n  "SuperOffice:ApplicationToken": "#{ApplicationToken}",\n}\n`,
    },
    {
      name: "the environment of a container",
      file: "compose.yaml",
      code: `services:\n  app:\n    environment:\n      SuperOffice__ApplicationToken: [|${token}|]\n  job:\n    environment:\n      - SO_APP_TOKEN=[|${token}|]\n`,
      fixed: `services:\n  app:\n    environment:\n      SuperOffice__ApplicationToken: "#{ApplicationToken}"\n  job:\n    environment:\n      - SO_APP_TOKEN=#{ApplicationToken}\n`,
    },
    {
      name: "TypeScript, the client's own method",
      code: `import { WebApi } from "@superoffice/webapi";\nconst api = WebApi.configure(url).applicationToken("[|${token}|]");\n`,
      fixed: `import { WebApi } from "@superoffice/webapi";\nconst api = WebApi.configure(url).applicationToken(process.env.SO_APP_TOKEN);\n`,
    },
    {
      name: "TypeScript headers, over a constant",
      code: `const secret = "[|${token}|]";\nconst headers = { Authorization: ticket, "SO-AppToken": secret };\n`,
      fixed: `const secret = process.env.SO_APP_TOKEN;\nconst headers = { Authorization: ticket, "SO-AppToken": secret };\n`,
    },
    {
      name: "a default beside the environment, and a header that is set",
      code: `headers.set("SO-AppToken", process.env.TOKEN ?? "[|${token}|]");\n`,
      fixed: `headers.set("SO-AppToken", process.env.TOKEN ?? process.env.SO_APP_TOKEN);\n`,
    },
    {
      name: "copied into the code for browsers",
      code: `api.applicationToken([|import.meta.env.VITE_SO_TOKEN|]);\n`,
    },
    {
      name: "a SOAP message",
      code: `const body = \`<soap:Header><ws:ApplicationToken>[|${token}|]</ws:ApplicationToken></soap:Header>\`;\n`,
    },
  ],
  good: [
    { name: "reading it", file: "A.cs", code: `var token = ConfigFile.Services.ApplicationToken;\nSend(ConfigFile.Services.ApplicationToken);\n` },
    { name: "comparing it", file: "A.cs", code: `if (ConfigFile.Services.ApplicationToken == token || ConfigFile.Services.ApplicationToken != null) Run();\n` },
    {
      name: "assignments in comments and strings",
      file: "A.cs",
      code: `// ConfigFile.Services.ApplicationToken = "the secret";\n/* ConfigFile.Services.ApplicationToken = x; */\n/// <c>ConfigFile.Services.ApplicationToken = x</c>\nvar help = @"\nConfigFile.Services.ApplicationToken = x;";\n`,
    },
    { name: "an expression body that reads", file: "A.cs", code: `string Token => ConfigFile.Services.ApplicationToken;\nFunc<string> f = () => ConfigFile.Services.ApplicationToken;\n` },
    { name: "another setting of the same section", file: "A.cs", code: `ConfigFile.Services.ApplicationTokenPath = path;\nConfigFile.Services.DefaultMode = mode;\n` },
    { name: "a class of one's own", file: "A.cs", code: `namespace My { class ConfigFile { } }\nConfigFile.Services.ApplicationToken = x;\n` },
    { name: "another namespace, another object", file: "A.cs", code: `My.ConfigFile.Services.ApplicationToken = x;\nrequest.ApplicationToken = settings.Token;\nvar r = new Request { ApplicationToken = settings.Token };\n` },
    { name: "a header from configuration", file: "A.cs", code: `client.DefaultRequestHeaders.Add("SO-AppToken", configuration["SuperOffice:ApplicationToken"]);\n` },
    {
      name: "XML without a value, and with deployment placeholders",
      file: "web.config",
      code: ["", "#{ApplicationToken}", "$(ApplicationToken)", "%SO_APP_TOKEN%", "__ApplicationToken__", "{{ApplicationToken}}", "your-token-here"]
        .map((value) => `<Services><add key="ApplicationToken" value="${value}" /></Services>\n`)
        .join("")
        .replace(/^/, "<SuperOffice>\n")
        .concat("</SuperOffice>\n"),
    },
    {
      name: "XML whose values come from elsewhere",
      file: "web.config",
      code: `<configuration>\n  <Services configSource="services.config" />\n  <appSettings configBuilders="Secrets"><add key="SoAppToken" value="${token}" /></appSettings>\n</configuration>\n`,
    },
    { name: "another key of the same form", file: "web.config", code: `<appSettings><add key="SoAppId" value="${token}" /></appSettings>\n` },
    {
      name: "a secret that is not SuperOffice's, and a placeholder",
      file: "appsettings.json",
      code: `{ "Google": { "ClientSecret": "${token}" }, "SuperOffice": { "ClientSecret": "e04129easdc32cc......" }, "ApplicationToken": "" }\n`,
    },
    {
      name: "a container's environment from outside",
      file: "compose.yaml",
      code: "services:\n  app:\n    environment:\n      SuperOffice__ApplicationToken: ${SO_APP_TOKEN}\n      SO_APP_TOKEN_FILE: /run/secrets/token\n",
    },
    { name: "from the environment", code: `const api = WebApi.configure(url).applicationToken(process.env.SO_APP_TOKEN);\n` },
    { name: "a header from the environment", code: `const headers = { "SO-AppToken": process.env["SO_APP_TOKEN"] ?? "", ApplicationToken: config.token };\n` },
    { name: "placeholders in code", code: `const applicationToken = "<your application token>";\nconst other = { "SO-AppToken": "00000000000000000000000000000000" };\n` },
    { name: "a test", file: "src/client.test.ts", code: `api.applicationToken("${token}");\n` },
    { name: "a comment in code", code: `// api.applicationToken("${token}")\n/* <ApplicationToken>${token}</ApplicationToken> */\napi.applicationToken(token);\n` },
  ],
};
