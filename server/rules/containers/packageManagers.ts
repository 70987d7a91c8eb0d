import type { Invocation, ShellWord } from "../../languages/dockerfile/shellCommands.ts";

/** What a package manager of a distribution is asked to do. */
export interface PackageCommand {
  /** `apt` stands for apt-get and aptitude too, `yum` for dnf and microdnf. */
  readonly family: "apt" | "apk" | "yum" | "zypper" | "pacman";
  readonly action: "install" | "update" | "upgrade" | "clean" | "other";
  /** The word that says so. */
  readonly verb: ShellWord;
  /** Names behind the verb, options left out. */
  readonly packages: readonly ShellWord[];
  readonly options: readonly ShellWord[];
}

const families: Readonly<Record<string, PackageCommand["family"]>> = {
  "apt-get": "apt", apt: "apt", aptitude: "apt", apk: "apk", yum: "yum", dnf: "yum", dnf5: "yum", microdnf: "yum", tdnf: "yum",
  zypper: "zypper", pacman: "pacman",
};

const actions: Readonly<Record<string, PackageCommand["action"]>> = {
  install: "install", add: "install", in: "install", localinstall: "install", groupinstall: "install",
  update: "update", makecache: "update", refresh: "update", ref: "update", "check-update": "update",
  upgrade: "upgrade", "dist-upgrade": "upgrade", "full-upgrade": "upgrade", "safe-upgrade": "upgrade", "distro-sync": "upgrade", up: "upgrade", dup: "upgrade",
  clean: "clean", autoclean: "clean",
};

/** Options whose value is the next word. */
const withValue = /^(?:-o|-t|-c|-a|--target-release|--option|--config-file|--repository|-X|--keys-dir|--virtual|--root|-p|--setopt|--enablerepo|--disablerepo|--releasever)$/;

/** Reads a command of a distribution's package manager; undefined where it is none. */
export function packageCommandOf({ program, words }: Invocation): PackageCommand | undefined {
  const family = Object.hasOwn(families, program) ? families[program] : undefined;
  if (!family) return undefined;
  const names: ShellWord[] = [];
  const options: ShellWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    if (!word.text.startsWith("-")) {
      names.push(word);
      continue;
    }
    options.push(word);
    if (isVirtualOfApk(family, word) || withValue.test(word.text)) at++;
  }
  const [verb, ...packages] = names;
  if (!verb) return undefined;
  const named = Object.hasOwn(actions, verb.text) ? actions[verb.text] : undefined;
  // With yum, update installs newer packages: there is no index to fetch first.
  const action = family === "yum" && verb.text === "update" ? "upgrade" : (named ?? "other");
  return { family, action, verb, packages, options };
}

/** `apk add -t .deps …` names a group; for apt, -t is a release. */
function isVirtualOfApk(family: PackageCommand["family"], word: ShellWord): boolean {
  return family === "apk" && /^(?:-t|--virtual)$/.test(word.text);
}

/** A package's name without the version it is pinned to: `curl=8.5*`, `curl-8.5`. */
export function packageName({ text }: ShellWord): string {
  return text.replace(/[=~<>@].*$/s, "").replace(/:[a-z0-9]+$/, "");
}
