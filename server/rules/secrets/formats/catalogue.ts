import type { NamedFormat, TokenFormat } from "../secretFormat.ts";
import { aiTokens } from "./ai.ts";
import { atlassianNamed, atlassianTokens } from "./atlassian.ts";
import { cloudNamed, cloudTokens } from "./cloud.ts";
import { codeHostingNamed, codeHostingTokens } from "./codeHosting.ts";
import { furtherTokens } from "./furtherServices.ts";
import { keyTokens } from "./keys.ts";
import { marketplaceNamed, marketplaceTokens } from "./marketplaces.ts";
import { messagingNamed, messagingTokens } from "./messaging.ts";
import { nearbyNamed } from "./nearbyServices.ts";
import { paymentTokens } from "./payments.ts";
import { serviceNamed, serviceTokens } from "./services.ts";

/** Every format that shows what it is. */
export const tokenFormats: readonly TokenFormat[] = [
  ...atlassianTokens,
  ...marketplaceTokens,
  ...codeHostingTokens,
  ...cloudTokens,
  ...messagingTokens,
  ...paymentTokens,
  ...aiTokens,
  ...serviceTokens,
  ...furtherTokens,
  ...keyTokens,
];

/** Every format that needs a name or a provider's word beside it. */
export const namedFormats: readonly NamedFormat[] = [
  ...atlassianNamed,
  ...marketplaceNamed,
  ...codeHostingNamed,
  ...cloudNamed,
  ...messagingNamed,
  ...serviceNamed,
  ...nearbyNamed,
];
