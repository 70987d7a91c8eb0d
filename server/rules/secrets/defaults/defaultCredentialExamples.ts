import type { BadExample, GoodExample } from "../../../core/rule.ts";

const bad: readonly BadExample[] = [
  {
    name: "a database in a compose file",
    file: "compose.yaml",
    code: "services:\n  db:\n    image: postgres:18\n    environment:\n      POSTGRES_PASSWORD: [|postgres|]\n",
    fixed: "services:\n  db:\n    image: postgres:18\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}\n",
  },
  {
    name: "a fallback",
    file: "docker-compose.yml",
    code: "services:\n  db:\n    environment:\n      - MYSQL_ROOT_PASSWORD=[|${MYSQL_ROOT_PASSWORD:-changeme}|]\n",
    fixed: "services:\n  db:\n    environment:\n      - MYSQL_ROOT_PASSWORD=${MYSQL_ROOT_PASSWORD:?}\n",
  },
  { name: "the user's name", file: ".env", code: "SHOP_DB_USER=shop\nSHOP_DB_PASSWORD=[|shop|]\n" },
  { name: "Helm's values", file: "chart/values.yaml", code: "auth:\n  username: admin\n  password: [|admin|]\n" },
  { name: "a Secret of Kubernetes", file: "secret.yaml", code: "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: [|YWRtaW4=|]\n" },
  { name: "a connection string", file: "src/queue.ts", code: 'export const queue = connect("amqp://guest:[|guest|]@rabbit:5672");\n' },
  { name: "settings of .NET", file: "appsettings.json", code: '{ "ConnectionStrings": { "Main": "Server=db;User Id=sa;Password=[|P@ssw0rd|];" } }\n' },
  { name: "a comparison in code", code: 'export const isAdmin = (user, password) => user === "admin" && password === "[|admin|]";\n' },
  {
    name: "a secret of sessions that every sample shows",
    code: 'app.use(session({ secret: "[|keyboard cat|]", resave: false }));\n',
    fixed: "app.use(session({ secret: process.env.SECRET, resave: false }));\n",
  },
  {
    name: "a client of a database",
    code: 'const pool = new Pool({ host: "db", user: "root", password: "[|root|]" });\n',
    fixed: 'const pool = new Pool({ host: "db", user: "root", password: process.env.PASSWORD });\n',
  },
];

const good: readonly GoodExample[] = [
  { name: "from outside", file: "compose.yaml", code: "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}\n      POSTGRES_USER: postgres\n" },
  { name: "from a file", file: "compose.yaml", code: "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/password\n" },
  { name: "an example to fill in", file: ".env.example", code: "POSTGRES_PASSWORD=changeme\n" },
  { name: "a label", file: "src/locales/en.json", code: '{ "password": "Password", "username": "User" }\n' },
  { name: "a kind of field", code: 'const field = { name: "password", type: "password", label: "Password" };\nif (field.type === "password") show(field);\n' },
  { name: "a form's state", code: 'const labels = { password: "password", confirm: "again" };\n' },
  { name: "a test run's service", file: ".github/workflows/ci.yml", code: "services:\n  db:\n    env:\n      POSTGRES_PASSWORD: postgres\n" },
  { name: "lines of a new project's code", code: "const lines = ['host: \"localhost\"', 'username: \"root\"', 'password: \"password\"', 'database: \"shop\"'];\n" },
  { name: "code that a text shows its readers", code: "const page = `To try it:\n\n\\`\\`\\`bash\ncurl -d '{ \"email\": \"a@acme.io\", \"password\": \"supersecret\" }'\n\\`\\`\\`\n`;\n" },
  { name: "an integration test's folder", file: "integration-tests/api/db.ts", code: 'const pool = new Pool({ host: "db", user: "root", password: "root" });\n' },
  { name: "a test", file: "test/db.test.ts", code: 'const pool = new Pool({ host: "db", user: "root", password: "root" });\n' },
  { name: "documentation's pair", file: "src/db.ts", code: '// postgres://user:password@host:5432/db\nconst sample = "postgres://user:password@localhost:5432/db";\n' },
  { name: "the name of a Secret", file: "deploy.yaml", code: "env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef:\n        name: db\n        key: password\n" },
];

/** What the rule finds and what it leaves alone. */
export const defaultCredentialExamples = { bad, good };
