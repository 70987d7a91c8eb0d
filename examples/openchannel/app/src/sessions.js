import session from "express-session";
import { settings } from "./settings.js";

const sessionOptions = {
  name: "invoices",
  secret: settings.sessionSecret,
  resave: false,
  saveUninitialized: false,
  cookie: {
    httpOnly: false,
    maxAge: 60 * 60 * 1000,
  },
};

export const sessions = session(sessionOptions);
