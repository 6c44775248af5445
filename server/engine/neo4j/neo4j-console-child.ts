import neo4j from 'neo4j-driver';
import type { Driver, Record as Neo4jRecord, Result, ResultSummary, Session } from 'neo4j-driver';

import { AppError } from '../../app-error.ts';
import type { Notification } from '../../contract/explore.ts';
import { positionOf } from '../../cypher/tokenise.ts';
import type { ConsoleRun } from '../console/console-protocol.ts';
import { locateError } from '../console/locate-error.ts';
import type { RowSender } from '../console/row-sender.ts';
import { serveConsole } from '../console/serve-console.ts';
import type { ConsoleSummary, PlanNode } from '../engine.ts';
import { gatherChunks } from './gather-chunks.ts';
import { createNeo4jDriver } from './neo4j-driver.ts';
import { isConnectionLost, toAppError } from './neo4j-errors.ts';
import type { Neo4jConsoleOpening } from './neo4j-console-opening.ts';
import { toNotifications } from './neo4j-notifications.ts';
import { assertNeo4jPlanReads, toPlanNode } from './neo4j-plan.ts';
import type { DriverPlan } from './neo4j-plan.ts';
import { collectEnds, createNeo4jWireValues } from './neo4j-wire-values.ts';

/** Records asked for together: the server sends so many when it has them all. */
const FETCHED = 25;
/** Records turned to wire values together: the ends of their relationships are asked for once. */
const CHUNK = 100;
/** Records wait this long for more of their chunk. */
const LINGER_MS = 20;

const EXPLAIN = 'EXPLAIN ';
let isPlanned = false;

let driver: Driver | null = null;
let opening: Neo4jConsoleOpening | null = null;

async function inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  if (!driver) throw new Error('The console was asked before it was opened.');
  const database = opening?.config.database;
  const session = driver.session({
    defaultAccessMode: neo4j.session.READ,
    fetchSize: FETCHED,
    ...(database === undefined ? {} : { database }),
  });
  try {
    return await work(session);
  } finally {
    // Who asked need not wait for it.
    session.close().catch(() => undefined);
  }
}

async function lookUpEnds(
  asked: ReadonlySet<string>,
  known: Map<string, string | null>,
  timeout: number,
): Promise<void> {
  const elementIds = [...asked].filter((id) => !known.has(id));
  if (elementIds.length === 0 || !opening) return;
  const text = opening.nodeIdsText;
  const found = await inSession((session) => session.run(text, { elementIds }, { timeout }));
  for (const record of found.records) {
    const id: unknown = record.get('id');
    known.set(record.get('elementId') as string, typeof id === 'string' ? id : null);
  }
}

async function sendChunk(
  chunk: readonly Neo4jRecord[],
  columns: readonly string[],
  task: ConsoleRun,
  sender: RowSender,
): Promise<void> {
  const known = new Map<string, string | null>();
  const asked = new Set<string>();
  for (const record of chunk) for (const column of columns) collectEnds(record.get(column), known, asked);
  await lookUpEnds(asked, known, task.timeoutMs);
  const toWire = createNeo4jWireValues(known);
  for (const record of chunk) {
    const added = sender.add(columns.map((column) => toWire(record.get(column))));
    if (!(added === true || (await added))) return;
  }
}

/** Hands the rows on while they come; null where a limit cut the answer before its summary. */
async function sendRows(result: Result, task: ConsoleRun, sender: RowSender): Promise<ResultSummary | null> {
  const columns = (await result.keys()).map(String);
  sender.columns(columns);
  for await (const { items, isLull } of gatherChunks(result, CHUNK, LINGER_MS)) {
    if (sender.truncatedBy === null) await sendChunk(items, columns, task, sender);
    // A profile is there when the last row is: the rows past the limit are let go by.
    if (sender.truncatedBy !== null && task.mode !== 'profile') return null;
    if (isLull) await sender.flush();
  }
  return sender.truncatedBy === null || task.mode === 'profile' ? result.summary() : null;
}

interface Explained {
  readonly plan: PlanNode | null;
  readonly notifications: readonly Notification[];
}

/** Gate two. */
async function explain(session: Session, task: ConsoleRun): Promise<Explained> {
  const { summary } = await session.run(`${EXPLAIN}${task.text}`, task.params, { timeout: task.timeoutMs });
  if (summary.queryType !== 'r') {
    throw new AppError('statement-refused', 'The statement does more than read the graph.');
  }
  if (!summary.plan) throw new AppError('internal-error', 'The database gave no plan.');
  const plan = summary.plan as unknown as DriverPlan;
  assertNeo4jPlanReads(plan);
  return { plan: toPlanNode(plan), notifications: toNotifications(summary, task.text, EXPLAIN.length) };
}

async function runInSession(session: Session, task: ConsoleRun, sender: RowSender): Promise<ConsoleSummary> {
  isPlanned = task.verdict !== null;
  const { plan, notifications } = task.verdict
    ? { plan: null, notifications: task.verdict.notifications }
    : await explain(session, task);
  isPlanned = true;
  if (task.mode === 'plan') {
    sender.columns([]);
    return { truncatedBy: null, plan, notifications };
  }
  const text = task.mode === 'profile' ? `PROFILE ${task.text}` : task.text;
  const summary = await sendRows(session.run(text, task.params, { timeout: task.timeoutMs }), task, sender);
  const profile =
    task.mode === 'profile' && summary?.profile ? (summary.profile as unknown as DriverPlan) : null;
  return { truncatedBy: sender.truncatedBy, plan: profile ? toPlanNode(profile) : null, notifications };
}

async function run(task: ConsoleRun, sender: RowSender): Promise<ConsoleSummary> {
  let began = false;
  const watched: RowSender = {
    ...sender,
    get truncatedBy() {
      return sender.truncatedBy;
    },
    columns(columns) {
      began = true;
      sender.columns(columns);
    },
  };
  try {
    return await inSession((session) => runInSession(session, task, watched));
  } catch (error) {
    // A kept connection may be older than the last restart of the database: the next one is new.
    if (began || !isConnectionLost(error)) throw error;
    return inSession((session) => runInSession(session, task, watched));
  }
}

/** EXPLAIN stands before the text. */
function restorePosition(error: AppError, text: string): AppError {
  const { position } = error.details;
  if (!position) return error;
  const offset = Math.min(text.length, Math.max(0, position.offset - EXPLAIN.length));
  return new AppError(error.code, error.message, { ...error.details, position: positionOf(text, offset) });
}

/** Functions that fail inside on odd values (`left('é', 99999999999)`) are reported as the database's own fault. */
function toStatementError(error: unknown): AppError | null {
  const { code = '' } = error as { code?: string };
  if (!code.startsWith('Neo.DatabaseError.Statement.')) return null;
  return new AppError('statement-invalid', 'The database failed at this statement.', {
    hint: 'One of its values may be more than a function can take.',
    cause: error,
  });
}

serveConsole<Neo4jConsoleOpening>({
  async open(given) {
    opening = given;
    driver = createNeo4jDriver(given.config, 4);
  },
  run,
  toAppError(error, task) {
    const found = toStatementError(error) ?? toAppError(error, task?.timeoutMs);
    return task ? locateError(restorePosition(found, task.text), task.text, isPlanned) : found;
  },
});
