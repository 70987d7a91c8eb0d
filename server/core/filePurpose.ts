/** Folders and name parts by which projects mark tests, fixtures, mocks and stories: `integration-tests/` and `test_support/` too. */
const testPath =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|__fixtures__|__snapshots__|fixtures?|mocks?|specs?|e2e|cypress|playwright|testdata|testing|[\w-]{1,40}[-_](?:tests?|e2e)|(?:tests?|e2e)[-_][\w-]{1,40})\/|(?:^|[./_-])(?:test|tests|spec|mock|mocks|fixture|fixtures|stories|e2e)\.[a-z]+$/i;

/** Folders and names of documentation and samples, whose code is read and not run. */
const documentationPath = /(?:^|\/)(?:docs?|documentation)\/|\.(?:md|mdx|markdown|rst|adoc)$/i;

/** Whether a path (from the workspace folder, forward slashes) is a test, a fixture, a mock or a story. */
export function isTestPath(path: string): boolean {
  return testPath.test(path);
}

/** Whether a path is documentation. */
export function isDocumentationPath(path: string): boolean {
  return documentationPath.test(path);
}
