import assert from "node:assert/strict";
import { looseSources } from "../../../../server/rules/transport/contentPolicies.ts";

describe("content security policies", () => {
  const loose = (policy: string): string[] => looseSources(policy).map(({ keyword, start }) => (assert.equal(policy.slice(start, start + keyword.length), keyword), keyword));

  it("finds loose sources of scripts", () => {
    assert.deepEqual(loose("script-src 'self' 'unsafe-inline' 'unsafe-eval'; img-src *"), ["'unsafe-inline'", "'unsafe-eval'"]);
    assert.deepEqual(loose("default-src 'self' 'unsafe-eval'"), ["'unsafe-eval'"]);
    assert.deepEqual(loose("object-src 'none'; script-src-elem 'unsafe-inline'"), ["'unsafe-inline'"]);
  });

  it("leaves what scripts are not allowed by", () => {
    assert.deepEqual(loose("default-src 'unsafe-inline'; script-src 'self'"), []);
    assert.deepEqual(loose("style-src 'unsafe-inline'"), []);
    assert.deepEqual(loose("script-src 'nonce-abc' 'unsafe-inline'"), []);
    assert.deepEqual(loose("script-src 'strict-dynamic' 'unsafe-inline' 'unsafe-eval'"), ["'unsafe-eval'"]);
    assert.deepEqual(loose("script-src 'wasm-unsafe-eval'"), []);
  });
});
