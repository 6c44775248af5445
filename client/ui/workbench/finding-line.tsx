import type { PlacedFinding } from '../../editor/live-check.ts';

/** The first of what was found, in words: read aloud, and seen without hovering over the underlined word. */
export function FindingLine({ findings }: { readonly findings: readonly PlacedFinding[] }) {
  const first = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  return (
    <div
      className={`finding-line ${first?.severity ?? 'none'}`}
      role="status"
      aria-label="Check of the statement"
    >
      {first && (
        <>
          <span className="finding-place">
            {first.line}:{first.column}
          </span>{' '}
          <span className="finding-text">{first.message.replaceAll('\n', ' · ')}</span>
          {findings.length > 1 && <span className="finding-more"> +{findings.length - 1}</span>}
        </>
      )}
    </div>
  );
}
