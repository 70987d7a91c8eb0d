import type { RuleTexts } from "../../core/rule.ts";

const forge = 'import { sql } from "@forge/sql";\n';
const pg = 'import { Pool } from "pg";\nconst pool = new Pool();\n';
const mysql = 'import mysql from "mysql2/promise";\nconst db = mysql.createPool({});\n';
const prisma = 'import { PrismaClient } from "@prisma/client";\nconst prisma = new PrismaClient();\n';

/** Examples of statements of SQL. */
export const sqlExamples: RuleTexts["examples"] = {
  bad: [
    {
      name: "Forge SQL, a template",
      code: `${forge}export const find = (name) => sql.prepare(\`SELECT * FROM notes WHERE name = '\${[|name|]}'\`).execute();\n`,
      fixed: `${forge}export const find = (name) => sql.prepare(\`SELECT * FROM notes WHERE name = ?\`).bindParams(name).execute();\n`,
    },
    { name: "Forge SQL, a sum", code: `${forge}export const remove = (id) => sql.executeRaw("DELETE FROM notes WHERE id = '" + [|id|] + "'");\n` },
    {
      name: "pg, two values",
      code: `${pg}export const find = (tenant, key) => pool.query(\`SELECT * FROM notes WHERE tenant = '\${[|tenant|]}' AND key = \${[|key|]}\`);\n`,
      fixed: `${pg}export const find = (tenant, key) => pool.query(\`SELECT * FROM notes WHERE tenant = $1 AND key = $2\`, [tenant, key]);\n`,
    },
    {
      name: "mysql2, an update",
      code: `${mysql}export const rename = async (user) => db.execute(\`UPDATE users SET name = '\${[|user.name|]}'\`);\n`,
      fixed: `${mysql}export const rename = async (user) => db.execute(\`UPDATE users SET name = ?\`, [user.name]);\n`,
    },
    { name: "a text that grows", code: 'export function find(db, name) {\n  let text = "SELECT * FROM notes WHERE 1 = 1";\n  if (name) text += ` AND name LIKE \'%${[|name|]}%\'`;\n  return db.query(text);\n}\n' },
    { name: "sorting by what the request says", code: 'app.get("/", async (req, res) => {\n  res.json(await db.query(`SELECT * FROM notes ORDER BY ${[|req.query.sort|]}`));\n});\n' },
    { name: "a statement of several lines", code: "export const find = (db, user) => db.query(`\n  SELECT\n    id\n  FROM notes\n  WHERE owner = '${[|user.name|]}'\n`);\n" },
    { name: "Prisma", code: `${prisma}export const find = (email) => prisma.$queryRawUnsafe(\`SELECT id FROM "User" WHERE email = '\${[|email|]}'\`);\n` },
    { name: "Knex", code: "export const find = (knex, city) => knex('users').whereRaw(`city = '${[|city|]}'`);\n" },
    { name: "better-sqlite3", code: 'import Database from "better-sqlite3";\nconst db = new Database("a.db");\nexport const find = (id) => db.prepare("SELECT * FROM a WHERE id = " + [|id|]).get();\n' },
    { name: "a query as an object", code: `${pg}export const add = (name) => pool.query({ text: \`INSERT INTO a (name) VALUES ('\${[|name|]}')\` });\n` },
    { name: "C#, a hole", file: "Store.cs", code: 'class Store { void Find(string name) { var c = new SqlCommand($"SELECT * FROM Person WHERE Name = \'[|{name}|]\'", connection); } }\n' },
    { name: "C#, a sum", file: "Store.cs", code: 'class Store { void Find(Person p) { command.CommandText = "DELETE FROM Person WHERE Id = " + [|p.Id|] + " AND Gone = 1"; } }\n' },
    { name: "PHP, PDO", file: "store.php", code: "<?php\nfunction find(PDO $db, $name) { return $db->query(\"SELECT * FROM product WHERE name = '[|$name|]'\"); }\n" },
    { name: "PHP, a text of several lines", file: "store.php", code: "<?php\nfunction find($db, $name) {\n    $query = <<<SQL\n        select id from product\n        where name = '[|$name|]'\nSQL;\n    return $db->executeQuery($query);\n}\n" },
    { name: "PHP, mysqli", file: "store.php", code: "<?php\n$rows = mysqli_query($link, 'SELECT * FROM product ORDER BY ' . [|$_GET['sort']|]);\n" },
  ],
  good: [
    { name: "Forge SQL with parameters", code: `${forge}export const find = (name) => sql.prepare("SELECT * FROM notes WHERE name = ?").bindParams(name).execute();\n` },
    { name: "pg with parameters", code: `${pg}export const find = (name) => pool.query("SELECT * FROM notes WHERE name = $1", [name]);\n` },
    { name: "a table from a constant", code: 'const table = "notes";\nexport const all = (db) => db.query(`SELECT * FROM ${table} WHERE kind = \'${table}\'`);\n' },
    { name: "a column from a list", code: 'const columns = { name: "name", date: "created" };\napp.get("/", (req) => db.query(`SELECT * FROM a ORDER BY ${columns[req.query.sort] ?? "name"}`));\n' },
    { name: "compared with a list first", code: 'const allowed = ["name", "created"];\napp.get("/", (req) => {\n  const sort = req.query.sort;\n  if (!allowed.includes(sort)) throw new Error("no");\n  return db.query(`SELECT * FROM a ORDER BY ${sort}`);\n});\n' },
    { name: "placeholders by number", code: "export const find = (db, ids) => db.query(`SELECT * FROM a WHERE id IN (${ids.map((_, index) => `$${index + 1}`).join(\",\")})`, ids);\n" },
    { name: "question marks", code: 'export const find = (db, ids) => db.query(`SELECT * FROM a WHERE id IN (${ids.map(() => "?").join(",")})`, ids);\n' },
    { name: "a number", code: "export const find = (db, id: number) => db.query(`SELECT * FROM a WHERE id = ${id}`);\n" },
    { name: "made a number", code: 'app.get("/", (req) => db.query(`SELECT * FROM a WHERE id = ${Number(req.query.id)}`));\n' },
    { name: "escaped", code: `${mysql}export const find = (name) => db.query(\`SELECT * FROM a WHERE name = \${mysql.escape(name)}\`);\n` },
    { name: "tagged, so the holes are parameters", code: `${prisma}export const find = (email) => prisma.$queryRaw\`SELECT id FROM "User" WHERE email = \${email}\`;\n` },
    { name: "conditions made elsewhere", code: "export const find = (db, where, table) => db.query(`SELECT * FROM ${table} WHERE ${where}`);\n" },
    { name: "a log entry", code: "export const told = (name) => console.log(`UPDATE of ${name} SET`, `SELECT x FROM y WHERE a = '${name}'`);\n" },
    { name: "prose", code: "export const told = (bot, name) => bot.query(`Select the best city for '${name}'`);\n" },
    { name: "a test", file: "test/store.test.ts", code: "export const find = (db, name) => db.query(`SELECT * FROM a WHERE name = '${name}'`);\n" },
    { name: "C# with parameters", file: "Store.cs", code: 'class Store { void Find(string name) { var c = new SqlCommand("SELECT * FROM Person WHERE Name = @name", connection); c.Parameters.AddWithValue("@name", name); } }\n' },
    { name: "C#, holes that become parameters", file: "Store.cs", code: 'class Store { void Find(string name) { context.Person.FromSql($"SELECT * FROM Person WHERE Name = {name}"); } }\n' },
    { name: "PHP with parameters", file: "store.php", code: '<?php\n$query = $db->prepare("SELECT * FROM product WHERE name = :name");\n$query->execute(["name" => $name]);\n' },
    { name: "PHP, a number", file: "store.php", code: '<?php\n$rows = $db->query("SELECT * FROM product WHERE id = " . (int) $_GET["id"]);\n' },
  ],
};
