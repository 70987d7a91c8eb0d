import type { ImageReference } from "../../languages/dockerfile/imageReference.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";

/**
 * As whom an image's main process runs where a Dockerfile adds no USER:
 * `root`; `unprivileged`; `entrypoint`: it starts as root and its own entry point changes to an account without
 * rights; `administrator`: ContainerAdministrator of Windows; `platform`: the platform that runs it decides, whatever
 * USER says; `varies`: not the same for all of these images.
 */
export type ImageUser = "root" | "unprivileged" | "entrypoint" | "administrator" | "platform" | "varies";

/** What is known of a base image. */
export interface BaseImage {
  /** Names as in {@link ImageReference}; one that ends with a slash means everything below it. */
  readonly names: readonly string[];
  /** Only tags that match; no tag counts as `latest`. The first row that matches an image holds. */
  readonly tags?: RegExp;
  readonly user: ImageUser;
  /** What to write behind USER: an account without rights that the image ships. */
  readonly account?: string;
  /** That account's number, where it is sure: a cluster can tell from a number that it is not root. */
  readonly uid?: number;
  /** The number in the variants on Alpine, where it is another one there. */
  readonly alpineUid?: number;
  /** Environment variables that the image sets and Dockerfiles use behind USER. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The same software in an image that runs without rights. */
  readonly unprivilegedName?: string;
}

/** Images that say in their name or tag that they run without root. */
const saysUnprivileged = /(?:^|[^a-z])(?:nonroot|non-root|rootless|unprivileged)(?![a-z])/;

/** Debian, Alpine, Red Hat and what is built on them have nobody with these numbers; without a passwd file they work too. */
const nobody = "65534:65534";

/** Tags of .NET 8 and later, which bring the account `app` and its number in APP_UID. */
const dotnetWithAccount = /^(?:latest$|[89]\b|[1-9]\d+\b)/;
const dotnetSmall = /-chiseled|-distroless/;
const windowsNano = /nanoserver/;
const windowsCore = /windowsservercore|ltsc/;

const dotnetImages = ["aspnet", "runtime", "runtime-deps", "sdk"].flatMap((name) => [
  `mcr.microsoft.com/dotnet/${name}`,
  `mcr.microsoft.com/dotnet/nightly/${name}`,
  `mcr.microsoft.com/dotnet/core/${name}`,
]);

/** Universal base images: bare ones run as root, those with a language or a server (`ubi9/nodejs-22`) do not. */
function redHatImages(...names: string[]): string[] {
  return ["registry.access.redhat.com", "registry.redhat.io"].flatMap((registry) =>
    ["ubi8", "ubi9", "ubi10"].flatMap((generation) => names.map((name) => `${registry}/${generation}/${name}`)),
  );
}

/**
 * Accounts and defaults as the images' own Dockerfiles and pages have them: Docker official images, .NET,
 * distroless, Bitnami, Chainguard, Red Hat. General knowledge of 2026; an image that is not here is unknown.
 */
