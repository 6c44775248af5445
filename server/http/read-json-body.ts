import express from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

import { AppError } from '../app-error.ts';

function hasBody(request: Request): boolean {
  return (
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  );
}

/**
 * Reads JSON bodies of POST requests. Another content type is refused: a form of another site can send none but those.
 * @param maxBytes of a body
 */
export function createReadJsonBody(maxBytes: number): RequestHandler {
  const parse = express.json({ limit: maxBytes, strict: true, inflate: false, type: () => true });
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'POST' || !hasBody(request)) {
      next();
      return;
    }
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      throw new AppError('payload-too-large', `The body of a request may have ${maxBytes} bytes.`);
    }
    if (!/^application\/json(?:;\s*charset="?utf-8"?)?$/iu.test(request.headers['content-type'] ?? '')) {
      throw new AppError('unsupported-media-type', 'Send the body as application/json.');
    }
    parse(request, response, next);
  };
}
