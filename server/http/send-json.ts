import { createHash } from 'node:crypto';

import type { Request, Response } from 'express';

/** What an answer depends on beside its address. */
export interface AnswerVersion {
  /** Changes whenever the same address may answer differently: revision, day, library, program. */
  current(): string;
}

/** A weak tag: equal answers may differ in elapsedMs. */
function tagOf(request: Request, version: AnswerVersion): string {
  const text = [version.current(), request.originalUrl, request.headers.accept ?? ''].join('\n');
  return `W/"${createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, 22)}"`;
}

function isKnown(request: Request, tag: string): boolean {
  const tags = (request.headers['if-none-match'] ?? '').split(',').map((known) => known.trim());
  return tags.includes(tag);
}

/** The next time the same request may find more: such an answer is not kept. */
function isCutByTime(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'truncatedBy' in body && body.truncatedBy === 'time';
}

/**
 * Sends an answer that stays the same for one revision. Browsers ask again each time and get 304, without any work, where nothing changed.
 * The tag is taken before the work: a graph that is replaced meanwhile can only make it stale, never wrong.
 */
export async function sendStable(
  request: Request,
  response: Response,
  version: AnswerVersion,
  answer: () => Promise<unknown>,
): Promise<void> {
  const tag = tagOf(request, version);
  const body = isKnown(request, tag) ? null : await answer();
  if (isCutByTime(body)) {
    response.setHeader('Cache-Control', 'no-store');
    response.json(body);
    return;
  }
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.vary('Accept');
  if (body === null) response.status(304).end();
  else response.json(body);
}
