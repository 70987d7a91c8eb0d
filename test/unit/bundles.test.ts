import assert from "node:assert/strict";
import fs from "node:fs";
import { build, type Plugin } from "esbuild";

/** As in the product: dynamic imports are bundles of their own, and these two modules are data. */
const asBuilt: Plugin = {
  name: "as-built",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, kind }) => (kind === "dynamic-import" ? { path, external: true } : undefined));
    onLoad({ filter: /ruleTables\.ts$/ }, () => ({ contents: "export const heads = []; export const texts = () => ({});" }));
    onLoad({ filter: /detectionWords\.ts$/ }, () => ({ contents: "export const detectionFileNames = [], detectionTriggers = [];" }));
  },
};

/** The modules of ours of which something is in the bundle of an entry point. */
async function modulesIn(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry], bundle: true, write: false, metafile: true, minify: true, platform: "node", format: "cjs",
    outfile: "bundle.js", packages: "external", plugins: [asBuilt], logLevel: "error",
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
}

describe("bundles of the main threads", () => {
  for (const entry of ["server/cli.ts", "server/lsp/start.ts", "server/main.ts", "server/mcp/start.ts", "server/worker.ts"]) {
    it(`${entry} holds neither rules nor what analyses`, async () => {
      const heavy = (await modulesIn(entry)).filter(
        (file) => /analysis\/wordHits\.ts$|languages\/typescript\//.test(file) || /\bdefine(?:Workspace)?Rule\(/.test(fs.readFileSync(file, "utf8")),
      );
      assert.deepEqual(heavy, []);
    });
  }
});
