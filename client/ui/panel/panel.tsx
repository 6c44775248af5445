import { useEffect, useRef } from 'react';

import type { KnownData } from '../../state/app-state.ts';
import { useApp } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { SeveralDetails } from '../paths/several-details.tsx';
import { AboutPicture } from './about-picture.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { EdgeDetails } from './edge-details.tsx';
import { NodeDetails } from './node-details.tsx';

/** Beside the canvas: what is selected, else the answer to the open question, else what the picture shows. */
export function Panel({ data }: { readonly data: KnownData }) {
  const selection = useApp((state) => state.history.view.selection);
  const question = useApp((state) => state.history.view.question);
  const isOpen = useApp((state) => state.isPanelOpen);
  const panel = useRef<HTMLElement>(null);
  // What is selected stands above the answer it was selected from.
  useEffect(() => {
    if (selection && panel.current) panel.current.scrollTop = 0;
  }, [selection]);
  if (!isOpen) return null;
  return (
    <aside className="panel" aria-label="Details" ref={panel}>
      <div className="panel-tools">
        <CommandButton id="clear" />
        <CommandButton id="toggle-panel" />
      </div>
      {selection?.kind === 'node' && <NodeDetails key={selection.id} id={selection.id} data={data} />}
      {selection?.kind === 'nodes' && <SeveralDetails ids={selection.ids} data={data} />}
      {selection?.kind === 'edges' && (
        <EdgeDetails key={selection.ids.join(' ')} ids={selection.ids} data={data} />
      )}
      {question && <AnswerPanel question={question} data={data} />}
      {!selection && !question && <AboutPicture data={data} />}
    </aside>
  );
}
