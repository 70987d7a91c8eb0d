import assert from "node:assert/strict";
import { addressConfirmations, isAddressName, isVariableName, plainAddress } from "../../../../server/rules/transport/plainAddresses.ts";

describe("addresses without encryption", () => {
  it("knows public hosts", () => {
    assert.deepEqual(plainAddress("http://api.timely.io/v1"), { scheme: "http", host: "api.timely.io", length: 20 });
    assert.deepEqual(plainAddress("WS://Live.Timely.io:8080?a"), { scheme: "ws", host: "live.timely.io", length: 24 });
    assert.equal(plainAddress("http://8.8.8.8/a")?.host, "8.8.8.8");
  });

  for (const host of [
    "localhost:3000", "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "203.0.113.9", "0.0.0.0", "backend", "app.local", "a.test", "a.internal",
    "db.default.svc", "db.default.svc.cluster.local", "example.com", "api.example.org", "host.docker.internal", "www.w3.org", "schemas.microsoft.com", "schemes.superoffice.net", "json-schema.org", "tempuri.org",
    "your-domain.com", "my-app.com", "user@a.timely.io", "${host}", "{host}.timely.io", "<host>.io", "abc.ngrok.io",
  ]) {
    it(`says nothing of ${host}`, () => {
      assert.equal(plainAddress(`http://${host}/path`), undefined);
    });
  }

  it("knows names of settings", () => {
    for (const name of ["baseURL", "base_url", "apiUrl", "API_URL", "serverUrl", "tokenEndpoint", "GRAPHQL_ENDPOINT", "endpoint", "AkeneoApiUrl", "wsUrl"]) assert.ok(isAddressName(name), name);
    for (const name of ["url", "homepage", "documentationUrl", "licenseUrl", "redirectUri", "callbackUrl", "namespaceUri", "issuer", "helpUrl", "iconUrl", "docsBaseUrl"]) assert.ok(!isAddressName(name), name);
    assert.ok(isVariableName("PIM_URL") && isVariableName("AUTH_ENDPOINT"));
    assert.ok(!isVariableName("DOCS_URL") && !isVariableName("HTTP_PROXY_URL") && !isVariableName("Pim_url"));
  });

  it("confirms before a tree what it finds in one", () => {
    const pattern = addressConfirmations.get("http://");
    const confirms = (text: string): boolean => {
      if (!pattern) return false;
      pattern.lastIndex = text.indexOf("http://");
      return pattern.test(text);
    };
    for (const text of ["'http://api.timely.io'", '"http://8.8.8.8"', "A=http://a.timely.io", "a: http://a.timely.io"]) assert.ok(confirms(text), text);
    for (const text of ['"http://localhost:1"', "see(http://a.io)", '"http://www.w3.org/2000/svg"', '"http://backend:80"']) assert.ok(!confirms(text), text);
  });
});
