import type { Notification } from '../../../../server/contract/explore.ts';
import { formatCount } from '../../../graph/answer/describe-answer.ts';

/** What the engine warns of though the statement ran: the first on its line, the others to unfold. */
export function ResultNotes({ notes }: { readonly notes: readonly Notification[] }) {
  const [first] = notes;
  if (!first) return null;
  const warnings = notes.filter((note) => note.severity === 'warning').length;
  const what = warnings === 0 ? formatCount(notes.length, 'note') : formatCount(warnings, 'warning');
  return (
    <details className="result-notes">
      <summary>
        <strong>{what}</strong> {first.title}
      </summary>
      <ul>
        {notes.map((note) => (
          <li key={`${note.code} ${note.position?.offset} ${note.description}`}>
            {note.description}
            {note.position && (
              <span className="quiet">
                {' '}
                Line {note.position.line}, column {note.position.column}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
