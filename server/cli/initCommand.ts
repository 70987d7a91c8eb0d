import * as fs from "node:fs";
import * as path from "node:path";
import { marketplaceIds } from "../core/requirement.ts";
import { printable } from "../reports/index.ts";
import { detectApps, type Apps } from "../workspace/apps.ts";
import { configurationFileName } from "../workspace/configuration.ts";
import { ConfigurationStore } from "../workspace/configurationStore.ts";
import { systemReason } from "../workspace/readDocument.ts";
import { UsageError } from "../workspace/usageError.ts";
import { writeText, type Terminal } from "./terminal.ts";

/** Writes a commented configuration for what the working folder holds. Throws {@link UsageError} where one is there already. */
export async function initCommand(terminal: Terminal, signal: AbortSignal): Promise<void> {
  const file = path.join(terminal.cwd, configurationFileName);
  if (fs.existsSync(file)) throw new UsageError(`init: ${configurationFileName} is here already and is not overwritten`);
  const configurations = new ConfigurationStore(terminal.cwd);
  const apps = await detectApps(terminal.cwd, { signal, ignore: (entry, isFolder) => configurations.ignoresEntry(entry, isFolder) });
  try {
    fs.writeFileSync(file, configurationText(apps), { flag: "wx" });
  } catch (error) {
    throw new UsageError(`init: ${configurationFileName} cannot be written: ${systemReason(error, file)}`);
  }
  const found = marketplaceIds.filter((id) => apps.evidence.some(({ marketplace }) => marketplace === id));
  const what = found.length > 0 ? `for ${found.join(", ")}` : "no marketplace was detected";
  await writeText(terminal.stdout, `Wrote ${configurationFileName}: ${what}.\n`);
}

/** The text of a new configuration: what was detected and why, the rest as comments. */
export function configurationText({ evidence }: Pick<Apps, "evidence">): string {
  const reasons = marketplaceIds.flatMap((id) => {
    const first = evidence.find(({ marketplace }) => marketplace === id);
    return first ? [`#   ${id}: ${printable(first.reason)} (${printable(first.path)})`] : [];
  });
  const found = marketplaceIds.filter((id) => evidence.some(({ marketplace }) => marketplace === id));
  const detected =
    found.length > 0
      ? `# Detected:\n${reasons.join("\n")}\n# Remove the line to have them detected on every run.\nmarketplaces: [${found.join(", ")}]`
      : `# None was detected. Those known: ${marketplaceIds.join(", ")}.\n# marketplaces: [atlassian]`;
  return `# Marketlint: what is checked here, and how strictly. Every key may be left out.

# The marketplaces whose security requirements hold.
${detected}

# A stricter edition, for apps in Atlassian's Government Cloud.
# profile: atlassian-government

# error | warning | information | off, by rule. "marketlint rules" lists them.
# rules:
#   cookie-missing-secure: warning

# Files left out besides those in .gitignore, in the same notation.
# ignore:
#   - "legacy/**"

# Scopes that are right though no call shows it, each with a reason.
# scopes:
#   - scope: read:jira-user
#     reason: used by the hosted service in another repository

# Answers to requirements that no tool can see. "marketlint requirements" lists them.
# evidence:
#   superoffice/log-retention:
#     statement: logs are kept 180 days in the logging service
#     link: https://example.com/runbook
#     by: security team
#     on: 2026-05-01
#     expires: 2027-05-01
`;
}
