import { useEffect } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';

import type { FoundPathOnWire, PathsResponse } from '../../../server/contract/paths.ts';
import { groupPaths, pathName, sharedStations } from '../../state/path-list.ts';
import { isNearestGoal, type PathQuestion } from '../../state/path-question.ts';
import { SCORE_PART_NAMES } from '../../state/read-path-question.ts';
import { shareOfBest, significant } from '../../state/score-text.ts';
import { useExplorer, useRun } from '../explorer-context.ts';

/** What the score is the product of, each as a small bar with its name and number. */
function ScoreParts({ parts }: { readonly parts: FoundPathOnWire['scoreParts'] }) {
  return (
    <span className="score-parts">
      {parts.map(({ part, value, weight }) => (
        <span key={part} className={`score-part ${weight === 0 ? 'unweighted' : ''}`}>
          <span className="score-bar" aria-hidden="true">
            <span style={{ width: `${Math.round(Math.min(1, value) * 100)}%` }} />
          </span>
          <span>
            {SCORE_PART_NAMES[part][0]}{' '}
            <span className="score-value">
              {significant(value)}
              {weight !== 1 && ` (weight ${weight})`}
            </span>
          </span>
        </span>
      ))}
    </span>
  );
}

/** How firmly a path stands, in a few words. */
function supportText({ support, time }: FoundPathOnWire): string {
  if (!support) return '';
  const documents = support.documents === 1 ? '1 document' : `${support.documents} documents`;
  const passages = support.passages === 1 ? '1 passage' : `${support.passages} passages`;
  const sole = support.soleDocuments.length;
  return [
    `weakest hop: ${documents}, ${passages}`,
    sole === 0
      ? 'rests on no single document'
      : sole === 1
        ? 'falls with one document'
        : `falls with any of ${sole} documents`,
    time?.code === 'never-together' ? 'never all at one time' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

interface RowProps {
  readonly path: FoundPathOnWire;
  readonly index: number;
  readonly name: string;
  /** The highest score of the list. */
  readonly best: number;
  readonly isLookedAt: boolean;
}

/** One path of the list; while it is looked at, it comes forward on the canvas. */
function PathRow({ path, index, name, best, isLookedAt }: RowProps) {
  const { registry } = useExplorer();
  useEffect(() => {
    if (!isLookedAt) return undefined;
    registry.run('preview-path', { kind: 'path-index', index });
    return () => void registry.run('preview-path');
  }, [registry, isLookedAt, index]);
  return (
    <>
      <span className="path-head">
        <span className="path-rank">{index + 1}</span>
        <span className="path-name">{name}</span>
        <span className="path-score" title={`Score ${significant(path.score)}: the product of its parts`}>
          {shareOfBest(path.score, best)}
        </span>
      </span>
      <ScoreParts parts={path.scoreParts} />
      <span className="path-support">{supportText(path)}</span>
    </>
  );
}

interface Props {
  readonly answer: PathsResponse;
  readonly question: PathQuestion;
}

/**
 * The paths found, ranked, by length: one stop of the Tab key; the arrow keys walk, and the path that is walked over or
 * pointed at comes forward on the canvas; Enter or a click reads it.
 */
export function PathList({ answer, question }: Props) {
  const run = useRun();
  const chosen = Math.min(question.index, answer.paths.length - 1);
  const best = Math.max(...answer.paths.map(({ score }) => score));
  const names = { isToAny: isNearestGoal(question.to), shared: sharedStations(answer.paths) };
  return (
    <ListBox
      className="path-list"
      aria-label="Paths found"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[String(chosen)]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined && Number(key) !== chosen) {
          run('choose-path', { kind: 'path-index', index: Number(key) });
        }
      }}
    >
      {groupPaths(answer, question.options).map((group) => (
        <ListBoxSection key={group.title} id={group.title}>
          <Header className="path-group">
            {group.title} <span className="quiet">{group.paths.length}</span>
          </Header>
          <Collection items={group.paths.map((entry) => ({ id: String(entry.index), ...entry }))}>
            {({ path, index }) => {
              const name = pathName(path, names);
              return (
                <ListBoxItem id={String(index)} textValue={name} className="path-option">
                  {({ isHovered, isFocused }) => (
                    <PathRow
                      path={path}
                      index={index}
                      name={name}
                      best={best}
                      isLookedAt={isHovered || isFocused}
                    />
                  )}
                </ListBoxItem>
              );
            }}
          </Collection>
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
