import express from "express";

export const app = express();

app.get("/basket", (_request, response) => {
  response.cookie("basket", "value", { secure: true, sameSite: "lax" });
  response.end();
});
