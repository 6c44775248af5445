import type { OperatorProfile, QueryResult } from '@grafeo-db/js';

import { tokenise } from '../../cypher/tokenise.ts';
import type { ConsoleRun } from '../console/console-protocol.ts';
import { locateError } from '../console/locate-error.ts';
import type { RowSender } from '../console/row-sender.ts';
import { serveConsole } from '../console/serve-console.ts';
import type { ConsoleSummary, PlanNode } from '../engine.ts';
import { toAppError } from './embedded-errors.ts';
import { assertEmbeddedPlanReads, parseEmbeddedPlan } from './embedded-plan.ts';
import { createEmbeddedWireValues } from './embedded-wire-values.ts';
import { explainUnsupported } from './explain-unsupported.ts';
import { findWholeFloats } from './find-whole-floats.ts';
import { findWarnings } from './find-warnings.ts';
import type { KnownNames } from './find-warnings.ts';
import { GrafeoDB } from './grafeo.ts';
import type { Grafeo } from './grafeo.ts';
import { prepareStatement } from './prepare-statement.ts';
import type { PreparedStatement } from './prepare-statement.ts';

/** Above it rows are fetched one by one: all at once would be a second copy of a large answer. */
const AT_ONCE = 20_000;

const EXPLAIN = 'EXPLAIN ';

let database: Grafeo | null = null;
let prepared: PreparedStatement | null = null;

function need(): Grafeo {
  if (!database) throw new Error('The console was asked before it was opened.');
  return database;
}

let known: KnownNames | null = null;
let isPlanned = false;

/** What this generation holds; it never changes. */
function knownNames(db: Grafeo): KnownNames {
  const { labels, edge_types, property_keys } = db.schema() as {
    labels: { name: string }[];
    edge_types: { name: string }[];
    property_keys: string[];
  };
  known ??= {
    labels: new Set(labels.map(({ name }) => name)),
    types: new Set(edge_types.map(({ name }) => name)),
    properties: new Set(property_keys),
  };
  return known;
}

/** Gate two. */
async function explain(db: Grafeo, text: string, { mode, params }: ConsoleRun): Promise<PlanNode> {
  // A plan can be made without values; given some, the engine asks for all.
  const found = await db.executeCypher(`${EXPLAIN}${text}`, mode === 'plan' ? undefined : params);
  const plan = parseEmbeddedPlan(String(found.scalar()));
  assertEmbeddedPlanReads(plan);
  return plan;
}

function profileToPlan(profile: OperatorProfile): PlanNode {
  return {
    operator: profile.operator,
    details: profile.detail,
    rows: profile.rows,
    timeMs: profile.selfTimeMs,
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
  sender.columns(found.columns);
  const toWire = createEmbeddedWireValues(db);
  for (const row of rowsOf(found)) {
    if (!sender.add(row.map(toWire))) return;
    if (sender.isBehind) await sender.catchUp();
  }
}

async function run(task: ConsoleRun, sender: RowSender): Promise<ConsoleSummary> {
  const db = need();
  prepared = null;
  prepared = prepareStatement(task.text, findWholeFloats(task.params));
  const { text } = prepared;
  isPlanned = task.verdict !== null;
  const plan = task.verdict ? null : await explain(db, text, task);
  isPlanned = true;
  const notifications =
    task.verdict?.notifications ?? findWarnings(tokenise(task.text), task.text, knownNames(db));
  if (task.mode === 'plan') {
    sender.columns([]);
    return { truncatedBy: null, plan, notifications };
  }
  const profile =
    task.mode === 'profile' ? (await db.executeCypher(`PROFILE ${text}`, task.params)).profile : null;
  await sendRows(db, await db.executeCypher(text, task.params), sender);
  return {
    truncatedBy: sender.truncatedBy,
    plan: profile ? profileToPlan(profile.root) : null,
    notifications,
  };
}

serveConsole<string>({
  async open(path) {
    database = GrafeoDB.openReadOnly(path);
  },
  run,
  toAppError(error, task) {
    if (!task || !prepared) return toAppError(error, '');
    const found = toAppError(error, `${EXPLAIN}${prepared.text}`);
    const placed = locateError(prepared.restorePosition(found, EXPLAIN.length), task.text, isPlanned);
    return explainUnsupported(task.text, placed);
  },
});
