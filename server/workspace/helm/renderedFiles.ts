/** What one template of a chart gave. */
export interface RenderedFile {
  /** Path of the template, from the workspace folder. */
  readonly path: string;
  /** All objects of the template, as one stream of documents. */
  readonly text: string;
}

/** By this comment Helm says of each document which template it is from: `shop/templates/deployment.yaml`. */
const source = /^# Source: [^/\n]+\/(.+?)\r?$/m;

/** The output of `helm template` by template; `folder` is the chart's, from the workspace folder, with a slash behind. */
export function renderedFiles(output: string, folder: string): RenderedFile[] {
  const texts = new Map<string, string[]>();
  for (const part of output.split(/^---[ \t]*\r?$/m)) {
    const name = source.exec(part)?.[1];
    if (name === undefined) continue;
    const file = folder + name;
    const same = texts.get(file);
    const text = part.replace(source, "").trimStart();
    if (same) same.push(text);
    else texts.set(file, [text]);
  }
  return [...texts].map(([path, parts]) => ({ path, text: parts.join("---\n") }));
}
