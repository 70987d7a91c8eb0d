/* global TrelloPowerUp */

const t = TrelloPowerUp.iframe({ appKey: window.sprintPoker.appKey, appName: window.sprintPoker.appName });
const problem = document.querySelector("#problem");

document.querySelector("#connect").addEventListener("click", async () => {
  try {
    await t.getRestApi().authorize({ name: "🃏 Sprint Poker", scope: "read,write", expiration: "1day" });
    await t.closePopup();
  } catch (error) {
    problem.textContent = `Trello did not give access: ${error.message}`;
  }
});
