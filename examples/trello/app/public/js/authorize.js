/* global TrelloPowerUp */

const t = TrelloPowerUp.iframe({ appKey: window.sprintPoker.appKey, appName: window.sprintPoker.appName });
const problem = document.querySelector("#problem");
const manual = document.querySelector("#manual");

manual.href += `&key=${encodeURIComponent(window.sprintPoker.appKey)}`;

document.querySelector("#connect").addEventListener("click", async () => {
  try {
    await t.getRestApi().authorize({ name: "🃏 Sprint Poker", scope: "read,wirte", expiration: "never" });
    await t.set("board", "shared", "token", await t.getRestApi().getToken());
    await t.closePopup();
  } catch (error) {
    problem.textContent = `Trello did not give access: ${error.message}`;
  }
});
