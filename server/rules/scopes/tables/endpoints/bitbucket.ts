import type { EndpointTable } from "./endpointRow.ts";

/** Bitbucket Cloud's REST description, 2.0. The last column has the scopes of an OAuth consumer or a Connect descriptor instead of a Connect scope. Read as `endpointRow.ts` says. */
export const bitbucketEndpoints: EndpointTable = {
  product: "bitbucket",
  sourceDate: "2026-08-22",
  granularSuffix: "bitbucket",
  rows: `
/2.0/addon
 PUT
 DELETE
/2.0/addon/{addon_key}/client-key
 GET||admin:workspace:bitbucket
/2.0/hook_events
 GET
/2.0/hook_events/{subject_type}
 GET
/2.0/repositories
 GET||r:repository|repository
/2.0/repositories/{workspace}
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}
 GET||r:repository|repository
 POST||admin:repository:bitbucket|repository:admin
 PUT||admin:repository:bitbucket|repository:admin
 DELETE||d:repository|repository:delete
/2.0/repositories/{workspace}/{repo_slug}/branch-restrictions
 GET||admin:repository:bitbucket|repository:admin
 POST||admin:repository:bitbucket|repository:admin
/2.0/repositories/{workspace}/{repo_slug}/branch-restrictions/{id}
 GET||admin:repository:bitbucket|repository:admin
 PUT||admin:repository:bitbucket|repository:admin
 DELETE||admin:repository:bitbucket|repository:admin
/2.0/repositories/{workspace}/{repo_slug}/branching-model
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/branching-model/settings
 GET||admin:repository:bitbucket|repository:admin
 PUT||admin:repository:bitbucket|repository:admin
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/approve
 POST||r:repository w:repository|repository:write
 DELETE||w:repository|repository:write
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/comments
 GET||r:repository|repository
 POST||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}
 GET||r:repository|repository
 PUT||r:repository|repository
 DELETE||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}
 GET||admin:workspace:bitbucket
 PUT
 DELETE
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/pullrequests
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/reports
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}
 GET||r:repository|repository
 PUT||r:repository|repository
 DELETE||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations
 GET||r:repository|repository
 POST||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}
 GET||r:repository|repository
 PUT||r:repository|repository
 DELETE||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/statuses
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build
 POST||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build/{key}
 GET||r:repository|repository
 PUT||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commits
 GET||r:repository|repository
 POST||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/commits/{revision}
 GET||r:repository|repository
 POST||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/default-reviewers
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}
 GET||r:pullrequest|pullrequest
 PUT||admin:repository:bitbucket|repository:admin
 DELETE||admin:repository:bitbucket|repository:admin
/2.0/repositories/{workspace}/{repo_slug}/deploy-keys
 GET||admin:repository:bitbucket|repository repository:admin
 POST||admin:repository:bitbucket w:ssh-key|repository repository:admin
/2.0/repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}
 GET||admin:repository:bitbucket|repository repository:admin
 PUT||admin:repository:bitbucket w:ssh-key|repository repository:admin
 DELETE||admin:repository:bitbucket d:ssh-key|repository repository:admin
/2.0/repositories/{workspace}/{repo_slug}/deployments
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/deployments/{deployment_uuid}
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables
 GET||r:pipeline|pipeline
 POST||admin:pipeline:bitbucket|pipeline:variable
/2.0/repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables/{variable_uuid}
 PUT||admin:pipeline:bitbucket|pipeline:variable
 DELETE||admin:pipeline:bitbucket|pipeline:variable
/2.0/repositories/{workspace}/{repo_slug}/diff/{spec}
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/diffstat/{spec}
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/downloads
 GET||r:repository|repository
 POST||w:repository|repository:write
/2.0/repositories/{workspace}/{repo_slug}/downloads/{filename}
 GET||r:repository|repository
 DELETE||w:repository|repository:write
/2.0/repositories/{workspace}/{repo_slug}/effective-branching-model
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/effective-default-reviewers
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/environments
 GET||r:pipeline|pipeline
 POST||admin:pipeline:bitbucket|pipeline
/2.0/repositories/{workspace}/{repo_slug}/environments/{environment_uuid}
 GET||r:pipeline|pipeline
 DELETE||admin:pipeline:bitbucket|pipeline
/2.0/repositories/{workspace}/{repo_slug}/environments/{environment_uuid}/changes
 POST||admin:pipeline:bitbucket|pipeline
/2.0/repositories/{workspace}/{repo_slug}/filehistory/{commit}/{path}
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/forks
 GET||r:repository|repository
 POST||r:repository w:repository|repository:write
/2.0/repositories/{workspace}/{repo_slug}/hooks
 GET||r:webhook|webhook
 POST||r:webhook w:webhook|webhook
/2.0/repositories/{workspace}/{repo_slug}/hooks/{uid}
 GET||r:webhook|webhook
 PUT||r:webhook w:webhook|webhook
 DELETE||d:webhook|webhook
/2.0/repositories/{workspace}/{repo_slug}/merge-base/{revspec}
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/override-settings
 GET||admin:repository:bitbucket|repository:admin
 PUT||admin:repository:bitbucket|repository:admin
/2.0/repositories/{workspace}/{repo_slug}/patch/{spec}
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/permissions-config/groups
 GET||r:repository|repository:admin
/2.0/repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}
 GET||r:repository|repository:admin
 PUT||admin:repository:bitbucket w:permission|repository:admin
 DELETE||admin:repository:bitbucket d:permission|repository:admin
/2.0/repositories/{workspace}/{repo_slug}/permissions-config/users
 GET||r:repository|repository:admin
/2.0/repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}
 GET||r:repository|repository:admin
 PUT||admin:repository:bitbucket w:permission|repository:admin
 DELETE||admin:repository:bitbucket d:permission|repository:admin
/2.0/repositories/{workspace}/{repo_slug}/pipelines
 GET||r:pipeline|pipeline
 POST||r:pipeline w:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines-config/caches
 GET||r:pipeline|pipeline
 DELETE||w:pipeline|pipeline:write
/2.0/repositories/{workspace}/{repo_slug}/pipelines-config/caches/{cache_uuid}
 DELETE||w:pipeline|pipeline:write
/2.0/repositories/{workspace}/{repo_slug}/pipelines-config/caches/{cache_uuid}/content-uri
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines-config/runners
 GET||r:runner|runner
 POST||w:runner r:runner|runner:write
/2.0/repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}
 GET||r:runner|runner
 PUT||r:runner w:runner|runner:write
 DELETE||w:runner|runner:write
/2.0/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/log
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/logs/{log_uuid}
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports/test_cases
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports/test_cases/{test_case_uuid}/test_case_reasons
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/stopPipeline
 POST||w:pipeline|pipeline:write
/2.0/repositories/{workspace}/{repo_slug}/pipelines_config
 GET||admin:repository:bitbucket|repository:admin
 PUT||admin:repository:bitbucket|repository:admin
/2.0/repositories/{workspace}/{repo_slug}/pipelines_config/build_number
 PUT||admin:pipeline:bitbucket|pipeline:variable
/2.0/repositories/{workspace}/{repo_slug}/pipelines_config/schedules
 GET||r:pipeline|pipeline
 POST||r:pipeline w:pipeline|pipeline:write
/2.0/repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}
 GET||r:pipeline|pipeline
 PUT||r:pipeline w:pipeline|pipeline:write
 DELETE||w:pipeline|pipeline:write
/2.0/repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}/executions
 GET||r:pipeline|pipeline
/2.0/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair
 GET||r:pipeline|pipeline
 PUT||admin:pipeline:bitbucket|pipeline:variable
 DELETE||admin:pipeline:bitbucket|pipeline:variable
/2.0/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts
 GET||r:pipeline|pipeline
 POST||admin:pipeline:bitbucket|pipeline:variable
/2.0/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}
 GET||r:pipeline|pipeline
 PUT||admin:pipeline:bitbucket|pipeline:variable
 DELETE||admin:pipeline:bitbucket|pipeline:variable
/2.0/repositories/{workspace}/{repo_slug}/pipelines_config/variables
 GET||r:pipeline|pipeline
 POST||admin:pipeline:bitbucket|pipeline:variable
/2.0/repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}
 GET||r:pipeline|pipeline
 PUT||admin:pipeline:bitbucket|pipeline:variable
 DELETE||admin:pipeline:bitbucket|pipeline:variable
/2.0/repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}
 GET||admin:workspace:bitbucket
 PUT
 DELETE
/2.0/repositories/{workspace}/{repo_slug}/pullrequests
 GET||r:pullrequest|pullrequest
 POST||r:pullrequest w:pullrequest|pullrequest:write
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/activity
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}
 GET||r:pullrequest|pullrequest
 PUT||r:pullrequest w:pullrequest|pullrequest:write
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/activity
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/approve
 POST||r:pullrequest w:pullrequest|pullrequest:write
 DELETE||w:pullrequest|pullrequest:write
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments
 GET||r:pullrequest|pullrequest
 POST||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}
 GET||r:pullrequest|pullrequest
 PUT||r:pullrequest|pullrequest
 DELETE||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}/resolve
 POST||r:pullrequest|pullrequest
 DELETE||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/commits
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/conflicts
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/decline
 POST||r:pullrequest w:pullrequest|pullrequest:write
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diff
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diffstat
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge
 POST||r:pullrequest w:pullrequest|pullrequest:write
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge/task-status/{task_id}
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/patch
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/request-changes
 POST||r:pullrequest w:pullrequest|pullrequest:write
 DELETE||w:pullrequest|pullrequest:write
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/statuses
 GET||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks
 GET||r:pullrequest|pullrequest
 POST||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}
 GET||r:pullrequest|pullrequest
 PUT||r:pullrequest|pullrequest
 DELETE||r:pullrequest|pullrequest
/2.0/repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}
 GET||admin:workspace:bitbucket
 PUT
 DELETE
/2.0/repositories/{workspace}/{repo_slug}/refs
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/refs/branches
 GET||r:repository|repository
 POST||w:repository r:repository|repository:write
/2.0/repositories/{workspace}/{repo_slug}/refs/branches/{name}
 GET||r:repository|repository
 DELETE||w:repository|repository:write
/2.0/repositories/{workspace}/{repo_slug}/refs/tags
 GET||r:repository|repository
 POST||w:repository r:repository|repository:write
/2.0/repositories/{workspace}/{repo_slug}/refs/tags/{name}
 GET||r:repository|repository
 DELETE||w:repository|repository:write
/2.0/repositories/{workspace}/{repo_slug}/src
 GET||r:repository|repository
 POST||w:repository|repository:write
/2.0/repositories/{workspace}/{repo_slug}/src/{commit}/{path}
 GET||r:repository|repository
/2.0/repositories/{workspace}/{repo_slug}/watchers
 GET||r:repository|repository
/2.0/snippets
 GET||r:snippet|snippet
 POST||r:snippet w:snippet|snippet:write
/2.0/snippets/{workspace}
 GET||r:snippet|snippet
 POST||r:snippet w:snippet|snippet:write
/2.0/snippets/{workspace}/{encoded_id}
 GET||r:snippet|snippet
 PUT||r:snippet w:snippet|snippet:write
 DELETE||d:snippet|snippet:write
/2.0/snippets/{workspace}/{encoded_id}/comments
 GET||r:snippet|snippet
 POST||r:snippet w:snippet|snippet
/2.0/snippets/{workspace}/{encoded_id}/comments/{comment_id}
 GET||r:snippet|snippet
 PUT||r:snippet w:snippet|snippet
 DELETE||w:snippet|snippet
/2.0/snippets/{workspace}/{encoded_id}/commits
 GET||r:snippet|snippet
/2.0/snippets/{workspace}/{encoded_id}/commits/{revision}
 GET||r:snippet|snippet
/2.0/snippets/{workspace}/{encoded_id}/files/{path}
 GET||r:snippet|snippet
/2.0/snippets/{workspace}/{encoded_id}/watch
 GET||r:snippet|snippet
 PUT||w:snippet|snippet:write
 DELETE||w:snippet|snippet:write
/2.0/snippets/{workspace}/{encoded_id}/watchers
 GET|||snippet
/2.0/snippets/{workspace}/{encoded_id}/{node_id}
 GET||r:snippet|snippet
 PUT||r:snippet w:snippet|snippet:write
 DELETE||w:snippet|snippet:write
/2.0/snippets/{workspace}/{encoded_id}/{node_id}/files/{path}
 GET||r:snippet|snippet
/2.0/snippets/{workspace}/{encoded_id}/{revision}/diff
 GET||r:snippet|snippet
/2.0/snippets/{workspace}/{encoded_id}/{revision}/patch
 GET||r:snippet|snippet
/2.0/teams/{username}/pipelines_config/variables
 GET|||pipeline
 POST|||pipeline:variable
/2.0/teams/{username}/pipelines_config/variables/{variable_uuid}
 GET|||pipeline
 PUT|||pipeline:variable
 DELETE|||pipeline:variable
/2.0/teams/{username}/search/code
 GET||r:repository|repository
/2.0/user
 GET||r:user|account
/2.0/user/emails
 GET||r:user|email
/2.0/user/emails/{email}
 GET||r:user|email
/2.0/user/permissions/repositories
 GET||r:repository|account repository
/2.0/user/permissions/workspaces
 GET||r:workspace r:user|account
/2.0/user/workspaces
 GET||r:workspace|account
/2.0/user/workspaces/{workspace}/permission
 GET||r:workspace|account
/2.0/user/workspaces/{workspace}/permissions/repositories
 GET||r:repository|account repository
/2.0/users/{selected_user}
 GET||r:user
/2.0/users/{selected_user}/gpg-keys
 GET||r:gpg-key|account
 POST||r:gpg-key w:gpg-key|account:write
/2.0/users/{selected_user}/gpg-keys/{fingerprint}
 GET||r:gpg-key|account
 DELETE||d:gpg-key|account:write
/2.0/users/{selected_user}/pipelines_config/variables
 GET|||pipeline
 POST|||pipeline:variable
/2.0/users/{selected_user}/pipelines_config/variables/{variable_uuid}
 GET|||pipeline
 PUT|||pipeline:variable
 DELETE|||pipeline:variable
/2.0/users/{selected_user}/properties/{app_key}/{property_name}
 GET||admin:workspace:bitbucket
 PUT
 DELETE
/2.0/users/{selected_user}/search/code
 GET||r:repository|repository
/2.0/users/{selected_user}/ssh-keys
 GET||r:ssh-key|account
 POST||r:ssh-key w:ssh-key|account:write
/2.0/users/{selected_user}/ssh-keys/{key_id}
 GET||r:ssh-key|account
 PUT||r:ssh-key w:ssh-key|account:write
 DELETE||d:ssh-key|account:write
/2.0/workspaces
 GET||r:user r:workspace|account
/2.0/workspaces/{workspace}
 GET||r:workspace
/2.0/workspaces/{workspace}/hooks
 GET||r:webhook|webhook
 POST||r:webhook w:webhook|webhook
/2.0/workspaces/{workspace}/hooks/{uid}
 GET||r:webhook|webhook
 PUT||r:webhook w:webhook|webhook
 DELETE||d:webhook|webhook
/2.0/workspaces/{workspace}/members
 GET||r:workspace|account
/2.0/workspaces/{workspace}/members/{member}
 GET||r:workspace|account
/2.0/workspaces/{workspace}/permissions
 GET||r:workspace|account
/2.0/workspaces/{workspace}/permissions/repositories
 GET||r:repository|account
/2.0/workspaces/{workspace}/permissions/repositories/{repo_slug}
 GET||r:repository|repository
/2.0/workspaces/{workspace}/pipelines-config/identity/oidc/.well-known/openid-configuration
 GET
/2.0/workspaces/{workspace}/pipelines-config/identity/oidc/keys.json
 GET
/2.0/workspaces/{workspace}/pipelines-config/runners
 GET||r:runner|runner
 POST||w:runner r:runner|runner:write
/2.0/workspaces/{workspace}/pipelines-config/runners/{runner_uuid}
 GET||r:runner|runner
 PUT||r:runner w:runner|runner:write
 DELETE||w:runner|runner:write
/2.0/workspaces/{workspace}/pipelines-config/variables
 GET||r:pipeline|pipeline
 POST||admin:pipeline:bitbucket|pipeline:variable
/2.0/workspaces/{workspace}/pipelines-config/variables/{variable_uuid}
 GET||r:pipeline|pipeline
 PUT||admin:pipeline:bitbucket|pipeline:variable
 DELETE||admin:pipeline:bitbucket|pipeline:variable
/2.0/workspaces/{workspace}/projects
 GET||r:project|project
 POST||admin:project:bitbucket|project:admin
/2.0/workspaces/{workspace}/projects/{project_key}
 GET||r:project|project
 PUT||admin:project:bitbucket|project:admin
 DELETE||admin:project:bitbucket|project:admin
/2.0/workspaces/{workspace}/projects/{project_key}/branching-model
 GET||r:repository|project:admin
/2.0/workspaces/{workspace}/projects/{project_key}/branching-model/settings
 GET||admin:project:bitbucket|project:admin
 PUT||admin:project:bitbucket|project:admin
/2.0/workspaces/{workspace}/projects/{project_key}/default-reviewers
 GET||r:pullrequest|project:admin
/2.0/workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}
 GET||r:pullrequest|project:admin
 PUT||admin:project:bitbucket|project:admin
 DELETE||admin:project:bitbucket|project:admin
/2.0/workspaces/{workspace}/projects/{project_key}/deploy-keys
 GET||admin:project:bitbucket|project project:admin
 POST||admin:project:bitbucket w:ssh-key|project project:admin
/2.0/workspaces/{workspace}/projects/{project_key}/deploy-keys/{key_id}
 GET||admin:project:bitbucket|project project:admin
 DELETE||admin:project:bitbucket d:ssh-key|project project:admin
/2.0/workspaces/{workspace}/projects/{project_key}/permissions-config/groups
 GET||r:project|project:admin
/2.0/workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}
 GET||r:project|project:admin
 PUT||admin:project:bitbucket w:permission|project:admin
 DELETE||admin:project:bitbucket d:permission|project:admin
/2.0/workspaces/{workspace}/projects/{project_key}/permissions-config/users
 GET||r:project|project:admin
/2.0/workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}
 GET||r:project|project:admin
 PUT||admin:project:bitbucket w:permission|project:admin
 DELETE||admin:project:bitbucket d:permission|project:admin
/2.0/workspaces/{workspace}/pullrequests/{selected_user}
 GET||r:pullrequest|pullrequest
/2.0/workspaces/{workspace}/search/code
 GET||r:repository|repository
/2.0/workspaces/{workspace}/settings/gpg/public-key
 GET||r:workspace|account
`,
};
