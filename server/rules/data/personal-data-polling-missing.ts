import { defineWorkspaceRule, type Fact, type WorkspaceFacts, type WorkspaceReport } from "../../core/fact.ts";
import { accountReports, connectApps, storedAccounts } from "./personalDataFacts.ts";

const message = "The app stores account ids of users and nowhere reports them to Atlassian, which is due every 7 days, so data of closed accounts is kept.";

function checkWorkspace(facts: WorkspaceFacts, report: WorkspaceReport): void {
  const reported = facts.of(accountReports).map(({ path }) => path);
  const told = new Set<string>();
  for (const { path } of facts.of(connectApps)) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    // Shared code may lie beside the app: a report anywhere counts for an app at the root.
    if (told.has(folder) || reported.some((one) => one.startsWith(folder) || !one.startsWith(topOf(folder)))) continue;
    told.add(folder);
    const [first, ...others] = facts.of(storedAccounts).filter((one) => one.path.startsWith(folder));
    if (first) report(first.path, { range: first.range, message, related: others.slice(0, 5).map(placeOf) });
  }
}

function topOf(folder: string): string {
  return folder.slice(0, folder.indexOf("/") + 1);
}

function placeOf({ path, range, region }: Fact): { range: Fact["range"]; message: string; path: string; region: Fact["region"] } {
  return { path, range, region, message: "Account ids are stored here too." };
}

const descriptor = '{ "key": "com.example.app", "baseUrl": "https://app.example.com", "authentication": { "type": "jwt" }, "apiMigrations": { "signed-install": true }, "modules": {} }\n';
const files = { "atlassian-connect.json": descriptor };

export default defineWorkspaceRule({
  id: "personal-data-polling-missing",
  title: "Account ids stored and never reported",
  concern: "data",
  languages: ["typescript"],
  marketplaces: ["atlassian"],
  requirements: [],
  severity: "warning",
  cwe: [359],
  fix: "none",
  documentation: {
    wrong: "A Connect app stores account ids of users, and no file of it calls Atlassian's report of personal data (`/app/report-accounts/`).",
    why: "An account id points to a person. Atlassian tells by the answer to the report which accounts were closed or have changed, so that what is stored about them can be erased. The report is due at least every 7 days.",
    fix: "Send the stored account ids to `https://api.atlassian.com/app/report-accounts/` in a job that runs once a week or more often, 90 at a time, and erase or refresh what the answer names.",
    suppress: "Where another service sends the report for this app.",
  },
  examples: {
    bad: [
      { name: "a document", file: "src/store.js", files, code: "exports.save = (users, user) => users.insertOne({ [|accountId: user.accountId|], name: user.displayName });\n" },
      { name: "a model", file: "src/models.js", files, code: "const mongoose = require('mongoose');\nmodule.exports = mongoose.model('User', new mongoose.Schema({ [|accountId: String|] }));\n" },
      { name: "Sequelize", file: "src/models.ts", files, code: "export default (sequelize, types) => sequelize.define('Vote', { [|accountId: types.STRING|] });\n" },
      { name: "the settings of the add-on", file: "routes/index.js", files, code: "module.exports = (app, addon) => app.post('/', (req) => addon.settings.set('user', { [|accountId: req.context.userAccountId|] }, req.context.clientKey));\n" },
      { name: "SQL", file: "src/store.ts", files, code: "export const save = (db, id) => db.query([|'INSERT INTO votes (account_id) VALUES ($1)'|], [id]);\n" },
      { name: "Prisma", file: "src/store.ts", files, code: "export const save = (prisma, accountId) => prisma.vote.create({ data: { [|accountId|] } });\n" },
    ],
    good: [
      { name: "reported", file: "src/store.js", files: { ...files, "src/report.js": "exports.report = (accounts) => fetch('https://api.atlassian.com/app/report-accounts/', { method: 'POST', body: JSON.stringify({ accounts }) });\n" }, code: "exports.save = (users, user) => users.insertOne({ accountId: user.accountId });\n" },
      { name: "no Connect app", file: "src/store.js", code: "exports.save = (users, user) => users.insertOne({ accountId: user.accountId });\n" },
      { name: "only read", file: "src/show.js", files, code: "exports.show = (user) => ({ accountId: user.accountId });\n" },
      { name: "looked up", file: "src/store.ts", files, code: "export const find = (prisma, accountId) => prisma.vote.findMany({ where: { accountId } });\n" },
      { name: "another account", file: "src/store.ts", files, code: "export const save = (prisma, bankAccount) => prisma.payment.create({ data: { bankAccount } });\n" },
      { name: "a component's state", file: "src/panel.js", files, code: "export const next = (state, user) => state.set('user', { accountId: user.accountId });\n" },
    ],
  },
  sources: [connectApps, accountReports, storedAccounts],
  checkWorkspace,
});
