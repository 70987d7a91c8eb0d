import { Command, CommanderError, Option } from "commander";
import { marketplaceIds } from "../core/requirement.ts";
import { severities } from "../core/severity.ts";
import { today } from "../core/today.ts";
import { version } from "../core/version.ts";
import { UsageError } from "../workspace/usageError.ts";
import { auditCommand } from "./auditCommand.ts";
import { auditedPlaces } from "./auditedPlaces.ts";
import { cacheOf } from "./auditCache.ts";
import type { AuditOptions } from "./auditOptions.ts";
import { ciServices, type CiService } from "./ci/workflows.ts";
import { writeWorkflow } from "./ci/writeWorkflow.ts";
import { explainCommand, listFormats, requirementsCommand, rulesCommand, type ListFormat } from "./catalogueCommands.ts";
import { exitStatus, type ExitStatus } from "./exitStatus.ts";
import { initCommand } from "./initCommand.ts";
import { mergeCommand } from "./mergeCommand.ts";
import { reportCommand, type ReportOptions } from "./reportCommand.ts";
import { reportFormats } from "./reportFormats.ts";
import { sbomCommand, type SbomOptions } from "./sbomCommand.ts";
import { writeText, type Terminal } from "./terminal.ts";

/** Runs the command line. `parameters` are those behind the program's name. Never rejects. */
export async function runProgram(parameters: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.clean;
  const program = programOf(terminal, signal, (ended) => {
    status = ended;
  });
  try {
    await program.parseAsync([...parameters], { from: "user" });
    return status;
  } catch (error) {
    // Commander has said what is wrong, and names the option.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.clean : exitStatus.usage;
    if (error instanceof UsageError) {
      await writeText(terminal.stderr, `marketlint: ${error.message}\n`);
      return exitStatus.usage;
    }
    if (signal.aborted) {
      await writeText(terminal.stderr, "marketlint: ended early.\n");
      return exitStatus.incomplete;
    }
    await writeText(terminal.stderr, `marketlint: internal error: ${error instanceof Error ? (error.stack ?? error.message) : "unknown"}\n`);
    return exitStatus.incomplete;
  }
}

function programOf(terminal: Terminal, signal: AbortSignal, end: (status: ExitStatus) => void): Command {
  const program = new Command("marketlint")
    .description("Checks a marketplace app for what a security review would reject.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    });
  // Options belong to their command, so that a PATH may follow them.
  const command = (name: string, description: string): Command => program.command(name).description(description).exitOverride();

  addAuditOptions(command("audit", "audit files and folders, the working folder by default")).action(
    async (paths: string[], options: AuditOptions) => end(await auditCommand(paths, options, terminal, signal)),
  );
  command("report", "write what a marketplace asks for at submission")
    .argument("[PATH]", "the folder, the working folder by default")
    .addOption(new Option("--marketplace <ID>", "the marketplace to submit to").choices([...marketplaceIds]).makeOptionMandatory())
    .requiredOption("--output <DIR>", "the folder to write to")
    .action(async (given: string | undefined, options: ReportOptions) => end(await reportCommand(given, options, terminal, signal)));
  command("merge", "make one SARIF report of those of an audit's shards")
    .argument("<FILE...>", "the shards' reports")
    .option("--output <FILE>", "write the report to a file")
    .action((files: string[], options: { output?: string }) => mergeCommand(files, options, terminal));
  command("sbom", "write the software bill of materials: CycloneDX, from the lock files")
    .argument("[PATH]", "the folder, the working folder by default")
    .option("--output <FILE>", "write it to a file")
    .action(async (given: string | undefined, options: SbomOptions) => end(await sbomCommand(given, options, terminal, signal)));
  command("rules", "list every rule")
    .addOption(listFormat())
    .action((options: ListFormat) => rulesCommand(options, terminal));
  command("requirements", "list every requirement of the marketplaces, and how it is checked")
    .option("--marketplace <ID...>", "only these marketplaces")
    .addOption(listFormat())
    .action((options: ListFormat & { marketplace?: string[] }) => requirementsCommand(options, terminal));
  command("explain", "show a rule's page")
    .argument("<RULE>", "the rule's id")
    .action((rule: string) => explainCommand(rule, terminal));
  command("init", "write a commented .marketlint.yml for the marketplaces that are detected, or a workflow for CI")
    .addOption(new Option("--ci <SERVICE>", "write a workflow that audits every change").choices([...ciServices]))
    .action(({ ci }: { ci?: CiService }) => (ci === undefined ? initCommand(terminal, signal) : writeWorkflow(ci, terminal)));
  command("mcp", "answer agents over the Model Context Protocol, reading only")
    .argument("[PATH]", "the folder, the working folder by default")
    .action((given: string | undefined) => startMcp(given, terminal));
  command("lsp", "run the language server")
    .requiredOption("--stdio", "speak over standard input and output")
    // Editors add options of their own, such as the id of their process.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => startLanguageServer(signal));
  return program;
}

/** A bundle of its own, as the language server is. Standard output belongs to the protocol. */
async function startMcp(given: string | undefined, terminal: Terminal): Promise<void> {
  const { root, paths } = auditedPlaces(given === undefined ? [] : [given], terminal.cwd);
  if (paths !== undefined) throw new UsageError(`PATH: "${given ?? ""}" is no folder`);
  const { startMcpServer } = await import("../mcp/start.ts");
  await startMcpServer({ root, today, ...cacheOf({}, terminal) });
}

/** The server is a bundle of its own: the other commands need not load it. */
async function startLanguageServer(signal: AbortSignal): Promise<void> {
  await import("../main.ts");
  // The connection ends the process when the editor says so.
  await new Promise(() => signal.addEventListener("abort", () => process.exit(130)));
}

function listFormat(): Option {
  return new Option("--format <FORMAT>", "how to write the list").choices([...listFormats]).default("pretty");
}

function addAuditOptions(audit: Command): Command {
  return audit
    .argument("[PATH...]", "files and folders")
    .addOption(new Option("--format <FORMAT>", "how to write the report").choices([...reportFormats]).default("pretty"))
    .option("--output <FILE>", "write the report to a file")
    .option("--marketplace <ID...>", "the marketplaces that apply, instead of those detected")
    .option("--rule <ID...>", "only these rules")
    .addOption(new Option("--fail-on <SEVERITY>", "end with status 1 at findings as bad as this").choices([...severities, "never"]).default("error"))
    .option("--fix", "apply the safe fixes")
    .option("--baseline <FILE>", "accept the findings that a baseline holds")
    .option("--write-baseline <FILE>", "accept all findings of today by writing them to a baseline")
    .option("--changed-since <REF>", "only files that differ from this commit of git")
    .option("--staged", "only what is staged for the next commit, as it is staged")
    .option("--history", "also find secrets that past commits still hold")
    .option("--since <REF>", "with --history: only commits that this one does not have")
    .option("--helm", "also audit what charts give when they are rendered, by `helm template` of the helm on the path")
    .option("--dependencies", "also ask the registries for known holes in the dependencies, by the npm, pnpm or yarn on the path")
    .option("--shard <I/N>", "only the I-th of N parts")
    .option("--stdin", "audit what comes on standard input")
    .option("--stdin-filename <NAME>", "the name of what comes on standard input")
    .option("--quiet", "show errors only")
    .option("--threads <N>", "how many threads analyse (default: as many as repay their start)")
    .option("--no-cache", "neither use nor keep results of earlier audits")
    .option("--cache-folder <DIR>", "where to keep results for the next audit (default: the user's cache folder)")
    .addHelpText("after", "\nExit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or configuration, 3 incomplete.");
}
