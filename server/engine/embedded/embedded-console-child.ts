import type { OperatorProfile, QueryResult } from '@grafeo-db/js';

import type { ConsoleRun } from '../console/console-protocol.ts';
import type { RowSender } from '../console/row-sender.ts';
import { serveConsole } from '../console/serve-console.ts';
import type { ConsoleSummary, PlanNode } from '../engine.ts';
import { toAppError } from './embedded-errors.ts';
import { assertEmbeddedPlanReads, parseEmbeddedPlan } from './embedded-plan.ts';
import { createEmbeddedWireValues } from './embedded-wire-values.ts';
import { explainUnsupported } from './explain-unsupported.ts';
import { GrafeoDB } from './grafeo.ts';
import type { Grafeo } from './grafeo.ts';
import { prepareStatement } from './prepare-statement.ts';
import type { PreparedStatement } from './prepare-statement.ts';

/** Above it rows are fetched one by one: all at once would be a second copy of a large answer. */
const AT_ONCE = 20_000;

let database: Grafeo | null = null;
let prepared: PreparedStatement | null = null;

function need(): Grafeo {
  if (!database) throw new Error('The console was asked before it was opened.');
  return database;
}

async function explain(db: Grafeo, text: string, params: ConsoleRun['params']): Promise<PlanNode> {
  const found = await db.executeCypher(`EXPLAIN ${text}`, params);
  const plan = parseEmbeddedPlan(String(found.scalar()));
  assertEmbeddedPlanReads(plan);
  return plan;
}

function profileToPlan(profile: OperatorProfile): PlanNode {
  return {
    operator: profile.operator,
    details: profile.detail,
    rows: profile.rows,
    children: profile.children.map(profileToPlan),
  };
}

function* rowsOf(found: QueryResult): Generator<readonly unknown[]> {
  if (found.length <= AT_ONCE) yield* found.rows();
  else {
    const columns = found.columns;
    for (let index = 0; index < found.length; index += 1) {
      const row = found.get(index);
      yield columns.map((column) => row[column]);
    }
  }
}

async function sendRows(db: Grafeo, found: QueryResult, sender: RowSender): Promise<void> {
  await sender.columns(found.columns);
  const toWire = createEmbeddedWireValues(db);
  for (const row of rowsOf(found)) {
    if (!(await sender.add(row.map(toWire)))) return;
  }
}

async function run(task: ConsoleRun, sender: RowSender): Promise<ConsoleSummary> {
  const db = need();
  prepared = prepareStatement(task.text);
  const { text } = prepared;
  const plan = await explain(db, text, task.params);
  if (task.mode === 'plan') {
    await sender.columns([]);
    return { truncatedBy: null, plan };
  }
  const profile =
    task.mode === 'profile' ? (await db.executeCypher(`PROFILE ${text}`, task.params)).profile : null;
  await sendRows(db, await db.executeCypher(text, task.params), sender);
  return { truncatedBy: sender.truncatedBy, plan: profile ? profileToPlan(profile.root) : null };
}

serveConsole<string>({
  async open(path) {
    database = GrafeoDB.openReadOnly(path);
  },
  run,
  toAppError(error, task) {
    const found = toAppError(error);
    if (!task || !prepared) return found;
    // EXPLAIN stands before the text on its first line.
    return explainUnsupported(task.text, prepared.restorePosition(found, 'EXPLAIN '.length));
  },
});
