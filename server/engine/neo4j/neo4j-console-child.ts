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
import { createArrivals } from './arrivals.ts';
import { chooseFetchSize } from './choose-fetch-size.ts';
import { createNeo4jDriver } from './neo4j-driver.ts';
import { isConnectionLost, toAppError } from './neo4j-errors.ts';
import type { Neo4jConsoleOpening } from './neo4j-console-opening.ts';
import { toNotifications } from './neo4j-notifications.ts';
import { assertNeo4jPlanReads, toPlanNode } from './neo4j-plan.ts';
import type { DriverPlan } from './neo4j-plan.ts';
import { collectEnds, createNeo4jWireValues } from './neo4j-wire-values.ts';

/** Records turned to wire values together: the ends of their relationships are asked for once. */
const CHUNK = 100;
/** Records wait this long for more of their chunk. */
const LINGER_MS = 20;

const EXPLAIN = 'EXPLAIN ';
let isPlanned = false;

let driver: Driver | null = null;
let opening: Neo4jConsoleOpening | null = null;

/** Of the ends of relationships all are needed before one row can go on. */
const ENDS_FETCHED = 1_000;
/** One for the answer, one for the ends of its relationships, as many again after a lost one. */
const POOL_SIZE = 4;

async function inSession<T>(fetchSize: number, work: (session: Session) => Promise<T>): Promise<T> {
  if (!driver) throw new Error('The console was asked before it was opened.');
  const database = opening?.config.database;
  const session = driver.session({
    defaultAccessMode: neo4j.session.READ,
    fetchSize,
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
  const found = await inSession(ENDS_FETCHED, (session) => session.run(text, { elementIds }, { timeout }));
  for (const record of found.records) {
    const id: unknown = record.get('id');
    known.set(record.get('elementId') as string, typeof id === 'string' ? id : null);
  }
}

/** Its values, by place: the driver's own lists of them cost as much as reading the record. */
function valuesOf(record: Neo4jRecord): unknown[] {
  const values: unknown[] = [];
  for (let place = 0; place < record.length; place += 1) values.push(record.get(place));
  return values;
}

/** @returns false when a limit cut the answer */
async function addRecords(
  records: readonly Neo4jRecord[],
  task: ConsoleRun,
  sender: RowSender,
): Promise<boolean> {
  const rows = records.map(valuesOf);
  const known = new Map<string, string | null>();
  const asked = new Set<string>();
  for (const row of rows) collectEnds(row, known, asked);
  await lookUpEnds(asked, known, task.timeoutMs);
  const toWire = createNeo4jWireValues(known);
  return rows.every((row) => sender.add(row.map(toWire)));
}

/**
 * Gives up the connection of an answer that is not read to its end. A session that is closed while the observer reads
 * sends RESET before DISCARD, and the next statement on that connection would fail.
 */
function leaveConnection(): void {
  const left = driver;
  if (opening) driver = createNeo4jDriver(opening.config, POOL_SIZE);
  left?.close().catch(() => undefined);
}

/**
 * Hands the rows on while they come; null where a limit cut the answer before its summary. Nobody holds the database
 * back: what is ready before its reader is bounded by the size of an answer.
 */
async function sendRows(result: Result, task: ConsoleRun, sender: RowSender): Promise<ResultSummary | null> {
  const arrivals = createArrivals<Neo4jRecord>(CHUNK, LINGER_MS);
  let summary: ResultSummary | null = null;
  let isOver = false;
  // The driver's observer costs a third less than its iterator, but it can only be left with its connection.
  result.subscribe({
    onKeys: (keys) => sender.columns(keys.map(String)),
    onNext: arrivals.push,
    onCompleted(completed) {
      [summary, isOver] = [completed, true];
      arrivals.end();
    },
    onError(error) {
      isOver = true;
      arrivals.fail(error);
    },
  });
  try {
    for (;;) {
      const { items, isLull, isLast } = await arrivals.take();
      const isCut = sender.truncatedBy !== null || !(await addRecords(items, task, sender));
      // A profile is there when the last row is: the rows past the limit are let go by.
      if (isCut && task.mode !== 'profile') return null;
      if (isLast) return summary;
      if (isLull) sender.flush();
    }
  } finally {
    if (!isOver) leaveConnection();
  }
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
  const fetchSize = chooseFetchSize(task.verdict?.msPerRow ?? null, task.maxRows);
  try {
    return await inSession(fetchSize, (session) => runInSession(session, task, sender));
  } catch (error) {
    // A kept connection may be older than the last restart of the database: the next one is new.
    if (sender.hasBegun || !isConnectionLost(error)) throw error;
    return inSession(fetchSize, (session) => runInSession(session, task, sender));
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
    driver = createNeo4jDriver(given.config, POOL_SIZE);
  },
  run,
  toAppError(error, task) {
    const found = toStatementError(error) ?? toAppError(error, task?.timeoutMs);
    return task ? locateError(restorePosition(found, task.text), task.text, isPlanned) : found;
  },
});
