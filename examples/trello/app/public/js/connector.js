/* global TrelloPowerUp */

const icon = new URL("../img/card.svg", document.currentScript.src).href;

function authorizeUrl() {
  const { appKey, appName } = window.sprintPoker;
  return `https://trello.com/1/authorize?expiration=never&name=${encodeURIComponent(appName)}&scope=read&response_type=token&key=${appKey}`;
}

async function openSection(t) {
  const authorized = await t.getRestApi().isAuthorized();
  if (authorized) return undefined;
  return t.popup({ title: "Connect Sprint Poker", url: "./authorize.html", height: 160 });
}

TrelloPowerUp.initialize(
  {
    "card-buttons": () => [{ icon, text: "Estimate", callback: openSection }],
    "card-badges": async (t) => {
      const estimate = await t.get("card", "shared", "estimate");
      return estimate ? [{ text: String(estimate), color: "blue" }] : [];
    },
    "card-back-section": (t) => ({
      title: "Sprint Poker",
      icon,
      content: { type: "iframe", url: t.signUrl("./estimate.html"), height: 140 },
    }),
    "board-buttons": () => [{ icon, text: "Sprint Poker report", url: authorizeUrl(), target: "Sprint Poker" }],
    "authorization-status": async (t) => ({ authorized: await t.getRestApi().isAuthorized() }),
    "show-authorization": (t) => t.popup({ title: "Connect Sprint Poker", url: "./authorize.html", height: 160 }),
  },
  { appKey: window.sprintPoker.appKey, appName: window.sprintPoker.appName },
);
