import { runCypher } from '../../api/run-cypher.ts';
import { isMeaning, plainName, tokenise } from '../../cypher/tokenise.ts';
import type { Finding } from '../../editor/live-check.ts';
import type { ConsoleAnswer } from '../../graph/console-answer.ts';
import { readParameterValue, type QueryParameter } from '../../state/query-parameter.ts';

/** Problems that are about the statement; others say that it could not be checked now. */
const ABOUT_THE_STATEMENT = new Set(['statement-invalid', 'statement-refused', 'statement-unsupported']);

/** Of parameters without a value we say more: where to fill them in, or what is wrong with what is written. */
const TOLD_HERE = 'missing-parameter';

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
  const notifications = answer.notifications.filter(({ code }) => code !== TOLD_HERE);
  const warnings = notifications.map(({ title, description, severity, position }): Finding => ({
    severity: severity === 'warning' ? 'warning' : 'info',
    offset: position === undefined ? null : position.offset + skipped,
    message: `${title}\n${description}`,
  }));
  if (!problem || !ABOUT_THE_STATEMENT.has(problem.code)) return warnings;
  const message = problem.hint === undefined ? problem.detail : `${problem.detail}\n${problem.hint}`;
  const offset = problem.position === undefined ? null : problem.position.offset + skipped;
  return [{ severity: 'error', offset, message }, ...warnings];
}

/** Lets the engine plan a statement without running it, for which it needs no values. */
export async function checkStatement(
  statement: string,
  parameters: readonly QueryParameter[],
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const skipped = prefixLength(statement);
  const query = statement.slice(skipped);
  if (query.trim() === '') return [];
  const answer = await runCypher({ query, explain: true }, () => undefined, signal);
  return [...findingsOf(answer, skipped), ...missingIn(statement, parameters)];
}
