import { akeneoMarks } from "./akeneo/detection.ts";
import { atlassianMarks } from "./atlassian/detection.ts";
import type { MarketplaceMarks } from "./marks.ts";
import { openchannelMarks } from "./openchannel/detection.ts";
import { superofficeMarks } from "./superoffice/detection.ts";

/** What shows each marketplace. */
export const sheets: readonly MarketplaceMarks[] = [atlassianMarks, akeneoMarks, superofficeMarks, openchannelMarks];
