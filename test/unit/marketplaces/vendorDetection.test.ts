import assert from "node:assert/strict";
import { shownBy } from "./documents.ts";

describe("detection of Akeneo apps", () => {
  it("knows the clients of npm, Composer and PyPI", () => {
    assert.equal(shownBy("package.json", '{"dependencies":{"node-akeneo-api":"1"}}').length, 1);
    assert.equal(shownBy("package.json", '{"dependencies":{"@akeneo-pim-community/connectivity":"1"}}').length, 1);
    assert.equal(shownBy("composer.json", '{"require":{"php":"8.3","akeneo/api-php-client":"^11"}}').length, 1);
    assert.equal(shownBy("requirements.txt", "requests==2\nakeneo-api-client==1.2.1\r\n").length, 1);
    assert.equal(shownBy("pyproject.toml", 'dependencies = ["requests>=2", "pyakeneo>=1.1"]').length, 1);
  });

  it("knows the addresses of an app", () => {
    assert.deepEqual(shownBy("a.ts", "const u = `${pim}/connect/apps/v1/authorize?${query}`;"), [
      "akeneo: Akeneo app authorization address",
    ]);
    assert.equal(shownBy("A.php", "<?php $u = $pim . '/connect/apps/v1/oauth2/token';").length, 1);
    assert.equal(shownBy("a.ts", 'get("/api/rest/v1/products-uuid");').length, 1);
    assert.equal(shownBy("a.ts", "post({ code_identifier: id, code_challenge: hash });").length, 1);
    assert.equal(shownBy("a.ts", 'req.headers["x-akeneo-request-signature"]').length, 1);
    assert.equal(shownBy("a.ts", 'PIM.api.family_v1.list({});').length, 1);
  });

  it("knows settings and the extension's configuration", () => {
    assert.equal(shownBy("app.env", "AKENEO_CLIENT_ID=\n").length, 1);
    assert.equal(shownBy("compose.yaml", "services:\n  app:\n    environment:\n      AKENEO_PIM_URL: x\n").length, 1);
    const extension = '{"name":"a","type":"sdk_script","position":"pim.product.tab","configuration":{}}';
    assert.deepEqual(shownBy("extension_configuration.json", extension), ["akeneo: Akeneo extension configuration"]);
  });

  it("does not take another shop for Akeneo", () => {
    assert.deepEqual(shownBy("a.ts", 'const scopes = "read_products write_products";'), []);
    assert.deepEqual(shownBy("a.ts", 'get("/api/rest/v1/products");'), []);
    assert.deepEqual(shownBy("a.ts", "post({ code_challenge: hash });"), []);
    assert.deepEqual(shownBy("a.ts", 'const docs = "https://api.akeneo.com/apps/overview.html";'), []);
    assert.deepEqual(shownBy("package.json", '{"dependencies":{"takeneon":"1","akeneon":"1"}}'), []);
    assert.deepEqual(shownBy("extension_configuration.json", '{"type":"x"}'), []);
  });
});

describe("detection of SuperOffice apps", () => {
  it("knows the packages of npm and NuGet", () => {
    assert.equal(shownBy("package.json", '{"dependencies":{"@superoffice/webapi":"12"}}').length, 1);
    assert.deepEqual(shownBy("App.csproj", '<PackageReference Include="SuperOffice.WebApi" Version="10" />'), [
      "superoffice: App.csproj depends on SuperOffice.WebApi",
    ]);
    assert.equal(shownBy("packages.config", '<package id="SuperOffice.NetServer.Core" version="8" />').length, 1);
    assert.equal(shownBy("App.csproj", '<Reference Include="SuperOffice.Services, Version=8.0" />').length, 1);
  });

  it("knows configuration sections, settings and namespaces", () => {
    assert.equal(shownBy("web.config", '<configSections><sectionGroup name="SuperOffice"></sectionGroup></configSections>').length, 1);
    assert.equal(shownBy("appsettings.json", '{"SuperOffice": {"ClientId": "x"}}').length, 1);
    assert.equal(shownBy("a.cs", "using System;\nusing SuperOffice.CRM.Services;\n").length, 1);
    assert.equal(shownBy("a.cs", "ConfigFile.Services.ApplicationToken = token;").length, 1);
    assert.equal(shownBy("x.env", "SUPEROFFICE_SECRET=\n").length, 1);
  });

  it("knows sign-in addresses, headers and claims", () => {
    for (const code of [
      'const issuer = "https://sod.superoffice.com/login";',
      "const u = `https://${env}.superoffice.com/login/common/oauth/authorize`;",
      'const u = "https://online3.superoffice.com/Cust12345/api";',
      'headers["SO-AppToken"] = secret;',
      'const ctx = claims["http://schemes.superoffice.net/identity/ctx"];',
    ]) {
      assert.equal(shownBy("a.ts", code).length, 1, code);
    }
  });

  it("does not take a mention for an app", () => {
    assert.deepEqual(shownBy("a.ts", 'const docs = "https://docs.superoffice.com/en/";'), []);
    assert.deepEqual(shownBy("a.ts", 'const vendor = "SuperOffice";'), []);
    assert.deepEqual(shownBy("a.cs", "using SuperOfficeSupplies.Paper;"), []);
    assert.deepEqual(shownBy("App.csproj", '<PackageReference Include="SuperOfficeSupplies" />'), []);
    assert.deepEqual(shownBy("web.config", '<section name="superofficesupplies" />'), []);
  });
});

describe("detection of OpenChannel apps", () => {
  it("knows packages, addresses, settings and marked charts", () => {
    assert.equal(shownBy("package.json", '{"dependencies":{"@openchannel/react-common-components":"1"}}').length, 1);
    assert.equal(shownBy("package.json", '{"dependencies":{"gatsby-source-openchannel":"1"}}').length, 1);
    assert.equal(shownBy("a.js", 'fetch("https://market.openchannel.io/v2/apps")').length, 1);
    assert.equal(shownBy("x.env", "OPENCHANNEL_SECRET=\n").length, 1);
    const chart = "apiVersion: v2\nname: app\nannotations:\n  openchannel.io/app-id: abc\n";
    assert.deepEqual(shownBy("chart/Chart.yaml", chart), ["openchannel: Helm chart marked for OpenChannel"]);
    assert.equal(shownBy("Chart.yaml", "apiVersion: v2\nkeywords:\n  - openchannel\n").length, 1);
  });

  it("does not take a channel for the marketplace", () => {
    assert.deepEqual(shownBy("a.ts", "const stream = await connection.openChannel(1);"), []);
    assert.deepEqual(shownBy("a.ts", 'const docs = "https://support.openchannel.io/documentation";'), []);
    assert.deepEqual(shownBy("Chart.yaml", "apiVersion: v2\nname: app\ndescription: openchannel like\n"), []);
    assert.deepEqual(shownBy("requirements.txt", "pyopenchannel==0.6\n"), []);
  });
});
