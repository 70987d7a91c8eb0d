import { execFile } from "node:child_process";
import * as os from "node:os";
import * as path from "node:path";

/** What a chart gives, or a sentence part on why it gives nothing. */
export type Rendered = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** Milliseconds. Templates of large charts take less than one second. */
const longest = 20_000;
/** Bytes. */
const mostOutput = 32 * 1024 * 1024;
/** Nobody listens on the discard port: what a chart tries to fetch is refused at once. */
const noProxy = "http://127.0.0.1:9";

/**
 * Runs `helm template` on a chart's folder (absolute), without a shell, a cluster, plugins and the network. It executes what
 * the chart's templates say in Helm's own language, so it runs only where the user asked for it.
 */
export function renderChart(command: string, folder: string, signal?: AbortSignal): Promise<Rendered> {
  const nowhere = path.join(os.tmpdir(), "marketlint-helm-has-none");
  const env = {
    ...process.env,
    HELM_PLUGINS: nowhere,
    KUBECONFIG: nowhere,
    HTTP_PROXY: noProxy,
    HTTPS_PROXY: noProxy,
    http_proxy: noProxy,
    https_proxy: noProxy,
    NO_PROXY: "",
    no_proxy: "",
  };
  const parameters = ["template", "marketlint", folder, "--namespace", "marketlint"];
  const options = { cwd: folder, env, encoding: "utf8" as const, timeout: longest, killSignal: "SIGKILL" as const, maxBuffer: mostOutput, windowsHide: true, ...(signal && { signal }) };
  return new Promise((resolve, reject) => {
    execFile(command, parameters, options, (error, text, complaint) => {
      if (!error) resolve({ ok: true, text });
      else if (signal?.aborted) reject(signal.reason instanceof Error ? signal.reason : error);
      else resolve({ ok: false, reason: reasonOf(error, complaint) });
    });
  });
}

function reasonOf(error: Error & { code?: unknown; killed?: boolean }, complaint: string): string {
  if (error.code === "ENOENT") return "helm was not found";
  if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return "helm rendered more than 32 MB";
  if (error.killed) return `helm took longer than ${longest / 1000} seconds`;
  const first = complaint.split("\n").find((line) => line.trim() !== "")?.trim().slice(0, 200) ?? "";
  return `helm could not render the chart${first === "" ? "" : `: ${first}`}`;
}
