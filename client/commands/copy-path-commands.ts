import type { DocumentsResponse } from '../../server/contract/explore.ts';
import type { Reference } from '../../server/contract/graph.ts';
import type {
  BetweenResponse,
  CslItem,
  FoundPathOnWire,
  PathsResponse,
} from '../../server/contract/paths.ts';
import { describeDate } from '../../server/contract/date-words.ts';
import { answerKey } from '../state/answers.ts';
import type { Resource } from '../state/resource-store.ts';
import { say, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';

type Documents = DocumentsResponse['documents'];

/** What the open answer tells: a path, or what connects several. */
type Told = Pick<FoundPathOnWire, 'narrative' | 'plainText' | 'citations'> & {
  readonly bibliography: readonly CslItem[];
};

/** The answer that can be copied; null where none is open. */
function toldIn(context: CommandContext): Told | null {
  const { question } = viewOf(context);
  const key = answerKey(question);
  if (key === null) return null;
  if (question?.kind === 'path') {
    const resource: Resource<PathsResponse> | undefined = context.resources.peek(key);
    if (resource?.status !== 'ready') return null;
    const path = resource.value.paths[question.index] ?? resource.value.paths[0];
    return path ? { ...path, bibliography: resource.value.bibliography ?? [] } : null;
  }
  if (question?.kind !== 'between') return null;
  const resource: Resource<BetweenResponse> | undefined = context.resources.peek(key);
  return resource?.status === 'ready'
    ? { ...resource.value, bibliography: resource.value.bibliography ?? [] }
    : null;
}

/** Where something is stated, for a reader without the explorer: document, publisher, date, place in it. */
function citationText(reference: Reference, documents: Documents): string {
  const document = documents.find(({ id }) => id === reference.document);
  const parts = [
    document?.title ?? reference.document,
    document?.publisher,
    document?.published === undefined ? undefined : describeDate(document.published),
    reference.section,
    reference.paragraph === undefined ? undefined : `paragraph ${reference.paragraph}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Markdown: the paragraph, then its numbered citations. */
function markdownOf({ narrative, citations }: Told, documents: Documents): string | null {
  if (narrative === undefined) return null;
  const lines = (citations ?? []).map(({ reference, also }, place) => {
    const texts = [reference, ...also].map((cited) => citationText(cited, documents));
    return `[${place + 1}] ${[...new Set(texts)].join('; ')}`;
  });
  return [narrative, '', ...lines].join('\n');
}

/** The documents that are cited, as reference managers read them. */
function cslOf({ bibliography, citations }: Told): string | null {
  const references = (citations ?? []).flatMap(({ reference, also }) => [reference, ...also]);
  const cited = new Set(references.map(({ document }) => document));
  const items = bibliography.filter((item) => cited.has(item.id));
  return items.length === 0 ? null : `${JSON.stringify(items, null, 2)}\n`;
}

function copyCommand(
  rest: Pick<Command, 'id' | 'label' | 'icon'>,
  textOf: (told: Told, documents: Documents) => string | null,
  said: string,
): Command {
  const textNow = (context: CommandContext): string | null => {
    const told = toldIn(context);
    return told && textOf(told, context.app.get().data?.documents ?? []);
  };
  return {
    ...rest,
    group: 'Share',
    places: [],
    isEnabled: (context) => textNow(context) !== null,
    run: async (context) => {
      const text = textNow(context);
      if (text === null) return;
      try {
        await context.desk.copyText(text);
        say(context, said);
      } catch {
        say(context, 'The browser did not allow copying');
      }
    },
  };
}

export const copyPathCommand = copyCommand(
  { id: 'copy-path', label: () => 'Copy as Markdown', icon: 'document' },
  markdownOf,
  'Copied as Markdown with its citations',
);

export const copyPathTextCommand = copyCommand(
  { id: 'copy-path-text', label: () => 'Copy as plain text', icon: 'list' },
  (told) => told.plainText ?? null,
  'Copied as plain text with its citations',
);

export const copyPathSourcesCommand = copyCommand(
  { id: 'copy-path-sources', label: () => 'Copy its sources as CSL-JSON', icon: 'quote' },
  cslOf,
  'Sources copied as CSL-JSON',
);
