import type { MarketplaceMarks } from "../marks.ts";
import { connectDescriptorNames, recogniseConnectDescriptor } from "./connectDescriptor.ts";
import { forgeManifestNames, kindsOfForgeManifest, recogniseForgeManifest } from "./forgeManifest.ts";

const importOfForge = /(?:\bfrom|\bimport|\brequire\(|\bimport\()[ \t]*["']@forge\//;
const importOfConnect = /(?:\bfrom|\bimport|\brequire\(|\bimport\()[ \t]*["']atlassian-(?:connect|jwt)/;
const oauthHost = /\bauth\.atlassian\.com\/(?:authorize|oauth\/token)/;
const oauthGateway = /\bapi\.atlassian\.com\/(?:ex\/|oauth\/token\/)/;
const connectScript = /\bconnect-cdn\.atl-paas\.net\/all/;
const powerUpMember = /\bTrelloPowerUp[ \t]*\??\.[ \t]*[A-Za-z]/;
const powerUpScript = /\b(?:trello\.com\/power-ups|p\.trellocdn\.com)\/power-up(?:\.min)?\.js/;
const trelloAuthorize = /\btrello\.com\/1\/(?:authorize|client\.js|OAuth)/;
const trelloClientAuthorize = /\bTrello[ \t]*\.[ \t]*authorize[ \t]*\(/;

/** How Forge, Connect, OAuth 2.0 apps and Trello Power-Ups are recognised. */
export const atlassianMarks: MarketplaceMarks = {
  marketplace: "atlassian",
  packages: [
    { registry: "npm", name: /^@forge\//, kind: "forge" },
    { registry: "npm", name: /^atlassian-(?:connect|jwt)/, kind: "connect" },
    { registry: "npm", name: /^@atlassian\/(?:connect|atlassian-connect)/, kind: "connect" },
    { registry: "npm", name: /^@types\/trellopowerup$/, kind: "trello" },
    { registry: "pypi", name: /^atlassian[-_.](?:connect|jwt)/i, kind: "connect" },
    { registry: "maven", name: /^atlassian-connect-/, kind: "connect" },
  ],
  shapes: [
    { among: { fileNames: forgeManifestNames }, recognise: recogniseForgeManifest, kinds: kindsOfForgeManifest },
    { among: { fileNames: connectDescriptorNames }, recognise: recogniseConnectDescriptor, kinds: () => ["connect"] },
    { among: { words: ["lifecycle", "signed-install", "context-qsh"] }, recognise: recogniseConnectDescriptor, kinds: () => ["connect"] },
  ],
  marks: [
    { word: "@forge/", pattern: importOfForge, reason: "Forge package imported", kind: "forge" },
    { word: "atlassian-connect", pattern: importOfConnect, reason: "Connect package imported", kind: "connect" },
    { word: "atlassian-jwt", pattern: importOfConnect, reason: "Connect package imported", kind: "connect" },
    { word: "connect-cdn.atl-paas.net", pattern: connectScript, reason: "Connect's script loaded", kind: "connect" },
    { word: "auth.atlassian.com", pattern: oauthHost, reason: "Atlassian OAuth 2.0 address", kind: "oauth" },
    { word: "api.atlassian.com", pattern: oauthGateway, reason: "Atlassian OAuth 2.0 address", kind: "oauth" },
    { word: "trellopowerup", pattern: powerUpMember, reason: "Trello Power-Up code", kind: "trello" },
    { word: "/power-up", pattern: powerUpScript, reason: "Trello Power-Up script loaded", kind: "trello" },
    { word: "trello.com/1/", pattern: trelloAuthorize, reason: "Trello authorization address", kind: "trello" },
    { word: "trello.authorize", pattern: trelloClientAuthorize, reason: "Trello authorization call", kind: "trello" },
  ],
};
