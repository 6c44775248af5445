import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Sign-in by one shared token. Nothing is stored: a session is signed with the token and ends with it. */
export interface Sessions {
  isToken(text: string): boolean;
  /** The value of the cookie. */
  create(): string;
  /** Whose session it is; null where it is not one of ours or has ended. */
  userOf(session: string): string | null;
}

export const SESSION_SECONDS = 12 * 60 * 60;
export const SESSION_COOKIE = 'setu-session';

function equal(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** @param now milliseconds since 1970-01-01 */
export function createSessions(token: string, now: () => number): Sessions {
  const sign = (text: string): string =>
    createHmac('sha256', token).update(`setu session ${text}`, 'utf8').digest('base64url');
  return {
    isToken: (text) => equal(text, token),
    create() {
      const text = `${Math.floor(now() / 1_000) + SESSION_SECONDS}.${randomBytes(16).toString('base64url')}`;
      return `${text}.${sign(text)}`;
    },
    userOf(session) {
      const [ends = '', name = '', signature = ''] = session.split('.');
      if (!equal(signature, sign(`${ends}.${name}`))) return null;
      return Number(ends) * 1_000 > now() ? `session ${name}` : null;
    },
  };
}
