import { reasons } from "../../server/rules/secrets/credentials/silentValues.ts";
import { namedFormats, tokenFormats } from "../../server/rules/secrets/formats/catalogue.ts";
import type { Score } from "./measure.ts";

function percent(part: number, whole: number): string {
  return whole === 0 ? "" : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}

function row({ group, cases, secrets, found, wrong }: Score): string {
  return `| ${group} | ${cases} | ${secrets} | ${percent(found, secrets)} | ${wrong} | ${percent(found, found + wrong)} |`;
}

/** The scores as a Markdown table. */
export function scoreTable(scores: readonly Score[], total: Score): string {
  const rows = [...scores, { ...total, group: "**all**" }].map(row);
  return `| Class | Files | Secrets | Recall | False findings | Precision |\n|---|---|---|---|---|---|\n${rows.join("\n")}`;
}

/** `docs/detection.md`. */
export function detectionPage(scores: readonly Score[], total: Score): string {
  return `# How secrets are found

<!-- Written by \`npm run bench:detection -- --write\`. Do not edit. -->

Three rules share the work. [hardcoded-secret](rules/hardcoded-secret.md) knows ${tokenFormats.length} formats that tell
themselves and ${namedFormats.length} that need a name, and checks what they hold (checksums, keys, tokens' claims).
[hardcoded-credential](rules/hardcoded-credential.md) goes by the place of a value: its name, an address, a header, a
command's flag, a Secret of Kubernetes. [hardcoded-credential-argument](rules/hardcoded-credential-argument.md) goes by
what a library does with an argument, through constants, properties and imports. None of them goes by randomness alone.

## Measured

The corpus in \`test/detection/\` is made when it runs, so that no token stands in this repository. Values come from
descriptions of the formats and from generators that are independent of the rules' patterns; near misses have what other
detectors are complained about. Names, languages and quotes vary. \`npm run bench:detection\` repeats it, and
\`-- --failures\` lists what fails.

${scoreTable(scores, total)}

What is missed and what is wrong stays in the corpus. Precision and recall on one's own corpus say that nothing got worse;
they are no promise for other people's code.

## Why values are left alone

A value under a credential's name is judged by these, in this order (\`server/rules/secrets/credentials/silentValues.ts\`):

| Reason | Why |
|---|---|
${reasons.map(({ id, why }) => `| ${id} | ${why} |`).join("\n")}

A value with a provider's format is judged more mildly: placeholders, documented samples and what is public by design are
silent, tests and samples lower the finding by one severity, and documentation counts only where a checksum holds.
`;
}
