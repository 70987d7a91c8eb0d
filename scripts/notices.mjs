import fs from "node:fs";
import path from "node:path";

/** The licences of all packages in some bundles, by esbuild's metafiles. Throws where a package has none. */
export function noticesOf(root, metafiles) {
  const folders = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs)).flatMap(packageFolder));
  const packages = [...folders].map((folder) => describe(path.join(root, folder)));
  const unique = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  const sections = [...unique.values()]
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, version, licence, text }) => `${"=".repeat(79)}\n${name} ${version} (${licence})\n\n${text.trim()}\n`);
  return `Marketlint's bundles contain the packages below, under their own licences.\n\n${sections.join("\n")}`;
}

/** The folder of the package that an input belongs to; none for our own files. */
function packageFolder(input) {
  const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
  return found ? [found[0]] : [];
}

function describe(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const files = fs.readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice|third-?party-?notice)/i.test(file));
  if (files.length === 0 && !license) throw new Error(`${name} has no licence`);
  const texts = files.filter((file) => fs.statSync(path.join(folder, file)).isFile()).map((file) => fs.readFileSync(path.join(folder, file), "utf8"));
  return { name, version, licence: license ?? "see below", text: texts.join("\n\n") || `Licensed under ${license}.` };
}
