import { describeDate } from '../../../server/contract/date-words.ts';
import { useApp } from '../explorer-context.ts';
import { PageDialog } from './page-dialog.tsx';

/** Only addresses a browser may follow; a document's address is data, not code. */
function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

/** The documents the graph rests on: who published them, up to when they speak, how much each states. */
export function DocumentsDialog({ onClose }: { readonly onClose: () => void }) {
  const documents = useApp((state) => state.data?.documents) ?? [];
  return (
    <PageDialog title={`Sources (${documents.length})`} onClose={onClose}>
      <ul className="documents">
        {documents.map((document) => {
          const url = safeUrl(document.url);
          return (
            <li key={document.id}>
              <p className="document-title">
                {url === undefined ? (
                  document.title
                ) : (
                  <a href={url} target="_blank" rel="noopener noreferrer">
                    {document.title}
                  </a>
                )}
              </p>
              <p className="quiet">
                {[
                  document.publisher,
                  document.published === undefined ? undefined : describeDate(document.published),
                  document.statesUpTo === undefined
                    ? undefined
                    : `speaks up to ${describeDate(document.statesUpTo)}`,
                  `${document.statements} statements`,
                  document.inLibrary
                    ? 'in the library: passages are shown word for word'
                    : 'not in the library here',
                ]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </p>
            </li>
          );
        })}
      </ul>
      <p className="quiet">
        Where the library (SETU_LIBRARY) holds a document, its passages are shown word for word and their
        digests are checked; elsewhere you read our paraphrase and the citation.
      </p>
    </PageDialog>
  );
}
