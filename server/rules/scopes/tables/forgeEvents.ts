import { scopeNames } from "./scopeNames.ts";

/** The month in which the package that maps the events was published. */
export const sourceDate = "2026-10";

/** Where the events and their scopes come from. */
export const source = "@forge/manifest 13.7.0, product events and their scopes";

/** The scopes of one product event: each list is enough by itself when it is complete. */
export interface EventScopes {
  readonly classic: readonly string[];
  readonly granular: readonly string[];
}

/** Classic scopes, `|`, granular scopes; below, indented, the events that need them. */
const table = `
read:jira-work|read:issue:jira read:issue-type:jira read:user:jira read:project:jira read:status:jira
  avi:jira:assigned:issue avi:jira:created:issue avi:jira:deleted:issue avi:jira:mentioned:issue
  avi:jira:updated:issue avi:jira:viewed:issue
read:jira-work|read:issue:jira read:issue-type:jira read:user:jira read:project:jira read:status:jira read:comment:jira
  avi:jira:commented:issue avi:jira:deleted:comment avi:jira:mentioned:comment
read:jira-work|read:field:jira read:issue-link-type:jira read:issue:jira read:issue-type:jira read:priority:jira read:status:jira read:avatar:jira read:issue.time-tracking:jira read:project-category:jira read:project:jira read:user:jira
  avi:jira:created:issuelink avi:jira:deleted:issuelink
manage:jira-configuration|read:field:jira
  avi:jira:created:field avi:jira:updated:field avi:jira:trashed:field avi:jira:deleted:field avi:jira:restored:field
  avi:jira:created:field:context avi:jira:updated:field:context avi:jira:deleted:field:context
manage:jira-configuration|read:workflow:jira read:issue:jira read:project:jira
  avi:jira:failed:expression
manage:jira-configuration|read:custom-field-contextual-configuration:jira
  avi:jira:updated:field:context:configuration
manage:jira-configuration|read:issue-type:jira
  avi:jira:deleted:issuetype avi:jira:created:issuetype avi:jira:updated:issuetype
manage:jira-configuration|read:requesttype:jira-service-management
  avi:jsm-entity:created:request-type avi:jsm-entity:updated:request-type avi:jsm-entity:deleted:request-type
  avi:jsm-entity:created:request-type-group avi:jsm-entity:updated:request-type-group
  avi:jsm-entity:deleted:request-type-group
manage:jira-configuration|read:servicedesk:jira-service-management
  avi:jsm-entity:created:portal avi:jsm-entity:updated:portal avi:jsm-entity:created:service-desk
  avi:jsm-entity:updated:service-desk avi:jsm-entity:deleted:service-desk
read:jira-work|read:project-version:jira
  avi:jira:created:version avi:jira:updated:version avi:jira:released:version avi:jira:unreleased:version
  avi:jira:archived:version avi:jira:unarchived:version avi:jira:merged:version avi:jira:moved:version
  avi:jira:deleted:version
read:jira-work|read:issue-worklog.property:jira read:issue-worklog:jira read:project-role:jira read:comment:jira read:avatar:jira read:group:jira read:user:jira
  avi:jira:created:worklog avi:jira:updated:worklog avi:jira:deleted:worklog
read:confluence-content.summary|read:blogpost:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:updated:blogpost avi:confluence:viewed:blogpost avi:confluence:liked:blogpost
  avi:confluence:created:blogpost avi:confluence:restored:blogpost avi:confluence:permissions_updated:blogpost
read:confluence-content.summary|read:comment:confluence read:page:confluence read:blogpost:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:liked:comment avi:confluence:created:comment avi:confluence:updated:comment
  avi:confluence:deleted:comment
read:confluence-content.summary|read:page:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:created:page avi:confluence:started:page avi:confluence:viewed:page avi:confluence:updated:page
  avi:confluence:snapshotted:page avi:confluence:archived:page avi:confluence:children_reordered:page
  avi:confluence:copied:page avi:confluence:moved:page avi:confluence:restored:page avi:confluence:unarchived:page
  avi:confluence:liked:page avi:confluence:permissions_updated:page
read:confluence-content.summary write:confluence-content|read:page:confluence write:page:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:deleted:page avi:confluence:trashed:page
read:confluence-content.summary|read:attachment:confluence read:page:confluence read:blogpost:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:archived:attachment avi:confluence:created:attachment avi:confluence:deleted:attachment
  avi:confluence:restored:attachment avi:confluence:trashed:attachment avi:confluence:unarchived:attachment
  avi:confluence:updated:attachment avi:confluence:viewed:attachment
read:confluence-content.summary write:confluence-content|read:blogpost:confluence write:blogpost:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:deleted:blogpost avi:confluence:trashed:blogpost
read:confluence-content.summary|read:custom-content:confluence read:space:confluence read:blogpost:confluence read:page:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:created:custom_content avi:confluence:updated:custom_content avi:confluence:trashed:custom_content
  avi:confluence:restored:custom_content avi:confluence:deleted:custom_content
  avi:confluence:permissions_updated:custom_content
read:confluence-content.summary|read:comment:confluence read:page:confluence read:blogpost:confluence read:custom-content:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:permissions_updated:comment
read:confluence-content.summary|read:attachment:confluence read:page:confluence read:blogpost:confluence read:comment:confluence read:custom-content:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:permissions_updated:attachment
read:confluence-content.summary|read:whiteboard:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:permissions_updated:whiteboard
read:confluence-content.summary|read:database:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:permissions_updated:database
read:confluence-content.summary|read:embed:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:permissions_updated:embed
read:confluence-content.summary|read:folder:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:permissions_updated:folder
read:confluence-content.all|read:inlinetask:confluence read:space:confluence read:user:confluence read:content.metadata:confluence
  avi:confluence:created:task avi:confluence:updated:task avi:confluence:removed:task
read:confluence-space.summary|read:space:confluence
  avi:confluence:created:space:V2 avi:confluence:updated:space:V2
read:confluence-space.summary write:confluence-space|read:space:confluence write:space:confluence
  avi:confluence:deleted:space:V2
read:confluence-user|read:user:confluence
  avi:confluence:created:user avi:confluence:deleted:user
read:confluence-groups|read:group:confluence
  avi:confluence:created:group avi:confluence:deleted:group
read:confluence-content.summary read:confluence-space.summary read:confluence-user|read:page:confluence read:blogpost:confluence read:attachment:confluence read:custom-content:confluence read:database:confluence read:embed:confluence read:folder:confluence read:whiteboard:confluence read:content-details:confluence read:space:confluence read:user:confluence
  avi:confluence:created:relation avi:confluence:deleted:relation
read:component:compass|
  avi:compass:created:component_link avi:compass:updated:component_link avi:compass:deleted:component_link
read:repository:bitbucket|
  avi:bitbucket:created:repository avi:bitbucket:updated:repository avi:bitbucket:push:repository
  avi:bitbucket:deleted:repository
read:pullrequest:bitbucket|
  avi:bitbucket:created:pullrequest avi:bitbucket:updated:pullrequest avi:bitbucket:fulfilled:pullrequest
  avi:bitbucket:rejected:pullrequest avi:bitbucket:created:pullrequest-comment
  avi:bitbucket:updated:pullrequest-comment avi:bitbucket:deleted:pullrequest-comment
  avi:bitbucket:updated:pullrequest-reviewer-status
read:pipeline:bitbucket|
  avi:bitbucket:pending:deployment avi:bitbucket:started:deployment avi:bitbucket:completed:deployment
read:jira-work|read:sprint:jira-software
  avi:jira-software:created:sprint avi:jira-software:started:sprint avi:jira-software:closed:sprint
  avi:jira-software:updated:sprint avi:jira-software:deleted:sprint
read:jira-work read:jira-user|read:board-scope:jira-software read:issue-details:jira read:project:jira read:user:jira
  avi:jira-software:created:board avi:jira-software:updated:board avi:jira-software:deleted:board
read:jira-work read:jira-user|read:board-scope.admin:jira-software read:project:jira read:user:jira
  avi:jira-software:configuration-changed:board
read:jira-work|read:attachment:jira
  avi:jira:created:attachment avi:jira:deleted:attachment
read:jira-work|read:issue.property:jira
  avi:jira:set:issue-property avi:jira:deleted:issue-property
read:jira-work|read:project:jira read:user:jira
  avi:jira:created:component avi:jira:updated:component
read:jira-work|read:project:jira read:user:jira read:project.component:jira
  avi:jira:deleted:component
read:jira-work|read:project:jira
  avi:jira:created:project avi:jira:updated:project avi:jira:archived:project avi:jira:unarchived:project
  avi:jira:softdeleted:project avi:jira:restored:project avi:jira:deleted:project
manage:jira-configuration|read:filter:jira read:jql:jira
  avi:jira:created:filter avi:jira:updated:filter avi:jira:deleted:filter
manage:jira-configuration|read:issue.time-tracking:jira
  avi:jira:timetracking:provider:changed
read:jira-user|read:application-role:jira read:group:jira read:user:jira read:avatar:jira
  avi:jira:created:user avi:jira:updated:user avi:jira:deleted:user
manage:jira-configuration|read:instance-configuration:jira
  avi:jira:changed:configuration
`;

let events: ReadonlyMap<string, EventScopes> | undefined;

/** All events that a trigger of a Forge manifest may name, 155 names. */
export function forgeEvents(): ReadonlyMap<string, EventScopes> {
  return (events ??= readTable());
}

function readTable(): Map<string, EventScopes> {
  const found = new Map<string, EventScopes>();
  let scopes: EventScopes = { classic: [], granular: [] };
  for (const line of table.split("\n")) {
    if (line.startsWith(" ")) for (const event of scopeNames(line)) found.set(event, scopes);
    else if (line !== "") {
      const [classic = "", granular = ""] = line.split("|");
      scopes = { classic: scopeNames(classic), granular: scopeNames(granular) };
    }
  }
  return found;
}