export const baseImages: readonly BaseImage[] = [
  { names: ["scratch"], user: "root", account: nobody },

  { names: ["gcr.io/distroless/"], tags: /nonroot/, user: "unprivileged", account: "65532" },
  { names: ["gcr.io/distroless/"], user: "root", account: "65532" },
  { names: ["cgr.dev/chainguard/wolfi-base", "cgr.dev/chainguard/wolfi-base-dev"], user: "varies", account: "65532" },
  { names: ["cgr.dev/chainguard/", "chainguard/"], tags: /-dev\b/, user: "varies", account: "65532" },
  { names: ["cgr.dev/chainguard/", "chainguard/"], user: "unprivileged", account: "65532" },
  { names: ["dhi.io/"], user: "varies" },
  { names: ["bitnami/minideb"], user: "root", account: nobody },
  { names: ["bitnami/", "bitnamilegacy/", "bitnamisecure/", "public.ecr.aws/bitnami/"], user: "unprivileged", account: "1001" },

  { names: dotnetImages, tags: windowsNano, user: "unprivileged", account: "ContainerUser" },
  { names: dotnetImages, tags: windowsCore, user: "administrator" },
  { names: dotnetImages, tags: dotnetSmall, user: "unprivileged", account: "$APP_UID", environment: { APP_UID: "1654" } },
  { names: dotnetImages, tags: dotnetWithAccount, user: "root", account: "$APP_UID", environment: { APP_UID: "1654" } },
  { names: dotnetImages, user: "root", account: nobody },
  { names: ["mcr.microsoft.com/powershell"], tags: windowsNano, user: "unprivileged", account: "ContainerUser" },
  { names: ["mcr.microsoft.com/powershell"], tags: windowsCore, user: "administrator" },
  { names: ["mcr.microsoft.com/windows/nanoserver"], user: "unprivileged", account: "ContainerUser" },
  {
    names: ["mcr.microsoft.com/windows/", "mcr.microsoft.com/windows", "mcr.microsoft.com/dotnet/framework/"],
    user: "administrator",
  },
  { names: ["mcr.microsoft.com/devcontainers/", "mcr.microsoft.com/vscode/devcontainers/"], user: "platform", account: "vscode" },
  { names: ["mcr.microsoft.com/playwright", "mcr.microsoft.com/playwright/"], user: "root", account: "pwuser" },
  { names: ["mcr.microsoft.com/mssql/server"], user: "unprivileged", account: "mssql" },
  { names: ["mcr.microsoft.com/powershell", "mcr.microsoft.com/azure-cli"], user: "root", account: nobody },
  { names: ["mcr.microsoft.com/azure-functions/"], user: "platform" },

  { names: ["public.ecr.aws/lambda/", "amazon/aws-lambda-nodejs", "amazon/aws-lambda-python", "amazon/aws-lambda-java"], user: "platform" },
  { names: ["amazonlinux", "public.ecr.aws/amazonlinux/amazonlinux"], user: "root", account: nobody },

  { names: ["node"], user: "root", account: "node", uid: 1000 },
  { names: ["oven/bun", "denoland/deno"], tags: /distroless/, user: "root", account: "65532" },
  { names: ["oven/bun"], user: "root", account: "bun", uid: 1000 },
  { names: ["denoland/deno"], user: "root", account: "deno", uid: 1993 },
  { names: ["php"], user: "root", account: "www-data", uid: 33, alpineUid: 82 },
  { names: ["gradle"], user: "root", account: "gradle" },
  {
    names: [
      "alpine", "debian", "ubuntu", "busybox", "buildpack-deps", "centos", "fedora", "rockylinux", "almalinux", "oraclelinux",
      "archlinux", "python", "pypy", "ruby", "rust", "golang", "perl", "elixir", "erlang", "haskell", "swift", "dart", "julia",
      "r-base", "openjdk", "eclipse-temurin", "amazoncorretto", "ibm-semeru-runtimes", "sapmachine", "azul/zulu-openjdk",
      "maven", "clojure", "tomcat", "composer", "nvidia/cuda", "pytorch/pytorch", "tensorflow/tensorflow",
      "continuumio/miniconda3", "continuumio/anaconda3", "google/cloud-sdk", "tiangolo/uvicorn-gunicorn-fastapi",
      "tiangolo/uvicorn-gunicorn", "tiangolo/meinheld-gunicorn-flask", "hashicorp/terraform", "ghcr.io/astral-sh/uv",
    ],
    user: "root",
    account: nobody,
  },
  {
    names: redHatImages("ubi", "ubi-minimal", "ubi-micro", "ubi-init"),
    user: "root",
    account: nobody,
  },
  { names: redHatImages(""), user: "unprivileged", account: "1001" },
  { names: ["nginx"], user: "root", unprivilegedName: "nginxinc/nginx-unprivileged" },
  { names: ["httpd", "caddy", "traefik", "registry", "wordpress", "nextcloud", "drupal", "joomla", "phpmyadmin", "docker", "nats"], user: "root" },

  { names: ["postgres"], user: "entrypoint", account: "postgres", uid: 999, alpineUid: 70 },
  { names: ["mysql", "mariadb"], user: "entrypoint", account: "mysql" },
  { names: ["mongo"], user: "entrypoint", account: "mongodb" },
  { names: ["redis"], user: "entrypoint", account: "redis" },
  { names: ["valkey/valkey"], user: "entrypoint", account: "valkey" },
  { names: ["rabbitmq"], user: "entrypoint", account: "rabbitmq" },
  { names: ["cassandra"], user: "entrypoint", account: "cassandra" },
  { names: ["neo4j"], user: "entrypoint", account: "neo4j" },
  { names: ["couchdb"], user: "entrypoint", account: "couchdb" },
  { names: ["zookeeper"], user: "entrypoint", account: "zookeeper" },
  { names: ["ghost"], user: "entrypoint", account: "node" },
  {
    names: ["influxdb", "telegraf", "chronograf", "consul", "vault", "hashicorp/consul", "hashicorp/vault", "eclipse-mosquitto", "metabase/metabase"],
    user: "entrypoint",
  },
  { names: ["linuxserver/", "lscr.io/linuxserver/", "ghcr.io/linuxserver/"], user: "entrypoint" },

  { names: ["elasticsearch", "docker.elastic.co/elasticsearch/"], user: "unprivileged", account: "elasticsearch", uid: 1000 },
  { names: ["kibana", "docker.elastic.co/kibana/"], user: "unprivileged", account: "kibana", uid: 1000 },
  { names: ["logstash", "docker.elastic.co/logstash/"], user: "unprivileged", account: "logstash" },
  { names: ["grafana/grafana", "grafana/grafana-oss", "grafana/grafana-enterprise"], user: "unprivileged", account: "grafana", uid: 472 },
  { names: ["grafana/loki", "grafana/tempo", "grafana/mimir", "prom/"], user: "unprivileged" },
  { names: ["jenkins/jenkins", "jenkins/agent", "jenkins/inbound-agent"], user: "unprivileged", account: "jenkins", uid: 1000 },
  { names: ["sonarqube"], user: "unprivileged", account: "sonarqube" },
  { names: ["solr"], user: "unprivileged", account: "solr" },
  { names: ["memcached"], user: "unprivileged", account: "memcache" },
  { names: ["haproxy"], user: "unprivileged", account: "haproxy" },
  { names: ["varnish"], user: "unprivileged", account: "varnish" },
  { names: ["jetty"], user: "unprivileged", account: "jetty" },
  { names: ["kong", "kong/kong", "kong/kong-gateway"], user: "unprivileged", account: "kong" },
  { names: ["quay.io/keycloak/keycloak"], user: "unprivileged", account: "1000" },
  { names: ["n8nio/n8n", "directus/directus"], user: "unprivileged", account: "node" },
  { names: ["selenium/"], user: "unprivileged", account: "seluser" },
  { names: ["ghcr.io/puppeteer/puppeteer"], user: "unprivileged", account: "pptruser" },
  { names: ["quay.io/jupyter/", "jupyter/"], user: "unprivileged", account: "jovyan" },
  { names: ["confluentinc/", "apache/kafka"], user: "unprivileged", account: "appuser" },
  { names: ["apache/airflow"], user: "unprivileged", account: "airflow" },
  { names: ["apache/superset"], user: "unprivileged", account: "superset" },
  { names: ["mambaorg/micromamba"], user: "unprivileged", account: "$MAMBA_USER", environment: { MAMBA_USER: "mambauser" } },
  { names: ["cimg/", "circleci/"], user: "unprivileged", account: "circleci" },
  { names: ["gitpod/"], user: "unprivileged", account: "gitpod" },
];

