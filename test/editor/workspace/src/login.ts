import express from "express";

export const app = express();

app.get("/login", (_request, response) => {
  response.cookie("session", "value", { secure: true, sameSite: "lax" });
  response.end();
});
