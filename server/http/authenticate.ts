import type { NextFunction, Request, Response } from 'express';

import { AppError } from '../app-error.ts';
import { contextOf } from './request-context.ts';
import { SESSION_COOKIE } from './sessions.ts';
import type { Sessions } from './sessions.ts';

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

function userOf(request: Request, sessions: Sessions): string | null {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token !== undefined && sessions.isToken(token)) {
    return `token ${request.socket.remoteAddress ?? ''}`;
  }
  const session = readCookie(request.headers.cookie, SESSION_COOKIE);
  return session === undefined ? null : sessions.userOf(session);
}

/**
 * Default-deny where a token is set: everything but the named paths needs it, in `Authorization: Bearer` or as the
 * session that the sign-in page made of it.
 * @param sessions null = no token is set, everybody who reaches the service may use it
 */
export function createAuthenticate(sessions: Sessions | null, publicPaths: ReadonlySet<string>) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!sessions) {
      next();
      return;
    }
    const user = userOf(request, sessions);
    if (user !== null) contextOf(request).user = user;
    else if (!publicPaths.has(request.path)) {
      const wantsPage = request.path === '/' && (request.headers.accept ?? '').includes('text/html');
      if (wantsPage) {
        response.redirect(303, '/sign-in');
        return;
      }
      response.setHeader('WWW-Authenticate', 'Bearer');
      throw new AppError('unauthorized', 'This service asks for a token.', {
        hint: 'Send it as "Authorization: Bearer …", or sign in at /sign-in.',
      });
    }
    next();
  };
}
