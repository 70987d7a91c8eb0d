import type { MarketplaceMarks } from "../marks.ts";
import { connectDescriptorNames, recogniseConnectDescriptor } from "./connectDescriptor.ts";
import { forgeManifestNames, recogniseForgeManifest } from "./forgeManifest.ts";

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
    { registry: "npm", name: /^@forge\// },
    { registry: "npm", name: /^atlassian-(?:connect|jwt)/ },
    { registry: "npm", name: /^@atlassian\/(?:connect|atlassian-connect)/ },
    { registry: "npm", name: /^@types\/trellopowerup$/ },
    { registry: "pypi", name: /^atlassian[-_.](?:connect|jwt)/i },
    { registry: "maven", name: /^atlassian-connect-/ },
  ],
  shapes: [
    { among: { fileNames: forgeManifestNames }, recognise: recogniseForgeManifest },
    { among: { fileNames: connectDescriptorNames }, recognise: recogniseConnectDescriptor },
    { among: { words: ["lifecycle", "signed-install", "context-qsh"] }, recognise: recogniseConnectDescriptor },
  ],
  marks: [
    { word: "@forge/", pattern: importOfForge, reason: "Forge package imported" },
    { word: "atlassian-connect", pattern: importOfConnect, reason: "Connect package imported" },
    { word: "atlassian-jwt", pattern: importOfConnect, reason: "Connect package imported" },
    { word: "connect-cdn.atl-paas.net", pattern: connectScript, reason: "Connect's script loaded" },
    { word: "auth.atlassian.com", pattern: oauthHost, reason: "Atlassian OAuth 2.0 address" },
    { word: "api.atlassian.com", pattern: oauthGateway, reason: "Atlassian OAuth 2.0 address" },
    { word: "trellopowerup", pattern: powerUpMember, reason: "Trello Power-Up code" },
    { word: "/power-up", pattern: powerUpScript, reason: "Trello Power-Up script loaded" },
    { word: "trello.com/1/", pattern: trelloAuthorize, reason: "Trello authorization address" },
    { word: "trello.authorize", pattern: trelloClientAuthorize, reason: "Trello authorization call" },
  ],
};
