export { appsOf, marketplacesFor, type DetectedApp } from "./appRoots.ts";
export { requirementById, requirementCatalogue } from "./catalogue.ts";
export { detectionFileNames, detectionTriggers, detectMarketplaces } from "./detection.ts";
