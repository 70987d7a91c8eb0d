import { createSign } from "node:crypto";

const lifetimeInSeconds = 300;

// Throwaway key: made for this folder, opens nothing.
const signingKey = `-----BEGIN RSA PRIVATE KEY-----
MIICXQIBAAKBgQDDA8HGusqjjnx2HpThOfr1HSFVKOG16ju5Z11muHjGLY60naS3
s8Gb6LpakwtZNz9dLGisJf3Uq3asx6sl3F24UkYQ/Sp/sWAmhrCbnKznPAOyfNkp
GsW6GmAsUUufkcAalvmpOTN0iEq2qYzJI+NeKz4yPJZdlYfJeQTGYCWMGwIDAQAB
AoGBALoby8IsYVbVlFHlvY90Fdv2gOkUqtNBRt4ZlzmAs0HuGFKmX5wxIIP6Bl6K
Fjp+TypMR1iCqUtcl1Us+FiZhZXGFEAdH7zzLaMISl01OFcwL9ZfeFkTDFuhkKuJ
TqBKJUsui+DnhVasbbcEfu34ohv2z5iTDoaOlLITFgpg442BAkEA9XCVRDDdWiTl
HUkLWaRC7qvbVT6U7gRIRAZ4PngZ+h6zX7+GO+G4t9xCb8Sw8A3LbFMgPCkT7Wmd
9Ru1/pqe3wJBAMtnwyqZx/xJxNNguuXA4Sw98fFiKDNp0xkqTPOciVrVP9cwpJSC
h/BfYJHXV/VsDNkRH1nKow/wUwoQ5GiwhkUCQF26P5ZJ3s3k1wXG9immW9UPFfRI
sNDwG7S2j8azUKA+hxtiZV2KxmKYH1rVTwhtDCjy2ZV/zldUhPisO2TeIRsCQGkj
CiMz98X1D3K+9fwZ9Ynbvvoo5WSl14KTddEZ4Xl87pG5R+ini8J4Wj8oEwP9RKrS
ieTss9piO1nhn15pmA0CQQDEUsFuLGOVYRtLj5N7IprVXtX/NBERyDYQUqrbNCdH
AnuGWE1uteoIuUKA4cuRZHefDe1PhEbN3b9xhkIU87Ox
-----END RSA PRIVATE KEY-----`;

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** The Authorization header the build service expects: a short-lived RS256 token. */
export function signedBearer(issuer: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: "api.shipcheck.example", iat: now, exp: now + lifetimeInSeconds };
  const unsigned = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
  const signature = createSign("RSA-SHA256").update(unsigned).sign(signingKey, "base64url");
  return `Bearer ${unsigned}.${signature}`;
}
