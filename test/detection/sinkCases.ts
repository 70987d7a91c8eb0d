import { dice, type LabelledCase } from "./cases.ts";

/** Calls whose argument is a secret whatever it looks like. `%v` is the literal. */
const sinks: readonly string[] = [
  'import jwt from "jsonwebtoken";\nexport const make = (id: string) => jwt.sign({ id }, "%v");\n',
  'const jwt = require("jsonwebtoken");\nmodule.exports = (token) => jwt.verify(token, "%v", { algorithms: ["HS256"] });\n',
  'import { sign } from "jsonwebtoken";\nconst KEY = "%v";\nexport const make = (id) => sign({ id }, KEY);\n',
  'import * as jwt from "atlassian-jwt";\nexport const make = (claims) => jwt.encodeSymmetric(claims, "%v");\n',
  'import { decodeSymmetric } from "atlassian-jwt";\nconst shared = "%v";\nexport const read = (token) => decodeSymmetric(token, shared, "HS256");\n',
  'import session from "express-session";\napp.use(session({ secret: "%v", resave: false, saveUninitialized: true }));\n',
  'const session = require("express-session");\nconst options = { resave: false };\noptions.secret = "%v";\napp.use(session(options));\n',
  'const cookieSession = require("cookie-session");\napp.use(cookieSession({ name: "session", keys: ["%v"] }));\n',
  'const cookieParser = require("cookie-parser");\napp.use(cookieParser("%v"));\n',
  'import { createHmac } from "node:crypto";\nexport const sign = (body) => createHmac("sha256", "%v").update(body).digest("hex");\n',
  'const crypto = require("crypto");\nconst key = "%v";\nconst mac = crypto.createHmac("sha1", key);\n',
  'import crypto from "crypto";\nconst cipher = crypto.createCipheriv("aes-128-cbc", Buffer.from("%v"), iv);\n',
  'import { scryptSync, createDecipheriv } from "node:crypto";\nconst key = scryptSync("%v", salt, 32);\ncreateDecipheriv("aes-256-gcm", key, iv);\n',
  'import CryptoJS from "crypto-js";\nexport const hide = (text) => CryptoJS.AES.encrypt(text, "%v").toString();\n',
  'import passport from "passport";\nimport { Strategy as GitHubStrategy } from "passport-github2";\npassport.use(new GitHubStrategy({ clientID: "a", clientSecret: "%v", callbackURL: "/b" }, done));\n',
  'const JwtStrategy = require("passport-jwt").Strategy;\nmodule.exports = new JwtStrategy({ jwtFromRequest, secretOrKey: "%v" }, verify);\n',
  'import NextAuth from "next-auth";\nexport default NextAuth({ providers: [], secret: "%v" });\n',
  'import GoogleProvider from "next-auth/providers/google";\nexport const google = GoogleProvider({ clientId: "a", clientSecret: "%v" });\n',
  'import { Pool } from "pg";\nexport const pool = new Pool({ host: "db", user: "shop", password: "%v" });\n',
  'const mysql = require("mysql2/promise");\nmodule.exports = () => mysql.createConnection({ host: "db", user: "shop", password: "%v" });\n',
  'import { Sequelize } from "sequelize";\nexport default new Sequelize("shop", "shop", "%v", { host: "db" });\n',
  'import Redis from "ioredis";\nexport const redis = new Redis({ host: "cache", password: "%v" });\n',
  'import nodemailer from "nodemailer";\nexport const mail = nodemailer.createTransport({ host: "mail", auth: { user: "robot", pass: "%v" } });\n',
  'import { S3Client } from "@aws-sdk/client-s3";\nexport const s3 = new S3Client({ credentials: { accessKeyId: "a", secretAccessKey: "%v" } });\n',
  'const AWS = require("aws-sdk");\nAWS.config.update({ accessKeyId: "a", secretAccessKey: "%v" });\n',
  'import { ClientSecretCredential } from "@azure/identity";\nexport const who = new ClientSecretCredential(tenant, app, "%v");\n',
  'import fastify from "fastify";\nimport jwt from "@fastify/jwt";\nconst app = fastify();\napp.register(jwt, { secret: "%v" });\n',
  'import { JwtModule } from "@nestjs/jwt";\nexport const module = JwtModule.register({ secret: "%v", signOptions: {} });\n',
  'import ldap from "ldapjs";\nconst client = ldap.createClient({ url });\nclient.bind("cn=robot", "%v", done);\n',
  'import jwt from "jsonwebtoken";\nconst secret = process.env.SIGNATURE ?? "%v";\nexport const make = (id) => jwt.sign({ id }, secret);\n',
];
/** The same in other languages, with the file's name. */
const otherSinks: readonly (readonly [path: string, text: string])[] = [
  ["Mail.cs", 'client.Credentials = new NetworkCredential("robot", "%v");\n'],
  ["Auth.cs", 'const string Word = "%v";\nvar key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Word));\n'],
  ["Sign.cs", 'class Sign\n{\n    private static readonly string Word = "%v";\n    byte[] Mac(byte[] body) => new HMACSHA512(Encoding.UTF8.GetBytes(Word)).ComputeHash(body);\n}\n'],
  ["Vault.cs", 'var who = new ClientSecretCredential(tenant, app, "%v");\n'],
  ["Aws.cs", 'var who = new Amazon.Runtime.BasicAWSCredentials(id, "%v");\n'],
  ["src/Sign.php", "<?php\n$mac = hash_hmac('sha256', $body, '%v');\n"],
  ["src/Db.php", "<?php\n$db = new PDO($dsn, 'shop', \"%v\");\n"],
  ["src/Hide.php", "<?php\n$key = '%v';\n$hidden = openssl_encrypt($text, 'aes-256-gcm', $key, 0, $iv, $tag);\n"],
  ["src/Token.php", "<?php\nuse Firebase\\JWT\\JWT;\n$token = JWT::encode($claims, '%v', 'HS256');\n"],
  ["src/Old.php", "<?php\n$link = mysqli_connect('db', 'shop', '%v', 'shop');\n"],
];
/** As people choose them, most without anything that looks random. */
const texts = ["hgfedcba", "a cat on the keys", "pineapple under water", "our-little-riddle", "blueMountain", "umbrella", "thisIsHowWeDoIt", "Tromso-1984", "nobody guesses this", "acmeCorpSigning"];

/** Literals in argument positions, and constants that other files export. */
export function sinkCases(): LabelledCase[] {
  const own = dice(70_000);
  const direct = sinks.map((text, index) => {
    const value = texts[(index + own.below(texts.length)) % texts.length] ?? "";
    return { group: "arguments of libraries", path: index % 2 ? "src/app.js" : "src/app.ts", text: text.replace("%v", () => value), secrets: [value] };
  });
  const imported = ["jwtKey", "hmacText", "cookieWord"].map((name, index) => ({
    group: "arguments of libraries",
    path: "src/token.ts",
    text: `import { verify } from "jsonwebtoken";\nimport { ${name} } from "./shared/settings";\nexport const read = (token: string) => verify(token, ${name});\n`,
    secrets: [name],
    files: { "src/shared/settings.ts": `export const ${name} = "${texts[index] ?? ""}";\n` },
  }));
  const others = otherSinks.map(([path, text], index) => {
    const value = texts[index % texts.length] ?? "";
    return { group: "arguments in C# and PHP", path, text: text.replace("%v", () => value), secrets: [value] };
  });
  return [...direct, ...imported, ...others];
}
