import { base62, base64url, hex, lowerAlphanumeric, tokens, uuid } from "./builders.ts";

/** Model providers and their tools. */
export const aiTokens = [
  ...tokens("OpenAI", [
    ["openai-legacy", "API key", "T3BlbkFJ", `${base62}{20}`, { head: `sk-${base62}{20}`, leads: [23] }],
    ["openai-project", "API key", ["sk-proj-", "sk-svcacct-", "sk-admin-"], `${base64url}{20,120}T3BlbkFJ${base64url}{20,120}`],
  ]),
  ...tokens("Anthropic", [
    ["anthropic-api", "API key", "sk-ant-api03-", `${base64url}{93}AA`],
    ["anthropic-admin", "admin key", "sk-ant-admin01-", `${base64url}{93}AA`],
    ["anthropic-oauth", "OAuth token", "sk-ant-oat01-", `${base64url}{93}AA`],
  ]),
  ...tokens("Hugging Face", [
    ["huggingface-user", "user access token", "hf_", "[A-Za-z]{34}", { quoted: true }],
    ["huggingface-org", "organisation token", "api_org_", "[A-Za-z]{34}"],
  ]),
  ...tokens("Replicate", [["replicate", "API token", "r8_", `${base62}{37}`, { quoted: true }]]),
  ...tokens("Groq", [["groq", "API key", "gsk_", `${base62}{52}`]]),
  ...tokens("Perplexity", [["perplexity", "API key", "pplx-", `${base62}{48}`]]),
  ...tokens("xAI", [["xai", "API key", "xai-", `${base64url}{70,85}`]]),
  ...tokens("OpenRouter", [["openrouter", "API key", "sk-or-v1-", `${hex}{64}`]]),
  ...tokens("Together AI", [["together", "API key", "tgp_v1_", `${base64url}{43}`]]),
  ...tokens("Cerebras", [["cerebras", "API key", "csk-", `${lowerAlphanumeric}{48}`]]),
  ...tokens("NVIDIA", [["nvidia", "API key", "nvapi-", `${base64url}{60,70}`]]),
  ...tokens("Pinecone", [["pinecone", "API key", "pcsk_", `${base62}{5,6}_${base62}{63}`]]),
  ...tokens("LangChain", [["langsmith", "LangSmith key", ["lsv2_pt_", "lsv2_sk_"], `${hex}{32}_${hex}{10}`]]),
  ...tokens("Langfuse", [["langfuse", "secret key", "sk-lf-", uuid]]),
  ...tokens("Jina AI", [["jina", "API key", "jina_", `${base62}{60}`]]),
  ...tokens("Tavily", [["tavily", "API key", "tvly-", `(?:dev-)?${base62}{32}`]]),
  ...tokens("E2B", [["e2b", "API key", "e2b_", `${hex}{40}`]]),
  ...tokens("RunPod", [["runpod", "API key", "rpa_", `${base62}{40,80}`]]),
  ...tokens("Friendli", [["friendli", "token", "flp_", `${base62}{46}`]]),
];
