import { audit } from "../../../server/workspace/audit.ts";
import { applyBaseline, baselineOf } from "../../../server/workspace/baseline.ts";
import { reportOf, type AuditReport } from "../../../server/reports/index.ts";
import { rootDockerfile, unusedSuppression, withFolder, type Files } from "../workspace/folder.ts";

/** The report on some files. */
export function reportOn(files: Files): Promise<AuditReport> {
  return withFolder(files, async (root) => reportOf(await audit({ root }), "2026-06-01"));
}

/** What is said of the sample below must not change with every new rule. */
const only: ReadonlySet<string> = new Set(["container-runs-as-root", "forge-egress-wildcard", "hardcoded-secret", "cookie-missing-secure", "cookie-missing-http-only", "suppression-unused", "suppression-incomplete", "suppression-unknown-rule"]);

/** A report that has one of everything: severities, fixes, suppressions of both kinds, files not analysed, odd names. */
export function fullReport(): Promise<AuditReport> {
  const files = {
    "manifest.yml":
      "app:\n  id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555\nmodules:\n  macro:\n    - key: m\n      function: f\npermissions:\n  external:\n    fetch:\n      backend:\n        - '*'\n",
    Dockerfile: rootDockerfile,
    "accepted/Dockerfile": `# marketlint-disable container-runs-as-root -- a <b>build</b> image\n${rootDockerfile}`,
    "known/a.ts": unusedSuppression,
    "tw ice/ü#?%.ts": unusedSuppression + unusedSuppression,
    "<img src=x onerror=alert(1)>.ts": unusedSuppression,
    "esc\u001b[31m|`@you`.ts": unusedSuppression,
    "binary.ts": Buffer.from([0x89, 0x50, 0, 0]),
    ".marketlint.yml": "evidence:\n  atlassian/data-at-rest:\n    statement: encrypted <disks>\n    on: 2026-01-01\n    expires: 2026-12-31\n",
  };
  return withFolder(files, async (root) => {
    const result = await audit({ root, only });
    const baseline = baselineOf(result.findings.filter(({ path }) => path.startsWith("known/")), "2026-05-01");
    return reportOf({ ...result, findings: applyBaseline(result.findings, baseline) }, "2026-06-01");
  });
}
