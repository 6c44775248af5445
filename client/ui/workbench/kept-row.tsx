import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

import type { QueryParameter } from '../../state/query-parameter.ts';
import { useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';

interface Props {
  readonly query: string;
  readonly parameters: readonly QueryParameter[];
  /** What is read of it; a press opens it in the editor. */
  readonly children: ReactNode;
  /** More that can be done with it. */
  readonly tools?: ReactNode;
  /** Below it. */
  readonly more?: ReactNode;
}

/** A statement in a list: opened by its name, run by its button. */
export function KeptRow({ query, parameters, children, tools, more }: Props) {
  const run = useRun();
  const target = { kind: 'query' as const, query, parameters };
  return (
    <li className="kept">
      <div className="kept-line">
        <Button className="kept-open" onPress={() => run('open-query', target)}>
          {children}
        </Button>
        <CommandButton id="run-query" target={target} />
        {tools}
      </div>
      {more}
    </li>
  );
}
