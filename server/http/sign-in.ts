import express from 'express';
import type { Express, Request, Response } from 'express';

import { contextOf } from './request-context.ts';
import { SESSION_COOKIE, SESSION_SECONDS } from './sessions.ts';
import type { Sessions } from './sessions.ts';
import { renderPage } from './plain-page.ts';

export const SIGN_IN_PATH = '/sign-in';
const MAX_FORM_BYTES = 10_000;
/** A guess costs this long, so that guessing is slow and no user is locked out. */
const WRONG_TOKEN_DELAY_MS = 500;

function renderForm(nonce: string, message: string): string {
  return renderPage({
    nonce,
    title: 'Sign in to Setu',
    body: `<form method="post" action="${SIGN_IN_PATH}">
<p><label for="token">Token</label></p>
<p><input id="token" name="token" type="password" autocomplete="current-password" required autofocus></p>
${message === '' ? '' : `<p role="alert">${message}</p>`}
<p><button type="submit">Sign in</button></p>
</form>`,
  });
}

function cookieOf(value: string, maxAgeSeconds: number, isSecure: boolean): string {
  return `${SESSION_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${isSecure ? '; Secure' : ''}`;
}

/** The page that takes the token and leaves a cookie: a token is never in an address. */
export function addSignIn(app: Express, sessions: Sessions): void {
  app.get(SIGN_IN_PATH, (request: Request, response: Response) => {
    contextOf(request).route = SIGN_IN_PATH;
    response.type('html').send(renderForm(contextOf(request).nonce, ''));
  });
  app.post(
    SIGN_IN_PATH,
    express.urlencoded({ extended: false, limit: MAX_FORM_BYTES, inflate: false, parameterLimit: 10 }),
    async (request: Request, response: Response) => {
      const { nonce } = contextOf(request);
      contextOf(request).route = SIGN_IN_PATH;
      const token: unknown = (request.body as Record<string, unknown> | undefined)?.['token'];
      if (typeof token !== 'string' || !sessions.isToken(token)) {
        await new Promise((resolve) => setTimeout(resolve, WRONG_TOKEN_DELAY_MS));
        response.status(401).type('html').send(renderForm(nonce, 'That is not the token.'));
        return;
      }
      response.setHeader('Set-Cookie', cookieOf(sessions.create(), SESSION_SECONDS, request.secure));
      response.redirect(303, '/');
    },
  );
  app.post('/sign-out', (request: Request, response: Response) => {
    contextOf(request).route = '/sign-out';
    response.setHeader('Set-Cookie', cookieOf('', 0, request.secure));
    response.redirect(303, SIGN_IN_PATH);
  });
}
