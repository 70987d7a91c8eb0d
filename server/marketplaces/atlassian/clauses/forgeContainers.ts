import type { Requirement } from "../../../core/requirement.ts";
import { requirementTable } from "../../requirementTable.ts";
import { containersPage } from "../pages.ts";

/** What images of Forge Containers must and should be like. */
export const forgeContainerRequirements: readonly Requirement[] = requirementTable("atlassian", containersPage, [
  {
    id: "atlassian/container-fixed-user",
    clause: "Privilege level",
    ref: "AT-containers",
    text: "The container runs as user 1000 of group 1000; one that runs as root is not deployed.",
    word: "must",
    check: "automatic",
    evidence: "The image's configured user.",
  },
  {
    id: "atlassian/container-rebuilt",
    clause: "Maintenance",
    ref: "AT-containers",
    text: "The image is rebuilt at least every 180 days; an older one is kept from production.",
    word: "must",
    check: "manual",
    evidence: "The build date of the image in production.",
  },
  {
    id: "atlassian/container-tenant-scope",
    clause: "Data privacy and tenant scoping",
    ref: "AT-containers",
    text: "Each request is bound to one installation, and the container keeps no customer data on its disk.",
    word: "must",
    check: "partial",
    evidence: "A description of what the container keeps between requests.",
  },
  {
    id: "atlassian/container-egress-proxy",
    clause: "Data egress",
    ref: "AT-containers",
    text: "Outbound traffic goes through FORGE_EGRESS_PROXY_URL.",
    word: "must",
    check: "partial",
    evidence: "The place in the code that sets the proxy.",
  },
  {
    id: "atlassian/container-server-port",
    clause: "Data egress",
    ref: "AT-containers",
    text: "The container listens on SERVER_PORT alone.",
    word: "must",
    check: "automatic",
    evidence: "The ports that the running container listens on.",
  },
  {
    id: "atlassian/container-no-credentials",
    clause: "Secret management",
    ref: "AT-containers",
    text: "No credentials are part of the image; they come as encrypted variables or from the secret store.",
    word: "must",
    check: "automatic",
    evidence: "The report of a secret scan of the image.",
  },
  {
    id: "atlassian/container-minimal-base",
    clause: "Base image",
    ref: "AT-containers",
    text: "The base image is distroless or minimal.",
    word: "should",
    check: "automatic",
    evidence: "The reason for a larger base image.",
  },
  {
    id: "atlassian/container-multi-stage",
    clause: "Dependencies",
    ref: "AT-containers",
    text: "The image is built in stages, and the last one holds no shell, package manager, compiler or build tool.",
    word: "should",
    check: "automatic",
    evidence: "The reason for each such tool that remains.",
  },
], "forge-container");
