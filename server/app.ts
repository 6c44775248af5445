import express from 'express';
import type { Express } from 'express';

import { AppError } from './app-error.ts';
import { OPERATIONS } from './contract/operations.ts';
import { ROUTES } from './contract/routes.ts';
import type { RouteName } from './contract/routes.ts';
import { createAuthenticate } from './http/authenticate.ts';
import { createCheckSender } from './http/check-sender.ts';
import { addClientFiles } from './http/client-files.ts';
import type { HttpLogger } from './http/http-logger.ts';
import { createLastAnswer } from './http/last-answer.ts';
import { createLogRequests } from './http/log-requests.ts';
import { createProblemRenderer } from './http/problem-renderer.ts';
import { createReadJsonBody } from './http/read-json-body.ts';
import { createRequestContext } from './http/request-context.ts';
import { addConsoleRoutes } from './http/routes/console-routes.ts';
import { addEvidenceRoutes } from './http/routes/evidence-routes.ts';
import { addExportRoutes } from './http/routes/export-routes.ts';
import { addGraphRoutes } from './http/routes/graph-routes.ts';
import { addPathRoutes } from './http/routes/path-routes.ts';
import { addServiceRoutes } from './http/routes/service-routes.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import type { AnswerVersion } from './http/send-json.ts';
import { createSessions } from './http/sessions.ts';
import { addSignIn, SIGN_IN_PATH } from './http/sign-in.ts';
import type { UseCases } from './http/use-cases.ts';

export interface AppDeps {
  readonly use: UseCases;
  /** Null = no token is asked for. */
  readonly token: string | null;
  /** Host names that are ours beside the loopback ones. */
  readonly hosts: readonly string[];
  /** The address it will listen on. */
  readonly address: string;
  readonly requestMaxBytes: number;
  /** Folder of the built explorer. */
  readonly clientFolder: string;
  readonly programVersion: string;
  readonly answerVersion: AnswerVersion;
  readonly logger: HttpLogger;
  /** Milliseconds since 1970-01-01. */
  readonly now: () => number;
  /** Aborted when running requests must end. */
  readonly stopping: AbortSignal;
  /** True from the moment the service began to stop: it is not ready any more, though it still answers. */
  readonly isStopping: () => boolean;
}

function listPublicPaths(): ReadonlySet<string> {
  const open = (Object.keys(ROUTES) as RouteName[]).filter((name) => OPERATIONS[name].isPublic === true);
  return new Set([...open.map((name) => ROUTES[name].path), SIGN_IN_PATH]);
}

/** The HTTP side as an Express application: reads no environment, listens to nothing. */
export function createApp(deps: AppDeps): Express {
  const { use, answerVersion } = deps;
  const sessions = deps.token === null ? null : createSessions(deps.token, deps.now);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('strict routing', true);
  app.set('case sensitive routing', true);

  app.use(createRequestContext(deps.stopping, deps.now));
  app.use(createLastAnswer(deps.isStopping));
  app.use(createLogRequests(deps.logger, deps.now));
  app.use(setSecurityHeaders);
  app.use(createCheckSender(deps.hosts, deps.address));
  app.use(createAuthenticate(sessions, listPublicPaths()));
  if (sessions) addSignIn(app, sessions);
  app.use('/api', createReadJsonBody(deps.requestMaxBytes));
  addServiceRoutes(app, {
    use,
    version: answerVersion,
    programVersion: deps.programVersion,
    hasToken: sessions !== null,
    isStopping: deps.isStopping,
  });
  addGraphRoutes(app, use, answerVersion);
  addPathRoutes(app, use, answerVersion);
  addEvidenceRoutes(app, use, answerVersion);
  addConsoleRoutes(app, use);
  addExportRoutes(app, use);
  addClientFiles(app, deps.clientFolder);
  app.use(() => {
    throw new AppError('not-found', 'There is nothing at this address.', {
      hint: 'The addresses are listed in /api/openapi.json.',
    });
  });
  app.use(createProblemRenderer(deps.logger));
  return app;
}
