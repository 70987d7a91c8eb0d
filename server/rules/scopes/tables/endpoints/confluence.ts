import type { EndpointTable } from "./endpointRow.ts";

/** Confluence Cloud's REST descriptions, version 2 and version 1. The age of the copy of version 1 is unknown; it was made before 2026-08-22. Read as `endpointRow.ts` says. */
export const confluenceEndpoints: EndpointTable = {
  product: "confluence",
  sourceDate: "2026-04-30",
  granularSuffix: "confluence",
  rows: `
/wiki/api/v2/admin-key
 GET|||INACCESSIBLE
 POST|||INACCESSIBLE
 DELETE|||INACCESSIBLE
/wiki/api/v2/app/properties
 GET||r:app-data|INACCESSIBLE
/wiki/api/v2/app/properties/{propertyKey}
 GET||r:app-data|INACCESSIBLE
 PUT||w:app-data|INACCESSIBLE
 DELETE||w:app-data|INACCESSIBLE
/wiki/api/v2/attachments
 GET||r:attachment|READ
/wiki/api/v2/attachments/{attachment-id}/properties
 GET||r:attachment|READ
 POST||r:attachment w:attachment|WRITE
/wiki/api/v2/attachments/{attachment-id}/properties/{property-id}
 GET||r:attachment|READ
 PUT||r:attachment w:attachment|WRITE
 DELETE||r:attachment w:attachment|WRITE
/wiki/api/v2/attachments/{attachment-id}/versions/{version-number}
 GET||r:attachment|READ
/wiki/api/v2/attachments/{id}
 GET||r:attachment|READ
 DELETE||d:attachment|DELETE
/wiki/api/v2/attachments/{id}/footer-comments
 GET||r:comment|READ
/wiki/api/v2/attachments/{id}/labels
 GET||r:attachment|READ
/wiki/api/v2/attachments/{id}/operations
 GET||r:attachment|READ
/wiki/api/v2/attachments/{id}/thumbnail/download
 GET||r:attachment|INACCESSIBLE
/wiki/api/v2/attachments/{id}/versions
 GET||r:attachment|READ
/wiki/api/v2/blogposts
 GET||r:page|READ
 POST||w:page|WRITE
/wiki/api/v2/blogposts/{blogpost-id}/properties
 GET||r:page|READ
 POST||r:page w:page|WRITE
/wiki/api/v2/blogposts/{blogpost-id}/properties/{property-id}
 GET||r:page|READ
 PUT||r:page w:page|WRITE
 DELETE||r:page w:page|WRITE
/wiki/api/v2/blogposts/{blogpost-id}/versions/{version-number}
 GET||r:page|READ
/wiki/api/v2/blogposts/{id}
 GET||r:page|READ
 PUT||w:page|WRITE
 DELETE||d:page|DELETE
/wiki/api/v2/blogposts/{id}/attachments
 GET||r:attachment|READ
/wiki/api/v2/blogposts/{id}/classification-level
 GET||r:page w:page|WRITE
 PUT||w:page|WRITE
/wiki/api/v2/blogposts/{id}/classification-level/reset
 POST||w:page|WRITE
/wiki/api/v2/blogposts/{id}/custom-content
 GET||r:custom-content|READ
/wiki/api/v2/blogposts/{id}/footer-comments
 GET||r:comment|READ
/wiki/api/v2/blogposts/{id}/inline-comments
 GET||r:comment|READ
/wiki/api/v2/blogposts/{id}/labels
 GET||r:page|READ
/wiki/api/v2/blogposts/{id}/likes/count
 GET||r:page|READ
/wiki/api/v2/blogposts/{id}/likes/users
 GET||r:page|READ
/wiki/api/v2/blogposts/{id}/operations
 GET||r:page|READ
/wiki/api/v2/blogposts/{id}/redact
 POST||w:page|WRITE
/wiki/api/v2/blogposts/{id}/versions
 GET||r:page|READ
/wiki/api/v2/classification-levels
 GET||r:configuration|READ
/wiki/api/v2/comments/{comment-id}/properties
 GET||r:comment|READ
 POST||r:comment w:comment|WRITE
/wiki/api/v2/comments/{comment-id}/properties/{property-id}
 GET||r:comment|READ
 PUT||r:comment w:comment|WRITE
 DELETE||r:comment w:comment|WRITE
/wiki/api/v2/content/convert-ids-to-types
 POST||r:content.metadata|NONE
/wiki/api/v2/custom-content
 GET||r:custom-content|READ
 POST||w:custom-content|WRITE
/wiki/api/v2/custom-content/{custom-content-id}/properties
 GET||r:custom-content|READ
 POST||r:custom-content w:custom-content|WRITE
/wiki/api/v2/custom-content/{custom-content-id}/properties/{property-id}
 GET||r:custom-content|READ
 PUT||r:custom-content w:custom-content|WRITE
 DELETE||r:custom-content w:custom-content|WRITE
/wiki/api/v2/custom-content/{custom-content-id}/versions
 GET||r:custom-content|READ
/wiki/api/v2/custom-content/{custom-content-id}/versions/{version-number}
 GET||r:custom-content|READ
/wiki/api/v2/custom-content/{id}
 GET||r:custom-content|READ
 PUT||w:custom-content|WRITE
 DELETE||d:custom-content|DELETE
/wiki/api/v2/custom-content/{id}/attachments
 GET||r:attachment|READ
/wiki/api/v2/custom-content/{id}/children
 GET||r:custom-content|READ
/wiki/api/v2/custom-content/{id}/footer-comments
 GET||r:comment|READ
/wiki/api/v2/custom-content/{id}/labels
 GET||r:custom-content|READ
/wiki/api/v2/custom-content/{id}/operations
 GET||r:custom-content|READ
/wiki/api/v2/data-policies/metadata
 GET||r:configuration|READ
/wiki/api/v2/data-policies/spaces
 GET||r:space|READ
/wiki/api/v2/databases
 POST||w:database|WRITE
/wiki/api/v2/databases/{database-id}/properties/{property-id}
 GET||r:database|READ
 PUT||r:database w:database|WRITE
 DELETE||r:database w:database|WRITE
/wiki/api/v2/databases/{id}
 GET||r:database|READ
 DELETE||d:database|DELETE
/wiki/api/v2/databases/{id}/ancestors
 GET||r:content.metadata|READ
/wiki/api/v2/databases/{id}/classification-level
 GET||r:database|READ
 PUT||w:database|WRITE
/wiki/api/v2/databases/{id}/classification-level/reset
 POST||w:database|WRITE
/wiki/api/v2/databases/{id}/descendants
 GET||r:hierarchical-content|READ
/wiki/api/v2/databases/{id}/direct-children
 GET||r:hierarchical-content|READ
/wiki/api/v2/databases/{id}/operations
 GET||r:database|READ
/wiki/api/v2/databases/{id}/properties
 GET||r:database|READ
 POST||r:database w:database|WRITE
/wiki/api/v2/embeds
 POST||w:embed|WRITE
/wiki/api/v2/embeds/{embed-id}/properties/{property-id}
 GET||r:embed|READ
 PUT||r:embed w:embed|WRITE
 DELETE||r:embed w:embed|WRITE
/wiki/api/v2/embeds/{id}
 GET||r:embed|READ
 DELETE||d:embed|DELETE
/wiki/api/v2/embeds/{id}/ancestors
 GET||r:content.metadata|READ
/wiki/api/v2/embeds/{id}/descendants
 GET||r:hierarchical-content|READ
/wiki/api/v2/embeds/{id}/direct-children
 GET||r:hierarchical-content|READ
/wiki/api/v2/embeds/{id}/operations
 GET||r:embed|READ
/wiki/api/v2/embeds/{id}/properties
 GET||r:embed|READ
 POST||r:embed w:embed|WRITE
/wiki/api/v2/folders
 POST||w:folder|WRITE
/wiki/api/v2/folders/{folder-id}/properties/{property-id}
 GET||r:folder|READ
 PUT||r:folder w:folder|WRITE
 DELETE||r:folder w:folder|WRITE
/wiki/api/v2/folders/{id}
 GET||r:folder|READ
 DELETE||d:folder|DELETE
/wiki/api/v2/folders/{id}/ancestors
 GET||r:content.metadata|READ
/wiki/api/v2/folders/{id}/descendants
 GET||r:hierarchical-content|READ
/wiki/api/v2/folders/{id}/direct-children
 GET||r:hierarchical-content|READ
/wiki/api/v2/folders/{id}/operations
 GET||r:folder|READ
/wiki/api/v2/folders/{id}/properties
 GET||r:folder|READ
 POST||r:folder w:folder|WRITE
/wiki/api/v2/footer-comments
 GET||r:comment|READ
 POST||w:comment|WRITE
/wiki/api/v2/footer-comments/{comment-id}
 GET||r:comment|READ
 PUT||w:comment|WRITE
 DELETE||d:comment|DELETE
/wiki/api/v2/footer-comments/{id}/children
 GET||r:comment|READ
/wiki/api/v2/footer-comments/{id}/likes/count
 GET||r:comment|READ
/wiki/api/v2/footer-comments/{id}/likes/users
 GET||r:comment|READ
/wiki/api/v2/footer-comments/{id}/operations
 GET||r:comment|READ
/wiki/api/v2/footer-comments/{id}/versions
 GET||r:comment|READ
/wiki/api/v2/footer-comments/{id}/versions/{version-number}
 GET||r:comment|READ
/wiki/api/v2/inline-comments
 GET||r:comment|READ
 POST||w:comment|WRITE
/wiki/api/v2/inline-comments/{comment-id}
 GET||r:comment|READ
 PUT||w:comment|WRITE
 DELETE||d:comment|DELETE
/wiki/api/v2/inline-comments/{id}/children
 GET||r:comment|READ
/wiki/api/v2/inline-comments/{id}/likes/count
 GET||r:comment|READ
/wiki/api/v2/inline-comments/{id}/likes/users
 GET||r:comment|READ
/wiki/api/v2/inline-comments/{id}/operations
 GET||r:comment|READ
/wiki/api/v2/inline-comments/{id}/versions
 GET||r:comment|READ
/wiki/api/v2/inline-comments/{id}/versions/{version-number}
 GET||r:comment|READ
/wiki/api/v2/labels
 GET||r:label|READ
/wiki/api/v2/labels/{id}/attachments
 GET||r:attachment|READ
/wiki/api/v2/labels/{id}/blogposts
 GET||r:page|READ
/wiki/api/v2/labels/{id}/pages
 GET||r:page|READ
/wiki/api/v2/pages
 GET||r:page|READ
 POST||w:page|WRITE
/wiki/api/v2/pages/{id}
 GET||r:page|READ
 PUT||w:page|WRITE
 DELETE||d:page|DELETE
/wiki/api/v2/pages/{id}/ancestors
 GET||r:content.metadata|READ
/wiki/api/v2/pages/{id}/attachments
 GET||r:attachment|READ
/wiki/api/v2/pages/{id}/children
 GET||r:page|READ
/wiki/api/v2/pages/{id}/classification-level
 GET||r:page w:page|WRITE
 PUT||w:page|WRITE
/wiki/api/v2/pages/{id}/classification-level/reset
 POST||w:page|WRITE
/wiki/api/v2/pages/{id}/custom-content
 GET||r:custom-content|READ
/wiki/api/v2/pages/{id}/descendants
 GET||r:hierarchical-content|READ
/wiki/api/v2/pages/{id}/direct-children
 GET||r:hierarchical-content|READ
/wiki/api/v2/pages/{id}/footer-comments
 GET||r:comment|READ
/wiki/api/v2/pages/{id}/inline-comments
 GET||r:comment|READ
/wiki/api/v2/pages/{id}/labels
 GET||r:page|READ
/wiki/api/v2/pages/{id}/likes/count
 GET||r:page|READ
/wiki/api/v2/pages/{id}/likes/users
 GET||r:page|READ
/wiki/api/v2/pages/{id}/operations
 GET||r:page|READ
/wiki/api/v2/pages/{id}/redact
 POST||w:page|WRITE
/wiki/api/v2/pages/{id}/title
 PUT||w:page|WRITE
/wiki/api/v2/pages/{id}/versions
 GET||r:page|READ
/wiki/api/v2/pages/{page-id}/properties
 GET||r:page|READ
 POST||r:page w:page|WRITE
/wiki/api/v2/pages/{page-id}/properties/{property-id}
 GET||r:page|READ
 PUT||r:page w:page|WRITE
 DELETE||r:page w:page|WRITE
/wiki/api/v2/pages/{page-id}/versions/{version-number}
 GET||r:page|READ
/wiki/api/v2/space-permissions
 GET||r:space.permission|READ
/wiki/api/v2/space-role-mode
 GET||r:configuration|READ
/wiki/api/v2/space-roles
 GET||r:space.permission|READ
 POST||w:configuration|ADMIN
/wiki/api/v2/space-roles/{id}
 GET||r:space.permission|READ
 PUT||w:configuration|ADMIN
 DELETE||w:configuration|ADMIN
/wiki/api/v2/spaces
 GET||r:space|READ
 POST||w:space|WRITE
/wiki/api/v2/spaces/{id}
 GET||r:space|READ
/wiki/api/v2/spaces/{id}/blogposts
 GET||r:page|READ
/wiki/api/v2/spaces/{id}/classification-level/default
 GET||r:space|READ
 PUT||r:space w:space|WRITE
 DELETE||r:space w:space|WRITE
/wiki/api/v2/spaces/{id}/content/labels
 GET||r:space|READ
/wiki/api/v2/spaces/{id}/custom-content
 GET||r:custom-content|READ
/wiki/api/v2/spaces/{id}/labels
 GET||r:space|READ
/wiki/api/v2/spaces/{id}/operations
 GET||r:space|READ
/wiki/api/v2/spaces/{id}/pages
 GET||r:page|READ
/wiki/api/v2/spaces/{id}/permissions
 GET||r:space|READ
/wiki/api/v2/spaces/{id}/role-assignments
 GET||r:space.permission|READ
 POST||w:space.permission|SPACE_ADMIN
/wiki/api/v2/spaces/{space-id}/properties
 GET||r:space|READ
 POST||r:space w:space|WRITE
/wiki/api/v2/spaces/{space-id}/properties/{property-id}
 GET||r:space|READ
 PUT||r:space w:space|WRITE
 DELETE||r:space w:space|WRITE
/wiki/api/v2/tasks
 GET||r:task|READ
/wiki/api/v2/tasks/{id}
 GET||r:task|READ
 PUT||w:task|WRITE
/wiki/api/v2/user/access/check-access-by-email
 POST||r:configuration|NONE
/wiki/api/v2/user/access/invite-by-email
 POST||r:configuration|NONE
/wiki/api/v2/users-bulk
 POST||r:user|READ
/wiki/api/v2/whiteboards
 POST||w:whiteboard|WRITE
/wiki/api/v2/whiteboards/{id}
 GET||r:whiteboard|READ
 DELETE||d:whiteboard|DELETE
/wiki/api/v2/whiteboards/{id}/ancestors
 GET||r:content.metadata|READ
/wiki/api/v2/whiteboards/{id}/classification-level
 GET||r:whiteboard|READ
 PUT||w:whiteboard|WRITE
/wiki/api/v2/whiteboards/{id}/classification-level/reset
 POST||w:whiteboard|WRITE
/wiki/api/v2/whiteboards/{id}/descendants
 GET||r:hierarchical-content|READ
/wiki/api/v2/whiteboards/{id}/direct-children
 GET||r:hierarchical-content|READ
/wiki/api/v2/whiteboards/{id}/operations
 GET||r:whiteboard|READ
/wiki/api/v2/whiteboards/{id}/properties
 GET||r:whiteboard|READ
 POST||r:whiteboard w:whiteboard|WRITE
/wiki/api/v2/whiteboards/{whiteboard-id}/properties/{property-id}
 GET||r:whiteboard|READ
 PUT||r:whiteboard w:whiteboard|WRITE
 DELETE||r:whiteboard w:whiteboard|WRITE
/wiki/atlassian-connect/1/app/module/dynamic
 GET|||INACCESSIBLE
 POST|||INACCESSIBLE
 DELETE|||INACCESSIBLE
/wiki/rest/api/analytics/content/{contentId}/viewers
 GET|read:confluence-content.summary|r:analytics.content|READ
/wiki/rest/api/analytics/content/{contentId}/views
 GET|read:confluence-content.summary|r:analytics.content|READ
/wiki/rest/api/audit
 GET||r:audit-log|INACCESSIBLE
 POST||r:audit-log w:audit-log|INACCESSIBLE
/wiki/rest/api/audit/export
 GET||r:audit-log|INACCESSIBLE
/wiki/rest/api/audit/retention
 GET||r:audit-log|INACCESSIBLE
 PUT||w:audit-log|INACCESSIBLE
/wiki/rest/api/audit/since
 GET||r:audit-log|INACCESSIBLE
/wiki/rest/api/content
 GET|read:confluence-content.summary|r:content-details|READ
 POST|write:confluence-content|r:content-details w:content|WRITE
/wiki/rest/api/content-states
 GET|read:user.property:confluence|r:user.property|READ
 PUT|write:confluence-content|w:content r:content-details|WRITE
/wiki/rest/api/content-states/delete
 POST|write:confluence-content|w:content r:content-details|WRITE
/wiki/rest/api/content-states/task/{taskId}
 GET|read:confluence-content|r:content|READ
/wiki/rest/api/content/archive
 POST|write:confluence-content|r:content.metadata w:page|WRITE
/wiki/rest/api/content/blueprint/instance/{draftId}
 POST|write:confluence-content|r:content-details w:content|WRITE
 PUT|write:confluence-content|r:content-details w:content|WRITE
/wiki/rest/api/content/search
 GET|search:confluence|r:content-details|READ
/wiki/rest/api/content/{id}
 GET|read:confluence-content.summary|r:content-details|READ
 PUT|write:confluence-content|r:content-details w:content|WRITE
 DELETE|write:confluence-content|d:content|DELETE
/wiki/rest/api/content/{id}/child
 GET|read:confluence-content.summary|r:content-details|READ
/wiki/rest/api/content/{id}/child/attachment
 GET|read:confluence-content.summary|r:content-details|READ
 POST|write:confluence-file|r:content-details w:attachment|WRITE
 PUT|write:confluence-file|r:content-details w:attachment|WRITE
/wiki/rest/api/content/{id}/child/attachment/{attachmentId}
 PUT|write:confluence-file write:confluence-props|r:content-details w:attachment|WRITE
/wiki/rest/api/content/{id}/child/attachment/{attachmentId}/data
 POST|write:confluence-file|r:content-details w:attachment|WRITE
/wiki/rest/api/content/{id}/child/attachment/{attachmentId}/download
 GET|readonly:content.attachment:confluence|r:attachment|READ
/wiki/rest/api/content/{id}/child/comment
 GET|read:confluence-content.summary|r:content-details|READ
/wiki/rest/api/content/{id}/child/{type}
 GET|read:confluence-content.summary|r:content-details|READ
/wiki/rest/api/content/{id}/copy
 POST|write:confluence-content|r:content-details w:page|WRITE
/wiki/rest/api/content/{id}/descendant
 GET|read:confluence-content.summary|r:content-details|READ
/wiki/rest/api/content/{id}/descendant/{type}
 GET|read:confluence-content.summary|r:content-details|READ
/wiki/rest/api/content/{id}/history
 GET|read:confluence-content.summary|r:content.metadata r:user|READ
/wiki/rest/api/content/{id}/history/{version}/macro/id/{macroId}
 GET|read:confluence-content.all|r:content.metadata|READ
/wiki/rest/api/content/{id}/history/{version}/macro/id/{macroId}/convert/async/{to}
 GET|read:confluence-content.all|r:content.metadata|READ
/wiki/rest/api/content/{id}/history/{version}/macro/id/{macroId}/convert/{to}
 GET|read:confluence-content.all|r:content.metadata|READ
/wiki/rest/api/content/{id}/label
 GET|read:confluence-content.summary|r:label|READ
 POST|write:confluence-content|r:label w:label|WRITE
 DELETE|write:confluence-content|w:label|WRITE
/wiki/rest/api/content/{id}/label/{label}
 DELETE|write:confluence-content|w:label|WRITE
/wiki/rest/api/content/{id}/notification/child-created
 GET|read:confluence-content.summary|r:watcher r:user|READ
/wiki/rest/api/content/{id}/notification/created
 GET|read:confluence-content.summary|r:watcher r:user|READ
/wiki/rest/api/content/{id}/pageTree
 DELETE|write:confluence-content|d:content|DELETE
/wiki/rest/api/content/{id}/pagehierarchy/copy
 POST|write:confluence-content|r:content.metadata w:page|WRITE
/wiki/rest/api/content/{id}/permission/check
 POST|read:confluence-content.permission|r:content.permission|READ
/wiki/rest/api/content/{id}/property
 GET|read:confluence-props|r:content-details|READ
 POST|write:confluence-props|r:content.property w:content.property|WRITE
/wiki/rest/api/content/{id}/property/{key}
 GET|read:confluence-props|r:content-details|READ
 POST|write:confluence-props|r:content.property w:content.property|WRITE
 PUT|write:confluence-props|r:content.property w:content.property|WRITE
 DELETE|write:confluence-props|w:content.property|WRITE
/wiki/rest/api/content/{id}/restriction
 GET|read:confluence-content.all|r:content-details|READ
 POST|write:confluence-content|r:content-details w:content.restriction|WRITE
 PUT|write:confluence-content|r:content-details w:content.restriction|WRITE
 DELETE|write:confluence-content|r:content-details w:content.restriction|DELETE
/wiki/rest/api/content/{id}/restriction/byOperation
 GET|read:confluence-content.all|r:content-details|READ
/wiki/rest/api/content/{id}/restriction/byOperation/{operationKey}
 GET|read:confluence-content.all|r:content-details|READ
/wiki/rest/api/content/{id}/restriction/byOperation/{operationKey}/byGroupId/{groupId}
 GET|read:confluence-content.all|r:content.restriction|READ
 PUT|write:confluence-content|w:content.restriction|WRITE
 DELETE|write:confluence-content|w:content.restriction|WRITE
/wiki/rest/api/content/{id}/restriction/byOperation/{operationKey}/group/{groupName}
 GET|read:confluence-content.all|r:content.restriction|READ
 PUT|write:confluence-content|w:content.restriction|WRITE
 DELETE|write:confluence-content|w:content.restriction|WRITE
/wiki/rest/api/content/{id}/restriction/byOperation/{operationKey}/user
 GET|read:confluence-content.all|r:content.restriction|READ
 PUT|write:confluence-content|w:content.restriction|WRITE
 DELETE|write:confluence-content|w:content.restriction|WRITE
/wiki/rest/api/content/{id}/state
 GET|read:confluence-content.summary|r:content-details|READ
 PUT|write:confluence-content|w:content r:content-details|WRITE
 DELETE|write:confluence-content|w:content r:content-details|WRITE
/wiki/rest/api/content/{id}/state/available
 GET|write:confluence-content|w:content|READ
/wiki/rest/api/content/{id}/version
 GET|read:confluence-content.summary|r:content-details|READ
 POST|write:confluence-content|r:content-details w:content|WRITE
/wiki/rest/api/content/{id}/version/{versionNumber}
 GET|read:confluence-content.summary|r:content-details|READ
 DELETE|write:confluence-content|d:content|DELETE
/wiki/rest/api/content/{pageId}/move/{position}/{targetId}
 PUT|write:confluence-content|w:page|WRITE
/wiki/rest/api/contentbody/convert/async/{id}
 GET|read:confluence-content.all|r:content.metadata|READ
/wiki/rest/api/contentbody/convert/async/{to}
 POST|read:confluence-content.all|r:content.metadata|READ
/wiki/rest/api/contentbody/convert/{to}
 POST|read:confluence-content.all|r:content.metadata|READ
/wiki/rest/api/group
 GET|read:confluence-groups|r:group|READ
 POST|write:confluence-groups|r:group w:group|INACCESSIBLE
 DELETE|write:confluence-groups|w:group|INACCESSIBLE
/wiki/rest/api/group/by-id
 GET|read:confluence-groups|r:group|READ
 DELETE|write:confluence-groups|w:group|INACCESSIBLE
/wiki/rest/api/group/by-name
 GET|read:confluence-groups|r:group|READ
/wiki/rest/api/group/member
 GET|read:confluence-groups|r:group r:user|READ
/wiki/rest/api/group/picker
 GET|read:confluence-groups|r:group|READ
/wiki/rest/api/group/user
 POST|write:confluence-groups|w:group|INACCESSIBLE
 DELETE|write:confluence-groups|w:group|INACCESSIBLE
/wiki/rest/api/group/userByGroupId
 POST|write:confluence-groups|w:group|INACCESSIBLE
 DELETE|write:confluence-groups|w:group|INACCESSIBLE
/wiki/rest/api/group/{groupId}/membersByGroupId
 GET|read:confluence-groups|r:group r:user|READ
/wiki/rest/api/group/{groupName}
 GET|||READ
/wiki/rest/api/group/{groupName}/member
 GET|||READ
/wiki/rest/api/inlinetasks/search
 GET|read:confluence-content.all|r:inlinetask|READ
/wiki/rest/api/inlinetasks/{inlineTaskId}
 GET||r:inlinetask|READ
 PUT||r:inlinetask w:inlinetask|WRITE
/wiki/rest/api/label
 GET|read:confluence-content.summary|r:label r:content|READ
/wiki/rest/api/longtask
 GET||r:content.metadata|READ
/wiki/rest/api/longtask/{id}
 GET|read:confluence-space.summary|r:content.metadata|READ
/wiki/rest/api/relation/{relationName}/from/{sourceType}/{sourceKey}/to/{targetType}
 GET|read:confluence-content.summary|r:relation r:content-details|READ
/wiki/rest/api/relation/{relationName}/from/{sourceType}/{sourceKey}/to/{targetType}/{targetKey}
 GET|read:confluence-content.summary|r:relation r:content-details|READ
 PUT|write:confluence-content|r:relation r:space r:user r:content w:relation|WRITE
 DELETE|write:confluence-content|w:relation|WRITE
/wiki/rest/api/relation/{relationName}/to/{targetType}/{targetKey}/from/{sourceType}
 GET|read:confluence-content.summary|r:relation r:content-details|READ
/wiki/rest/api/search
 GET|search:confluence|r:content-details|READ
/wiki/rest/api/search/user
 GET||r:content-details|READ
/wiki/rest/api/settings/lookandfeel
 GET|manage:confluence-configuration|r:configuration r:space.setting|READ
 PUT|manage:confluence-configuration|r:space.setting w:space.setting|WRITE
/wiki/rest/api/settings/lookandfeel/custom
 POST|manage:confluence-configuration|r:configuration r:space.setting w:configuration w:space.setting|WRITE
 DELETE|manage:confluence-configuration|w:configuration w:space.setting|DELETE
/wiki/rest/api/settings/lookandfeel/selected
 PUT|manage:confluence-configuration|r:configuration r:space.setting w:configuration w:space.setting|WRITE
/wiki/rest/api/settings/systemInfo
 GET|manage:confluence-configuration|r:configuration|READ
/wiki/rest/api/settings/theme
 GET|manage:confluence-configuration|r:configuration|READ
/wiki/rest/api/settings/theme/selected
 GET|manage:confluence-configuration|r:configuration|READ
/wiki/rest/api/settings/theme/{themeKey}
 GET|manage:confluence-configuration|r:configuration|READ
/wiki/rest/api/space
 GET|read:confluence-space.summary|r:content-details|READ
 POST|write:confluence-space|r:space-details w:space w:space.permission|WRITE
/wiki/rest/api/space/_private
 POST|write:confluence-space|r:space-details w:space w:space.permission|WRITE
/wiki/rest/api/space/{spaceKey}
 GET|read:confluence-space.summary|r:content-details|READ
 PUT|write:confluence-space|r:space-details w:space w:space.permission|WRITE
 DELETE|write:confluence-space|r:content.metadata d:space|DELETE
/wiki/rest/api/space/{spaceKey}/content
 GET|read:confluence-content.summary|r:content-details|READ
/wiki/rest/api/space/{spaceKey}/content/{type}
 GET|read:confluence-content.summary|r:content-details|READ
/wiki/rest/api/space/{spaceKey}/label
 GET|read:confluence-space.summary|r:label|READ
 POST|write:confluence-space|r:label w:label|WRITE
 DELETE|write:confluence-space|w:label|WRITE
/wiki/rest/api/space/{spaceKey}/permission
 POST||r:space.permission w:space.permission|INACCESSIBLE
/wiki/rest/api/space/{spaceKey}/permission/custom-content
 POST||r:space.permission w:space.permission|WRITE
/wiki/rest/api/space/{spaceKey}/permission/{id}
 DELETE||w:space.permission|INACCESSIBLE
/wiki/rest/api/space/{spaceKey}/property
 GET|read:confluence-props|r:content-details|READ
 POST|write:confluence-props|r:space.property w:space.property|WRITE
/wiki/rest/api/space/{spaceKey}/property/{key}
 GET|read:confluence-props|r:content-details|READ
 POST|write:confluence-props|r:space.property w:space.property|WRITE
 PUT|write:confluence-props|r:space.property w:space.property|WRITE
 DELETE|write:confluence-props|w:space.property|WRITE
/wiki/rest/api/space/{spaceKey}/settings
 GET|read:confluence-space.summary|r:space.setting|READ
 PUT|write:confluence-space|r:space.setting w:space.setting|WRITE
/wiki/rest/api/space/{spaceKey}/state
 GET|read:confluence-space.summary|r:space.setting|READ
/wiki/rest/api/space/{spaceKey}/state/content
 GET|read:confluence-content.all|r:content|READ
/wiki/rest/api/space/{spaceKey}/state/settings
 GET|read:confluence-space.summary|r:space.setting|READ
/wiki/rest/api/space/{spaceKey}/theme
 GET|read:confluence-space.summary|r:space.setting|READ
 PUT|write:confluence-space|r:space.setting w:space.setting|WRITE
 DELETE|write:confluence-space|w:space.setting|DELETE
/wiki/rest/api/space/{spaceKey}/watch
 GET||r:watcher r:user|READ
/wiki/rest/api/template
 POST|write:confluence-content|r:template r:content-details w:template|WRITE
 PUT|write:confluence-content|r:template r:content-details w:template|WRITE
/wiki/rest/api/template/blueprint
 GET|read:confluence-content.summary|r:template r:content-details|READ
/wiki/rest/api/template/page
 GET|read:confluence-content.summary|r:template r:content-details|READ
/wiki/rest/api/template/{contentTemplateId}
 GET|read:confluence-content.summary|r:template r:content-details|READ
 DELETE|write:confluence-content|w:template|DELETE
/wiki/rest/api/user
 GET|read:confluence-user|r:content-details|READ
/wiki/rest/api/user/anonymous
 GET|read:confluence-user|r:user|READ
/wiki/rest/api/user/bulk
 GET|read:confluence-user|r:content-details|READ
/wiki/rest/api/user/current
 GET|read:confluence-user|r:content-details|READ
/wiki/rest/api/user/email
 GET|||ACCESS_EMAIL_ADDRESSES
/wiki/rest/api/user/email/bulk
 GET|||ACCESS_EMAIL_ADDRESSES
/wiki/rest/api/user/memberof
 GET|read:confluence-user|r:user r:group|READ
/wiki/rest/api/user/watch/content/{contentId}
 GET|read:confluence-content.summary|r:watcher|READ
 POST|write:confluence-content|w:watcher|WRITE
 DELETE|write:confluence-content|w:watcher|WRITE
/wiki/rest/api/user/watch/label/{labelName}
 GET|read:confluence-content.summary|r:watcher|READ
 POST|write:confluence-content|w:watcher|WRITE
 DELETE|write:confluence-content|w:watcher|WRITE
/wiki/rest/api/user/watch/space/{spaceKey}
 GET|read:confluence-content.summary|r:watcher|READ
 POST|write:confluence-content|w:watcher|WRITE
 DELETE|write:confluence-content|w:watcher|WRITE
/wiki/rest/api/user/{userId}/property
 GET||r:user.property|READ
/wiki/rest/api/user/{userId}/property/{key}
 GET||r:user.property|READ
 POST||w:user.property|WRITE
 PUT||w:user.property|WRITE
 DELETE||w:user.property|WRITE
`,
};
