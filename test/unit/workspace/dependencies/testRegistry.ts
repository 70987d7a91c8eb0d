import http from "node:http";
import type { AddressInfo } from "node:net";
import zlib from "node:zlib";

/** A registry on the loopback interface that knows one advisory, and one package by name. */
export interface TestRegistry {
  readonly address: string;
  /** `METHOD path`, in the order in which they came. */
  readonly asked: string[];
  close(): Promise<void>;
}

const url = "https://github.com/advisories/GHSA-35jh-r3h4-6jhm";
const about = { id: 1106913, url, title: "Command Injection in lodash", severity: "high", vulnerable_versions: "<4.17.21", cwe: ["CWE-77"] };
const legacy = { ...about, module_name: "lodash", patched_versions: ">=4.17.21", github_advisory_id: "GHSA-35jh-r3h4-6jhm", findings: [{ version: "4.17.15", paths: ["lodash"] }], cves: [], created: "2021-05-06T16:05:51.000Z", updated: "2021-05-06T16:05:51.000Z", access: "public" };
const counts = { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 1, critical: 0 }, dependencies: 1, devDependencies: 0, optionalDependencies: 0, totalDependencies: 1 };

/** Starts one. It answers the bulk endpoint of npm and yarn 2 and later, and the older one of pnpm and yarn 1. */
export async function startRegistry(): Promise<TestRegistry> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const sent = Buffer.concat(parts);
      const body = (request.headers["content-encoding"] === "gzip" ? zlib.gunzipSync(sent) : sent).toString();
      asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
      const knows = body.includes('"lodash"') && body.includes("4.17.15");
      const answer = answerTo(request.url ?? "", knows);
      response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(answer ?? { error: "Not found" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function answerTo(path: string, knows: boolean): unknown {
  if (path.endsWith("/security/advisories/bulk")) return knows ? { lodash: [about] } : {};
  if (path.includes("/security/audits")) return { actions: [], muted: [], advisories: knows ? { [about.id]: legacy } : {}, metadata: counts };
  const name = decodeURIComponent(path.slice(1).split("?")[0] ?? "");
  if (name !== "lodash" && name !== "known-name") return undefined;
  const versions = name === "lodash" ? ["4.17.15", "4.17.21"] : ["1.0.0"];
  return { name, "dist-tags": { latest: versions.at(-1) }, versions: Object.fromEntries(versions.map((version) => [version, { name, version, dist: { tarball: `https://registry.example/${name}/-/${name}-${version}.tgz` } }])) };
}
