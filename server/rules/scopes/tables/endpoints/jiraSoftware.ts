import type { EndpointTable } from "./endpointRow.ts";

/** Jira Software Cloud's REST description. Newer operations are missing. Rows with `?` have their path from a client of 2026 and their scopes from the older twin. Read as `endpointRow.ts` says. */
export const jiraSoftwareEndpoints: EndpointTable = {
  product: "jira-software",
  sourceDate: "2022-07-16",
  granularSuffix: "jira-software",
  rows: `
/rest/agile/1.0/backlog/issue
 POST||w:board-scope|WRITE
/rest/agile/1.0/backlog/{boardId}/issue
 POST||w:board-scope|WRITE
/rest/agile/1.0/board
 GET|||READ
 POST||w:board-scope|WRITE
/rest/agile/1.0/board/filter/{filterId}
 GET||r:board-scope.admin|READ
/rest/agile/1.0/board/{boardId}
 GET||r:board-scope read:issue-details:jira|READ
 DELETE||w:board-scope|DELETE
/rest/agile/1.0/board/{boardId}/backlog
 GET||r:board-scope read:issue-details:jira|READ
/rest/agile/1.0/board/{boardId}/configuration
 GET||r:board-scope.admin read:project:jira|READ
/rest/agile/1.0/board/{boardId}/epic
 GET||r:epic|READ
/rest/agile/1.0/board/{boardId}/epic/none/issue
 GET||r:epic read:issue-details:jira read:jql:jira|READ
/rest/agile/1.0/board/{boardId}/epic/{epicId}/issue
 GET||r:epic read:issue-details:jira read:jql:jira|READ
/rest/agile/1.0/board/{boardId}/features
 GET||r:board-scope.admin|READ
 PUT||w:board-scope.admin|WRITE
/rest/agile/1.0/board/{boardId}/issue
 GET||r:board-scope read:issue-details:jira|READ
 POST||w:board-scope|WRITE
/rest/agile/1.0/board/{boardId}/project
 GET||r:board-scope.admin read:project:jira|READ
/rest/agile/1.0/board/{boardId}/project/full
 GET||r:board-scope.admin read:project:jira|READ
/rest/agile/1.0/board/{boardId}/properties
 GET||r:board-scope.admin|READ
/rest/agile/1.0/board/{boardId}/properties/{propertyKey}
 GET||r:board-scope.admin|READ
 PUT||w:board-scope.admin|WRITE
 DELETE||d:board-scope.admin|DELETE
/rest/agile/1.0/board/{boardId}/quickfilter
 GET||r:board-scope.admin read:jql:jira|READ
/rest/agile/1.0/board/{boardId}/quickfilter/{quickFilterId}
 GET||r:board-scope.admin read:jql:jira|READ
/rest/agile/1.0/board/{boardId}/reports
 GET||r:board-scope|READ
/rest/agile/1.0/board/{boardId}/sprint
 GET||r:sprint|READ
/rest/agile/1.0/board/{boardId}/sprint/{sprintId}/issue
 GET||r:sprint read:issue-details:jira read:jql:jira|READ
/rest/agile/1.0/board/{boardId}/version
 GET||r:board-scope|READ
/rest/agile/1.0/epic/none/issue
 GET||r:epic read:issue-details:jira read:jql:jira|READ
 POST||w:epic|WRITE
/rest/agile/1.0/epic/{epicIdOrKey}
 GET||r:epic|READ
 POST||w:epic|WRITE
/rest/agile/1.0/epic/{epicIdOrKey}/issue
 GET||r:epic read:issue-details:jira read:jql:jira|READ
 POST||w:epic|WRITE
/rest/agile/1.0/epic/{epicIdOrKey}/rank
 PUT||w:epic|WRITE
/rest/agile/1.0/issue/rank
 PUT||w:issue|WRITE
/rest/agile/1.0/issue/{issueIdOrKey}
 GET||r:issue|READ
/rest/agile/1.0/issue/{issueIdOrKey}/estimation
 GET||r:issue read:issue-details:jira|READ
 PUT||w:issue read:issue-details:jira|WRITE
/rest/agile/1.0/sprint
 POST||w:sprint|WRITE
/rest/agile/1.0/sprint/{sprintId}
 GET||r:sprint|READ
 POST||w:sprint|WRITE
 PUT||w:sprint|WRITE
 DELETE||d:sprint|DELETE
/rest/agile/1.0/sprint/{sprintId}/issue
 GET||r:sprint read:issue-details:jira read:jql:jira|READ
 POST||w:sprint|WRITE
/rest/agile/1.0/sprint/{sprintId}/properties
 GET||r:sprint|READ
/rest/agile/1.0/sprint/{sprintId}/properties/{propertyKey}
 GET||r:sprint|READ
 PUT||w:sprint|WRITE
 DELETE||d:sprint|DELETE
/rest/agile/1.0/sprint/{sprintId}/swap
 POST||w:sprint|WRITE
/rest/builds/0.1/bulk
 POST|||INACCESSIBLE
/rest/builds/0.1/bulkByProperties
 DELETE|||INACCESSIBLE
/rest/builds/0.1/pipelines/{pipelineId}/builds/{buildNumber}
 GET|||INACCESSIBLE
 DELETE|||INACCESSIBLE
/rest/deployments/0.1/bulk
 POST|||INACCESSIBLE
/rest/deployments/0.1/bulkByProperties
 DELETE|||INACCESSIBLE
/rest/deployments/0.1/pipelines/{pipelineId}/environments/{environmentId}/deployments/{deploymentSequenceNumber}
 GET|||INACCESSIBLE
 DELETE|||INACCESSIBLE
/rest/deployments/0.1/pipelines/{pipelineId}/environments/{environmentId}/deployments/{deploymentSequenceNumber}/gating-status
 GET|||INACCESSIBLE
/rest/devinfo/0.10/bulk
 POST|||INACCESSIBLE
/rest/devinfo/0.10/bulkByProperties
 DELETE|||INACCESSIBLE
/rest/devinfo/0.10/existsByProperties
 GET|||INACCESSIBLE
/rest/devinfo/0.10/repository/{repositoryId}
 GET|||INACCESSIBLE
 DELETE|||INACCESSIBLE
/rest/devinfo/0.10/repository/{repositoryId}/{entityType}/{entityId}
 DELETE|||INACCESSIBLE
/rest/featureflags/0.1/bulk
 POST|||INACCESSIBLE
/rest/featureflags/0.1/bulkByProperties
 DELETE|||INACCESSIBLE
/rest/featureflags/0.1/flag/{featureFlagId}
 GET|||INACCESSIBLE
 DELETE|||INACCESSIBLE
/rest/remotelinks/1.0/bulk
 POST|||INACCESSIBLE
/rest/remotelinks/1.0/bulkByProperties
 DELETE|||INACCESSIBLE
/rest/remotelinks/1.0/remotelink/{remoteLinkId}
 GET|||INACCESSIBLE
 DELETE|||INACCESSIBLE
/rest/software/1.0/board/{boardId}/backlog
 GET?||r:board-scope read:issue-details:jira|READ
/rest/software/1.0/board/{boardId}/backlog/approximate-count
 GET?||r:board-scope read:issue-details:jira|READ
/rest/software/1.0/board/{boardId}/epic/none/issue
 GET?||r:epic read:issue-details:jira read:jql:jira|READ
/rest/software/1.0/board/{boardId}/epic/{epicId}/issue
 GET?||r:epic read:issue-details:jira read:jql:jira|READ
/rest/software/1.0/board/{boardId}/issue
 GET?||r:board-scope read:issue-details:jira|READ
/rest/software/1.0/board/{boardId}/issue/approximate-count
 GET?||r:board-scope read:issue-details:jira|READ
/rest/software/1.0/board/{boardId}/sprint/{sprintId}/issue
 GET?||r:sprint read:issue-details:jira read:jql:jira|READ
/rest/software/1.0/epic/none/issue
 GET?||r:epic read:issue-details:jira read:jql:jira|READ
/rest/software/1.0/epic/{epicIdOrKey}/issue
 GET?||r:epic read:issue-details:jira read:jql:jira|READ
/rest/software/1.0/sprint/{sprintId}/issue
 GET?||r:sprint read:issue-details:jira read:jql:jira|READ
`,
};
