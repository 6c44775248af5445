import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import express from 'express';
import type { Express, Request, Response } from 'express';

import { renderPage } from './plain-page.ts';
import { contextOf } from './request-context.ts';

/** What Vite writes where a nonce belongs (html.cspNonce in vite.config.ts). */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const NOT_BUILT = `<p>The service runs, but the explorer is not built.</p>
<p>Run <code>npm run build</code> and reload this page. The data is at <a href="/api/graph">/api/graph</a> meanwhile.</p>`;

async function readIndex(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8');
  } catch {
    return null;
  }
}

/**
 * The explorer: its page with a nonce of its own in every answer, its other files from the build folder. Files with a
 * digest in their name are kept by browsers for good.
 */
export function addClientFiles(app: Express, folder: string): void {
  const assets = express.static(folder, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: (response, path) => {
      const isHashed = path.startsWith(join(folder, 'assets'));
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get(['/', '/index.html'], async (request: Request, response: Response) => {
    const context = contextOf(request);
    context.route = '/';
    const index = await readIndex(folder);
    if (index === null) {
      const page = renderPage({ nonce: context.nonce, title: 'Setu', body: NOT_BUILT });
      response.status(503).type('html').send(page);
      return;
    }
    response.type('html').send(index.replaceAll(NONCE_PLACEHOLDER, context.nonce));
  });
  app.use((request, response, next) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || request.path.startsWith('/api/')) {
      next();
      return;
    }
    contextOf(request).route = '/assets';
    assets(request, response, next);
  });
}
