/** A page of ours without any script. `body` is HTML of ours, never a text from outside. */
export function renderPage(page: { nonce: string; title: string; body: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<style nonce="${page.nonce}">
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 15vh auto 0; padding: 0 1.5rem; }
input, button { font: inherit; padding: 0.5rem 0.75rem; }
input { width: 100%; box-sizing: border-box; }
code { font: 0.95em ui-monospace, monospace; }
</style>
</head>
<body>
<main>
<h1>${page.title}</h1>
${page.body}
</main>
</body>
</html>
`;
}
