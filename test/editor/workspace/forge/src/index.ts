import api, { route } from "@forge/api";

export async function run(): Promise<unknown> {
  const me = await api.asUser().requestJira(route`/rest/api/3/myself`);
  return me.json();
}
