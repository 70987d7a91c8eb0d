import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { readConfiguration } from "../../../server/workspace/configuration.ts";
import { ConfigurationStore } from "../../../server/workspace/configurationStore.ts";
import { withFolder } from "./folder.ts";

const messagesOf = (text: string): string[] => readConfiguration(text, ".marketlint.yml").problems.map(({ message }) => message);

describe("readConfiguration", () => {
  it("reads every key", () => {
    const { configuration, problems } = readConfiguration(
      "marketplaces: [superoffice, atlassian]\nprofile: atlassian-government\nrules: { container-runs-as-root: off }\nignore: [legacy/]\n" +
        "scopes: [{ scope: read:x, reason: elsewhere }]\nevidence: { superoffice/cookies-http-only: { statement: by the proxy, on: 2026-05-01 } }\n",
      ".marketlint.yml",
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, {
      marketplaces: ["atlassian", "superoffice"],
      profile: "atlassian-government",
      rules: { "container-runs-as-root": "off" },
      ignore: ["legacy/"],
      scopes: [{ scope: "read:x", reason: "elsewhere" }],
      evidence: { "superoffice/cookies-http-only": { statement: "by the proxy", on: "2026-05-01" } },
    });
  });

  it("keeps what is right beside what is wrong, and says where that is", () => {
    const { configuration, problems } = readConfiguration("rules:\n  container-run-as-root: off\n  hardcoded-secret: warning\n", ".marketlint.yml");
    assert.deepEqual(configuration.rules, { "hardcoded-secret": "warning" });
    assert.deepEqual(problems.map(({ region, message }) => [region.start, message]), [
      [{ line: 1, character: 2 }, 'There is no rule "container-run-as-root"; the nearest is "container-runs-as-root".'],
    ]);
  });

  it("names no nearest rule where none is near", () => {
    assert.deepEqual(messagesOf("rules:\n  qqqqqqqqqqqqqqqqqqqqqqqq: off\n"), ['There is no rule "qqqqqqqqqqqqqqqqqqqqqqqq".']);
  });

  it("refuses patterns that may take any time", () => {
    assert.deepEqual(messagesOf(`ignore: ["${"**/a/".repeat(4)}b", "**/a/**/b"]\n`), ['The pattern has more than 3 "**".']);
  });

  it("is not fooled by names that every object has", () => {
    const { configuration, problems } = readConfiguration("rules:\n  __proto__: off\n  constructor: off\nevidence:\n  __proto__: { statement: x }\n", "c");
    assert.equal(problems.length, 3);
    assert.deepEqual(Object.keys(configuration.rules), []);
  });

  it("answers hostile texts with a few problems", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (let at = 0; at < 30; at++) bomb.push(`k${at}: &${"abcdefghij"[at % 10]}${at} [${`*${at === 0 ? "a" : "abcdefghij"[(at - 1) % 10]}${at === 0 ? "" : at - 1},`.repeat(9)}]`);
    for (const text of [`${bomb.join("\n")}\nmarketplaces: *j29\n`, "[".repeat(200_000), `rules: ${"{".repeat(50_000)}`, "\u0000\u0001", "ignore: [\"" + "*".repeat(400_000) + "\"]"]) {
      const { length } = messagesOf(text);
      assert.ok(length > 0 && length < 100, `${length} problems in ${text.slice(0, 30)}`);
    }
  });
});

