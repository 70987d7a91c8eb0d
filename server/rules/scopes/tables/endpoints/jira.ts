import type { EndpointTable } from "./endpointRow.ts";

/** Jira Cloud platform's REST description, version 3. `/rest/api/2` and `/rest/api/latest` take the same scopes: 588 operations compared, none differs. Read as `endpointRow.ts` says. */
export const jiraEndpoints: EndpointTable = {
  product: "jira",
  sourceDate: "2026-04-20",
  granularSuffix: "jira",
  rows: `
/rest/api/3/announcementBanner
 GET|manage:jira-configuration||INACCESSIBLE
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/app/field/context/configuration/list
 POST|manage:jira-configuration|r:custom-field-contextual-configuration|INACCESSIBLE
/rest/api/3/app/field/value
 POST||w:app-data|INACCESSIBLE
/rest/api/3/app/field/{fieldIdOrKey}/context/configuration
 GET|manage:jira-configuration|r:custom-field-contextual-configuration|ADMIN
 PUT|manage:jira-configuration|w:custom-field-contextual-configuration|ADMIN
/rest/api/3/app/field/{fieldIdOrKey}/value
 PUT||w:app-data|INACCESSIBLE
/rest/api/3/application-properties
 GET|manage:jira-configuration|r:instance-configuration|ADMIN
/rest/api/3/application-properties/advanced-settings
 GET|manage:jira-configuration|r:instance-configuration|ADMIN
/rest/api/3/application-properties/{id}
 PUT|manage:jira-configuration|w:instance-configuration r:instance-configuration|ADMIN
/rest/api/3/applicationrole
 GET|manage:jira-configuration|r:application-role|INACCESSIBLE
/rest/api/3/applicationrole/{key}
 GET|manage:jira-configuration|r:application-role|INACCESSIBLE
/rest/api/3/attachment/content/{id}
 GET|read:jira-work|r:attachment|READ
/rest/api/3/attachment/meta
 GET|read:jira-work|r:instance-configuration|READ
/rest/api/3/attachment/thumbnail/{id}
 GET|read:jira-work|r:attachment|READ
/rest/api/3/attachment/{id}
 GET|read:jira-work|r:attachment r:user r:application-role r:avatar r:group|READ
 DELETE|write:jira-work|d:attachment|DELETE
/rest/api/3/attachment/{id}/expand/human
 GET|read:jira-work|r:attachment|READ
/rest/api/3/attachment/{id}/expand/raw
 GET|read:jira-work|r:attachment|READ
/rest/api/3/auditing/record
 GET|manage:jira-configuration|r:audit-log r:user|READ
/rest/api/3/avatar/{type}/system
 GET|manage:jira-configuration|r:avatar|ADMIN
/rest/api/3/bulk/issues/delete
 POST|write:jira-work|w:issue r:issue|INACCESSIBLE
/rest/api/3/bulk/issues/fields
 GET|read:jira-work|r:issue|INACCESSIBLE
 POST|write:jira-work|w:issue r:issue|INACCESSIBLE
/rest/api/3/bulk/issues/move
 POST|write:jira-work|w:issue r:issue|INACCESSIBLE
/rest/api/3/bulk/issues/transition
 GET|read:jira-work|r:issue|INACCESSIBLE
 POST|write:jira-work|w:issue r:issue|INACCESSIBLE
/rest/api/3/bulk/issues/unwatch
 POST|write:jira-work|w:issue r:issue|INACCESSIBLE
/rest/api/3/bulk/issues/watch
 POST|write:jira-work|w:issue r:issue|INACCESSIBLE
/rest/api/3/bulk/queue/{taskId}
 GET|read:jira-work|r:issue|INACCESSIBLE
/rest/api/3/changelog/bulkfetch
 POST|read:jira-work|r:issue-meta r:avatar r:issue.changelog|INACCESSIBLE
/rest/api/3/classification-levels
 GET|read:jira-work|r:project|INACCESSIBLE
/rest/api/3/comment/list
 POST|read:jira-work|d:comment.property r:avatar r:comment r:group r:project-role r:user r:comment.property r:project|READ
/rest/api/3/comment/{commentId}/properties
 GET|read:jira-work|r:comment.property|READ
/rest/api/3/comment/{commentId}/properties/{propertyKey}
 GET|read:jira-work|r:comment.property|READ
 PUT|write:jira-work|w:comment.property|WRITE
 DELETE|write:jira-work|d:comment.property|DELETE
/rest/api/3/component
 GET|read:jira-work|r:project r:project.component r:user r:application-role r:avatar r:group|READ
 POST|manage:jira-project|r:project r:user w:project.component r:application-role r:avatar r:group r:project.component|PROJECT_ADMIN
/rest/api/3/component/{id}
 GET|read:jira-work|r:project r:project.component r:user r:application-role r:avatar r:group|READ
 PUT|manage:jira-project|r:project r:user w:project.component r:application-role r:avatar r:group r:project.component|PROJECT_ADMIN
 DELETE|manage:jira-project|d:project.component|PROJECT_ADMIN
/rest/api/3/component/{id}/relatedIssueCounts
 GET|read:jira-work|r:field r:project.component|READ
/rest/api/3/config/fieldschemes
 GET|manage:jira-configuration|r:field-configuration-scheme|INACCESSIBLE
 POST|manage:jira-configuration|w:field-configuration-scheme|INACCESSIBLE
/rest/api/3/config/fieldschemes/fields
 PUT|manage:jira-configuration|w:field-configuration|INACCESSIBLE
 DELETE|manage:jira-configuration|w:field-configuration|INACCESSIBLE
/rest/api/3/config/fieldschemes/fields/parameters
 PUT|manage:jira-configuration|w:field-configuration|INACCESSIBLE
 DELETE|manage:jira-configuration|w:field-configuration|INACCESSIBLE
/rest/api/3/config/fieldschemes/projects
 GET|manage:jira-configuration|r:field-configuration-scheme|INACCESSIBLE
 PUT|manage:jira-configuration|w:field-configuration|INACCESSIBLE
/rest/api/3/config/fieldschemes/{id}
 GET|manage:jira-configuration|r:field-configuration-scheme|INACCESSIBLE
 PUT|manage:jira-configuration|w:field-configuration-scheme|INACCESSIBLE
 DELETE|manage:jira-configuration|w:field-configuration-scheme|INACCESSIBLE
/rest/api/3/config/fieldschemes/{id}/clone
 POST|manage:jira-configuration|w:field-configuration-scheme|INACCESSIBLE
/rest/api/3/config/fieldschemes/{id}/fields
 GET|manage:jira-configuration|r:field-configuration|INACCESSIBLE
/rest/api/3/config/fieldschemes/{id}/fields/{fieldId}/parameters
 GET|manage:jira-configuration|r:field-configuration|INACCESSIBLE
/rest/api/3/config/fieldschemes/{id}/projects
 GET|manage:jira-configuration|r:field-configuration|INACCESSIBLE
/rest/api/3/configuration
 GET|read:jira-user|r:instance-configuration r:issue.time-tracking|READ
/rest/api/3/configuration/timetracking
 GET|manage:jira-configuration|r:issue.time-tracking|READ
 PUT|manage:jira-configuration|w:issue.time-tracking|ADMIN
/rest/api/3/configuration/timetracking/list
 GET|manage:jira-configuration|r:issue.time-tracking|READ
/rest/api/3/configuration/timetracking/options
 GET|manage:jira-configuration|r:issue.time-tracking|READ
 PUT|manage:jira-configuration|w:issue.time-tracking r:issue.time-tracking|ADMIN
/rest/api/3/customFieldOption/{id}
 GET|read:jira-work|r:field r:field.option|READ
/rest/api/3/dashboard
 GET|read:jira-work|r:dashboard r:group r:project r:project-role r:user r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-version r:project.component|READ
 POST|write:jira-work|r:dashboard r:group r:project r:project-role r:user w:dashboard r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-version r:project.component|WRITE
/rest/api/3/dashboard/bulk/edit
 PUT|write:jira-work|r:dashboard r:group r:project r:project-role r:user w:dashboard r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-version r:project.component|WRITE
/rest/api/3/dashboard/gadgets
 GET|read:jira-work|r:dashboard|READ
/rest/api/3/dashboard/search
 GET|read:jira-work|r:dashboard r:group r:project r:project-role r:user r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-version r:project.component|READ
/rest/api/3/dashboard/{dashboardId}/gadget
 GET|read:jira-work|r:dashboard|READ
 POST|write:jira-work read:jira-work|w:dashboard r:dashboard|WRITE
/rest/api/3/dashboard/{dashboardId}/gadget/{gadgetId}
 PUT|write:jira-work|w:dashboard|WRITE
 DELETE|write:jira-work|w:dashboard|DELETE
/rest/api/3/dashboard/{dashboardId}/items/{itemId}/properties
 GET|read:jira-work|r:dashboard.property|READ
/rest/api/3/dashboard/{dashboardId}/items/{itemId}/properties/{propertyKey}
 GET|read:jira-work|r:dashboard.property|READ
 PUT|write:jira-work|w:dashboard.property|WRITE
 DELETE|write:jira-work|d:dashboard.property|DELETE
/rest/api/3/dashboard/{id}
 GET|read:jira-work|r:dashboard r:group r:project r:project-role r:user r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-version r:project.component|READ
 PUT|write:jira-work|r:dashboard r:group r:project r:project-role r:user w:dashboard r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-version r:project.component|WRITE
 DELETE|write:jira-work|d:dashboard|DELETE
/rest/api/3/dashboard/{id}/copy
 POST|write:jira-work|r:dashboard r:group r:project r:project-role r:user w:dashboard r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-version r:project.component|WRITE
/rest/api/3/data-policy
 GET|read:jira-work||INACCESSIBLE
/rest/api/3/data-policy/project
 GET|read:jira-work||INACCESSIBLE
/rest/api/3/events
 GET|manage:jira-configuration|r:issue-event|ADMIN
/rest/api/3/expression/analyse
 POST|read:jira-work read:jira-user|r:field r:jira-expressions|READ
/rest/api/3/expression/eval
 POST|read:jira-work read:jira-user|r:jira-expressions|READ
/rest/api/3/expression/evaluate
 POST|read:jira-work read:jira-user|r:jira-expressions|READ
/rest/api/3/field
 GET|read:jira-work|r:field r:avatar r:project-category r:project r:field-configuration|READ
 POST|manage:jira-configuration|w:field r:avatar r:field r:project-category r:project r:field-configuration|ADMIN
/rest/api/3/field/association
 PUT|manage:jira-configuration|w:field-configuration|ADMIN
 DELETE|manage:jira-configuration|w:field-configuration|ADMIN
/rest/api/3/field/search
 GET|read:jira-work|r:field r:field-configuration|NONE
/rest/api/3/field/search/trashed
 GET|read:jira-work|r:field r:field-configuration r:user|READ
/rest/api/3/field/{fieldId}
 PUT|manage:jira-configuration|w:field|ADMIN
/rest/api/3/field/{fieldId}/association/project
 GET|read:jira-work|r:field r:field-configuration|READ
/rest/api/3/field/{fieldId}/context
 GET|manage:jira-configuration|r:field r:custom-field-contextual-configuration|READ
 POST|manage:jira-configuration|r:field w:field r:custom-field-contextual-configuration|ADMIN
/rest/api/3/field/{fieldId}/context/defaultValue
 GET|manage:jira-configuration|r:field.default-value|READ
 PUT|manage:jira-configuration|w:field.default-value|ADMIN
/rest/api/3/field/{fieldId}/context/issuetypemapping
 GET|manage:jira-configuration|r:field|READ
/rest/api/3/field/{fieldId}/context/mapping
 POST|manage:jira-configuration|r:field|ADMIN
/rest/api/3/field/{fieldId}/context/projectmapping
 GET|manage:jira-configuration|r:field|READ
/rest/api/3/field/{fieldId}/context/{contextId}
 PUT|manage:jira-configuration|w:field|ADMIN
 DELETE|manage:jira-configuration|d:field|ADMIN
/rest/api/3/field/{fieldId}/context/{contextId}/issuetype
 PUT|manage:jira-configuration|w:field|ADMIN
/rest/api/3/field/{fieldId}/context/{contextId}/issuetype/remove
 POST|manage:jira-configuration|w:field|ADMIN
/rest/api/3/field/{fieldId}/context/{contextId}/option
 GET|manage:jira-configuration|r:field.option|READ
 POST|manage:jira-configuration|r:field.option w:field.option|ADMIN
 PUT|manage:jira-configuration|r:field.option w:field.option|ADMIN
/rest/api/3/field/{fieldId}/context/{contextId}/option/move
 PUT|manage:jira-configuration|w:field.option|ADMIN
/rest/api/3/field/{fieldId}/context/{contextId}/option/{optionId}
 DELETE|manage:jira-configuration|d:field.option|ADMIN
/rest/api/3/field/{fieldId}/context/{contextId}/option/{optionId}/issue
 DELETE|manage:jira-configuration|r:field.option w:field.option|ADMIN
/rest/api/3/field/{fieldId}/context/{contextId}/project
 PUT|manage:jira-configuration|w:field|ADMIN
/rest/api/3/field/{fieldId}/context/{contextId}/project/remove
 POST|manage:jira-configuration|w:field|ADMIN
/rest/api/3/field/{fieldId}/contexts
 GET|manage:jira-project|r:field r:avatar r:project-category r:project|NONE
/rest/api/3/field/{fieldId}/screens
 GET|manage:jira-project|r:screen r:avatar r:project-category r:project r:screen-tab|NONE
/rest/api/3/field/{fieldKey}/option
 GET|manage:jira-configuration|r:field.option|NONE
 POST|manage:jira-configuration|w:field.option|NONE
/rest/api/3/field/{fieldKey}/option/suggestions/edit
 GET|read:jira-work|r:field.option|NONE
/rest/api/3/field/{fieldKey}/option/suggestions/search
 GET|read:jira-work|r:field.option|NONE
/rest/api/3/field/{fieldKey}/option/{optionId}
 GET|manage:jira-configuration|r:field.option|NONE
 PUT|manage:jira-configuration|w:field.option|NONE
 DELETE|manage:jira-configuration|d:field.option|NONE
/rest/api/3/field/{fieldKey}/option/{optionId}/issue
 DELETE|manage:jira-configuration|w:field.option d:field.option|NONE
/rest/api/3/field/{id}
 DELETE|manage:jira-configuration|d:field|ADMIN
/rest/api/3/field/{id}/restore
 POST|manage:jira-configuration|w:field|ADMIN
/rest/api/3/field/{id}/trash
 POST|manage:jira-configuration|d:field|ADMIN
/rest/api/3/fieldconfiguration
 GET|manage:jira-configuration|r:field-configuration|ADMIN
 POST|manage:jira-configuration|r:field-configuration w:field-configuration|ADMIN
/rest/api/3/fieldconfiguration/{id}
 PUT|manage:jira-configuration|w:field-configuration|ADMIN
 DELETE|manage:jira-configuration|d:field-configuration|ADMIN
/rest/api/3/fieldconfiguration/{id}/fields
 GET|manage:jira-configuration|r:field-configuration|ADMIN
 PUT|manage:jira-configuration|w:field-configuration|ADMIN
/rest/api/3/fieldconfigurationscheme
 GET|manage:jira-configuration|r:field-configuration-scheme|ADMIN
 POST|manage:jira-configuration|w:field-configuration-scheme r:field-configuration-scheme|ADMIN
/rest/api/3/fieldconfigurationscheme/mapping
 GET|manage:jira-configuration|r:field-configuration-scheme|ADMIN
/rest/api/3/fieldconfigurationscheme/project
 GET|manage:jira-configuration|r:field-configuration-scheme|ADMIN
 PUT|manage:jira-configuration|w:field-configuration-scheme|ADMIN
/rest/api/3/fieldconfigurationscheme/{id}
 PUT|manage:jira-configuration|w:field-configuration-scheme|ADMIN
 DELETE|manage:jira-configuration|d:field-configuration-scheme|ADMIN
/rest/api/3/fieldconfigurationscheme/{id}/mapping
 PUT|manage:jira-configuration|w:field-configuration-scheme r:field-configuration-scheme|ADMIN
/rest/api/3/fieldconfigurationscheme/{id}/mapping/delete
 POST|manage:jira-configuration|w:field-configuration-scheme|ADMIN
/rest/api/3/filter
 POST|write:jira-work|r:filter r:group r:project r:project-role r:user w:filter r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-version r:project.component|WRITE
/rest/api/3/filter/defaultShareScope
 GET|read:jira-work|r:filter.default-share-scope|READ
 PUT|write:jira-work|w:filter.default-share-scope r:filter.default-share-scope|WRITE
/rest/api/3/filter/favourite
 GET|read:jira-work|r:filter r:group r:project r:project-role r:user r:jql r:application-role r:avatar r:issue-type-hierarchy|READ
/rest/api/3/filter/my
 GET|read:jira-work|r:filter r:group r:project r:project-role r:user r:jql r:application-role r:avatar r:issue-type-hierarchy|READ
/rest/api/3/filter/search
 GET|read:jira-work|r:filter r:group r:project r:project-role r:user r:jql r:application-role r:avatar r:issue-type-hierarchy|READ
/rest/api/3/filter/{id}
 GET|read:jira-work|r:filter r:group r:project r:project-role r:user r:jql r:application-role r:avatar r:issue-type-hierarchy|READ
 PUT|write:jira-work|w:filter r:filter r:group r:project r:project-role r:user r:jql r:application-role r:avatar r:issue-type-hierarchy|WRITE
 DELETE|write:jira-work|d:filter|DELETE
/rest/api/3/filter/{id}/columns
 GET|read:jira-work|r:filter.column|READ
 PUT|write:jira-work|w:filter.column|WRITE
 DELETE|write:jira-work|d:filter.column|DELETE
/rest/api/3/filter/{id}/favourite
 PUT|write:jira-work|r:filter r:group r:project r:project-role r:user w:filter r:jql r:application-role r:avatar r:issue-type-hierarchy|WRITE
 DELETE|write:jira-work|w:filter r:application-role r:avatar r:filter r:group r:issue-type-hierarchy r:issue-type r:project-category r:project-role r:project-version r:project.component r:project r:user|DELETE
/rest/api/3/filter/{id}/owner
 PUT|write:jira-work|r:filter w:filter|WRITE
/rest/api/3/filter/{id}/permission
 GET|read:jira-work|r:filter r:group r:project r:user r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-role r:project-version r:project.component|READ
 POST|write:jira-work|w:filter r:filter r:group r:project r:user r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-role r:project-version r:project.component|WRITE
/rest/api/3/filter/{id}/permission/{permissionId}
 GET|read:jira-work|r:filter r:group r:project r:project-role r:user r:application-role r:avatar r:issue-type-hierarchy r:issue-type r:project-category r:project-version r:project.component|READ
 DELETE|write:jira-work|w:filter|DELETE
/rest/api/3/forge/panel/action/bulk/async
 POST|manage:jira-project||INACCESSIBLE
/rest/api/3/group
 GET|read:jira-user|r:group r:user r:avatar|ADMIN
 POST|manage:jira-configuration|r:group r:user w:group r:avatar|INACCESSIBLE
 DELETE|manage:jira-configuration|d:group|INACCESSIBLE
/rest/api/3/group/bulk
 GET|read:jira-user|r:group|ADMIN
/rest/api/3/group/member
 GET|manage:jira-configuration|r:group r:user r:avatar|ADMIN
/rest/api/3/group/user
 POST|manage:jira-configuration|w:group r:avatar r:group r:user|INACCESSIBLE
 DELETE|manage:jira-configuration|w:group|INACCESSIBLE
/rest/api/3/groups/picker
 GET|read:jira-user|r:group|READ
/rest/api/3/groupuserpicker
 GET|read:jira-work|r:group r:user|READ
/rest/api/3/instance/license
 GET|manage:jira-configuration|r:license|READ
/rest/api/3/issue
 POST|write:jira-work|w:issue w:comment w:comment.property w:attachment r:issue|WRITE
/rest/api/3/issue/archive
 POST|write:jira-work|w:issue|WRITE
 PUT|write:jira-work|w:issue|WRITE
/rest/api/3/issue/bulk
 POST|write:jira-work|w:issue w:comment w:comment.property w:attachment r:issue|WRITE
/rest/api/3/issue/bulkfetch
 POST|read:jira-work|r:issue-meta r:issue-security-level r:issue.vote r:issue.changelog r:avatar r:issue r:status r:user r:field-configuration|WRITE
/rest/api/3/issue/createmeta
 GET|read:jira-work|r:issue-meta r:avatar r:field-configuration|READ
/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes
 GET|read:jira-work|r:issue-meta r:avatar r:field-configuration|READ
/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}
 GET|read:jira-work|r:issue-meta r:avatar r:field-configuration|READ
/rest/api/3/issue/limit/report
 GET|read:jira-work|r:project r:issue|READ
/rest/api/3/issue/picker
 GET|read:jira-work|r:issue-details|READ
/rest/api/3/issue/properties
 POST|write:jira-work|w:issue.property|WRITE
/rest/api/3/issue/properties/multi
 POST|write:jira-work|w:issue.property|WRITE
/rest/api/3/issue/properties/{propertyKey}
 PUT|write:jira-work|r:jira-expressions w:issue.property|WRITE
 DELETE|write:jira-work|d:issue.property|DELETE
/rest/api/3/issue/unarchive
 PUT|write:jira-work|w:issue|WRITE
/rest/api/3/issue/watching
 POST|read:jira-work|r:issue.watcher r:user|WRITE
/rest/api/3/issue/{issueIdOrKey}
 GET|read:jira-work|r:issue-meta r:issue-security-level r:issue.vote r:issue.changelog r:avatar r:issue r:status r:user r:field-configuration|READ
 PUT|write:jira-work|w:issue|WRITE
 DELETE|write:jira-work|d:issue|DELETE
/rest/api/3/issue/{issueIdOrKey}/assignee
 PUT|write:jira-work|w:issue|WRITE
/rest/api/3/issue/{issueIdOrKey}/attachments
 POST|write:jira-work|r:user w:attachment r:attachment r:avatar|WRITE
/rest/api/3/issue/{issueIdOrKey}/changelog
 GET|read:jira-work|r:issue-meta r:avatar r:issue.changelog|READ
/rest/api/3/issue/{issueIdOrKey}/changelog/list
 POST|read:jira-work|r:issue-meta r:avatar r:issue.changelog|WRITE
/rest/api/3/issue/{issueIdOrKey}/comment
 GET|read:jira-work|r:comment r:comment.property r:group r:project r:project-role r:user r:avatar|READ
 POST|write:jira-work|r:comment r:comment.property r:group r:project r:project-role r:user w:comment r:avatar|WRITE
/rest/api/3/issue/{issueIdOrKey}/comment/{id}
 GET|read:jira-work|r:comment r:comment.property r:group r:project r:project-role r:user r:avatar|READ
 PUT|write:jira-work|r:comment r:comment.property r:group r:project r:project-role r:user w:comment r:avatar|WRITE
 DELETE|write:jira-work|d:comment d:comment.property|DELETE
/rest/api/3/issue/{issueIdOrKey}/editmeta
 GET|read:jira-work|r:issue-meta r:field-configuration|READ
/rest/api/3/issue/{issueIdOrKey}/notify
 POST|write:jira-work|send:notification:jira|WRITE
/rest/api/3/issue/{issueIdOrKey}/properties
 GET|read:jira-work|r:issue.property|READ
/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}
 GET|read:jira-work|r:issue.property|READ
 PUT|write:jira-work|w:issue.property|WRITE
 DELETE|write:jira-work|d:issue.property|DELETE
/rest/api/3/issue/{issueIdOrKey}/remotelink
 GET|read:jira-work|r:issue.remote-link r:status|READ
 POST|write:jira-work|w:issue w:issue.remote-link r:issue.remote-link|WRITE
 DELETE|write:jira-work|d:issue.remote-link w:issue|DELETE
/rest/api/3/issue/{issueIdOrKey}/remotelink/{linkId}
 GET|read:jira-work|r:issue.remote-link r:status|READ
 PUT|write:jira-work|w:issue w:issue.remote-link|WRITE
 DELETE|write:jira-work|d:issue.remote-link w:issue|DELETE
/rest/api/3/issue/{issueIdOrKey}/transitions
 GET|read:jira-work|r:issue.transition r:status r:field-configuration|READ
 POST|write:jira-work|w:issue w:issue.property|WRITE
/rest/api/3/issue/{issueIdOrKey}/votes
 GET|read:jira-work|r:issue.vote r:user r:application-role r:avatar r:group|READ
 POST|write:jira-work|w:issue.vote|WRITE
 DELETE|write:jira-work|w:issue.vote|DELETE
/rest/api/3/issue/{issueIdOrKey}/watchers
 GET|read:jira-work|r:issue.watcher r:user r:avatar|READ
 POST|write:jira-work|w:issue.watcher|WRITE
 DELETE|write:jira-work|w:issue.watcher|DELETE
/rest/api/3/issue/{issueIdOrKey}/worklog
 GET|read:jira-work|r:group r:issue-worklog r:issue-worklog.property r:project-role r:user r:avatar|READ
 POST|write:jira-work|w:issue-worklog w:issue-worklog.property r:avatar r:group r:issue-worklog r:project-role r:user r:issue-worklog.property|WRITE
 DELETE|write:jira-work|d:issue-worklog d:issue-worklog.property w:issue.time-tracking r:group r:issue-worklog r:project-role r:user r:issue-worklog.property|DELETE
/rest/api/3/issue/{issueIdOrKey}/worklog/move
 POST|write:jira-work|r:issue-worklog w:issue-worklog d:issue-worklog r:issue-worklog.property w:issue-worklog.property d:issue-worklog.property w:issue.time-tracking r:group r:project-role r:user|WRITE
/rest/api/3/issue/{issueIdOrKey}/worklog/{id}
 GET|read:jira-work|r:comment r:group r:issue-worklog r:issue-worklog.property r:project-role r:user r:avatar|READ
 PUT|write:jira-work|r:comment r:group r:issue-worklog r:issue-worklog.property r:project-role r:user w:comment w:issue-worklog w:issue-worklog.property r:avatar|WRITE
 DELETE|write:jira-work|d:issue-worklog d:issue-worklog.property w:issue.time-tracking|DELETE
/rest/api/3/issue/{issueIdOrKey}/worklog/{worklogId}/properties
 GET|read:jira-work|r:issue-worklog.property|READ
/rest/api/3/issue/{issueIdOrKey}/worklog/{worklogId}/properties/{propertyKey}
 GET|read:jira-work|r:issue-worklog.property|READ
 PUT|write:jira-work|w:issue-worklog.property|WRITE
 DELETE|write:jira-work|d:issue-worklog.property|DELETE
/rest/api/3/issueLink
 POST|write:jira-work|w:comment w:issue w:issue-link|WRITE
/rest/api/3/issueLink/{linkId}
 GET|read:jira-work|r:field r:issue-link-type r:issue r:issue-type r:priority r:status r:avatar r:issue.time-tracking r:project-category r:project r:user|READ
 DELETE|write:jira-work|d:issue-link|DELETE
/rest/api/3/issueLinkType
 GET|read:jira-work|r:issue-link-type|READ
 POST|manage:jira-configuration|w:issue-link-type|ADMIN
/rest/api/3/issueLinkType/{issueLinkTypeId}
 GET|read:jira-work|r:issue-link-type|READ
 PUT|manage:jira-configuration|r:issue-link-type w:issue-link-type|ADMIN
 DELETE|manage:jira-configuration|d:issue-link-type|ADMIN
/rest/api/3/issues/archive/export
 PUT|read:jira-work|r:issue|INACCESSIBLE
/rest/api/3/issuesecurityschemes
 GET|manage:jira-project|r:issue-security-level r:issue-security-scheme|PROJECT_ADMIN
 POST|manage:jira-configuration||INACCESSIBLE
/rest/api/3/issuesecurityschemes/level
 GET|manage:jira-configuration|r:issue-security-level r:issue-security-scheme|PROJECT_ADMIN
/rest/api/3/issuesecurityschemes/level/default
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/issuesecurityschemes/level/member
 GET|manage:jira-configuration|r:issue-security-level r:issue-security-scheme|PROJECT_ADMIN
/rest/api/3/issuesecurityschemes/project
 GET|manage:jira-configuration||PROJECT_ADMIN
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/issuesecurityschemes/search
 GET|manage:jira-configuration|r:issue-security-level r:issue-security-scheme|PROJECT_ADMIN
/rest/api/3/issuesecurityschemes/{id}
 GET|manage:jira-project|r:issue-security-level r:issue-security-scheme|PROJECT_ADMIN
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/issuesecurityschemes/{issueSecuritySchemeId}/members
 GET|manage:jira-configuration|r:field r:issue-security-level r:project-role r:user|PROJECT_ADMIN
/rest/api/3/issuesecurityschemes/{schemeId}
 DELETE|manage:jira-configuration||INACCESSIBLE
/rest/api/3/issuesecurityschemes/{schemeId}/level
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/issuesecurityschemes/{schemeId}/level/{levelId}
 PUT|manage:jira-configuration||INACCESSIBLE
 DELETE|manage:jira-configuration||INACCESSIBLE
/rest/api/3/issuesecurityschemes/{schemeId}/level/{levelId}/member
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/issuesecurityschemes/{schemeId}/level/{levelId}/member/{memberId}
 DELETE|manage:jira-configuration||INACCESSIBLE
/rest/api/3/issuetype
 GET|read:jira-work|r:issue-type r:avatar r:project-category r:project|READ
 POST|manage:jira-configuration|w:issue-type r:avatar r:issue-type r:project-category r:project|ADMIN
/rest/api/3/issuetype/project
 GET|read:jira-work|r:issue-type r:avatar r:project-category r:project|READ
/rest/api/3/issuetype/{id}
 GET|read:jira-work|r:issue-type r:avatar r:project-category r:project|READ
 PUT|manage:jira-configuration|w:issue-type r:avatar r:issue-type r:project-category r:project|ADMIN
 DELETE|manage:jira-configuration|d:issue-type|ADMIN
/rest/api/3/issuetype/{id}/alternatives
 GET|read:jira-work|r:issue-type r:project-category r:project r:avatar|READ
/rest/api/3/issuetype/{id}/avatar2
 POST|manage:jira-configuration|w:avatar w:issue-type r:avatar|ADMIN
/rest/api/3/issuetype/{issueTypeId}/properties
 GET|read:jira-work|r:issue-type.property|READ
/rest/api/3/issuetype/{issueTypeId}/properties/{propertyKey}
 GET|read:jira-work|r:issue-type.property|READ
 PUT|manage:jira-configuration|w:issue-type.property|ADMIN
 DELETE|manage:jira-configuration|d:issue-type.property|ADMIN
/rest/api/3/issuetypescheme
 GET|manage:jira-configuration|r:issue-type-scheme|ADMIN
 POST|manage:jira-configuration|w:issue-type-scheme|ADMIN
/rest/api/3/issuetypescheme/mapping
 GET|manage:jira-configuration|r:issue-type-scheme|ADMIN
/rest/api/3/issuetypescheme/project
 GET|manage:jira-configuration|r:issue-type-scheme|ADMIN
 PUT|manage:jira-configuration|w:issue-type-scheme w:project|ADMIN
/rest/api/3/issuetypescheme/{issueTypeSchemeId}
 PUT|manage:jira-configuration|w:issue-type-scheme|ADMIN
 DELETE|manage:jira-configuration|d:issue-type-scheme w:project|ADMIN
/rest/api/3/issuetypescheme/{issueTypeSchemeId}/issuetype
 PUT|manage:jira-configuration|w:issue-type-scheme|ADMIN
/rest/api/3/issuetypescheme/{issueTypeSchemeId}/issuetype/move
 PUT|manage:jira-configuration|w:issue-type-scheme|ADMIN
/rest/api/3/issuetypescheme/{issueTypeSchemeId}/issuetype/{issueTypeId}
 DELETE|manage:jira-configuration|w:issue-type-scheme|ADMIN
/rest/api/3/issuetypescreenscheme
 GET|manage:jira-configuration|r:issue-type-screen-scheme|ADMIN
 POST|manage:jira-configuration|w:issue-type-screen-scheme|ADMIN
/rest/api/3/issuetypescreenscheme/mapping
 GET|manage:jira-configuration|r:issue-type-screen-scheme|ADMIN
/rest/api/3/issuetypescreenscheme/project
 GET|manage:jira-configuration|r:issue-type-screen-scheme|ADMIN
 PUT|manage:jira-configuration|w:issue-type-screen-scheme w:project|ADMIN
/rest/api/3/issuetypescreenscheme/{issueTypeScreenSchemeId}
 PUT|manage:jira-configuration|w:issue-type-screen-scheme|ADMIN
 DELETE|manage:jira-configuration|d:issue-type-screen-scheme|ADMIN
/rest/api/3/issuetypescreenscheme/{issueTypeScreenSchemeId}/mapping
 PUT|manage:jira-configuration|w:issue-type-screen-scheme|ADMIN
/rest/api/3/issuetypescreenscheme/{issueTypeScreenSchemeId}/mapping/default
 PUT|manage:jira-configuration|w:issue-type-screen-scheme|ADMIN
/rest/api/3/issuetypescreenscheme/{issueTypeScreenSchemeId}/mapping/remove
 POST|manage:jira-configuration|w:issue-type-screen-scheme|ADMIN
/rest/api/3/issuetypescreenscheme/{issueTypeScreenSchemeId}/project
 GET|manage:jira-configuration|r:project r:avatar r:project-category|ADMIN
/rest/api/3/jql/autocompletedata
 GET|read:jira-work|r:field|READ
 POST|read:jira-work|r:field|READ
/rest/api/3/jql/autocompletedata/suggestions
 GET|read:jira-work|r:issue-details|READ
/rest/api/3/jql/function/computation
 GET||r:app-data|READ
 POST||w:app-data|READ
/rest/api/3/jql/function/computation/search
 POST||r:app-data|READ
/rest/api/3/jql/match
 POST|read:jira-work|r:issue-details|READ
/rest/api/3/jql/parse
 POST|read:jira-work|r:field validate:jql:jira r:jql|READ
/rest/api/3/jql/pdcleaner
 POST|read:jira-user|r:user r:jql validate:jql:jira|READ
/rest/api/3/jql/sanitize
 POST|manage:jira-configuration|r:jql|ADMIN
/rest/api/3/label
 GET|read:jira-work|r:label|READ
/rest/api/3/license/approximateLicenseCount
 GET|manage:jira-configuration|r:license|INACCESSIBLE
/rest/api/3/license/approximateLicenseCount/product/{applicationKey}
 GET|manage:jira-configuration|r:license|INACCESSIBLE
/rest/api/3/mypermissions
 GET|read:jira-work|r:permission|READ
/rest/api/3/mypreferences
 GET|manage:jira-configuration|r:user-configuration|ACT_AS_USER
 PUT|manage:jira-configuration|w:user-configuration|ACT_AS_USER
 DELETE|manage:jira-configuration|d:user-configuration|ACT_AS_USER
/rest/api/3/mypreferences/locale
 GET|manage:jira-configuration|r:user-configuration|ACT_AS_USER
 PUT|||INACCESSIBLE
/rest/api/3/myself
 GET|read:jira-user|r:application-role r:group r:user r:avatar|READ
/rest/api/3/notificationscheme
 GET|manage:jira-configuration|r:field r:notification-scheme r:project r:project-role r:user r:avatar r:group r:project-category r:field-configuration|ADMIN
 POST|manage:jira-configuration||INACCESSIBLE
/rest/api/3/notificationscheme/project
 GET|manage:jira-configuration|r:notification-scheme r:project|ADMIN
/rest/api/3/notificationscheme/{id}
 GET|manage:jira-configuration|r:field r:notification-scheme r:project r:project-role r:user r:avatar r:field-configuration r:group r:project-category|ADMIN
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/notificationscheme/{id}/notification
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/notificationscheme/{notificationSchemeId}
 DELETE|manage:jira-configuration||INACCESSIBLE
/rest/api/3/notificationscheme/{notificationSchemeId}/notification/{notificationId}
 DELETE|manage:jira-configuration||INACCESSIBLE
/rest/api/3/permissions
 GET|manage:jira-configuration|r:permission|ADMIN
/rest/api/3/permissions/check
 POST||r:permission|READ
/rest/api/3/permissions/project
 POST|read:jira-work|r:permission r:project|READ
/rest/api/3/permissionscheme
 GET|read:jira-work|r:application-role r:field r:group r:permission-scheme r:permission r:project-role r:user r:avatar r:project-category r:project|READ
 POST|manage:jira-configuration|w:permission-scheme r:application-role r:field r:group r:permission-scheme r:permission r:project-role r:user r:avatar r:project-category r:project|ADMIN
/rest/api/3/permissionscheme/{schemeId}
 GET|read:jira-work|r:application-role r:field r:group r:permission-scheme r:permission r:project-role r:user r:avatar r:project-category r:project|READ
 PUT|manage:jira-configuration|w:permission-scheme r:application-role r:field r:group r:permission-scheme r:permission r:project-role r:user r:avatar r:project-category r:project|ADMIN
 DELETE|manage:jira-configuration|d:permission-scheme|ADMIN
/rest/api/3/permissionscheme/{schemeId}/permission
 GET|read:jira-work|r:application-role r:field r:group r:permission r:project-role r:user|READ
 POST|manage:jira-configuration|r:application-role r:field r:group r:permission r:project-role r:user w:permission|ADMIN
/rest/api/3/permissionscheme/{schemeId}/permission/{permissionId}
 GET|read:jira-work|r:application-role r:field r:group r:permission r:project-role r:user|READ
 DELETE|manage:jira-configuration|d:permission|ADMIN
/rest/api/3/plans/plan
 GET|read:jira-work||INACCESSIBLE
 POST|write:jira-work||INACCESSIBLE
/rest/api/3/plans/plan/{planId}
 GET|read:jira-work||INACCESSIBLE
 PUT|write:jira-work||INACCESSIBLE
/rest/api/3/plans/plan/{planId}/archive
 PUT|write:jira-work||INACCESSIBLE
/rest/api/3/plans/plan/{planId}/duplicate
 POST|write:jira-work||INACCESSIBLE
/rest/api/3/plans/plan/{planId}/team
 GET|read:jira-work||INACCESSIBLE
/rest/api/3/plans/plan/{planId}/team/atlassian
 POST|write:jira-work||INACCESSIBLE
/rest/api/3/plans/plan/{planId}/team/atlassian/{atlassianTeamId}
 GET|read:jira-work||INACCESSIBLE
 PUT|write:jira-work||INACCESSIBLE
 DELETE|write:jira-work||INACCESSIBLE
/rest/api/3/plans/plan/{planId}/team/planonly
 POST|write:jira-work||INACCESSIBLE
/rest/api/3/plans/plan/{planId}/team/planonly/{planOnlyTeamId}
 GET|read:jira-work||INACCESSIBLE
 PUT|write:jira-work||INACCESSIBLE
 DELETE|write:jira-work||INACCESSIBLE
/rest/api/3/plans/plan/{planId}/trash
 PUT|write:jira-work||INACCESSIBLE
/rest/api/3/priority
 GET|read:jira-work|r:priority|READ
 POST|manage:jira-configuration||INACCESSIBLE
/rest/api/3/priority/default
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/priority/move
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/priority/search
 GET|manage:jira-configuration||READ
/rest/api/3/priority/{id}
 GET|read:jira-work|r:priority|READ
 PUT|manage:jira-configuration||INACCESSIBLE
 DELETE|manage:jira-configuration||INACCESSIBLE
/rest/api/3/priorityscheme
 GET|manage:jira-configuration|r:priority-scheme|INACCESSIBLE
 POST|manage:jira-configuration|w:priority-scheme|INACCESSIBLE
/rest/api/3/priorityscheme/mappings
 POST|manage:jira-configuration|r:priority-scheme|INACCESSIBLE
/rest/api/3/priorityscheme/priorities/available
 GET|manage:jira-configuration|r:priority-scheme|INACCESSIBLE
/rest/api/3/priorityscheme/{schemeId}
 PUT|manage:jira-configuration|w:priority-scheme|INACCESSIBLE
 DELETE|manage:jira-configuration|d:priority-scheme|INACCESSIBLE
/rest/api/3/priorityscheme/{schemeId}/priorities
 GET|manage:jira-configuration|r:priority-scheme|INACCESSIBLE
/rest/api/3/priorityscheme/{schemeId}/projects
 GET|manage:jira-configuration|r:priority-scheme|INACCESSIBLE
/rest/api/3/project
 GET|read:jira-work|r:issue-type r:project r:project.property r:user r:application-role r:avatar r:group r:issue-type-hierarchy r:project-category r:project-version r:project.component|READ
 POST|manage:jira-configuration|w:project r:project|PROJECT_ADMIN
/rest/api/3/project-template
 POST|manage:jira-configuration|w:project r:project|INACCESSIBLE
/rest/api/3/project-template/edit-template
 PUT|manage:jira-configuration|w:project r:project|INACCESSIBLE
/rest/api/3/project-template/live-template
 GET|manage:jira-configuration|w:project r:project|INACCESSIBLE
/rest/api/3/project-template/remove-template
 DELETE|manage:jira-configuration|w:project r:project|INACCESSIBLE
/rest/api/3/project-template/save-template
 POST|manage:jira-configuration|w:project r:project|INACCESSIBLE
/rest/api/3/project/recent
 GET|read:jira-work|r:issue-type r:project r:project.property r:user r:application-role r:avatar r:group r:issue-type-hierarchy r:project-category r:project-version r:project.component|READ
/rest/api/3/project/search
 GET|read:jira-work|r:issue-type r:project r:project.property r:user r:application-role r:avatar r:group r:issue-type-hierarchy r:project-category r:project-version r:project.component|READ
/rest/api/3/project/type
 GET|read:jira-work|r:project-type|READ
/rest/api/3/project/type/accessible
 GET|read:jira-work|r:project-type|READ
/rest/api/3/project/type/{projectTypeKey}
 GET|read:jira-work|r:project-type|READ
/rest/api/3/project/type/{projectTypeKey}/accessible
 GET|read:jira-work|r:project-type|READ
/rest/api/3/project/{projectIdOrKey}
 GET|read:jira-work|r:issue-type r:project r:project.property r:user r:application-role r:avatar r:group r:issue-type-hierarchy r:project-category r:project-version r:project.component|READ
 PUT|manage:jira-project|r:issue-type r:project r:project.property r:user w:project w:project.avatar r:application-role r:avatar r:group r:issue-type-hierarchy r:project-category r:project-version r:project.component|PROJECT_ADMIN
 DELETE|manage:jira-configuration|d:project|PROJECT_ADMIN
/rest/api/3/project/{projectIdOrKey}/archive
 POST|manage:jira-project|w:project|PROJECT_ADMIN
/rest/api/3/project/{projectIdOrKey}/avatar
 PUT|manage:jira-project|w:project.avatar|PROJECT_ADMIN
/rest/api/3/project/{projectIdOrKey}/avatar/{id}
 DELETE|manage:jira-project|d:project.avatar|PROJECT_ADMIN
/rest/api/3/project/{projectIdOrKey}/avatar2
 POST|manage:jira-project|w:project.avatar r:avatar|PROJECT_ADMIN
/rest/api/3/project/{projectIdOrKey}/avatars
 GET|read:jira-work|r:project.avatar r:avatar|READ
/rest/api/3/project/{projectIdOrKey}/classification-config
 GET|read:jira-work|r:project|READ
/rest/api/3/project/{projectIdOrKey}/classification-level/default
 GET|read:jira-work|r:project|READ
 PUT|manage:jira-project|w:project|PROJECT_ADMIN
 DELETE|manage:jira-project|w:project|PROJECT_ADMIN
/rest/api/3/project/{projectIdOrKey}/component
 GET|read:jira-work|r:project r:project.component r:user r:application-role r:avatar r:group|READ
/rest/api/3/project/{projectIdOrKey}/components
 GET|read:jira-work|r:project r:project.component r:user r:application-role r:avatar r:group|READ
/rest/api/3/project/{projectIdOrKey}/delete
 POST|manage:jira-configuration|w:project w:project.property|PROJECT_ADMIN
/rest/api/3/project/{projectIdOrKey}/features
 GET|read:jira-work|r:project.feature|READ
/rest/api/3/project/{projectIdOrKey}/features/{featureKey}
 PUT|manage:jira-project|w:project.feature r:project.feature|PROJECT_ADMIN
/rest/api/3/project/{projectIdOrKey}/properties
 GET|read:jira-work|r:project.property|READ
/rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}
 GET|read:jira-work|r:project.property|READ
 PUT|manage:jira-project|w:project.property|WRITE
 DELETE|manage:jira-project|d:project.property|DELETE
/rest/api/3/project/{projectIdOrKey}/restore
 POST|manage:jira-configuration|r:issue-type r:project r:project.property r:user w:project r:application-role r:avatar r:group r:issue-type-hierarchy r:project-category r:project-version r:project.component|PROJECT_ADMIN
/rest/api/3/project/{projectIdOrKey}/role
 GET|read:jira-work|r:project-role|READ
/rest/api/3/project/{projectIdOrKey}/role/{id}
 GET|read:jira-work|r:user r:group r:project-role r:project r:avatar r:project-category|READ
 POST|manage:jira-configuration|r:user r:group r:project-role r:project w:project-role r:avatar r:project-category|PROJECT_ADMIN
 PUT|manage:jira-project|r:user r:group r:project-role r:project w:project-role r:avatar r:project-category|PROJECT_ADMIN
 DELETE|manage:jira-project|d:project-role|PROJECT_ADMIN
/rest/api/3/project/{projectIdOrKey}/roledetails
 GET|read:jira-work|r:project-category r:project-role r:project r:avatar|READ
/rest/api/3/project/{projectIdOrKey}/statuses
 GET|read:jira-work|r:issue-status r:issue-type r:status|READ
/rest/api/3/project/{projectIdOrKey}/version
 GET|read:jira-work|r:project-version|READ
/rest/api/3/project/{projectIdOrKey}/versions
 GET|read:jira-work|r:project-version|READ
/rest/api/3/project/{projectId}/email
 GET|manage:jira-project|r:project.email|READ
 PUT|manage:jira-project|w:project.email|PROJECT_ADMIN
/rest/api/3/project/{projectId}/hierarchy
 GET|read:jira-work|r:issue-type r:issue-type-hierarchy|READ
/rest/api/3/project/{projectKeyOrId}/issuesecuritylevelscheme
 GET|read:jira-work|r:issue-security-level r:issue-security-scheme|READ
/rest/api/3/project/{projectKeyOrId}/notificationscheme
 GET|read:jira-work|r:project-category r:project-role r:project r:user r:group r:field r:avatar r:field-configuration r:notification-scheme|READ
/rest/api/3/project/{projectKeyOrId}/permissionscheme
 GET|read:jira-work|r:application-role r:field r:group r:permission-scheme r:permission r:project-role r:user r:avatar r:project-category r:project|READ
 PUT|manage:jira-project|r:application-role r:field r:group r:permission-scheme r:permission r:project-role r:user w:project r:avatar r:project-category r:project|PROJECT_ADMIN
/rest/api/3/project/{projectKeyOrId}/securitylevel
 GET|read:jira-work|r:issue-security-level|READ
/rest/api/3/projectCategory
 GET|read:jira-work|r:project-category|READ
 POST|manage:jira-project|w:project-category r:project-category|ADMIN
/rest/api/3/projectCategory/{id}
 GET|read:jira-work|r:project-category|READ
 PUT|manage:jira-project|r:project-category w:project-category|ADMIN
 DELETE|manage:jira-project|d:project-category|ADMIN
/rest/api/3/projects/fields
 GET|read:jira-work|r:field r:field-configuration|INACCESSIBLE
/rest/api/3/projectvalidate/key
 GET|read:jira-work|r:project|READ
/rest/api/3/projectvalidate/validProjectKey
 GET|read:jira-work|r:project|READ
/rest/api/3/projectvalidate/validProjectName
 GET|read:jira-work|r:project|READ
/rest/api/3/redact
 POST||redact:issue:jira|INACCESSIBLE
/rest/api/3/redact/status/{jobId}
 GET||redact:issue:jira|INACCESSIBLE
/rest/api/3/resolution
 GET|read:jira-work|r:resolution|READ
 POST|manage:jira-configuration||INACCESSIBLE
/rest/api/3/resolution/default
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/resolution/move
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/resolution/search
 GET|read:jira-work|r:resolution|READ
/rest/api/3/resolution/{id}
 GET|read:jira-work|r:resolution|READ
 PUT|manage:jira-configuration||INACCESSIBLE
 DELETE|manage:jira-configuration||INACCESSIBLE
/rest/api/3/role
 GET|manage:jira-configuration|r:user r:group r:project-role r:project r:avatar r:project-category|ADMIN
 POST|manage:jira-configuration|r:user r:group r:project w:project-role r:avatar r:project-category r:project-role|ADMIN
/rest/api/3/role/{id}
 GET|manage:jira-configuration|r:user r:group r:project-role r:project r:avatar r:project-category|ADMIN
 POST|manage:jira-configuration|r:user r:group r:project w:project-role r:avatar r:project-category r:project-role|ADMIN
 PUT|manage:jira-configuration|r:user r:group r:project w:project-role r:avatar r:project-category r:project-role|ADMIN
 DELETE|manage:jira-configuration|d:project-role|ADMIN
/rest/api/3/role/{id}/actors
 GET|manage:jira-configuration|r:user r:group r:project-role r:project r:avatar r:project-category|ADMIN
 POST|manage:jira-configuration|r:user r:group r:project-role r:project w:project-role r:avatar r:project-category|ADMIN
 DELETE|manage:jira-configuration|w:project-role r:user r:group r:project-role r:project r:avatar r:project-category|ADMIN
/rest/api/3/screens
 GET|manage:jira-project|r:project r:screen r:avatar r:project-category|ADMIN
 POST|manage:jira-project|r:project r:screen w:screen r:avatar r:project-category|ADMIN
/rest/api/3/screens/addToDefault/{fieldId}
 POST|manage:jira-project|r:project r:screen w:screen|ADMIN
/rest/api/3/screens/tabs
 GET|manage:jira-project|r:screen-tab|ADMIN
/rest/api/3/screens/{screenId}
 PUT|manage:jira-project|r:project r:screen w:screen r:avatar r:project-category|ADMIN
 DELETE|manage:jira-project|d:screen|ADMIN
/rest/api/3/screens/{screenId}/availableFields
 GET|manage:jira-project|r:screen-field r:screenable-field|ADMIN
/rest/api/3/screens/{screenId}/tabs
 GET|manage:jira-project|r:screen-tab|ADMIN
 POST|manage:jira-project|r:screen-tab w:screen-tab|ADMIN
/rest/api/3/screens/{screenId}/tabs/{tabId}
 PUT|manage:jira-project|r:screen-tab w:screen-tab|ADMIN
 DELETE|manage:jira-project|d:screen-tab|ADMIN
/rest/api/3/screens/{screenId}/tabs/{tabId}/fields
 GET|manage:jira-project|r:screenable-field|ADMIN
 POST|manage:jira-project|r:screenable-field w:screenable-field|ADMIN
/rest/api/3/screens/{screenId}/tabs/{tabId}/fields/{id}
 DELETE|manage:jira-project|d:screenable-field|ADMIN
/rest/api/3/screens/{screenId}/tabs/{tabId}/fields/{id}/move
 POST|manage:jira-project|w:screenable-field|ADMIN
/rest/api/3/screens/{screenId}/tabs/{tabId}/move/{pos}
 POST|manage:jira-project|w:screen|ADMIN
/rest/api/3/screenscheme
 GET|manage:jira-project|r:screen-scheme r:issue-type-screen-scheme|ADMIN
 POST|manage:jira-configuration|w:screen-scheme|ADMIN
/rest/api/3/screenscheme/{screenSchemeId}
 PUT|manage:jira-configuration|w:screen-scheme|ADMIN
 DELETE|manage:jira-project|d:screen-scheme|ADMIN
/rest/api/3/search
 GET|read:jira-work|r:issue-details r:audit-log r:avatar r:field-configuration r:issue-meta|READ
 POST|read:jira-work|r:issue-details r:field.default-value r:field.option r:field r:group|READ
/rest/api/3/search/approximate-count
 POST|read:jira-work|r:issue-details r:field.default-value r:field.option r:field r:group|READ
/rest/api/3/search/jql
 GET|read:jira-work|r:issue-details r:audit-log r:avatar r:field-configuration r:issue-meta|READ
 POST|read:jira-work|r:issue-details r:field.default-value r:field.option r:field r:group|READ
/rest/api/3/securitylevel/{id}
 GET|manage:jira-configuration|r:field r:issue-security-level r:project-role r:user|PROJECT_ADMIN
/rest/api/3/serverInfo
 GET|||READ
/rest/api/3/settings/columns
 GET|manage:jira-configuration||INACCESSIBLE
 PUT|manage:jira-configuration||INACCESSIBLE
/rest/api/3/status
 GET|read:jira-work|r:status|READ
/rest/api/3/status/{idOrName}
 GET|read:jira-work|r:status|READ
/rest/api/3/statuscategory
 GET|read:jira-work|r:status|READ
/rest/api/3/statuscategory/{idOrKey}
 GET|read:jira-work|r:status|READ
/rest/api/3/statuses
 GET|manage:jira-configuration|r:workflow|INACCESSIBLE
 POST|manage:jira-configuration|w:workflow|INACCESSIBLE
 PUT|manage:jira-configuration|w:workflow|INACCESSIBLE
 DELETE|manage:jira-configuration|w:workflow|INACCESSIBLE
/rest/api/3/statuses/byNames
 GET|manage:jira-configuration|r:workflow|INACCESSIBLE
/rest/api/3/statuses/search
 GET|manage:jira-configuration|r:workflow|INACCESSIBLE
/rest/api/3/statuses/{statusId}/project/{projectId}/issueTypeUsages
 GET|manage:jira-configuration|r:project r:status r:issue-type|INACCESSIBLE
/rest/api/3/statuses/{statusId}/projectUsages
 GET|manage:jira-configuration|r:project r:status|INACCESSIBLE
/rest/api/3/statuses/{statusId}/workflowUsages
 GET|manage:jira-configuration|r:workflow r:status|INACCESSIBLE
/rest/api/3/task/{taskId}
 GET|read:jira-work||NONE
/rest/api/3/task/{taskId}/cancel
 POST|write:jira-work|d:async-task|NONE
/rest/api/3/uiModifications
 GET|read:jira-work|read:jira-work r:app-data|INACCESSIBLE
 POST|read:jira-work|read:jira-work w:app-data|INACCESSIBLE
/rest/api/3/uiModifications/{uiModificationId}
 PUT|read:jira-work|read:jira-work w:app-data|INACCESSIBLE
 DELETE||w:app-data|INACCESSIBLE
/rest/api/3/universal_avatar/type/{type}/owner/{entityId}
 GET|manage:jira-configuration|r:avatar|ADMIN
 POST|manage:jira-configuration|w:avatar r:avatar|ADMIN
/rest/api/3/universal_avatar/type/{type}/owner/{owningObjectId}/avatar/{id}
 DELETE|manage:jira-configuration|d:avatar|ADMIN
/rest/api/3/universal_avatar/view/type/{type}
 GET|read:jira-work|r:avatar|READ
/rest/api/3/universal_avatar/view/type/{type}/avatar/{id}
 GET|read:jira-work|r:avatar|READ
/rest/api/3/universal_avatar/view/type/{type}/owner/{entityId}
 GET|read:jira-work|r:avatar|READ
/rest/api/3/user
 GET|read:jira-user|r:application-role r:group r:user r:avatar|READ
 POST|manage:jira-configuration|w:user|INACCESSIBLE
 DELETE|manage:jira-configuration|w:user|INACCESSIBLE
/rest/api/3/user/assignable/multiProjectSearch
 GET|read:jira-user|r:project r:user r:application-role r:avatar r:group|READ
/rest/api/3/user/assignable/search
 GET|read:jira-user|r:issue r:project r:user r:application-role r:avatar r:group|READ
/rest/api/3/user/bulk
 GET|read:jira-user|r:application-role r:group r:user r:avatar|READ
/rest/api/3/user/bulk/migration
 GET|read:jira-user|r:user|READ
/rest/api/3/user/columns
 GET|read:jira-user|r:user.columns r:filter.column|READ
 PUT|manage:jira-configuration|w:user.columns|INACCESSIBLE
 DELETE|manage:jira-configuration|d:user.columns|INACCESSIBLE
/rest/api/3/user/email
 GET||r:email-address|ACCESS_EMAIL_ADDRESSES
/rest/api/3/user/email/bulk
 GET||r:email-address|ACCESS_EMAIL_ADDRESSES
/rest/api/3/user/groups
 GET|read:jira-user|r:group|READ
/rest/api/3/user/permission/search
 GET|read:jira-user|r:issue r:project r:user r:application-role r:avatar r:group|READ
/rest/api/3/user/picker
 GET|read:jira-user|r:user|READ
/rest/api/3/user/properties
 GET|read:jira-user|r:user.property|READ
/rest/api/3/user/properties/{propertyKey}
 GET|read:jira-user|r:user.property|READ
 PUT|write:jira-work|w:user.property|WRITE
 DELETE|write:jira-work|d:user.property|DELETE
/rest/api/3/user/search
 GET|read:jira-user|r:user r:user.property r:application-role r:avatar r:group|READ
/rest/api/3/user/search/query
 GET|read:jira-user|r:comment r:issue r:issue.vote r:issue.watcher r:project r:user r:user.property r:application-role r:avatar r:group|READ
/rest/api/3/user/search/query/key
 GET|read:jira-user|r:comment r:issue r:issue.vote r:issue.watcher r:project r:user.property r:user|READ
/rest/api/3/user/viewissue/search
 GET|read:jira-user|r:issue r:project r:user r:application-role r:avatar r:group|READ
/rest/api/3/users
 GET|read:jira-user|r:user r:application-role r:avatar r:group|INACCESSIBLE
/rest/api/3/users/search
 GET|read:jira-user|r:user r:application-role r:avatar r:group|INACCESSIBLE
/rest/api/3/version
 POST|manage:jira-project|w:project-version r:project-version|PROJECT_ADMIN
/rest/api/3/version/{id}
 GET|read:jira-work|r:project-version|READ
 PUT|manage:jira-project|w:project-version r:project-version|PROJECT_ADMIN
 DELETE|manage:jira-project|d:project-version|PROJECT_ADMIN
/rest/api/3/version/{id}/mergeto/{moveIssuesTo}
 PUT|manage:jira-project|d:project-version w:project-version|PROJECT_ADMIN
/rest/api/3/version/{id}/move
 POST|manage:jira-project|w:project-version r:project-version|PROJECT_ADMIN
/rest/api/3/version/{id}/relatedIssueCounts
 GET|read:jira-work|r:field r:project-version|READ
/rest/api/3/version/{id}/relatedwork
 GET|read:jira-work|r:project-version|READ
 POST|write:jira-work|w:issue|PROJECT_ADMIN
 PUT|write:jira-work|w:issue|PROJECT_ADMIN
/rest/api/3/version/{id}/removeAndSwap
 POST|manage:jira-project|d:project-version w:project-version|PROJECT_ADMIN
/rest/api/3/version/{id}/unresolvedIssueCount
 GET|read:jira-work|r:project-version|READ
/rest/api/3/version/{versionId}/relatedwork/{relatedWorkId}
 DELETE|write:jira-work|w:issue|PROJECT_ADMIN
/rest/api/3/webhook
 GET|read:jira-work manage:jira-webhook|r:webhook r:jql|READ
 POST|read:jira-work manage:jira-webhook|r:field r:project w:webhook|READ
 DELETE|read:jira-work manage:jira-webhook|d:webhook|READ
/rest/api/3/webhook/failed
 GET|read:jira-work manage:jira-webhook|r:issue-details r:webhook r:comment.property r:group r:issue-type r:project-role read:epic:jira-software|READ
/rest/api/3/webhook/refresh
 PUT|read:jira-work manage:jira-webhook|w:webhook r:webhook|READ
/rest/api/3/workflow
 GET|manage:jira-configuration|r:workflow r:project r:project-category r:avatar|ADMIN
 POST|manage:jira-configuration|w:workflow r:workflow|ADMIN
/rest/api/3/workflow/history
 POST|manage:jira-configuration|r:workflow|ADMIN
/rest/api/3/workflow/history/list
 POST|manage:jira-configuration|r:workflow|ADMIN
/rest/api/3/workflow/rule/config
 GET|manage:jira-configuration|r:workflow|READ
 PUT|manage:jira-configuration|w:workflow|ADMIN
/rest/api/3/workflow/rule/config/delete
 PUT|||ADMIN
/rest/api/3/workflow/search
 GET|manage:jira-project|r:group r:issue-security-level r:project-role r:screen r:status r:user r:workflow r:webhook r:avatar r:project-category r:project|ADMIN
/rest/api/3/workflow/transitions/{transitionId}/properties
 GET|manage:jira-configuration|r:workflow.property|ADMIN
 POST|manage:jira-configuration|w:workflow.property r:workflow.property|ADMIN
 PUT|manage:jira-configuration|w:workflow.property r:workflow.property|ADMIN
 DELETE|manage:jira-configuration|d:workflow.property|ADMIN
/rest/api/3/workflow/{entityId}
 DELETE|manage:jira-configuration|d:workflow|ADMIN
/rest/api/3/workflow/{workflowId}/project/{projectId}/issueTypeUsages
 GET|manage:jira-configuration|r:project r:workflow r:issue-type|ADMIN
/rest/api/3/workflow/{workflowId}/projectUsages
 GET|manage:jira-configuration|r:project r:workflow|ADMIN
/rest/api/3/workflow/{workflowId}/workflowSchemes
 GET|manage:jira-configuration|r:workflow-scheme r:workflow|ADMIN
/rest/api/3/workflows
 POST|manage:jira-configuration|r:workflow|INACCESSIBLE
/rest/api/3/workflows/capabilities
 GET|manage:jira-configuration|r:workflow|INACCESSIBLE
/rest/api/3/workflows/create
 POST|manage:jira-configuration|w:workflow|INACCESSIBLE
/rest/api/3/workflows/create/validation
 POST|manage:jira-configuration|w:workflow|INACCESSIBLE
/rest/api/3/workflows/defaultEditor
 GET|manage:jira-configuration|r:workflow|INACCESSIBLE
/rest/api/3/workflows/preview
 POST|manage:jira-configuration|r:workflow|INACCESSIBLE
/rest/api/3/workflows/search
 GET|manage:jira-configuration|r:workflow|INACCESSIBLE
/rest/api/3/workflows/update
 POST|manage:jira-configuration|w:workflow|INACCESSIBLE
/rest/api/3/workflows/update/validation
 POST|manage:jira-configuration|w:workflow|INACCESSIBLE
/rest/api/3/workflowscheme
 GET|manage:jira-configuration|r:workflow-scheme r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
 POST|manage:jira-configuration|w:workflow-scheme r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user r:workflow-scheme|ADMIN
/rest/api/3/workflowscheme/project
 GET|manage:jira-configuration|r:workflow-scheme r:workflow r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
 PUT|manage:jira-configuration|w:workflow-scheme|ADMIN
/rest/api/3/workflowscheme/project/switch
 POST|manage:jira-configuration|w:workflow-scheme w:project|ADMIN
/rest/api/3/workflowscheme/read
 POST|manage:jira-configuration|r:workflow-scheme|ADMIN
/rest/api/3/workflowscheme/update
 POST|manage:jira-configuration|w:workflow-scheme|ADMIN
/rest/api/3/workflowscheme/update/mappings
 POST|manage:jira-configuration|w:workflow-scheme|ADMIN
/rest/api/3/workflowscheme/{id}
 GET|manage:jira-configuration|r:workflow-scheme r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
 PUT|manage:jira-configuration|r:workflow-scheme w:workflow-scheme r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
 DELETE|manage:jira-configuration|d:workflow-scheme|ADMIN
/rest/api/3/workflowscheme/{id}/createdraft
 POST|manage:jira-configuration|r:group r:issue-security-level r:project-role r:screen r:status r:user r:workflow-scheme r:workflow w:workflow-scheme r:application-role r:avatar r:issue-type r:project-category r:project|ADMIN
/rest/api/3/workflowscheme/{id}/default
 GET|manage:jira-configuration|r:workflow-scheme r:workflow|ADMIN
 PUT|manage:jira-configuration|r:workflow-scheme w:workflow-scheme r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
 DELETE|manage:jira-configuration|r:workflow-scheme w:workflow-scheme r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
/rest/api/3/workflowscheme/{id}/draft
 GET|manage:jira-configuration|r:group r:issue-security-level r:project-role r:screen r:status r:user r:workflow-scheme r:workflow r:application-role r:avatar r:issue-type r:project-category r:project|ADMIN
 PUT|manage:jira-configuration|r:group r:issue-security-level r:project-role r:screen r:status r:user r:workflow-scheme r:workflow w:workflow-scheme r:application-role r:avatar r:issue-type r:project-category r:project|ADMIN
 DELETE|manage:jira-configuration|d:workflow-scheme|ADMIN
/rest/api/3/workflowscheme/{id}/draft/default
 GET|manage:jira-configuration|r:workflow-scheme r:workflow|ADMIN
 PUT|manage:jira-configuration|w:workflow-scheme r:workflow-scheme r:workflow r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
 DELETE|manage:jira-configuration|d:workflow-scheme r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user r:workflow-scheme r:workflow|ADMIN
/rest/api/3/workflowscheme/{id}/draft/issuetype/{issueType}
 GET|manage:jira-configuration|r:workflow-scheme r:workflow r:issue-type|ADMIN
 PUT|manage:jira-configuration|w:workflow-scheme r:workflow-scheme r:workflow r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
 DELETE|manage:jira-configuration|d:workflow-scheme r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user r:workflow-scheme r:workflow|ADMIN
/rest/api/3/workflowscheme/{id}/draft/publish
 POST|manage:jira-configuration|w:workflow-scheme|ADMIN
/rest/api/3/workflowscheme/{id}/draft/workflow
 GET|manage:jira-configuration|r:workflow-scheme r:workflow r:issue-type|ADMIN
 PUT|manage:jira-configuration|w:workflow-scheme r:workflow-scheme r:workflow r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
 DELETE|manage:jira-configuration|d:workflow-scheme|ADMIN
/rest/api/3/workflowscheme/{id}/issuetype/{issueType}
 GET|manage:jira-configuration|r:workflow-scheme r:workflow r:issue-type|ADMIN
 PUT|manage:jira-configuration|w:workflow-scheme r:workflow-scheme r:workflow r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
 DELETE|manage:jira-configuration|d:workflow-scheme r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user r:workflow-scheme r:workflow|ADMIN
/rest/api/3/workflowscheme/{id}/workflow
 GET|manage:jira-configuration|r:workflow-scheme r:workflow r:issue-type|ADMIN
 PUT|manage:jira-configuration|w:workflow-scheme r:workflow-scheme r:workflow r:application-role r:avatar r:group r:issue-type r:project-category r:project r:user|ADMIN
 DELETE|manage:jira-configuration|d:workflow-scheme|ADMIN
/rest/api/3/workflowscheme/{workflowSchemeId}/projectUsages
 GET|manage:jira-configuration|r:project r:workflow-scheme|ADMIN
/rest/api/3/worklog/deleted
 GET|read:jira-work|r:issue-worklog r:issue-worklog.property|READ
/rest/api/3/worklog/list
 POST|read:jira-work|r:comment r:group r:issue-worklog r:issue-worklog.property r:project-role r:user r:avatar|READ
/rest/api/3/worklog/updated
 GET|read:jira-work|r:issue-worklog r:issue-worklog.property|READ
/rest/atlassian-connect/1/addons/{addonKey}/properties
 GET|||NONE
/rest/atlassian-connect/1/addons/{addonKey}/properties/{propertyKey}
 GET|||NONE
 PUT|||NONE
 DELETE|||NONE
/rest/atlassian-connect/1/app/module/dynamic
 GET|||NONE
 POST|||NONE
 DELETE|||NONE
/rest/atlassian-connect/1/migration/field
 PUT|||NONE
/rest/atlassian-connect/1/migration/properties/{entityType}
 PUT|||NONE
/rest/atlassian-connect/1/migration/workflow/rule/search
 POST|||NONE
/rest/atlassian-connect/1/migration/{connectKey}/{jiraIssueFieldsKey}/task
 GET|read:jira-work||NONE
 POST|read:jira-work||NONE
/rest/atlassian-connect/1/service-registry
 GET|||INACCESSIBLE
/rest/forge/1/app/properties
 GET||r:app-data|INACCESSIBLE
/rest/forge/1/app/properties/{propertyKey}
 GET||r:app-data|INACCESSIBLE
 PUT||w:app-data|INACCESSIBLE
 DELETE||w:app-data|INACCESSIBLE
/rest/internal/api/latest/worklog/bulk
 POST|||INACCESSIBLE
`,
};
