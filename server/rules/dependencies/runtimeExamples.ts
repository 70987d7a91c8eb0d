import type { BadExample, GoodExample } from "../../core/rule.ts";
import { today } from "../../core/today.ts";
import { dayAfter, supportedVersion } from "../../languages/support/versions.ts";

const workflow = (step: string): string => `on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`;
const project = (framework: string): string => `<Project Sdk="Microsoft.NET.Sdk">\n  <PropertyGroup>\n    ${framework}\n  </PropertyGroup>\n</Project>\n`;
const ci = ".github/workflows/ci.yml";

/** The version that the fix asks for; another one as years go by. */
function next(product: string, after: string): string {
  return supportedVersion(product, dayAfter(today(), 90), after) ?? "";
}

function inFile(file: string, name: string, code: string, fixed?: string): BadExample {
  return { name, file, code, ...(fixed !== undefined && { fixed }) };
}

const node = next("node", "18");
const php = next("php", "8.0");

/** Only ends that are past whenever the tests run, and versions without an end. */
export const runtimeExamples: { readonly bad: readonly BadExample[]; readonly good: readonly GoodExample[] } = {
  bad: [
    inFile("package.json", "engines", '{ "engines": { "node": "[|16.x|]" } }\n', `{ "engines": { "node": "${node}.x" } }\n`),
    inFile("package.json", "a range that has ended as a whole", '{ "engines": { "node": "[|>=12 <17|]" } }\n'),
    inFile("package.json", "one of two", '{ "engines": { "node": "[|^14 || ^16|]", "npm": ">=8" } }\n'),
    inFile("package.json", "Volta", '{ "volta": { "node": "[|14.21.3|]" } }\n', `{ "volta": { "node": "${node}" } }\n`),
    inFile(".nvmrc", "nvm", "[|v16.20.2|]\n", `v${node}\n`),
    inFile(".nvmrc", "nvm, by the name of the line", "[|lts/gallium|]\n"),
    inFile(".node-version", "a major version", "[|18|]\n", `${node}\n`),
    inFile(".tool-versions", "asdf", "# tools\nnodejs [|14.21.3|]\npnpm 9.0.0\npython   [|3.7.4|]\n", `# tools\nnodejs ${node}\npnpm 9.0.0\npython   ${next("python", "3.7")}\n`),
    inFile("composer.json", "PHP", '{ "require": { "php": "[|^7.4|]" } }\n', `{ "require": { "php": "^${php}" } }\n`),
    inFile("composer.json", "PHP, one minor version", '{ "require": { "php": "[|~8.0.0|]" } }\n', `{ "require": { "php": "~${php}.0" } }\n`),
    inFile("App.csproj", ".NET", project("<TargetFramework>[|net6.0|]</TargetFramework>")),
    inFile("App.csproj", ".NET Core", project("<TargetFrameworks>[|netcoreapp3.1;net5.0|]</TargetFrameworks>")),
    inFile("global.json", "an SDK of .NET", '{ "sdk": { "version": "[|6.0.100|]", "rollForward": "latestFeature" } }\n'),
    inFile(ci, "a workflow", workflow("uses: actions/setup-node@v4\n        with:\n          node-version: [|16|]"), workflow(`uses: actions/setup-node@v4\n        with:\n          node-version: ${node}`)),
    inFile("azure-pipelines.yml", "a task of Azure", "steps:\n  - task: NodeTool@0\n    inputs:\n      versionSpec: '[|14.x|]'\n", `steps:\n  - task: NodeTool@0\n    inputs:\n      versionSpec: '${node}.x'\n`),
  ],
  good: [
    inFile("package.json", "no upper end", '{ "engines": { "node": ">=16" } }\n'),
    inFile("package.json", "one of two is supported", '{ "engines": { "node": "^16 || ^24" } }\n'),
    inFile("package.json", "newer than the table", '{ "engines": { "node": "40.x" } }\n'),
    inFile("package.json", "no range", '{ "engines": { "node": "see README" } }\n'),
    inFile("package.json", "another engine", '{ "engines": { "vscode": "^1.60.0", "npm": "6.x" } }\n'),
    inFile(".nvmrc", "supported for long", "24\n"),
    inFile(".nvmrc", "whatever is current", "lts/*\n"),
    inFile(".nvmrc", "a name that nobody knows", "stable\n"),
    inFile(".tool-versions", "other tools", "terraform 1.5.0\nnodejs latest\njava temurin-8.0.302\n"),
    inFile("composer.json", "PHP with no upper end", '{ "require": { "php": ">=7.4" } }\n'),
    inFile("composer.json", "PHP, also in a new version", '{ "require": { "php": "^7.4|^8.0" } }\n'),
    inFile("Lib.csproj", "a library for old and new", project("<TargetFrameworks>netstandard2.0;net6.0</TargetFrameworks>")),
    inFile("App.csproj", "of a variable", project("<TargetFramework>$(Framework)</TargetFramework>")),
    inFile(ci, "several that are tried", workflow("uses: actions/setup-node@v4\n        with:\n          node-version: ${{ matrix.node }}")),
    inFile(ci, "a parameter of something else", workflow("run: echo node-version")),
    inFile("test/fixtures/.nvmrc", "a test's input", "16\n"),
  ],
};
