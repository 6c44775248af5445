import { setPriority } from 'node:os';

import type { AppError } from '../../app-error.ts';
import { errorToWire } from '../children/error-on-wire.ts';
import { tellParent } from '../children/serve-parent.ts';
import type { ConsoleSummary } from '../engine.ts';
import type { ConsoleMessage, ConsoleRequest, ConsoleRun, Portion } from './console-protocol.ts';
import { tooDeep } from './measure-row.ts';
import { createRowSender } from './row-sender.ts';
import type { RowSender } from './row-sender.ts';

export interface ConsoleChild<Opening> {
  open(opening: Opening): Promise<void>;
  /** Runs one statement and hands its rows to `sender`. */
  run(run: ConsoleRun, sender: RowSender): Promise<ConsoleSummary>;
  toAppError(error: unknown, run: ConsoleRun | null): AppError;
}

const LOWEST_PRIORITY = 19;
const REPORT_MS = 50;

/** Converting a value that nests thousands deep. */
function isStackUsedUp(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

const send = (message: ConsoleMessage): Promise<void> => tellParent(message);

function reportMemory(): void {
  // Elsewhere the parent reads /proc, which works while we are busy too.
  if (process.platform === 'linux') return;
  setInterval(() => void send({ type: 'memory', bytes: process.memoryUsage.rss() }), REPORT_MS).unref();
}

/**
 * The child's end of a console: others first (nice 19), one statement at a time, rows in batches that wait for their
 * reader.
 */
export function serveConsole<Opening>(child: ConsoleChild<Opening>): void {
  setPriority(LOWEST_PRIORITY);
  reportMemory();
  /** Of the portions on their way, in order: what their reader's word sets going. */
  const unread: (() => void)[] = [];
  const sendPortion = (portion: Portion): Promise<void> =>
    new Promise((resolve) => {
      unread.push(resolve);
      send({ type: 'rows', ...portion }).catch(() => process.exit(1));
    });
  const run = async (task: ConsoleRun): Promise<ConsoleMessage> => {
    unread.length = 0;
    const startedAtMs = performance.now();
    const sender = createRowSender(task, sendPortion);
    const summary = await child.run(task, sender);
    const elapsedMs = performance.now() - startedAtMs;
    const msPerRow = task.mode === 'plan' ? null : elapsedMs / Math.max(1, sender.rowCount);
    return { type: 'done', summary, msPerRow, ...(await sender.finish()) };
  };
  const answer = async (request: ConsoleRequest<Opening>): Promise<ConsoleMessage> => {
    if (request.type === 'run') return run(request.run);
    if (request.type === 'open') await child.open(request.opening);
    return { type: 'ready' };
  };
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  process.on('message', (message) => {
    const request = message as ConsoleRequest<Opening>;
    if (request.type === 'more') return unread.shift()?.();
    const task = request.type === 'run' ? request.run : null;
    answer(request)
      .catch((error: unknown): ConsoleMessage => ({
        type: 'failed',
        error: errorToWire(isStackUsedUp(error) ? tooDeep() : child.toAppError(error, task)),
      }))
      .then(send)
      .catch(() => process.exit(1));
  });
}
