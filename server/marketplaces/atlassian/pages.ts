/** The list for all cloud apps. Items 6 to 11 and 16 are known from Atlassian's own testers of it. */
export const cloudAppsPage =
  "developer.atlassian.com/platform/marketplace/security-requirements, states of 2023-09-27 and 2026-02-19, read 2026-11-22";

/** The yearly update of that list. */
export const updatePage = "developer.atlassian.com, changelog entry CHANGE-3041 of 2026-02-20, read 2026-11-22";

/** The questions a Forge app answers before it is listed. */
export const questionnairePage = "developer.atlassian.com, Forge app security questionnaire of 2025-02-26, read 2026-11-22";

/** What Forge leaves to the developer of an app. */
export const responsibilityPage =
  "developer.atlassian.com/platform/forge/shared-responsibility-model, state of 2026-08-22, read 2026-11-22";

/** What container images of Forge must be like. */
export const containersPage =
  "developer.atlassian.com/platform/forge/containers-reference/ref-image-security, state of 2026-08-22, read 2026-11-22";

/** What apps for the government cloud must fulfil besides. In force since 2026-03-31. */
export const governmentPage =
  "developer.atlassian.com/platform/framework/agc/agc-security-requirements, state of 2026, read 2026-11-22";

/** Security of Power-Ups and Trello's ways of authorization. */
export const trelloPage = "developer.atlassian.com, Trello Power-Up security of 2026-01-26 and authorization guide, read 2026-11-22";

/** The end of Connect. */
export const connectPage = "developer.atlassian.com, announcement of the end of Connect of 2025, read 2026-11-22";
