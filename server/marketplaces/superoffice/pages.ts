/** The page that lists the security requirements, with the days of the text and of the reading. */
export const securityPage =
  "docs.superoffice.com, developer portal, Security requirements, state of 2026-07-24, read 2026-11-22";

/** What is gone through before a standard app is certified. */
export const checklistPage =
  "docs.superoffice.com, developer portal, Certification checklist, state of 2026-07-24, read 2026-11-22";

/** The pages on applications, their credentials and how users sign in. */
export const credentialsPage =
  "docs.superoffice.com, developer portal and online authentication, state of 2026-07-24, read 2026-11-22";
