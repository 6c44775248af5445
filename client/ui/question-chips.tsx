import { Button } from 'react-aria-components';

import { countryName } from '../graph/describe-node.ts';
import { openingPair, openingYear } from '../graph/questions.ts';
import { statementsKey } from '../state/answers.ts';
import type { KnownData } from '../state/app-state.ts';
import { shoresOf } from '../state/derive-scene.ts';
import { askPath } from '../state/path-question.ts';
import type { Question } from '../state/view-state.ts';
import { useApp, useResource, useRun } from './explorer-context.ts';
import { useIsNarrow } from './stage/use-is-narrow.ts';

function Chip({ question, text }: { readonly question: Question; readonly text: string }) {
  const run = useRun();
  const isOpen = useApp((state) => {
    const open = state.history.view.question;
    if (open?.kind === 'path' && question.kind === 'path')
      return open.from === question.from && open.to === question.to;
    return JSON.stringify(open) === JSON.stringify(question);
  });
  return (
    <Button className="chip" aria-pressed={isOpen} onPress={() => run('ask', { kind: 'question', question })}>
      {text}
    </Button>
  );
}

/** The way to the questions with gaps to fill in. */
function MoreQuestions() {
  const run = useRun();
  return (
    <Button className="chip" onPress={() => run('cypher-questions')}>
      More questions…
    </Button>
  );
}

/** On a phone, where the panel that explains the picture is folded away: what this is, and what to do first. */
function Opening({ shores }: { readonly shores: readonly [string, string] | null }) {
  const whose = shores === null ? '' : ` of ${countryName(shores[0])} and ${countryName(shores[1])}`;
  return (
    <p className="opening">
      How institutions{whose} are connected, and which document says so. Search for one above, or ask:
    </p>
  );
}

/** True on a phone once something is asked or selected: the room is for the answer, closing it brings these back. */
function useIsAway(): boolean {
  const isOpen = useApp(({ history: { view } }) => view.question !== null || view.selection !== null);
  return useIsNarrow() && isOpen;
}

/** Questions to begin with, made from the loaded data: only those that have an answer are offered. */
export function QuestionChips({ data }: { readonly data: KnownData }) {
  const isNarrow = useIsNarrow();
  const isAway = useIsAway();
  const shores = shoresOf(data);
  const pair = openingPair(data.graph, shores);
  const year = openingYear(data.graph);
  const ended = useResource(statementsKey('ended'), (api) => api.statements('ended'));
  const disputed = useResource(statementsKey('disputed'), (api) => api.statements('disputed'));
  const isSome = (resource: typeof ended): boolean =>
    resource?.status === 'ready' && resource.value.total > 0;
  if (isAway) return null;
  return (
    <nav className="chips" aria-label="Questions to begin with">
      {isNarrow && <Opening shores={shores} />}
      {pair && (
        <Chip
          question={askPath(pair.from.id, pair.to.id)}
          text={`How is ${pair.from.caption} connected to ${pair.to.caption}?`}
        />
      )}
      {year !== null && <Chip question={{ kind: 'signed', year }} text={`What was signed in ${year}?`} />}
      {isSome(ended) && <Chip question={{ kind: 'ended' }} text="Whose stated term has ended?" />}
      {isSome(disputed) && <Chip question={{ kind: 'disputed' }} text="Where do the sources disagree?" />}
      <MoreQuestions />
    </nav>
  );
}
