import { findsExactly } from "../markedCases.ts";

const id = "trello-token-never-expires";

describe(id, () => {
  findsExactly(id, {
    "options over Object.assign": ["b.ts", `Trello.authorize(Object.assign({}, base, { expiration: "[|never|]" }));`],
    "options that a function gives": ["b.ts", `const make = () => ({ expiration: '[|never|]', scope: 'read' });\nTrello.authorize(make());`],
    "another letter case": ["b.ts", `Trello.authorize({ expiration: "[|NEVER|]" });`],
    "options of an HTTP client": ["b.ts", `axios.get("https://trello.com/1/authorize", { params: { key, expiration: "[|never|]" } });`],
    "an address as an object": ["b.ts", `url.format({ host: "trello.com", pathname: "/1/authorize", query: { expiration: "[|never|]" } });`],
    "OAuth 1 over a constant": ["b.ts", "const authorizeURL = \"https://trello.com/1/OAuthAuthorizeToken\";\nredirect(`${authorizeURL}?oauth_token=${t}&name=${n}&expiration=[|never|]`);"],
    "a list of parameters": ["b.ts", `const p = ["expiration=[|never|]", "key=" + k].join("&");\nopen("https://trello.com/1/authorize?" + p);`],
    "a serialised object": ["b.ts", "const q = qs.stringify({ expiration: \"[|never|]\" });\nopen(`https://trello.com/1/authorize?${q}`);"],
    "a search that is assigned": ["b.ts", `const u = new URL("https://trello.com/1/authorize");\nu.search = new URLSearchParams({ expiration: "[|never|]" }).toString();`],
    "an address in an object": ["b.ts", `const config = { authorizeUrl: "https://trello.com/1/authorize" };\nconst u = config.authorizeUrl + "?expiration=[|never|]";`],
    "a condition in an address": ["b.ts", "const u = `https://trello.com/1/authorize?expiration=${keep ? \"[|never|]\" : \"1day\"}`;"],
    "an address with escapes": ["b.ts", String.raw`open("https:\/\/trello.com\/1\/authorize?expiration=[|never|]")`],
    "options for another file": ["b.ts", `export const trelloAuth = { expiration: "[|never|]" };`],
    "a component's template": ["c.vue", `<script>\nwindow.Trello.authorize({ scope: { read: true }, expiration: '[|never|]' })\n</script>`],
    "PHP": ["c.php", `$url = "https://trello.com/1/authorize?key=$key&expiration=[|never|]&name=x";`],
    "broken code": ["b.ts", `const = ;\nTrello.authorize({ expiration: "[|never|]" });\nif (`],
    "Windows line ends and emoji": ["b.ts", `// 🙂\r\nTrello.authorize({ name: "🙂", expiration: "[|never|]" });\r\n`],
    "not a parameter of another address": ["b.ts", "const u = `${host}/share?expiration=never`;\nconst t = \"https://trello.com/1/cards?expiration=never\";"],
    "not a manual": ["README.md", "https://trello.com/1/authorize?expiration=never"],
    "not a JSX text": ["b.tsx", `const help = <p>expiration=never</p>;`],
  });
});
