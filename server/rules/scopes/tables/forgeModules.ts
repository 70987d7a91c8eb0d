import { scopeNames } from "./scopeNames.ts";

/** Where the names come from. */
export const source = "Forge manifest schema 13.7.0, modules";

/** The kinds of modules that a Forge manifest may name, 128 names; those of Connect apps moved to Forge are left out. */
export const forgeModules: readonly string[] = scopeNames(`
  action apiRoute automation:action automation:actionProvider automation:attributeResolver automation:branch
  automation:condition automation:i18n automation:template automation:trigger bitbucket:dynamicPipelinesProvider
  bitbucket:mergeCheck bitbucket:projectSettingsMenuPage bitbucket:repoCodeFileViewer bitbucket:repoCodeOverviewAction
  bitbucket:repoCodeOverviewCard bitbucket:repoCodeOverviewPanel bitbucket:repoMainMenuPage
  bitbucket:repoPullRequestAction bitbucket:repoPullRequestCard bitbucket:repoPullRequestOverviewPanel
  bitbucket:repoSettingsMenuPage bitbucket:workspaceGlobalPage bitbucket:workspacePersonalSettingsPage
  bitbucket:workspaceSettingsMenuPage compass:adminPage compass:componentPage compass:dataProvider compass:globalPage
  compass:teamPage confluence:attachmentAction confluence:backgroundScript confluence:contentAction
  confluence:contentBylineItem confluence:contentProperty confluence:contextMenu confluence:customContent
  confluence:fullPage confluence:globalPage confluence:globalSettings confluence:homepageFeed confluence:pageBanner
  confluence:spacePage confluence:spaceSettings connectToForgeMigration consumer customerServiceManagement:crmImport
  customerServiceManagement:queuePage customerServiceManagement:requestDetail dashboards:backgroundScript
  dashboards:filter dashboards:widget devops:buildInfoProvider devops:deploymentInfoProvider devops:designInfoProvider
  devops:developmentInfoProvider devops:featureFlagInfoProvider devops:remoteLinkInfoProvider
  devops:securityInfoProvider endpoint event fifoConsumer function global:fullPage global:ui graph:connector
  graph:smartLink jira:actionValidator jira:adminPage jira:backlogAction jira:boardAction jira:command jira:customField
  jira:customFieldType jira:dashboardBackgroundScript jira:dashboardGadget jira:entityProperty jira:entityPropertySet
  jira:fullPage jira:globalBackgroundScript jira:globalPage jira:globalPermission jira:issueAction jira:issueActivity
  jira:issueContext jira:issueGlance jira:issueNavigatorAction jira:issuePanel jira:issueViewBackgroundScript
  jira:jqlFunction jira:personalSettingsPage jira:projectPage jira:projectPermission jira:projectSettingsPage
  jira:sprintAction jira:timeTrackingProvider jira:uiModifications jira:workflowCondition jira:workflowPostFunction
  jira:workflowValidator jiraServiceManagement:assetsImportType jiraServiceManagement:organizationPanel
  jiraServiceManagement:portalFooter jiraServiceManagement:portalHeader jiraServiceManagement:portalProfilePanel
  jiraServiceManagement:portalRequestCreatePropertyPanel jiraServiceManagement:portalRequestDetail
  jiraServiceManagement:portalRequestDetailPanel jiraServiceManagement:portalRequestViewAction
  jiraServiceManagement:portalSubheader jiraServiceManagement:portalUserMenuAction jiraServiceManagement:queuePage llm
  macro migration migration:dataResidency objectStore preUninstall remote rovo:agent rovo:agentConnector rovo:mcp
  rovo:skill scheduledTrigger sql trigger webtrigger workflow
`);
