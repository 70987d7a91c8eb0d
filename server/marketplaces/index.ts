export { appsOf, marketplacesFor, type DetectedApp } from "./appRoots.ts";
export { requirementById, requirementCatalogue } from "./catalogue.ts";
export { detectMarketplaces } from "./detection.ts";
export { detectionFileNames, detectionTriggers } from "./detectionWords.ts";
