/** Reads JSON from the Jira site that the request came from, with the app's own rights. */
function getJson(addon, request, url) {
  return new Promise((resolve, reject) => {
    addon.httpClient(request).get({ url, json: true }, (error, answer, body) => {
      if (error) return reject(error);
      if (answer.statusCode !== 200) return reject(new Error(`Jira answered ${answer.statusCode}`));
      resolve(body);
    });
  });
}

export async function readVersions(addon, request, projectKey) {
  const versions = await getJson(addon, request, `/rest/api/3/project/${encodeURIComponent(projectKey)}/versions`);
  return versions.map(({ id, name, released, releaseDate }) => ({ id, name, released, releaseDate }));
}

export async function readNotes(addon, request, versionId) {
  if (!/^\d{1,18}$/.test(versionId)) throw new RangeError("A version id is a number");
  const jql = encodeURIComponent(`fixVersion = ${versionId} ORDER BY issuetype, key`);
  const { issues } = await getJson(addon, request, `/rest/api/3/search/jql?jql=${jql}&fields=summary,issuetype&maxResults=100`);
  return issues.map((issue) => ({ key: issue.key, summary: issue.fields.summary, type: issue.fields.issuetype.name }));
}
