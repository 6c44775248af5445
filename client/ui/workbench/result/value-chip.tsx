import { memo } from 'react';

import {
  isEntity,
  isForward,
  isRelation,
  nameOfNode,
  type AnswerNode,
  type AnswerRelationship,
} from '../../../graph/answer/read-value.ts';
import { verbOf } from '../../../graph/wording.ts';
import { useRun } from '../../explorer-context.ts';
import { EntityMark } from '../../parts/entity-link.tsx';
import { useKnownNames } from './result-names.ts';

/** A node as a chip: an entity leads to its place on the canvas and its page. */
export const NodeChip = memo(function NodeChip({ node }: { readonly node: AnswerNode }) {
  const run = useRun();
  const known = useKnownNames();
  if (!isEntity(node)) {
    return (
      <span className="value-chip plain" title={`:${node.labels.join(':')}`}>
        {nameOfNode(node)}
      </span>
    );
  }
  const { id } = node;
  const entity = known(id);
  return (
    <button
      type="button"
      className="value-chip"
      tabIndex={-1}
      title="Show on the canvas"
      onClick={() => run('go-to', { kind: 'node', id })}
    >
      {entity && <EntityMark node={entity} />}
      <span>{entity?.caption ?? nameOfNode(node)}</span>
    </button>
  );
});

function verbText(relationship: AnswerRelationship): string {
  const role = relationship.properties.find(([name]) => name === 'role')?.[1];
  return verbOf(relationship.type, typeof role === 'string' ? role : undefined);
}

interface RelationProps {
  readonly relationship: AnswerRelationship;
  /** Between two chips of a path: only the verb, with the direction it is walked in. */
  readonly direction?: 'forward' | 'backward';
}

/** A relationship as a chip that leads to what is stated of it, with its passages. */
export const RelationChip = memo(function RelationChip({ relationship, direction }: RelationProps) {
  const run = useRun();
  const known = useKnownNames();
  const verb = verbText(relationship);
  const nameOf = (id: string | null): string => (id === null ? '?' : (known(id)?.caption ?? id));
  const sentence = `${nameOf(relationship.source)} ${verb} ${nameOf(relationship.target)}`;
  const text = direction === undefined ? sentence : direction === 'forward' ? `${verb} →` : `← ${verb}`;
  if (!isRelation(relationship)) return <span className="value-chip plain relation">{text}</span>;
  const { id, source, target } = relationship;
  return (
    <button
      type="button"
      className="value-chip relation"
      tabIndex={-1}
      aria-label={`${sentence}: read what is stated`}
      title={`${sentence}: read what is stated`}
      onClick={() => run('show-relation', { kind: 'relation', id, source, target })}
    >
      {text}
    </button>
  );
});

interface PathProps {
  readonly nodes: readonly AnswerNode[];
  readonly relationships: readonly AnswerRelationship[];
}

/** A path as it is walked: entities, and between them what connects them. */
export function PathChips({ nodes, relationships }: PathProps) {
  const steps = nodes.map((node, place) => ({ key: String(place), node, next: relationships[place] }));
  return (
    <span className="path-chips">
      {steps.map(({ key, node, next }) => (
        <span key={key} className="path-step">
          <NodeChip node={node} />
          {next && (
            <RelationChip relationship={next} direction={isForward(next, node) ? 'forward' : 'backward'} />
          )}
        </span>
      ))}
    </span>
  );
}
