import { WebApi } from "@superoffice/webapi";
import type { User } from "./auth.js";

export interface Insight {
  readonly name: string;
  readonly persons: number;
  readonly openSales: number;
}

async function countOpenSales(user: User, contactId: number): Promise<number> {
  const filter = encodeURIComponent(`contactId = ${contactId} and status = 'open'`);
  const answer = await fetch(`${user.webApiUrl}/api/v1/Sale?$select=saleId&$filter=${filter}`, {
    headers: {
      Authorization: `Bearer ${user.accessToken}`,
      Accept: "application/json",
      "SO-AppToken": "53939bbfe56c38e7d251d9ab97e4d2eb",
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
  webApi.applicationToken("53939bbfe56c38e7d251d9ab97e4d2eb");
  const contact = await webApi.getContactAgent().getContactEntityAsync(contactId);
  return {
    name: contact.name ?? "",
    persons: contact.persons?.length ?? 0,
    openSales: await countOpenSales(user, contactId),
  };
}
