import type { Requirement } from "../../core/requirement.ts";
import { requirementTable } from "../requirementTable.ts";

const securityPage = "api.akeneo.com/apps/secure-your-app.html, state of 2026-08-18, read 2026-11-22";
const scopesPage = "api.akeneo.com/apps/authentication-and-authorization.html, state of 2026-08-18, read 2026-11-22";
const publicationPage = "api.akeneo.com/app-portal/publish-your-app.html, state of 2026-08-18, read 2026-11-22";
const eventPage = "api.akeneo.com/events-api/security.html, state of 2026-08-18, read 2026-11-22";

const security = requirementTable("akeneo", securityPage, [
  {
    id: "akeneo/security-policies",
    clause: "App Publication Security",
    ref: "AK-1",
    text: "The app complies with Akeneo's security policies; every app that is submitted is reviewed.",
    word: "must",
    check: "manual",
    evidence: "The filled-in security questionnaire and the review ticket; an audit report supports both.",
  },
  {
    id: "akeneo/least-privilege",
    clause: "OAuth2 PIM Access Scope",
    ref: "AK-2",
    text: "The app asks for the scopes it needs to work and for no other.",
    word: "must",
    check: "automatic",
    evidence: "The list of requested scopes, each with the API calls that need it.",
  },
  {
    id: "akeneo/credentials-stored-securely",
    clause: "Secrets management",
    ref: "AK-3",
    text: "Client id, client secret and access token are stored so that no third party can get at them.",
    word: "must",
    check: "automatic",
    evidence: "A description of where each credential is kept and who can read it.",
  },
  {
    id: "akeneo/secret-manager",
    clause: "Secrets management",
    ref: "AK-4",
    text: "A dedicated system stores and rotates the secrets and watches who reads them.",
    word: "should",
    check: "partial",
    evidence: "The name of the secret manager and its rotation log.",
  },
  {
    id: "akeneo/no-vulnerabilities",
    clause: "Code-related vulnerabilities",
    ref: "AK-5",
    text: "The code is free of vulnerabilities, above all of those that could corrupt product data; the OWASP Top Ten are the yardstick.",
    word: "must",
    check: "partial",
    evidence: "The report of a penetration test or of a code review against the OWASP Top Ten.",
  },
  {
    id: "akeneo/vulnerabilities-patched",
    clause: "Code-related vulnerabilities",
    ref: "AK-6",
    text: "A vulnerability that becomes known is patched in good time.",
    word: "must",
    check: "manual",
    evidence: "The patch policy, the history of security tickets, a SECURITY.md with a contact.",
  },
  {
    id: "akeneo/dependencies-supported",
    clause: "Third-Party Dependencies",
    ref: "AK-7",
    text: "Third-party libraries are in versions that are supported and have no known vulnerability.",
    word: "must",
    check: "partial",
    evidence: "The report of a dependency scan of the released version.",
  },
  {
    id: "akeneo/dependencies-patched",
    clause: "Third-Party Dependencies",
    ref: "AK-8",
    text: "A vulnerability of a library is patched in good time once a fix exists.",
    word: "must",
    check: "partial",
    evidence: "An update service in use (Dependabot, Renovate) and the history of its merged updates.",
  },
  {
    id: "akeneo/composition-analysis",
    clause: "Third-Party Dependencies",
    ref: "AK-9",
    text: "A composition analyser looks for vulnerable libraries in the code base.",
    word: "advice",
    check: "partial",
    evidence: "The analyser's name and a recent report.",
  },
  {
    id: "akeneo/hardened-images",
    clause: "Hardening",
    ref: "AK-10",
    text: "Docker images are hardened by the industry's best practice.",
    word: "must",
    check: "automatic",
    evidence: "The report of an image scan.",
  },
  {
    id: "akeneo/cis-benchmarks",
    clause: "Hardening",
    ref: "AK-11",
    text: "The CIS benchmarks, or tools built on them, are used to find weak points of images and hosts.",
    word: "advice",
    check: "automatic",
    evidence: "The report of a tool that follows the CIS benchmarks.",
  },
  {
    id: "akeneo/fair-use",
    clause: "Fair Use",
    ref: "AK-12",
    text: "The app keeps to the fair use of the API: 4 calls at a time for one connection, 100 requests a second for one PIM, pages of at most 100, and a wait after status 429.",
    word: "must",
    check: "partial",
    evidence: "Load figures of a test on a large catalogue.",
  },
]);

