import type { RuleTexts } from "../../core/rule.ts";

const winston = 'import DailyRotateFile from "winston-daily-rotate-file";\n';

/** Examples of settings by which logs end. */
export const retentionExamples: RuleTexts["examples"] = {
  bad: [
    { name: "winston, two weeks", code: `${winston}export const file = new DailyRotateFile({ filename: "app-%DATE%.log", maxSize: "20m", maxFiles: [|"14d"|] });\n`, fixed: `${winston}export const file = new DailyRotateFile({ filename: "app-%DATE%.log", maxSize: "20m", maxFiles: "90d" });\n` },
    { name: "winston, a file a day", code: `${winston}export const file = new DailyRotateFile({ datePattern: "YYYY-MM-DD", maxFiles: [|7|] });\n`, fixed: `${winston}export const file = new DailyRotateFile({ datePattern: "YYYY-MM-DD", maxFiles: 90 });\n` },
    { name: "winston, by its namespace", code: 'const winston = require("winston");\nrequire("winston-daily-rotate-file");\nnew winston.transports.DailyRotateFile({ maxFiles: [|\'30d\'|] });\n', fixed: 'const winston = require("winston");\nrequire("winston-daily-rotate-file");\nnew winston.transports.DailyRotateFile({ maxFiles: \'90d\' });\n' },
    { name: "log4js", code: 'log4js.configure({ appenders: { out: { type: "dateFile", filename: "a.log", numBackups: [|10|] } } });\n', fixed: 'log4js.configure({ appenders: { out: { type: "dateFile", filename: "a.log", numBackups: 90 } } });\n' },
    { name: "AWS CDK", code: 'import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";\nnew LogGroup(stack, "logs", { retention: RetentionDays.[|ONE_WEEK|] });\n', fixed: 'import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";\nnew LogGroup(stack, "logs", { retention: RetentionDays.THREE_MONTHS });\n' },
    { name: "Serilog", file: "Program.cs", code: 'Log.Logger = new LoggerConfiguration().WriteTo.File("log.txt", rollingInterval: RollingInterval.Day, retainedFileCountLimit: [|7|]).CreateLogger();\n', fixed: 'Log.Logger = new LoggerConfiguration().WriteTo.File("log.txt", rollingInterval: RollingInterval.Day, retainedFileCountLimit: 90).CreateLogger();\n' },
    { name: "Serilog in settings", file: "appsettings.json", code: '{ "Serilog": { "WriteTo": [{ "Name": "File", "Args": { "path": "log.txt", "rollingInterval": "Day", "retainedFileCountLimit": [|14|] } }] } }\n', fixed: '{ "Serilog": { "WriteTo": [{ "Name": "File", "Args": { "path": "log.txt", "rollingInterval": "Day", "retainedFileCountLimit": 90 } }] } }\n' },
    { name: "NLog", file: "NLog.config", code: '<nlog><targets><target name="file" archiveEvery="Day" maxArchiveFiles="[|10|]" /></targets></nlog>\n', fixed: '<nlog><targets><target name="file" archiveEvery="Day" maxArchiveFiles="90" /></targets></nlog>\n' },
    { name: "CloudFormation", file: "template.yaml", code: "Resources:\n  Logs:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      RetentionInDays: [|30|]\n", fixed: "Resources:\n  Logs:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      RetentionInDays: 90\n" },
    { name: "Serverless Framework", file: "serverless.yml", code: "provider:\n  name: aws\n  logRetentionInDays: [|14|]\n", fixed: "provider:\n  name: aws\n  logRetentionInDays: 90\n" },
    { name: "Terraform", file: "logs.tf", code: 'resource "aws_cloudwatch_log_group" "app" {\n  name              = "app"\n  retention_in_days = [|7|]\n}\n', fixed: 'resource "aws_cloudwatch_log_group" "app" {\n  name              = "app"\n  retention_in_days = 90\n}\n' },
    { name: "Loki", file: "loki.yaml", code: "limits_config:\n  retention_period: [|168h|]\n", fixed: "limits_config:\n  retention_period: 2160h\n" },
  ],
  good: [
    { name: "winston, 90 days", code: `${winston}export const file = new DailyRotateFile({ maxFiles: "90d" });\n` },
    { name: "winston, a number of files by size", code: `${winston}export const file = new DailyRotateFile({ maxSize: "20m", maxFiles: 10 });\n` },
    { name: "winston, a file an hour", code: `${winston}export const file = new DailyRotateFile({ datePattern: "YYYY-MM-DD-HH", maxFiles: 48 });\n` },
    { name: "uploads", code: 'import multer from "multer";\nexport const upload = multer({ limits: { maxFiles: 5 } });\n' },
    { name: "from the environment", code: `${winston}export const file = new DailyRotateFile({ maxFiles: process.env.LOG_DAYS });\n` },
    { name: "AWS CDK, a year", code: 'import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";\nnew LogGroup(stack, "logs", { retention: RetentionDays.ONE_YEAR });\n' },
    { name: "Serilog, a file an hour", file: "Program.cs", code: 'new LoggerConfiguration().WriteTo.File("log.txt", rollingInterval: RollingInterval.Hour, retainedFileCountLimit: 48);\n' },
    { name: "Serilog, for ever", file: "appsettings.json", code: '{ "Serilog": { "WriteTo": [{ "Name": "File", "Args": { "rollingInterval": "Day", "retainedFileCountLimit": null } }] } }\n' },
    { name: "NLog, 120 days", file: "NLog.config", code: '<nlog><targets><target name="file" archiveEvery="Day" maxArchiveFiles="120" /></targets></nlog>\n' },
    { name: "backups of a database", file: "template.yaml", code: "Resources:\n  Database:\n    Type: Example::Database\n    Properties:\n      BackupPolicy:\n        RetentionInDays: 7\n" },
    { name: "CloudFormation, a year", file: "template.yaml", code: "Resources:\n  Logs:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      RetentionInDays: 365\n" },
    { name: "Terraform, a queue", file: "queue.tf", code: 'resource "aws_sqs_queue" "app" {\n  retention_in_days = 7\n}\n' },
    { name: "Prometheus", file: "mimir.yaml", code: "limits:\n  retention_period: 24h\n" },
  ],
};
