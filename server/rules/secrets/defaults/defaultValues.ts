/** Passwords that programs come with or that everybody tries first, in lower case. */
export const defaultPasswords: ReadonlySet<string> = new Set([
  "password", "passwd", "pass", "pwd", "admin", "administrator", "root", "toor", "guest", "user", "test", "demo", "default", "secret", "changeme", "changeit", "change-me", "change_me", "changethis",
  "postgres", "postgresql", "mysql", "mariadb", "mongo", "mongodb", "redis", "rabbitmq", "minio", "minioadmin", "elastic", "keycloak", "neo4j", "oracle", "sa", "grafana", "jenkins", "tomcat", "nexus",
  "1234", "12345", "123456", "1234567", "12345678", "123456789", "1234567890", "qwerty", "letmein", "welcome", "welcome1", "abc123", "iloveyou", "111111", "000000",
  "pass123", "password1", "password12", "password123", "passw0rd", "p@ssw0rd", "p@ssword", "p@ssword1", "pa55word", "admin1", "admin123", "admin1234", "root123", "test123", "test1234", "secret123", "user123", "changeme123",
  "example", "db", "database", "dbpassword", "mypassword", "mysecretpassword", "my-secret-pw", "supersecret", "topsecret", "your_password", "yourstrong(!)password", "yourstrong!passw0rd", "yourstrong@passw0rd",
]);

/** Secrets for signing that samples show, in lower case: tokens that are signed with one can be made by anybody. */
export const defaultSecrets: ReadonlySet<string> = new Set([
  "secret", "secrets", "supersecret", "super-secret", "super_secret", "supersecretkey", "super-secret-key", "mysecret", "my-secret", "my_secret", "mysecretkey", "my-secret-key", "my_secret_key", "topsecret", "top-secret",
  "secretkey", "secret-key", "secret_key", "jwtsecret", "jwt-secret", "jwt_secret", "sessionsecret", "session-secret", "session_secret", "cookiesecret", "cookie-secret", "appsecret", "s3cr3t", "sekret", "shhhhh", "shhhhhared-secret",
  "keyboard cat", "keyboardcat", "changeme", "changeit", "change-me", "change_me", "changethis", "default", "admin", "password", "test", "dev", "development", "123456", "12345678", "your-256-bit-secret", "your-secret-key", "your_jwt_secret", "your-jwt-secret", "thisisasecret", "thisismysecret", "this-is-a-secret", "not-so-secret", "notsosecret",
]);

/** Pairs of documentation: who copies the address fills them in. */
const documentationUsers: ReadonlySet<string> = new Set(["user", "username", "name", "foo", "login", "myuser", "dbuser", "youruser", "usr", "u"]);

/** Whether a user and a password are what documentation writes for both. */
export function isDocumentationPair(user: string, password: string): boolean {
  return documentationUsers.has(user.toLowerCase()) && /^(?:password|pass|passwd|pwd|secret|bar|p|example|yourpassword|user|username|mypassword)$/i.test(password);
}
