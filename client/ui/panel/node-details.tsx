import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

import type { GraphNode } from '../../../server/contract/graph.ts';
import { countryName, countryOf, kindLine, standingLine } from '../../graph/describe-node.ts';
import { nodeOf } from '../../graph/graph-data.ts';
import { labelOf, textOf, textsOf } from '../../graph/read-node.ts';
import { describeDate } from '../../../server/contract/date-words.ts';
import type { KnownData } from '../../state/app-state.ts';
import { useApp, useResource, useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EntityMark } from '../parts/entity-link.tsx';
import { ResourceView } from '../parts/resource-view.tsx';
import { NodeFacts } from './node-facts.tsx';
import { NodeRelations } from './node-relations.tsx';
import { PartnersTab } from './partners-tab.tsx';

function FieldName({ node, data }: { readonly node: GraphNode; readonly data: KnownData }) {
  const field = textOf(node, 'field');
  if (field === undefined) return null;
  const caption = data.meta.dataSets
    .flatMap((dataSet) => dataSet.fields)
    .find(({ id }) => id === field)?.caption;
  return <> · {caption ?? field}</>;
}

/** The official name and names in other scripts, under the caption. */
function OtherNames({ node }: { readonly node: GraphNode }) {
  const name = textOf(node, 'name');
  const foreign = textsOf(node, 'aliases').filter((alias) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Devanagari}]/u.test(alias),
  );
  const names = [name === node.caption ? undefined : name, ...foreign].filter((text) => text !== undefined);
  if (names.length === 0) return null;
  return <p className="other-names">{names.join(' · ')}</p>;
}

/** Who or what it is, in one look: caption, kind, country, standing. */
function Heading({ node, data }: { readonly node: GraphNode; readonly data: KnownData }) {
  const country = countryOf(node);
  const standing = standingLine(node);
  return (
    <header className="node-heading">
      <h1>
        <EntityMark node={node} /> {node.caption}
      </h1>
      <p className="quiet">
        {kindLine(node)}
        {country !== undefined && ` · ${countryName(country)}`}
        <FieldName node={node} data={data} />
      </p>
      <OtherNames node={node} />
      {textOf(node, 'subject') !== undefined && <p>{textOf(node, 'subject')}</p>}
      {textOf(node, 'note') !== undefined && <p className="note">{textOf(node, 'note')}</p>}
      {standing !== null && (
        <p className="standing">
          {standing}
          {node.standing && (
            <span className="quiet">
              {' '}
              (at {describeDate(node.standing.at)}
              {node.standing.statesUpTo !== undefined &&
                `, by a source that speaks up to ${describeDate(node.standing.statesUpTo)}`}
              )
            </span>
          )}
        </p>
      )}
    </header>
  );
}

function Tools({ id }: { readonly id: string }) {
  const target = { kind: 'node', id } as const;
  return (
    <div className="node-tools" role="toolbar" aria-label="What to do with it">
      <CommandButton id="expand" target={target} hasText />
      <CommandButton id="collapse" target={target} />
      <CommandButton id="explore" target={target} hasText />
      <CommandButton id="path-from" target={target} />
      <CommandButton id="go-to" target={target} />
      <CommandButton id="hide" target={target} />
    </div>
  );
}

/** All that is known of one entity, with the place in a document behind each word of it. */
export function NodeDetails({ id, data }: { readonly id: string; readonly data: KnownData }) {
  const tab = useApp((state) => state.history.view.tab);
  const run = useRun();
  const key = `node ${id}`;
  const resource = useResource(key, (api) => api.node(id));
  const known = nodeOf(data.graph, id) ?? (resource?.status === 'ready' ? resource.value.node : undefined);
  const facts = (part: 'life' | 'names') => (
    <ResourceView resource={resource} resourceKey={key}>
      {(answer) => <NodeFacts statements={answer.statements} part={part} />}
    </ResourceView>
  );
  const isReady = resource?.status === 'ready';
  const about = (
    <>
      {facts('life')}
      <NodeRelations id={id} data={data} />
      {isReady && facts('names')}
    </>
  );
  return (
    <section className="node-details">
      {known && <Heading node={known} data={data} />}
      <Tools id={id} />
      {known && labelOf(known) === 'Organisation' ? (
        <Tabs
          className="tabs"
          selectedKey={tab}
          onSelectionChange={(chosen) =>
            run('tab', { kind: 'tab', tab: chosen === 'partners' ? 'partners' : 'about' })
          }
        >
          <TabList className="tab-list" aria-label="Pages">
            <Tab className="tab" id="about">
              About
            </Tab>
            <Tab className="tab" id="partners">
              Partners
            </Tab>
          </TabList>
          <TabPanel id="about">{about}</TabPanel>
          <TabPanel id="partners">
            <PartnersTab id={id} />
          </TabPanel>
        </Tabs>
      ) : (
        about
      )}
    </section>
  );
}
