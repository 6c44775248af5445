import type {
  BetweenResponse,
  CslItem,
  FoundPathOnWire,
  PathsResponse,
} from '../../server/contract/paths.ts';
import { answerKey } from '../state/answers.ts';
import type { Resource } from '../state/resource-store.ts';
import { say, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';

/** What the open answer tells: a path, or what connects several. */
type Told = Pick<FoundPathOnWire, 'narrative' | 'plainText' | 'citations' | 'sources'> & {
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

/** Markdown: the paragraph, then its numbered citations, each a paragraph of its own. */
function markdownOf({ narrative, sources }: Told): string | null {
  return narrative === undefined ? null : [narrative, ...(sources ?? [])].join('\n\n');
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
  textOf: (told: Told) => string | null,
  said: string,
): Command {
  const textNow = (context: CommandContext): string | null => {
    const told = toldIn(context);
    return told && textOf(told);
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