/**
 * What is known of an image; undefined where it is not in the table, or the tag decides and only a digest is given.
 * A tag that comes from the build's caller may be any of them.
 */
export function baseImageOf(image: ImageReference): BaseImage | undefined {
  const tag = image.tag ?? (image.digest === undefined ? "latest" : "");
  if (saysUnprivileged.test(image.name) || saysUnprivileged.test(tag)) {
    const row = baseImages.find((candidate) => named(candidate, image.name));
    return { ...(row ?? { names: [image.name] }), user: "unprivileged" };
  }
  const rows = baseImages.filter((candidate) => named(candidate, image.name));
  if (rows.some((row) => row.tags)) {
    if (!isKnown(tag)) return { names: [image.name], user: "varies" };
    if (tag === "") return undefined;
  }
  return rows.find((row) => row.tags?.test(tag) ?? true);
}

/** The number of the account that an image ships; undefined where it is not sure, or depends on a variant that is not known. */
export function accountNumber(base: BaseImage, image: ImageReference): number | undefined {
  if (base.alpineUid === undefined) return base.uid;
  if (image.tag === undefined ? image.digest !== undefined : !isKnown(image.tag)) return undefined;
  return image.tag?.includes("alpine") ? base.alpineUid : base.uid;
}

function named(row: BaseImage, name: string): boolean {
  return row.names.some((own) => (own.endsWith("/") ? name.startsWith(own) : own === name));
}