describe("ConfigurationStore", () => {
  it("takes the nearest file above, within the root and above it", () =>
    withFolder({ ".marketlint.yml": "rules: { hardcoded-secret: off }\n", "app/inner/.marketlint.yml": "rules: { hardcoded-secret: warning }\n" }, (folder) => {
      const store = new ConfigurationStore(path.join(folder, "app"));
      assert.deepEqual(store.configurationFor("a.ts").rules, { "hardcoded-secret": "off" });
      assert.deepEqual(store.configurationFor("inner/deep/a.ts").rules, { "hardcoded-secret": "warning" });
    }));

  it("lets the file win over the settings, key by key and rule by rule", () =>
    withFolder({ ".marketlint.yml": "rules: { hardcoded-secret: off }\n" }, (folder) => {
      const store = new ConfigurationStore(folder, {
        marketplaces: ["akeneo"],
        rules: { "hardcoded-secret": "error", "container-runs-as-root": "warning" },
        ignore: ["old/"],
      });
      assert.deepEqual(store.configurationFor("a.ts").marketplaces, ["akeneo"]);
      assert.deepEqual(store.configurationFor("a.ts").rules, { "hardcoded-secret": "off", "container-runs-as-root": "warning" });
      assert.equal(store.isIgnored("old/a.ts"), true);
      store.setSettings({});
      assert.equal(store.isIgnored("old/a.ts"), false);
    }));

  it("takes a profile from the settings, unless the file names one or says none", () =>
    withFolder({ "a/.marketlint.yml": "profile:\n", "b/.marketlint.yml": "profile: atlassian-government\n" }, (folder) => {
      const store = new ConfigurationStore(folder, { profile: "atlassian-government" });
      const profiles = ["x.ts", "a/x.ts", "b/x.ts"].map((file) => store.configurationFor(file).profile);
      assert.deepEqual(profiles, ["atlassian-government", undefined, "atlassian-government"]);
      store.setSettings({});
      assert.equal(store.configurationFor("x.ts").profile, undefined);
    }));

  it("reads a file again once it is said to have changed", () =>
    withFolder({ ".marketlint.yml": "ignore: [a.ts]\n" }, (folder) => {
      const store = new ConfigurationStore(folder);
      assert.equal(store.isIgnored("a.ts"), true);
      fs.writeFileSync(path.join(folder, ".marketlint.yml"), "ignore: []\n");
      assert.equal(store.isIgnored("a.ts"), true);
      store.invalidate(".marketlint.yml");
      assert.equal(store.isIgnored("a.ts"), false);
      fs.rmSync(path.join(folder, ".marketlint.yml"));
      store.invalidate(path.join(folder, ".marketlint.yml"));
      assert.deepEqual(store.faults(), []);
    }));

  it("starts patterns from the configuration's own folder, and never lets an ignored folder take itself back in", () =>
    withFolder({ "app/.marketlint.yml": "ignore: [/gen, '*.gen.ts']\n", "app/gen/.marketlint.yml": "ignore: []\n" }, (folder) => {
      const store = new ConfigurationStore(folder);
      assert.deepEqual(
        ["gen/a.ts", "app/gen/a.ts", "app/src/gen/a.ts", "app/src/x.gen.ts", "x.gen.ts"].filter((file) => store.isIgnored(file)),
        ["app/gen/a.ts", "app/src/x.gen.ts"],
      );
    }));

  it("tells what is wrong with each file, one that cannot be read included", () =>
    withFolder({ ".marketlint.yml": "ruels: {}\n", "a/.marketlint.yml/x": "" }, (folder) => {
      const store = new ConfigurationStore(folder);
      store.configurationFor("a/b.ts");
      store.configurationFor("b.ts");
      assert.deepEqual(
        store.faults().map(({ path: file, problems }) => [file, problems[0]?.message]),
        [
          [".marketlint.yml", 'There is no key "ruels"; the nearest is "rules".'],
          ["a/.marketlint.yml", "This file cannot be read: it is not a file."],
        ],
      );
    }));

  it("prefers the text of the open document", () =>
    withFolder({ ".marketlint.yml": "ignore: [a.ts]\n" }, (folder) => {
      const store = new ConfigurationStore(folder, {}, (file) => (file === ".marketlint.yml" ? "ignore: [b.ts]\n" : undefined));
      assert.deepEqual(["a.ts", "b.ts"].filter((file) => store.isIgnored(file)), ["b.ts"]);
    }));

  it("knows only the settings where a document lies nowhere", () => {
    const store = new ConfigurationStore("", { rules: { "hardcoded-secret": "off" } });
    assert.deepEqual(store.configurationFor("untitled.ts").rules, { "hardcoded-secret": "off" });
    assert.equal(store.isIgnored("untitled.ts"), false);
  });

  it("gathers evidence, the root's own first", () =>
    withFolder(
      {
        ".marketlint.yml": "evidence: { superoffice/cookies-http-only: { statement: outer } }\n",
        "a/.marketlint.yml": "evidence: { superoffice/cookies-http-only: { statement: inner }, superoffice/log-retention: { statement: kept } }\n",
      },
      (folder) => {
        const store = new ConfigurationStore(folder);
        store.configurationFor("a/b.ts");
        assert.deepEqual(store.evidence(), {
          "superoffice/cookies-http-only": { statement: "outer" },
          "superoffice/log-retention": { statement: "kept" },
        });
      },
    ));
});
