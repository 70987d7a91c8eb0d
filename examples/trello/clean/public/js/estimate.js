/* global TrelloPowerUp */

const t = TrelloPowerUp.iframe({ appKey: window.sprintPoker.appKey, appName: window.sprintPoker.appName });
const deck = [1, 2, 3, 5, 8, 13];
const list = document.querySelector("#list");
const hand = document.querySelector("#hand");
const agree = document.querySelector("#agree");

async function call(path, options = {}) {
  const token = await t.getRestApi().getToken();
  if (!token) throw new Error("Connect Sprint Poker first");
  const answer = await fetch(`https://api.trello.com/1/${path}`, {
    ...options,
    headers: {
      ...options.headers,
      Authorization: `OAuth oauth_consumer_key="${window.sprintPoker.appKey}", oauth_token="${token}"`,
    },
  });
  if (!answer.ok) throw new Error(`Trello answered ${answer.status}`);
  return answer.json();
}

async function choose(points) {
  await t.set("card", "shared", "estimate", points);
  for (const button of hand.children) button.setAttribute("aria-pressed", String(button.value === String(points)));
  agree.disabled = false;
}

agree.addEventListener("click", async () => {
  const { id } = await t.card("id");
  const estimate = await t.get("card", "shared", "estimate");
  await call(`cards/${encodeURIComponent(id)}/actions/comments`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text: `Agreed estimate: ${estimate}` }),
  });
  agree.disabled = true;
});

hand.append(
  ...deck.map((points) => {
    const button = document.createElement("button");
    button.type = "button";
    button.value = String(points);
    button.textContent = String(points);
    button.addEventListener("click", () => choose(points));
    return button;
  }),
);

t.render(async () => {
  const { idList } = await t.card("idList");
  const { name } = await call(`lists/${encodeURIComponent(idList)}?fields=name`);
  list.textContent = `Estimate in ${name}`;
  await t.sizeTo(document.body);
});
