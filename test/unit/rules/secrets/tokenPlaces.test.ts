import assert from "node:assert/strict";
import { checkedToken, exampleSecrets, randomText, sample } from "../../../../server/rules/secrets/exampleTokens.ts";
import rule from "../../../../server/rules/secrets/hardcoded-secret.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import { unmark } from "../ruleBench.ts";
import { foundTexts } from "./secretBench.ts";

const github = checkedToken("ghp_");
const gitlab = `glpat-${randomText("gitlab", "base64url", 20)}`;
const telegram = `739518204:AA${randomText("telegram", "base64url", 33)}`;
const hook = sample.slackHook.replace("https://", "");

describe("a token", () => {
  for (const [wanted, text] of [
    [github, `https://${github}@github.com/o/r.git`],
    [github, `https://x-access-token:${github}@github.com/o/r.git`],
    [github, `https://api.github.com/user?access_token=${github}&per_page=100`],
    [github, `access_token%3D${github}%26scope%3Drepo`],
    [github, `"line\\n${github}\\nline"`],
    [github, `"\\u003d${github}"`],
    [github, `Authorization: Bearer ${github}`],
    [github, `-H "Authorization: token ${github}"`],
    [github, `<!-- ${github} -->`],
    [github, `${github},${"x"}`],
    [gitlab, `git clone https://oauth2:${gitlab}@gitlab.com/o/r.git`],
    [gitlab, `registry=//gitlab.com/:_authToken=${gitlab}\n`],
    [telegram, `https://api.telegram.org/bot${telegram}/getMe`],
    [hook, `curl ${sample.slackHook}`],
    [hook.replaceAll("/", "\\/"), `{"url":"https:\\/\\/${hook.replaceAll("/", "\\/")}"}`],
    [sample.awsSecret, `[default]\naws_access_key_id = ${sample.awsId}\naws_secret_access_key = ${sample.awsSecret}\n`],
    [sample.awsSecret, `new S3({ credentials: { accessKeyId: id, secretAccessKey: "${sample.awsSecret}" } })`],
    [sample.trello, `trello(key, '${sample.trelloKey}', { token: '${sample.trello}' })`],
    [sample.openChannel, `auth: { username: marketplaceId, password: "${sample.openChannel}" }`],
    [sample.superOfficeToken, `<add key="SystemUserToken" value="${sample.superOfficeToken}" />`],
  ] as const) {
    it(`is found in ${text.replaceAll(/[A-Za-z0-9+/_-]{24,}/g, "…").slice(0, 90)}`, () => {
      assert.ok(foundTexts(text, "a.txt", "text").includes(wanted), foundTexts(text, "a.txt", "text").join());
    });
  }

  it("is shown by the documentation in no example", () => {
    for (const { code, file = "example.ts" } of [...rule.examples.bad, ...rule.examples.good]) {
      let shown = unmark(code).text;
      for (const [secret, words] of exampleSecrets) shown = shown.replaceAll(secret, words);
      assert.deepEqual(foundTexts(shown, file, languageOf(file)), [], shown);
    }
  });
});
