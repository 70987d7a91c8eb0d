import { copyFile, mkdir } from "node:fs/promises";
import { build } from "esbuild";

await mkdir("dist", { recursive: true });
await build({ entryPoints: ["src/main.js"], bundle: true, minify: true, format: "iife", outfile: "dist/main.js" });
await copyFile("index.html", "dist/index.html");
await copyFile("src/panel.css", "dist/panel.css");
