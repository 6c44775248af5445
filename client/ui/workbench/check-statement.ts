import { runCypher } from '../../api/run-cypher.ts';
import { tokenise, usedParameters, plainName, isMeaning } from '../../cypher/tokenise.ts';
import type { Finding } from '../../editor/live-check.ts';
import type { ConsoleAnswer } from '../../graph/console-answer.ts';
import {
  guessType,
  readParameterValue,
  type ParameterType,
  type QueryParameter,
} from '../../state/query-parameter.ts';

/** Stands for a value that is not filled in yet, so that the rest of the statement can be checked. */
const STAND_INS: Record<ParameterType, unknown> = {
  text: '',
  thing: '',
  number: 1,
  flag: true,
  list: [],
  json: null,
};
/** Problems that are about the statement; others say that it could not be checked now. */
const ABOUT_THE_STATEMENT = new Set(['statement-invalid', 'statement-refused', 'statement-unsupported']);

function valueOf(name: string, parameters: readonly QueryParameter[]): unknown {
  const parameter = parameters.find((candidate) => candidate.name === name);
  const read = parameter && readParameterValue(parameter);
  return read?.kind === 'value' ? read.value : STAND_INS[parameter?.type ?? guessType(name)];
}

/** Where each use of a parameter without a usable value stands. */
function missingIn(statement: string, parameters: readonly QueryParameter[]): readonly Finding[] {
  return tokenise(statement)
    .filter((token) => token.kind === 'parameter')
    .flatMap((token): Finding[] => {
      const name = plainName(token);
      const parameter = parameters.find((candidate) => candidate.name === name);
      const read = parameter && readParameterValue(parameter);
      if (read?.kind === 'value') return [];
      const message = read ? `$${name} ${read.message}` : `$${name} has no value yet: fill it in below`;
      return [{ severity: 'info', offset: token.start, message }];
    });
}

/** Length of a leading EXPLAIN or PROFILE, which a check must not run. */
function prefixLength(statement: string): number {
  const tokens = tokenise(statement).filter(isMeaning);
  const isPrefix = /^(?:explain|profile)$/iu.test(tokens[0]?.text ?? '');
  return isPrefix ? (tokens[1]?.start ?? statement.length) : 0;
}

/** What an answer of the engine says of the statement. */
function findingsOf(answer: ConsoleAnswer, skipped: number): readonly Finding[] {
  const { problem } = answer;
  const warnings = answer.notifications.map(({ title, description, severity, position }): Finding => ({
    severity: severity === 'warning' ? 'warning' : 'info',
    offset: position === undefined ? null : position.offset + skipped,
    message: `${title}\n${description}`,
  }));
  if (!problem || !ABOUT_THE_STATEMENT.has(problem.code)) return warnings;
  const message = problem.hint === undefined ? problem.detail : `${problem.detail}\n${problem.hint}`;
  const offset = problem.position === undefined ? null : problem.position.offset + skipped;
  return [{ severity: 'error', offset, message }, ...warnings];
}

/** Lets the engine plan a statement without running it. */
export async function checkStatement(
  statement: string,
  parameters: readonly QueryParameter[],
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const skipped = prefixLength(statement);
  const query = statement.slice(skipped);
  if (query.trim() === '') return [];
  const params = Object.fromEntries(usedParameters(query).map((name) => [name, valueOf(name, parameters)]));
  const answer = await runCypher({ query, params, explain: true }, () => undefined, signal);
  return [...findingsOf(answer, skipped), ...missingIn(statement, parameters)];
}
