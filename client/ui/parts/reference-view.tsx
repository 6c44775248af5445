import type { Reference } from '../../../server/contract/graph.ts';
import { describeDate } from '../../../server/contract/date-words.ts';
import { useApp } from '../explorer-context.ts';

const CHECKS: Record<Reference['check'], { readonly text: string; readonly title: string }> = {
  verified: {
    text: 'checked word for word',
    title: 'The passage in the library has the digest that is cited.',
  },
  changed: {
    text: 'the document has changed',
    title: 'The document in the library differs from the one that was cited.',
  },
  'not-in-library': {
    text: 'not in the library here',
    title: 'The document is not here: this is our paraphrase.',
  },
};

/** One place in a document: the passage where the library has it, else our paraphrase, then the citation. */
export function ReferenceView({
  reference,
  number,
}: {
  readonly reference: Reference;
  readonly number?: number;
}) {
  const document = useApp((state) =>
    state.data?.documents.find((candidate) => candidate.id === reference.document),
  );
  const check = CHECKS[reference.check];
  const where = [
    document?.publisher,
    document?.published === undefined ? undefined : describeDate(document.published),
    reference.section,
    reference.paragraph === undefined ? undefined : `paragraph ${reference.paragraph}`,
  ].filter((part) => part !== undefined);
  return (
    <figure className="reference">
      {reference.passage !== undefined ? (
        <blockquote className="passage">{reference.passage}</blockquote>
      ) : (
        reference.paraphrase !== undefined && <p className="paraphrase">{reference.paraphrase}</p>
      )}
      <figcaption>
        {number !== undefined && <span className="citation-number">[{number}] </span>}
        <cite>{document?.title ?? reference.document}</cite>
        {where.length > 0 && <span>, {where.join(', ')}</span>}{' '}
        <span className={`check ${reference.check}`} title={check.title}>
          {check.text}
        </span>
      </figcaption>
    </figure>
  );
}