const scopes = requirementTable("akeneo", scopesPage, [
  {
    id: "akeneo/scope-exists",
    clause: "Available authorization scopes",
    ref: "AK-2b",
    text: "Each scope that is asked for is one that Akeneo knows: the PIM ignores others silently, and the permission is missing.",
    word: "should",
    check: "automatic",
    evidence: "The list of requested scopes beside the list of the documentation.",
  },
  {
    id: "akeneo/authorization-state",
    clause: "Ask for an authorization code",
    ref: "AK-publication",
    text: "The authorization request carries a random state, which is compared when the PIM comes back.",
    word: "should",
    check: "partial",
    evidence: "The place in the code that makes and compares the state.",
  },
]);

const events = requirementTable("akeneo", eventPage, [
  {
    id: "akeneo/webhook-target-public",
    clause: "Constraints on IP addresses",
    ref: "AK-publication",
    text: "An event subscription's target lies on the public network, never at a private or reserved address.",
    word: "must",
    check: "automatic",
    evidence: "The target addresses of the production subscriptions.",
  },
  {
    id: "akeneo/event-signature",
    clause: "How to check the request signature?",
    ref: "AK-publication",
    text: "The signature of an event is verified, by a comparison that takes the same time whatever differs.",
    word: "advice",
    check: "partial",
    evidence: "The place in the code that verifies the signature.",
  },
]);

const publication = requirementTable("akeneo", publicationPage, [
  {
    id: "akeneo/public-urls",
    clause: "Activation Button Set up",
    ref: "AK-publication",
    text: "The activate and callback addresses can be reached from the public network: no localhost, private address or tunnel in production.",
    word: "must",
    check: "automatic",
    evidence: "Both addresses as they stand in the App Portal.",
  },
  {
    id: "akeneo/app-name",
    clause: "App Name",
    ref: "AK-publication",
    text: "The app's name does not hold the Akeneo mark and has at most 70 characters.",
    word: "must",
    check: "partial",
    evidence: "The name as it stands in the App Portal.",
  },
  {
    id: "akeneo/security-questionnaire",
    clause: "Security Publication Process",
    ref: "AK-publication",
    text: "App and organisation pass a review by questionnaire on development, network, observability with incidents, and policies.",
    word: "must",
    check: "manual",
    evidence: "The ticket of the security review with its result.",
  },
  {
    id: "akeneo/support-service",
    clause: "Support and SLA",
    ref: "AK-publication",
    text: "The app has a support service whose terms are open to read and which promises service levels.",
    word: "must",
    check: "manual",
    evidence: "The support terms with their service levels.",
  },
  {
    id: "akeneo/tests-passed",
    clause: "Mandatory tests",
    ref: "AK-publication",
    text: "Code quality, unit, functional and scalability tests were run before submission, against a PIM.",
    word: "must",
    check: "manual",
    evidence: "The test reports, that of a large catalogue included.",
  },
  {
    id: "akeneo/demonstration",
    clause: "Your app must have passed the necessary tests",
    ref: "AK-publication",
    text: "The app is shown to Akeneo's team in a live demonstration or a video.",
    word: "must",
    check: "manual",
    evidence: "The video's address or the date of the demonstration.",
  },
]);

/** What Akeneo asks of apps, connectors and extensions. */
export const akeneoRequirements: readonly Requirement[] = [...security, ...scopes, ...events, ...publication];
