/** Passwords that everybody tries first, and that programs come with: `default-credential` speaks of them. */
export const weakPasswords: ReadonlySet<string> = new Set([
  "password", "passwd", "pass", "pwd", "pw", "secret", "token", "key", "root", "admin", "administrator", "guest", "user", "username", "test", "demo", "default", "example",
  "postgres", "postgresql", "mysql", "mariadb", "mongo", "mongodb", "redis", "rabbitmq", "minio", "minioadmin", "elastic", "changeme", "keycloak", "sa", "neo4j", "oracle", "p", "foo", "bar",
  "123", "1234", "12345", "123456", "12345678", "pass123", "password1", "password123", "secret123", "admin123", "test123", "root123", "x-oauth-basic", "toor", "letmein", "welcome", "qwerty",
]);
