import { settings } from "./settings.js";

const marketApi = "https://market.openchannel.io/v2";

function authorization() {
  return `Basic ${Buffer.from(`${settings.marketId}:${settings.marketSecret}`).toString("base64")}`;
}

/** The transactions of one user, newest first. Server side only: the market's secret is in the header. */
export async function readTransactions(user) {
  const query = new URLSearchParams({ query: JSON.stringify({ userId: user }), limit: "100" });
  const answer = await fetch(`${marketApi}/transactions?${query}`, {
    headers: { Authorization: authorization(), Accept: "application/json" },
  });
  if (!answer.ok) throw new Error(`The market answered ${answer.status}`);
  const { list } = await answer.json();
  return list;
}

function cell(value) {
  const text = String(value ?? "");
  // A leading = + - @ would be a formula to a spreadsheet.
  const harmless = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

export function toCsv(transactions) {
  const rows = transactions.map(({ transactionId, date, amount }) => [transactionId, new Date(date).toISOString(), amount]);
  return [["Invoice", "Date", "Amount"], ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
}
