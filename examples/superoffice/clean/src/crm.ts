import { WebApi } from "@superoffice/webapi";
import type { User } from "./auth.js";

export interface Insight {
  readonly name: string;
  readonly persons: number;
  readonly openSales: number;
}

function applicationToken(): string {
  const token = process.env.SO_CLIENT_SECRET;
  if (!token) throw new Error("SO_CLIENT_SECRET is not set");
  return token;
}

async function countOpenSales(user: User, contactId: number): Promise<number> {
  const filter = encodeURIComponent(`contactId = ${contactId} and status = 'open'`);
  const answer = await fetch(`${user.webApiUrl}/api/v1/Sale?$select=saleId&$filter=${filter}`, {
    headers: {
      Authorization: `Bearer ${user.accessToken}`,
      Accept: "application/json",
      "SO-AppToken": applicationToken(),
    },
  });
  if (!answer.ok) throw new Error(`SuperOffice answered ${answer.status}`);
  const { value } = (await answer.json()) as { value: unknown[] };
  return value.length;
}

/** Reads with the user's own rights, so that roles and sentries hold. */
export async function readInsight(user: User, contactId: number): Promise<Insight> {
  const webApi = new WebApi(`${user.webApiUrl}/`);
  webApi.authenticateWithToken(user.accessToken);
  webApi.applicationToken(applicationToken());
  const contact = await webApi.getContactAgent().getContactEntityAsync(contactId);
  return {
    name: contact.name ?? "",
    persons: contact.persons?.length ?? 0,
    openSales: await countOpenSales(user, contactId),
  };
}
