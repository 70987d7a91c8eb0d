import type { MarketplaceMarks } from "../marks.ts";

const importOfPackage = /(?:\bfrom|\bimport|\brequire\(|\bimport\()[ \t]*["']@superoffice\//;
const usingOfNamespace = /^[ \t]*(?:global[ \t]+)?using[ \t]+(?:static[ \t]+|\w{1,80}[ \t]*=[ \t]*)?SuperOffice(?:\.[\w.]{1,200})?[ \t]*;/m;
const onlineHost = /\b(?:sod|qaonline|online)\d{0,2}\.superoffice\.com\b/i;
const loginPath = /\.superoffice\.com\/login\b/i;
const claimName = /\bschemes\.superoffice\.net\/identity\b/i;
const tokenHeader = /\bSO-AppToken\b/i;
const environmentName = /\bSUPEROFFICE_[A-Z]|\bSO_APP_TOKEN\b/;
const configurationSection = /<(?:sectionGroup[ \t][^<>]{0,200}name[ \t]*=[ \t]*"SuperOffice"|SuperOffice>)/;
const settingsSection = /"SuperOffice"\s{0,200}:\s{0,200}\{/;
const configFile = /\bConfigFile[ \t]*\.[ \t]*Services[ \t]*\.[ \t]*ApplicationToken\b/;

/** How SuperOffice apps are recognised, in TypeScript and in .NET. */
export const superofficeMarks: MarketplaceMarks = {
  marketplace: "superoffice",
  packages: [
    { registry: "npm", name: /^@superoffice\/|^(?:[\w-]+-)?superoffice(?:-[\w-]+)?$/ },
    { registry: "nuget", name: /^SuperOffice\./i },
    { registry: "pypi", name: /^superoffice(?:[-_.]|$)/i },
  ],
  shapes: [],
  marks: [
    { word: "@superoffice/", pattern: importOfPackage, reason: "SuperOffice package imported" },
    { word: "superoffice", pattern: usingOfNamespace, reason: "SuperOffice namespace used", languages: ["csharp"] },
    { word: "superoffice", pattern: configurationSection, reason: "SuperOffice configuration section", languages: ["xml"] },
    { word: "superoffice", pattern: settingsSection, reason: "SuperOffice settings", languages: ["json"] },
    { word: "superoffice.com", pattern: onlineHost, reason: "SuperOffice online address" },
    { word: "superoffice.com", pattern: loginPath, reason: "SuperOffice sign-in address" },
    { word: "superoffice.net", pattern: claimName, reason: "SuperOffice claim" },
    { word: "so-apptoken", pattern: tokenHeader, reason: "SuperOffice application token header" },
    { word: "superoffice_", pattern: environmentName, reason: "SuperOffice setting" },
    { word: "so_app_token", pattern: environmentName, reason: "SuperOffice setting" },
    { word: "configfile", pattern: configFile, reason: "SuperOffice NetServer configuration", languages: ["csharp"] },
  ],
};
