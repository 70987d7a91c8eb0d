/** Folders of others' code and of tools' output, wherever they are: never the app's own text. */
const excludedFolders: ReadonlySet<string> = new Set([
  ".git", ".hg", ".svn", ".jj", "CVS",
  "node_modules", "bower_components", "jspm_packages", "vendor",
  ".yarn", ".pnpm-store", ".npm", ".next", ".nuxt", ".svelte-kit", ".parcel-cache", ".turbo", ".nyc_output", ".vscode-test",
  ".venv", "venv", "__pycache__", ".tox", ".mypy_cache", ".pytest_cache",
  ".gradle", ".terraform", ".vs", "coverage",
]);

/** Names of files that tools write: lock files and the like. */
const excludedNames: ReadonlySet<string> = new Set([
  "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "composer.lock",
  "packages.lock.json", "project.assets.json", "Gemfile.lock", "poetry.lock", "Pipfile.lock", "uv.lock", "Cargo.lock",
  "go.sum", "go.work.sum", "gradle.lockfile", "flake.lock", "mix.lock", "pubspec.lock", ".terraform.lock.hcl",
  ".pnp.cjs", ".pnp.loader.mjs",
  // In a work tree and in a submodule a file, not a folder.
  ".git",
]);

/** Output of build tools under telling names. */
const excludedEnding = /(?:[.-]min\.(?:js|mjs|cjs|css)|\.map|\.tsbuildinfo|\.snap)$/i;

/** Images, fonts, sound, archives, programs: data that holds no text. */
const dataExtensions: ReadonlySet<string> = new Set([
  "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico", "icns", "tif", "tiff", "psd", "heic", "cur",
  "woff", "woff2", "ttf", "otf", "eot",
  "mp3", "mp4", "m4a", "m4v", "wav", "ogg", "oga", "ogv", "webm", "mov", "avi", "mkv", "flac", "aac",
  "zip", "gz", "tgz", "bz2", "xz", "7z", "rar", "tar", "zst", "br", "jar", "war", "ear", "nupkg", "vsix", "whl", "phar",
  "exe", "dll", "so", "dylib", "a", "o", "obj", "lib", "pdb", "class", "wasm", "node", "pyc", "bin",
  "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp",
  "sqlite", "sqlite3", "db", "mdb", "parquet", "avro",
]);

/** Whether a folder of this name is never entered. */
export function isExcludedFolder(name: string): boolean {
  return excludedFolders.has(name);
}

/** Whether a file of this name is never read, since a tool wrote it. */
export function isExcludedFile(name: string): boolean {
  return excludedNames.has(name) || excludedEnding.test(name);
}

/** Whether a file of this name is data without text: counted, and never read. */
export function isDataFile(name: string): boolean {
  const dot = name.lastIndexOf(".");
  return dot >= 0 && dataExtensions.has(name.slice(dot + 1).toLowerCase());
}
