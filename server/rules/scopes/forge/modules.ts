import { scopeNames } from "../tables/scopeNames.ts";
import type { Place } from "../system.ts";
import type { Reading } from "./reading.ts";
import { isOfProduct } from "./scopeKnowledge.ts";

/**
 * Modules of a manifest that need no scope of their own: pages, panels, actions, functions and what starts them (Forge
 * documentation of 2026-08). What is not listed may need one.
 */
const withoutScopes: ReadonlySet<string> = new Set(scopeNames(`
  function trigger scheduledTrigger webtrigger consumer endpoint action apiRoute sql objectStore llm
  jira:issuePanel jira:issueContext jira:issueGlance jira:issueAction jira:issueActivity jira:issueNavigatorAction
  jira:issueViewBackgroundScript jira:projectPage jira:projectSettingsPage jira:globalPage jira:adminPage jira:fullPage
  jira:dashboardGadget jira:dashboardBackgroundScript jira:backlogAction jira:boardAction jira:sprintAction jira:command
  jira:personalSettingsPage jira:globalBackgroundScript jira:globalPermission jira:projectPermission
  macro confluence:contentAction confluence:contentBylineItem confluence:contextMenu confluence:globalPage
  confluence:globalSettings confluence:homepageFeed confluence:spacePage confluence:spaceSidebar confluence:spaceSettings
  confluence:pageBanner confluence:backgroundScript confluence:fullPage
  bitbucket:repoCodeOverviewAction bitbucket:repoCodeOverviewCard bitbucket:repoCodeOverviewPanel bitbucket:repoMainMenuPage
  bitbucket:repoPullRequestAction bitbucket:repoPullRequestCard bitbucket:repoPullRequestOverviewPanel
  bitbucket:repoSettingsMenuPage bitbucket:workspaceSettingsMenuPage bitbucket:workspacePersonalSettingsPage
  jiraServiceManagement:queuePage jiraServiceManagement:portalHeader jiraServiceManagement:portalSubheader
  jiraServiceManagement:portalFooter jiraServiceManagement:portalProfilePanel jiraServiceManagement:portalRequestDetail
  jiraServiceManagement:portalRequestDetailPanel jiraServiceManagement:portalUserMenuAction
  jiraServiceManagement:portalRequestViewAction jiraServiceManagement:portalRequestCreatePropertyPanel
  jiraServiceManagement:organizationPanel
`));

/** What a kind of module needs. */
export function needsOfModule(type: string, place: Place): Reading {
  if (withoutScopes.has(type)) return { needs: [], open: [] };
  if (type === "bitbucket:mergeCheck") {
    return { needs: [{ what: "the module bitbucket:mergeCheck", place, anyOf: [["read:pullrequest:bitbucket"]], certainty: "likely" }], open: [] };
  }
  // Agents and their connectors need scopes of Rovo, whose use shows nowhere, and read what they are connected with.
  return { needs: [], open: [{ why: `The module ${type} may need scopes of its own`, place, mayNeed: isOfProduct }] };
}
