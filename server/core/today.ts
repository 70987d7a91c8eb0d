/**
 * Today in UTC, as `YYYY-MM-DD`. What has an end of life or an expiry is judged by it; audits keep results for a day, so
 * that they follow.
 */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
