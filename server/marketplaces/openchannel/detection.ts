import type { Document } from "../../core/document.ts";
import type { MarketplaceMarks } from "../marks.ts";

const apiHost = /\b(?:market|client-api|api)\.openchannel\.io\b/;
const environmentName = /\bOPEN_?CHANNEL_[A-Z]/;
const importOfPackage = /(?:\bfrom|\bimport|\brequire\(|\bimport\()[ \t]*["'](?:@openchannel\/|openchannel["'/-])/;

const chartApiVersion = /^apiVersion[ \t]*:/m;
// Either an annotation whose name holds the marketplace's domain, or a keyword of that name.
const chartMark = /^[ \t]+(?:["']?[\w.-]{0,100}openchannel\.io[\w./-]{0,100}["']?[ \t]*:|-[ \t]*["']?openchannel["']?[ \t]*\r?$)/m;

/** A chart that says itself that it is sold on an OpenChannel marketplace. */
function recogniseChart(document: Document): string | undefined {
  const { text } = document;
  return chartApiVersion.test(text) && chartMark.test(text) ? "Helm chart marked for OpenChannel" : undefined;
}

/** How apps of OpenChannel marketplaces are recognised. Most carry no mark and are named in the configuration. */
export const openchannelMarks: MarketplaceMarks = {
  marketplace: "openchannel",
  packages: [{ registry: "npm", name: /^@openchannel\/|^(?:[\w-]+-)?openchannel(?:-[\w-]+)?$/ }],
  shapes: [{ among: { fileNames: ["Chart.yaml", "Chart.yml"] }, recognise: recogniseChart }],
  marks: [
    { word: "openchannel.io", pattern: apiHost, reason: "OpenChannel address" },
    { word: "openchannel_", pattern: environmentName, reason: "OpenChannel setting" },
    { word: "open_channel_", pattern: environmentName, reason: "OpenChannel setting" },
    { word: "openchannel", pattern: importOfPackage, reason: "OpenChannel package imported" },
  ],
};
