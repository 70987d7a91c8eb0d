const address = /\bapi\.trello\.com\/1(?:\/([^?#]*))?/;

/** The path of a request to Trello below `/1/`; undefined where the address is another one. */
export function trelloPath(text: string): string | undefined {
  const found = address.exec(text);
  return found ? (found[1] ?? "") : undefined;
}
