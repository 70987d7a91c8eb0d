/** Words of which one stands in every pipeline; the path decides before anything is parsed. */
export const pipelineTriggers: readonly string[] = ["script:", "script\"", "script'", "script :", "run:", "uses:", "powershell", "bash:", "pipe:", "task:"];

/** What somebody without any right in the repository may write: titles, texts, names of branches. */
export const outsideText =
  /\$\{\{\s{0,9}(github\.(?:head_ref|event\.(?:issue\.(?:title|body)|pull_request\.(?:title|body|head\.(?:ref|label|repo\.default_branch))|comment\.body|review\.body|review_comment\.body|discussion\.(?:title|body)|pages\.\S{0,40}page_name|head_commit\.(?:message|author\.(?:email|name))|commits\S{0,40}\.(?:message|author\.(?:email|name))|workflow_run\.(?:head_branch|head_commit\.message|display_title))))\s{0,9}\}\}/g;

/** Events that others may cause and that run with the repository's own rights. */
export const privilegedEvents: readonly string[] = ["pull_request_target", "workflow_run", "issues", "issue_comment", "discussion", "discussion_comment"];
