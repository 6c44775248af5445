import type { RunProblem } from '../../../graph/console-answer.ts';

interface Props {
  readonly problem: RunProblem;
  readonly query: string;
}

/** The line of the statement a problem points at, with a sign under its column. */
function Place({ query, line, column }: { query: string; line: number; column: number }) {
  const text = query.split('\n')[line - 1];
  if (text === undefined) return null;
  const spaces = Array.from(text.slice(0, column - 1), (character) => (character === '\t' ? '\t' : ' '));
  return (
    <pre className="problem-place" aria-label={`Line ${line}, column ${column}`}>
      {`${text}\n${spaces.join('')}^`}
    </pre>
  );
}

/** Why a statement gave no answer: what is wrong, where, and what to write instead. */
export function ResultProblem({ problem, query }: Props) {
  const { position } = problem;
  return (
    <div className="result-problem" role="alert">
      <h3>{problem.title}</h3>
      <p className="problem-detail">{problem.detail}</p>
      {position && (
        <>
          <p className="quiet">
            Line {position.line}, column {position.column}
          </p>
          <Place query={query} line={position.line} column={position.column} />
        </>
      )}
      {problem.parameters?.map(({ name, message }) => (
        <p key={name}>
          <code>{name}</code>: {message}
        </p>
      ))}
      {problem.hint !== undefined && <p className="problem-hint">{problem.hint}</p>}
      {problem.requestId !== '' && <p className="quiet problem-request">Request {problem.requestId}</p>}
    </div>
  );
}
