import type { Spelling } from "./cases.ts";

/** A way to write a value under a name. `%n` is the name, `%v` the value. */
export interface Position {
  readonly group: string;
  readonly path: string;
  readonly text: string;
  /** How the language spells names. */
  readonly name: Spelling;
  /** Characters that the place cannot hold as they are. */
  readonly without?: RegExp;
}

const inQuotes = /["'`\\$]/;
const bare = /["'`\\$#\s;&|<>(){}!*?~,:[\]@%]/;

/** Positions as they stand in repositories, language by language. */
export const positions: readonly Position[] = [
  { group: "TypeScript, JavaScript", path: "src/client.ts", name: "camel", without: inQuotes, text: 'import { connect } from "./lib";\n\nexport const %n = "%v";\nconnect();\n' },
  { group: "TypeScript, JavaScript", path: "lib/config.js", name: "camel", without: inQuotes, text: "module.exports = {\n  port: 3000,\n  api: {\n    baseUrl: 'https://api.acme.io',\n    %n: '%v',\n  },\n};\n" },
  { group: "TypeScript, JavaScript", path: "src/settings.mjs", name: "upper", without: inQuotes, text: "const %n = process.env.%n || '%v';\nexport default { %n };\n" },
  { group: "TypeScript, JavaScript", path: "src/service.ts", name: "camel", without: inQuotes, text: "@Injectable()\nexport class SyncService {\n  private readonly %n: string = `%v`;\n\n  constructor(private readonly http: HttpClient) {}\n}\n" },
  { group: "TypeScript, JavaScript", path: "src/App.tsx", name: "camel", without: inQuotes, text: 'export function App() {\n  return <Provider region="eu" %n="%v"><Main /></Provider>;\n}\n' },
  { group: "TypeScript, JavaScript", path: "scripts/seed.js", name: "camel", without: inQuotes, text: "async function main() {\n  const client = new Client({ host: 'db', %n: '%v', port: 5432 });\n  await client.connect();\n}\n" },
  { group: "TypeScript, JavaScript", path: "server/index.cjs", name: "upper", without: inQuotes, text: 'process.env["%n"] = "%v";\nrequire("./app");\n' },
  { group: "TypeScript, JavaScript", path: "src/setup.ts", name: "camel", without: inQuotes, text: 'config.%n = "%v";\nstart(config);\n' },
  { group: "JSON", path: "appsettings.json", name: "pascal", without: inQuotes, text: '{\n  "Logging": { "LogLevel": { "Default": "Information" } },\n  "Service": {\n    "Url": "https://acme.io",\n    "%n": "%v"\n  }\n}\n' },
  { group: "JSON", path: "config/default.json", name: "snake", without: inQuotes, text: '{"host":"db","port":5432,"%n":"%v","pool":10}\n' },
  { group: "JSON", path: "task-definition.json", name: "upper", without: inQuotes, text: '{ "containerDefinitions": [ { "environment": [ { "name": "%n", "value": "%v" }, { "name": "PORT", "value": "80" } ] } ] }\n' },
  { group: "YAML", path: "config/application.yml", name: "kebab", without: inQuotes, text: "server:\n  port: 8080\nclient:\n  url: https://acme.io\n  %n: '%v'\n" },
  { group: "YAML", path: "values.yaml", name: "camel", without: bare, text: "replicaCount: 2\nauth:\n  enabled: true\n  %n: %v\nservice:\n  port: 80\n" },
  { group: "YAML", path: "ansible/group_vars/all.yml", name: "snake", without: inQuotes, text: '---\napp_user: shop\n%n: "%v"\napp_port: 80\n' },
  { group: "compose", path: "docker-compose.yml", name: "upper", without: bare, text: "services:\n  web:\n    image: acme/web\n    environment:\n      PORT: 80\n      %n: %v\n    ports:\n      - 80:80\n" },
  { group: "compose", path: "compose.yaml", name: "upper", without: bare, text: "services:\n  web:\n    image: acme/web\n    environment:\n      - PORT=80\n      - %n=%v\n" },
  { group: "Kubernetes", path: "k8s/deployment.yaml", name: "upper", without: inQuotes, text: 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          env:\n            - name: PORT\n              value: "80"\n            - name: %n\n              value: "%v"\n' },
  { group: "Kubernetes", path: "k8s/secret.yaml", name: "kebab", without: inQuotes, text: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\ntype: Opaque\nstringData:\n  user: shop\n  %n: "%v"\n' },
  { group: "Kubernetes", path: "k8s/job.yaml", name: "upper", without: bare, text: "kind: CronJob\nspec:\n  containers:\n    - name: sync\n      env:\n        - value: %v\n          name: %n\n" },
  { group: "Kubernetes", path: "k8s/pod.yaml", name: "upper", without: inQuotes, text: 'kind: Pod\nspec:\n  containers:\n    - name: web\n      env: [{ name: %n, value: "%v" }]\n' },
  { group: "Kubernetes", path: "k8s/config.yaml", name: "kebab", without: bare, text: "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  log-level: info\n  %n: %v\n" },
  { group: "Kubernetes", path: "k8s/properties.yaml", name: "snake", without: bare, text: "kind: ConfigMap\ndata:\n  application.properties: |\n    server.port=80\n    acme.%n=%v\n" },
  { group: "Kubernetes", path: "k8s/settings.yaml", name: "camel", without: inQuotes, text: 'kind: Secret\nstringData:\n  settings.json: |\n    { "host": "db", "%n": "%v" }\n' },
  { group: "Kubernetes", path: "charts/web/values.yaml", name: "upper", without: inQuotes, text: 'image: acme/web:1.2.3\nextraEnv:\n  - name: PORT\n    value: "80"\n  - name: %n\n    value: \'%v\'\n' },
  { group: "CI", path: ".github/workflows/deploy.yml", name: "upper", without: bare, text: "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    env:\n      %n: %v\n    steps:\n      - run: ./deploy\n" },
  { group: "CI", path: ".github/workflows/script.yml", name: "upper", without: bare, text: "jobs:\n  deploy:\n    steps:\n      - run: |\n          npm ci\n          export %n=%v\n          ./deploy\n" },
  { group: "CI", path: ".gitlab-ci.yml", name: "upper", without: inQuotes, text: 'variables:\n  %n:\n    value: "%v"\n    description: "For the deployment"\n' },
  { group: "CI", path: "ci/.gitlab-ci.yml", name: "upper", without: bare, text: "build:\n  variables: { PORT: 80, %n: %v }\n  script: [make]\n" },
  { group: "CI", path: "azure-pipelines.yml", name: "camel", without: bare, text: "variables:\n  - group: shop\n  - name: %n\n    value: %v\n" },
  { group: "CI", path: "bitbucket-pipelines.yml", name: "upper", without: inQuotes, text: "pipelines:\n  default:\n    - step:\n        script:\n          - pipe: atlassian/ssh-run:0.8.1\n            variables:\n              MODE: command\n              %n: '%v'\n" },
  { group: "Dockerfile", path: "Dockerfile", name: "upper", without: bare, text: "FROM node:22-alpine\nWORKDIR /app\nENV NODE_ENV=production \\\n    %n=%v\nCMD [\"node\", \".\"]\n" },
  { group: "Dockerfile", path: "build.Dockerfile", name: "upper", without: bare, text: "FROM alpine:3.22\nARG %n=%v\nRUN ./build.sh\n" },
  { group: "Dockerfile", path: "Dockerfile.prod", name: "upper", without: bare, text: "FROM alpine:3.22\nENV %n %v\n" },
  { group: ".env", path: ".env", name: "upper", without: /[\s"'`\\$#]/, text: "PORT=80\n%n=%v\nLOG=info\n" },
  { group: ".env", path: ".env.production", name: "upper", without: inQuotes, text: 'PORT=80\n%n="%v"\n' },
  { group: "XML", path: "Web.config", name: "pascal", without: /["'`\\$<>&]/, text: '<?xml version="1.0"?>\n<configuration>\n  <appSettings>\n    <add key="Region" value="eu" />\n    <add key="%n" value="%v" />\n  </appSettings>\n</configuration>\n' },
  { group: "XML", path: "settings.xml", name: "camel", without: /["'`\\$<>&\s]/, text: "<settings>\n  <server>\n    <id>releases</id>\n    <%n>%v</%n>\n  </server>\n</settings>\n" },
  { group: "C#", path: "Services/Client.cs", name: "pascal", without: inQuotes, text: 'namespace Acme;\n\npublic class Client\n{\n    private const string %n = "%v";\n}\n' },
  { group: "C#", path: "Program.cs", name: "pascal", without: inQuotes, text: 'var options = new ClientOptions\n{\n    BaseUrl = "https://acme.io",\n    %n = "%v",\n};\n' },
  { group: "PHP", path: "src/Config.php", name: "upper", without: inQuotes, text: "<?php\n\ndefine('%n', '%v');\n" },
  { group: "PHP", path: "config/services.php", name: "snake", without: inQuotes, text: "<?php\n\nreturn [\n    'region' => 'eu',\n    '%n' => '%v',\n];\n" },
  { group: "PHP", path: "src/Client.php", name: "camel", without: inQuotes, text: '<?php\n\nclass Client\n{\n    private string $%n = "%v";\n}\n' },
  { group: "Python, Go, Java, Ruby", path: "app/settings.py", name: "upper", without: inQuotes, text: 'import os\n\nDEBUG = False\n%n = "%v"\n' },
  { group: "Python, Go, Java, Ruby", path: "app/config.py", name: "upper", without: inQuotes, text: "import os\n\nvalue = os.environ.get('%n', '%v')\n" },
  { group: "Python, Go, Java, Ruby", path: "main.go", name: "camel", without: inQuotes, text: 'package main\n\nfunc main() {\n\t%n := "%v"\n\trun(%n)\n}\n' },
  { group: "Python, Go, Java, Ruby", path: "src/main/java/Client.java", name: "upper", without: inQuotes, text: 'class Client {\n  private static final String %n = "%v";\n}\n' },
  { group: "Python, Go, Java, Ruby", path: "config/initializers/client.rb", name: "snake", without: inQuotes, text: "Client.configure do |config|\n  config.%n = '%v'\nend\n" },
  { group: "properties, ini, TOML", path: "src/main/resources/application.properties", name: "kebab", without: /[\s"'`\\$#]/, text: "server.port=8080\nacme.%n=%v\n" },
  { group: "properties, ini, TOML", path: "config.ini", name: "snake", without: /[\s"'`\\$#;]/, text: "[service]\nhost = db\n%n = %v\n" },
  { group: "properties, ini, TOML", path: "config.toml", name: "snake", without: inQuotes, text: '[service]\nhost = "db"\n%n = "%v"\n' },
  { group: "shell", path: "deploy.sh", name: "upper", without: inQuotes, text: '#!/bin/sh\nset -e\nexport %n="%v"\n./run\n' },
  { group: "shell", path: "bin/start.sh", name: "upper", without: bare, text: "#!/bin/sh\n%n=%v ./run --port 80\n" },
  { group: "command lines", path: "package.json", name: "kebab", without: bare, text: '{\n  "scripts": {\n    "start": "node .",\n    "push": "acme push --%n %v --yes"\n  }\n}\n' },
  { group: "command lines", path: ".github/workflows/ci.yml", name: "kebab", without: bare, text: "jobs:\n  push:\n    steps:\n      - run: acme push --%n=%v\n" },
  { group: "HTML", path: "public/index.html", name: "camel", without: /["'`\\$<>&]/, text: '<!doctype html>\n<script>\n  const options = { %n: "%v" };\n</script>\n' },
  { group: "Terraform", path: "main.tf", name: "snake", without: inQuotes, text: 'resource "acme_database" "main" {\n  name = "shop"\n  %n   = "%v"\n}\n' },
  { group: "Terraform", path: "variables.tf", name: "snake", without: inQuotes, text: 'variable "%n" {\n  type        = string\n  description = "For the shop"\n  default     = "%v"\n}\n' },
  { group: "Azure and AWS templates", path: "azuredeploy.parameters.json", name: "camel", without: inQuotes, text: '{\n  "parameters": {\n    "location": { "value": "westeurope" },\n    "%n": {\n      "value": "%v"\n    }\n  }\n}\n' },
  { group: "Azure and AWS templates", path: "stack.yaml", name: "pascal", without: bare, text: "Parameters:\n  %n:\n    Type: String\n    NoEcho: true\n    Default: %v\n" },
];
