function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const configuration = {
  port: Number(process.env.PORT ?? 8080),
  appUrl: required("APP_URL"),
  clientId: required("AKENEO_CLIENT_ID"),
  clientSecret: required("AKENEO_CLIENT_SECRET"),
  tokenKey: Buffer.from(required("TOKEN_KEY"), "hex"),
};
