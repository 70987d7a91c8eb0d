import type { RuleTexts } from "../../core/rule.ts";

const config = (inner: string): string => `<configuration>\n  <system.web>\n    ${inner}\n  </system.web>\n</configuration>\n`;

/** Examples of answers with details of errors. */
export const errorExamples: RuleTexts["examples"] = {
  bad: [
    { name: "Express, the stack", code: "app.use((err, req, res, next) => {\n  res.status(500).send([|err.stack|]);\n});\n" },
    { name: "the stack in an object", code: "app.get('/', async (req, res) => {\n  try { res.json(await load()); } catch (error) { res.status(500).json({ message: error.message, stack: [|error.stack|] }); }\n});\n" },
    { name: "the whole error", code: "app.get('/', async (req, res) => {\n  try { res.json(await load()); } catch (error) { res.status(500).json([|error|]); }\n});\n" },
    { name: "the error under a name", code: "app.get('/', (req, res) => load().catch((err) => res.status(500).json({ error: [|err|] })));\n" },
    { name: "Koa", code: "app.use(async (ctx, next) => {\n  try { await next(); } catch (err) { ctx.body = { stack: [|err.stack|] }; }\n});\n" },
    { name: "a Response", code: "export async function GET() {\n  try { return Response.json(await load()); } catch (error) { return new Response(JSON.stringify({ trace: [|error.stack|] }), { status: 500 }); }\n}\n" },
    { name: "a template", code: "app.use((err, req, res, next) => {\n  res.status(500).send(`<pre>${[|err.stack|]}</pre>`);\n});\n" },
    { name: "ASP.NET Core", file: "Startup.cs", code: "class Startup { void Configure(IApplicationBuilder app) { app.[|UseDeveloperExceptionPage|](); } }\n" },
    { name: "ASP.NET, customErrors", file: "web.config", code: config('<customErrors mode="[|Off|]" />'), fixed: config('<customErrors mode="RemoteOnly" />') },
    { name: "ASP.NET, debugging", file: "Web.config", code: config('<compilation debug="[|true|]" targetFramework="4.8" />'), fixed: config('<compilation debug="false" targetFramework="4.8" />') },
    { name: "PHP, errors in the page", file: "index.php", code: "<?php\n[|ini_set('display_errors', '1')|];\n" },
    { name: "PHP, a trace", file: "index.php", code: "<?php\ntry { run(); } catch (Exception $e) { echo [|$e->getTraceAsString()|]; }\n" },
  ],
  good: [
    { name: "a sentence", code: "app.use((err, req, res, next) => {\n  logger.error(err.stack);\n  res.status(500).json({ message: 'Something went wrong' });\n});\n" },
    { name: "the message only", code: "app.use((err, req, res, next) => {\n  res.status(500).json({ message: err.message });\n});\n" },
    { name: "in development only", code: "app.use((err, req, res, next) => {\n  res.status(500).json({ message: 'Failed', ...(process.env.NODE_ENV === 'development' && { stack: err.stack }) });\n});\n" },
    { name: "not in production", code: "app.use((err, req, res, next) => {\n  if (process.env.NODE_ENV === 'production') return res.status(500).end();\n  res.status(500).send(err.stack);\n});\n" },
    { name: "a chosen value", code: "app.use((err, req, res, next) => {\n  res.json({ stack: isProduction ? undefined : err.stack });\n});\n" },
    { name: "an error of the app's own", code: "app.get('/', async (req, res) => {\n  try { await load(); } catch (error) { if (error instanceof ValidationError) return res.status(400).json(error); throw error; }\n});\n" },
    { name: "given on", code: "app.get('/', (req, res, next) => load().then((x) => res.json(x)).catch(next));\n" },
    { name: "a log", code: "load().catch((error) => console.error(error.stack));\n" },
    { name: "an answer that is no error", code: "app.get('/', (req, res) => { res.json({ stack: technologies }); });\n" },
    { name: "ASP.NET Core, asked first", file: "Startup.cs", code: "class Startup { void Configure(IApplicationBuilder app) { if (env.IsDevelopment()) { app.UseDeveloperExceptionPage(); } else { app.UseExceptionHandler(\"/Error\"); } } }\n" },
    { name: "ASP.NET Core, asked on the line", file: "Program.cs", code: "if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage();\n" },
    { name: "ASP.NET, custom errors", file: "web.config", code: config('<customErrors mode="On" defaultRedirect="/error" />') },
    { name: "ASP.NET, a developer's configuration", file: "web.debug.config", code: config('<customErrors mode="Off" />') },
    { name: "PHP, off", file: "index.php", code: "<?php\nini_set('display_errors', '0');\n" },
    { name: "PHP, logged", file: "index.php", code: "<?php\ntry { run(); } catch (Exception $e) { error_log($e->getTraceAsString()); }\n" },
  ],
};
