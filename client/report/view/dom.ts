/** What an element may have: attributes by name, and what a click does. */
export type Attributes = Readonly<Record<string, string | boolean | (() => void) | undefined>>;

/**
 * Makes an element. Texts become text and nothing else, whatever they hold: names and messages come from the workspace.
 * `onclick`, `oninput` and `onchange` take functions; `false` leaves an attribute out.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** A button that says what it does. `label` is for those who do not see what stands beside it. */
export function button(text: string, act: () => void, label?: string): HTMLButtonElement {
  return element("button", { type: "button", onclick: act, ...(label !== undefined && { "aria-label": label }) }, text);
}

/** A part of the page with a heading of its own. */
export function section(id: string, title: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element("section", { "aria-labelledby": id }, element("h2", { id }, title), ...children);
}

/** A link to a page of the web, opened by the editor. */
export function link(text: string, href: string): HTMLElement {
  return href.startsWith("https://") ? element("a", { href }, text) : element("span", {}, text);
}
