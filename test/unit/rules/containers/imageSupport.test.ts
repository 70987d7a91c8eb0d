import assert from "node:assert/strict";
import { parseImageReference } from "../../../../server/languages/dockerfile/imageReference.ts";
import { codeNames, endOfLife, endOfLifeDate, imagesOfProducts } from "../../../../server/languages/support/endOfLife.ts";
import { hasEnded, supportedVersion, tableAgeNote } from "../../../../server/languages/support/versions.ts";
import { supportedRelease, supportOf } from "../../../../server/rules/containers/imageSupport.ts";
import { supportFaultOf, type SupportFault } from "../../../../server/rules/containers/imageSupportFaults.ts";

const today = "2026-11-22";

function faultOf(image: string, day = today): SupportFault | undefined {
  const reference = parseImageReference(image);
  assert.ok(reference);
  return supportFaultOf(reference, day);
}

/** The versions that an image's tag names, as `product version end`. */
function versions(image: string): string[] {
  const reference = parseImageReference(image);
  assert.ok(reference);
  return supportOf(reference).map(({ product, version, ends }) => `${product} ${version} ${ends ?? "-"}`);
}

describe("support of base images", () => {
  const tags: [string, string[]][] = [
    ["node:18.20.4-alpine3.20", ["node 18 2025-04-30", "alpine 3.20 2026-04-01"]],
    ["node:18-bullseye-slim", ["node 18 2025-04-30", "debian 11 2026-08-31"]],
    ["eclipse-temurin:8u302-b08-jdk-focal", ["eclipse-temurin 8 2030-12-31", "ubuntu 20.04 2025-05-31"]],
    ["eclipse-temurin:17.0.5_8-jre", ["eclipse-temurin 17 2027-10-31"]],
    ["php:7-fpm", ["php 7 2022-11-28"]],
    ["redis:7-alpine", ["redis 7 2029-12-01"]],
    ["mcr.microsoft.com/dotnet/aspnet:6.0", ["dotnet 6 2024-11-12"]],
    ["debian:bookworm-slim", ["debian 12 2028-06-30"]],
    ["ubuntu:jammy-20231004", ["ubuntu 22.04 2027-04-01"]],
    ["python:3.1", []],
    ["node:lts", []],
    ["node:1800", []],
    ["company/node:12", []],
    ["node", []],
  ];
  for (const [image, expected] of tags) it(`reads ${image}`, () => assert.deepEqual(versions(image), expected));

  it("tells ended, ending and long-term support apart", () => {
    assert.equal(faultOf("node:20")?.certainty, "error");
    assert.equal(faultOf("php:8.2")?.certainty, "warning", "ends on 2026-12-31");
    assert.equal(faultOf("debian:12")?.certainty, "information", "its long-term team goes on");
    assert.equal(faultOf("node:20-bookworm", "2026-04-29")?.certainty, "warning", "the day before");
    assert.equal(faultOf("node:22"), undefined);
    assert.equal(faultOf("node:22-bookworm"), undefined, "what is below a language is no information");
  });

  const fixes: [string, string | undefined][] = [
    ["node:18-alpine", "22-alpine"],
    ["node:18.20.4-alpine3.18", "22-alpine"],
    ["node:19-bullseye-slim", "22-trixie-slim"],
    ["node:22-buster", "22-trixie"],
    ["python:3.9.2-alpine", "3.11-alpine"],
    ["alpine:3.18.4", "3.22"],
    ["openjdk:11-jre-slim", "11-jre"],
    ["centos:7", undefined],
  ];
  for (const [image, tag] of fixes) {
    it(`replaces ${image}`, () => {
      const fault = faultOf(image);
      assert.ok(fault);
      assert.equal(fault.tag, tag);
    });
  }

  it("says when its table has become old", () => {
    assert.equal(tableAgeNote("2027-02-18"), "", "180 days");
    assert.match(tableAgeNote("2027-02-19"), /181 days old/);
    assert.match(faultOf("node:18", "2028-01-01")?.message ?? "", /The table of these dates is of 2026-08-22/);
  });

  it("never offers an odd major version of Node.js", () => {
    assert.equal(supportedVersion("node", "2025-01-01", "22"), "24");
    assert.equal(supportedVersion("node", today), "26");
    assert.equal(supportedRelease("debian", today), "trixie");
  });

  it("has a table that can be read", () => {
    assert.match(endOfLifeDate, /^\d{4}-\d\d-\d\d$/);
    for (const [product, row] of Object.entries(endOfLife)) {
      for (const entry of row.split(" ")) assert.match(entry, /^[\d.]+:(?:-|ended|\d{4}-\d\d-\d\d)$/, `${product} ${entry}`);
    }
    for (const product of [...Object.values(imagesOfProducts), ...Object.keys(codeNames)]) assert.ok(endOfLife[product], product);
    assert.ok(hasEnded({ ends: "ended" }, today) && hasEnded({ ends: today }, today) && !hasEnded({ ends: undefined }, today));
  });
});
