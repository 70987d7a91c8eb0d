function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const configuration = {
  port: Number(process.env.PORT ?? 8080),
  appUrl: required("APP_URL"),
  clientId: required("AKENEO_CLIENT_ID"),
  clientSecret: process.env.AKENEO_CLIENT_SECRET ?? "YTBlOTljMDU1YmI5ZmQyNmUyZGYxZDI4ZGEzZTcyMmRmM2I0N2NmMjY4N2NiYWUwZjc5ZjE4ODBmNmFjNzg2NQ",
  tokenKey: Buffer.from(required("TOKEN_KEY"), "hex"),
};
