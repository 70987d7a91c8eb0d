import { base62, base64, base64url, hex, lowerAlphanumeric, tokens, uuid } from "./builders.ts";

/** Payments and shops. */
export const paymentTokens = [
  // Before Stripe, whose keys have the same prefix and a longer alphabet.
  ...tokens("Paystack", [
    ["paystack", "secret key", "sk_live_", `${hex}{40}`],
    ["paystack-test", "test key", "sk_test_", `${hex}{40}`, { atMost: "information" }],
  ]),
  ...tokens("Stripe", [
    ["stripe-secret", "secret key", ["sk_live_", "rk_live_"], `${base62}{16,247}`],
    ["stripe-test", "test key", ["sk_test_", "rk_test_"], `${base62}{16,247}`, { atMost: "information" }],
    ["stripe-webhook", "webhook signing secret", "whsec_", `${base64}{32,64}={0,2}`, { variable: "STRIPE_WEBHOOK_SECRET" }],
  ]),
  ...tokens("Square", [
    ["square-access", "access token", "EAAA", `${base64url}{57,60}`, { strict: true }],
    ["square-access-old", "access token", "sq0atp-", `${base64url}{22}`],
    ["square-oauth-secret", "OAuth secret", "sq0csp-", `${base64url}{43}`],
  ]),
  ...tokens("PayPal", [
    ["braintree", "Braintree access token", ["access_token$production$", "access_token$sandbox$"], `${lowerAlphanumeric}{16}\\$${hex}{32}`],
  ]),
  ...tokens("Plaid", [["plaid-access", "access token", ["access-sandbox-", "access-development-", "access-production-"], uuid]]),
  ...tokens("Flutterwave", [["flutterwave", "secret key", ["FLWSECK-", "FLWSECK_TEST-"], `${hex}{32}-X`]]),
  ...tokens("Paddle", [["paddle", "API key", ["pdl_live_apikey_", "pdl_sdbx_apikey_"], `${lowerAlphanumeric}{26}_${base62}{22}_${base62}{3}`]]),
  ...tokens("Polar", [["polar", "access token", ["polar_oat_", "polar_pat_"], `${base62}{40,50}`]]),
  ...tokens("EasyPost", [["easypost", "API key", ["EZAK", "EZTK"], `${base62}{54}`, { strict: true }]]),
  ...tokens("Shippo", [["shippo", "API token", ["shippo_live_", "shippo_test_"], `${hex}{40}`]]),
  ...tokens("Duffel", [["duffel", "API token", ["duffel_test_", "duffel_live_"], "[A-Za-z0-9=_-]{43}"]]),
  ...tokens("Shopify", [
    ["shopify", "access token", ["shpat_", "shpca_", "shppa_", "shprt_"], "[0-9A-Fa-f]{32}"],
    ["shopify-shared-secret", "shared secret", "shpss_", "[0-9A-Fa-f]{32}"],
    ["shopify-theme-kit", "theme access password", "shptka_", `${hex}{32}`],
    ["shopify-partner", "partner token", "prtapi_", `${hex}{32}`],
  ]),
  ...tokens("WooCommerce", [["woocommerce", "consumer secret", "cs_", `${hex}{40}`, { quoted: true }]]),
  ...tokens("WorkOS", [["workos", "secret key", ["sk_live_a2V5Xz", "sk_test_a2V5Xz"], `${base64}{30,120}={0,2}`, { shown: "sk_" }]]),
];
