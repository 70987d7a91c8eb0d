/**
 * All that needs rules, parsers and the analysis, in one bundle (`dist/engine.js`) that every thread loads when it has to
 * analyse something: see {@link loadEngine}. The start of a program and an audit in which nothing changed need none of it.
 */
export { createAnalyser } from "../analysis/analyse.ts";
export { detectMarketplaces } from "../marketplaces/detection.ts";
export { rules } from "../rules/catalogue.ts";
export { analyseHere, siftFile } from "./analyseFile.ts";
export { dependencyFindings } from "./dependencies/dependencyFindings.ts";
export { sharedAnalyser } from "./engine.ts";
export { findAcross } from "./findAcross.ts";
export { chartFindings } from "./helm/chartFindings.ts";
export { auditHistory } from "./history/auditHistory.ts";
export { serveThread } from "./threads/serveThread.ts";
