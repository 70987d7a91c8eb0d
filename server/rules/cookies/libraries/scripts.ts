import { nothingByDefault } from "../cookieAttributes.ts";
import type { CookieSetter } from "../cookieSetter.ts";

const common = { options: 2, name: 0, value: 1, defaults: nothingByDefault } as const;

/**
 * Functions that write `document.cookie`. As in js-cookie 3.0 (`expires` counts days), universal-cookie 8.1, react-cookie 8.1,
 * cookies-next 6.1 (with a response among its options it runs on the server).
 */
export const scriptSetters: readonly CookieSetter[] = [
  { library: "js-cookie", call: { kind: "export", modules: ["js-cookie"], names: ["set"] }, ...common, path: "/", age: "days", keys: { maxAge: "expires" }, byScript: "always" },
  { library: "universal-cookie", call: { kind: "made", modules: ["universal-cookie"], by: ["*", "Cookies"], names: ["set"] }, ...common, path: "/", byScript: "always" },
  { library: "react-cookie", call: { kind: "made", modules: ["react-cookie"], by: ["Cookies"], names: ["set"] }, ...common, path: "/", byScript: "always" },
  { library: "react-cookie", call: { kind: "part", modules: ["react-cookie"], by: "useCookies", at: "1" }, ...common, path: "/", byScript: "always" },
  { library: "cookies-next", call: { kind: "export", modules: ["cookies-next", "cookies-next/client"], names: ["setCookie"] }, ...common, path: "/", byScript: "without-response" },
  { library: "cookies-next", call: { kind: "export", modules: ["cookies-next/server"], names: ["setCookie"] }, ...common, path: "/" },
];
