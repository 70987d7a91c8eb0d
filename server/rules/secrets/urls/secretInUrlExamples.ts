import type { BadExample, GoodExample } from "../../../core/rule.ts";

const bad: readonly BadExample[] = [
  { name: "a client secret in a template", code: "await fetch(`https://login.acme.test/token?client_id=${id}&[|client_secret|]=${secret}`);\n" },
  { name: "an access token in a sum", code: 'await fetch("https://api.acme.test/v1/items?[|access_token|]=" + accessToken);\n' },
  { name: "parameters of an HTTP client", code: 'import axios from "axios";\naxios.get("https://pim.acme.test/api/rest/v1/products", { params: { limit: 10, [|password|]: process.env.PIM_PASSWORD } });\n' },
  { name: "a URL whose parameters are set later", code: 'const url = new URL("https://api.acme.test/v1/me");\nurl.searchParams.set("[|api_key|]", process.env.API_KEY ?? "");\n' },
  { name: "URLSearchParams in the address", code: "const query = new URLSearchParams({ grant_type: \"password\", [|client_secret|]: secret });\nawait fetch(`https://id.acme.test/token?${query}`);\n" },
  { name: "a bare token, filled with an access token", code: "const socket = new WebSocket(`wss://live.acme.test/events?[|token|]=${session.accessToken}`);\n" },
  { name: "Trello's own way, which has an alternative", code: "await fetch(`https://api.trello.com/1/boards/${id}?key=${appKey}&[|token|]=${trelloToken}`);\n" },
  { name: "a script", file: "deploy.sh", code: 'curl "https://gitlab.acme.test/api/v4/projects?[|private_token|]=$GITLAB_TOKEN"\n' },
  { name: "C#", file: "Client.cs", code: 'var url = $"https://api.acme.test/token?client_id={id}&[|client_secret|]={secret}";\n' },
];

const good: readonly GoodExample[] = [
  { name: "the token of a request in OAuth 1.0", code: "const url = `${authorize}?${new URLSearchParams({ oauth_token: tokens.oauth_token })}`;\nopen(`https://api.acme.io/oauth/authorize?oauth_token=${requestToken}`);\n" },
  { name: "in a header", code: "await fetch(`https://api.acme.test/v1/items`, { headers: { Authorization: `Bearer ${accessToken}` } });\n" },
  { name: "in the body", code: 'await fetch("https://id.acme.test/token", { method: "POST", body: new URLSearchParams({ client_id: id, client_secret: secret }) });\n' },
  { name: "public parameters", code: "location.href = `https://id.acme.test/authorize?client_id=${id}&state=${state}&code_challenge=${challenge}`;\n" },
  { name: "a link for one use", code: "const link = `https://app.acme.test/reset-password?token=${resetToken}`;\nsendMail(link);\n" },
  { name: "a key of a browser's map", code: "const script = `https://maps.googleapis.com/maps/api/js?key=${mapsApiKey}&libraries=places`;\n" },
  { name: "a service without another way", code: "await fetch(`https://api.themoviedb.org/3/movie/1?api_key=${apiKey}`);\n" },
  { name: "a bare token that is none of a person", code: "await fetch(`/api/items?token=${nextPageToken}&key=${sortKey}`);\n" },
  { name: "an empty parameter", code: 'const start = "https://api.acme.test/v1?access_token=";\nconst isOurs = url.startsWith(start);\n' },
  { name: "documentation's placeholder", file: "setup.sh", code: 'echo "https://api.acme.test/v1?access_token=YOUR_TOKEN"\n# curl "https://api.acme.test/v1?access_token=$TOKEN"\n' },
  { name: "a form's address", code: 'const page = "https://app.acme.test/settings?section=password&reset=true";\n' },
];

/** What the rule finds and what it leaves alone. */
export const secretInUrlExamples = { bad, good };
