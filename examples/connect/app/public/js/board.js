const projectKey = new URLSearchParams(location.search).get("projectKey");
const versionList = document.querySelector("#version");
const noteList = document.querySelector("#notes");
const cards = document.querySelector("#cards");

function readCookie(name) {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

async function call(path, options = {}) {
  const token = await AP.context.getToken();
  const headers = { ...options.headers, Authorization: `JWT ${token}` };
  const answer = await fetch(path, { ...options, headers });
  if (!answer.ok) throw new Error(`The board's server answered ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}

async function showNotes() {
  const notes = await call(`/api/versions/${encodeURIComponent(versionList.value)}/notes`);
  noteList.replaceChildren(
    ...notes.map((note) => {
      const item = document.createElement("li");
      item.textContent = `${note.key} ${note.summary} (${note.type})`;
      return item;
    }),
  );
}

cards.addEventListener("change", () =>
  call("/api/preferences", {
    method: "PUT",
    headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": readCookie("XSRF-TOKEN") },
    body: JSON.stringify({ layout: cards.checked ? "cards" : "list" }),
  }),
);
versionList.addEventListener("change", showNotes);

const versions = await call(`/api/versions?projectKey=${encodeURIComponent(projectKey)}`);
versionList.replaceChildren(...versions.map((version) => new Option(version.name, version.id)));
if (versions.length > 0) await showNotes();
