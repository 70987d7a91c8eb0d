/** What the page around the report view is made of. */
export interface ReportPage {
  readonly title: string;
  /** Addresses of the view's own script and style. */
  readonly script: string;
  readonly style: string;
  /** Where styles may come from, as the Content-Security-Policy writes it. */
  readonly styleSource: string;
  /** Made anew for each page: only the script that carries it runs. */
  readonly nonce: string;
}

/** The page around the view's script. It loads the extension's own script and style, and nothing else. */
export function reportPage({ title, script, style, styleSource, nonce }: ReportPage): string {
  const policy = `default-src 'none'; style-src ${styleSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="report" aria-busy="true"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
