import { invoke } from "@forge/bridge";

const checks = document.querySelector("#checks");
const changed = document.querySelector("#changed");
const signOff = document.querySelector("#sign-off");

function check(label, passed) {
  const item = document.createElement("li");
  item.textContent = `${passed ? "✅" : "⛔"} ${label}`;
  return item;
}

function show(readiness) {
  checks.replaceChildren(
    check("Has a fix version", readiness.hasVersion),
    check(`Open subtasks: ${readiness.openSubtasks}`, readiness.openSubtasks === 0),
    check(`Build is ${readiness.build}`, readiness.build === "green"),
  );
  changed.hidden = !readiness.changedSince;
  changed.textContent = readiness.changedSince ? `Changed since the last sign-off: ${readiness.changedSince}` : "";
  signOff.disabled = !readiness.ready;
}

signOff.addEventListener("click", async () => {
  signOff.disabled = true;
  show(await invoke("signOff"));
});

invoke("getReadiness").then(show);
