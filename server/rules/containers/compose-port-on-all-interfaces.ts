import { defineRule } from "../../core/rule.ts";
import { milder } from "../../core/severity.ts";
import { compositionOf, onceForEachPlace } from "./composeServices.ts";
import { publishedPorts } from "./composePorts.ts";
import { composeFiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";

/** Ports of the container behind which a database, a queue, an administration or a debugger listens by its makers' default. */
const inner: Readonly<Record<number, string>> = {
  1433: "SQL Server", 1521: "Oracle", 2375: "Docker", 2379: "etcd", 3306: "MySQL", 5432: "PostgreSQL", 5601: "Kibana", 5672: "RabbitMQ",
  5858: "A debugger", 5984: "CouchDB", 6379: "Redis", 7000: "Cassandra", 7474: "Neo4j", 7687: "Neo4j", 8086: "InfluxDB", 9042: "Cassandra",
  9092: "Kafka", 9200: "Elasticsearch", 9229: "A debugger", 9300: "Elasticsearch", 11211: "Memcached", 15672: "RabbitMQ's administration",
  26257: "CockroachDB", 27017: "MongoDB", 27018: "MongoDB", 33060: "MySQL", 50000: "DB2",
};

const everywhere = /^(?:0\.0\.0\.0|\[::\]|::)$/;

export default defineRule({
  id: "compose-port-on-all-interfaces",
  title: "Database or administration of a compose file listens on all addresses",
  concern: "containers",
  languages: ["yaml"],
  triggers: ["ports"],
  requirements: hardening,
  severity: "warning",
  cwe: [668, 1327],
  benchmarks: { cisDocker: ["5.14"] },
  alsoKnownAs: { kics: ["Container Traffic Not Bound To Host Interface 451d79dc-0588-476a-ad03-3c7f0320abb3"] },
  fix: "review",
  documentation: {
    wrong: "A service publishes the port of a database, a queue, an administration or a debugger without an address of the host, so it listens on all of them. Ports of web servers are not meant, since these are there for everybody. In a file for developers it is an information.",
    why: "Docker opens the port past the host's own firewall. Databases on open addresses are found within hours.",
    fix: "The quick fix writes `127.0.0.1:` before the port. Better still, publish nothing: services of one file reach each other without it.",
    suppress: "When another host must reach the port, and a firewall before both lets only that one through.",
  },
  examples: {
    bad: composeFiles(
      ["PostgreSQL", "services:\n  db:\n    image: postgres:18.1\n    ports:\n      - \"[|5432:5432|]\"\n", "services:\n  db:\n    image: postgres:18.1\n    ports:\n      - \"127.0.0.1:5432:5432\"\n"],
      ["without quotes", "services:\n  db:\n    image: mongo:8.0.4\n    ports:\n      - [|27017:27017|]\n", "services:\n  db:\n    image: mongo:8.0.4\n    ports:\n      - 127.0.0.1:27017:27017\n"],
      ["on another port of the host", "services:\n  cache:\n    image: redis:8.2.1\n    ports: [ '[|16379:6379|]' ]\n", "services:\n  cache:\n    image: redis:8.2.1\n    ports: [ '127.0.0.1:16379:6379' ]\n"],
      ["on every address in so many words", "services:\n  db:\n    image: mysql:8.4.7\n    ports:\n      - [|0.0.0.0:3306:3306|]\n"],
      ["in the long form", "services:\n  db:\n    image: postgres:18.1\n    ports:\n      - target: 5432\n        published: [|5432|]\n"],
      ["by a default", "services:\n  db:\n    image: postgres:18.1\n    ports:\n      - \"[|${DB_PORT:-5432}:5432|]\"\n", "services:\n  db:\n    image: postgres:18.1\n    ports:\n      - \"127.0.0.1:${DB_PORT:-5432}:5432\"\n"],
      ["a debugger beside the app", "services:\n  web:\n    build: .\n    ports:\n      - 8080:8080\n      - [|9229:9229|]\n", "services:\n  web:\n    build: .\n    ports:\n      - 8080:8080\n      - 127.0.0.1:9229:9229\n"],
    ),
    good: composeFiles(
      ["on this machine alone", "services:\n  db:\n    image: postgres:18.1\n    ports:\n      - 127.0.0.1:5432:5432\n"],
      ["on one address", "services:\n  db:\n    image: postgres:18.1\n    ports:\n      - \"10.0.0.5:5432:5432\"\n      - \"[::1]:5432:5432\"\n"],
      ["a web server", "services:\n  web:\n    build: .\n    ports:\n      - 80:80\n      - 443:8443\n      - 3000:3000\n"],
      ["told to other services only", "services:\n  db:\n    image: postgres:18.1\n    expose:\n      - 5432\n"],
      ["an address that the caller names", "services:\n  db:\n    image: postgres:18.1\n    ports:\n      - ${BIND}:5432:5432\n"],
      ["the long form with an address", "services:\n  db:\n    image: postgres:18.1\n    ports:\n      - target: 5432\n        published: 5432\n        host_ip: 127.0.0.1\n"],
      ["a port of that number outside", "services:\n  web:\n    build: .\n    ports:\n      - 5432:8080\n"],
    ),
  },
  check(document, report) {
    const file = compositionOf(document);
    if (!file) return;
    const say = onceForEachPlace(report);
    for (const service of file.services) {
      for (const { address, container, range, shortAt, protocol } of publishedPorts(file, service)) {
        const what = inner[container];
        if (what === undefined || protocol !== "tcp" || (address !== undefined && !everywhere.test(address))) continue;
        const edits = shortAt === undefined ? [] : [{ range: { start: shortAt, end: shortAt }, newText: "127.0.0.1:" }];
        say({
          range,
          message: `${what} listens on all addresses of the host, past its firewall.`,
          fixes: edits.length > 0 ? [{ title: "Listen on 127.0.0.1 only", safe: false, edits }] : [],
          atMost: milder(file.limit, "warning"),
        });
      }
    }
  },
});
