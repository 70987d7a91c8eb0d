/* global TrelloPowerUp */

const icon = new URL("../img/card.svg", document.currentScript.src).href;

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
    "authorization-status": async (t) => ({ authorized: await t.getRestApi().isAuthorized() }),
    "show-authorization": (t) => t.popup({ title: "Connect Sprint Poker", url: "./authorize.html", height: 160 }),
  },
  { appKey: window.sprintPoker.appKey, appName: window.sprintPoker.appName },
);
