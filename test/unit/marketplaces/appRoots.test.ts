import assert from "node:assert/strict";
import type { MarketplaceEvidence, MarketplaceId } from "../../../server/core/requirement.ts";
import { appsOf, marketplacesFor } from "../../../server/marketplaces/index.ts";

const shows = (marketplace: MarketplaceId, path: string): MarketplaceEvidence => ({ marketplace, path, reason: "test" });

describe("apps of a workspace", () => {
  it("gives evidence to the nearest folder with a project file", () => {
    const paths = ["package.json", "apps/a/package.json", "apps/a/src/index.ts", "apps/b/App.csproj", "apps/b/Web/Login.cs"];
    const apps = appsOf(paths, [shows("atlassian", "apps/a/src/index.ts"), shows("superoffice", "apps/b/Web/Login.cs")]);
    assert.deepEqual(
      apps.map(({ root, marketplaces }) => [root, marketplaces]),
      [["apps/a", ["atlassian"]], ["apps/b", ["superoffice"]]],
    );
  });

  it("falls back to the workspace folder", () => {
    const [app] = appsOf(["docs/a.html"], [shows("atlassian", "docs/a.html")]);
    assert.equal(app?.root, "");
  });

  it("takes a manifest for a project file only where it is Forge's", () => {
    const forge = appsOf(["forge/manifest.yml"], [shows("atlassian", "forge/manifest.yml")]);
    assert.equal(forge[0]?.root, "forge");
    const cloudFoundry = appsOf(["cf/manifest.yml", "cf/app.js"], [shows("superoffice", "cf/app.js")]);
    assert.equal(cloudFoundry[0]?.root, "");
  });

  it("gathers the evidence of one app and lists its marketplaces once, in order", () => {
    const evidence = [shows("superoffice", "a.ts"), shows("atlassian", "b.ts"), shows("superoffice", "c.ts")];
    assert.deepEqual(appsOf(["package.json"], evidence), [
      { root: "", marketplaces: ["atlassian", "superoffice"], evidence },
    ]);
  });

  it("has no app without evidence", () => {
    assert.deepEqual(appsOf(["package.json", "manifest.yml"], []), []);
  });
});

describe("marketplaces of a file", () => {
  const apps = appsOf(
    ["forge/manifest.yml", "forge/static/hello/package.json", "akeneo/composer.json", "forge-tools/package.json"],
    [shows("atlassian", "forge/manifest.yml"), shows("akeneo", "akeneo/composer.json"), shows("akeneo", "forge/static/hello/package.json")],
  );

  it("are those of every app above it", () => {
    assert.deepEqual(marketplacesFor("forge/src/index.ts", apps), ["atlassian"]);
    assert.deepEqual(marketplacesFor("forge/static/hello/src/App.tsx", apps), ["atlassian", "akeneo"]);
    assert.deepEqual(marketplacesFor("akeneo/src/A.php", apps), ["akeneo"]);
  });

  it("are not those of a neighbour", () => {
    assert.deepEqual(marketplacesFor("forge-tools/index.ts", apps), []);
    assert.deepEqual(marketplacesFor("Dockerfile", apps), []);
  });

  it("hold for the whole workspace where its own folder is the app", () => {
    const root = appsOf(["package.json"], [shows("openchannel", "package.json")]);
    assert.deepEqual(marketplacesFor("chart/templates/a.yaml", root), ["openchannel"]);
  });
});
