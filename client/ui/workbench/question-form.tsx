import { useState } from 'react';
import { Button } from 'react-aria-components';

import type { ExampleParameter, ExamplesResponse } from '../../../server/contract/explore.ts';
import { exampleParameters } from '../../state/example-parameters.ts';
import { readParameterValue, withParameter, type QueryParameter } from '../../state/query-parameter.ts';
import { useRun } from '../explorer-context.ts';
import { Icon } from '../parts/icons.tsx';
import { CountryField } from './country-field.tsx';
import { ValueField } from './value-field.tsx';

export type Example = ExamplesResponse['examples'][number];

/** A template as its words and gaps: `Which … did {institution} sign?` */
function partsOf(
  template: string,
): readonly { readonly start: number; readonly text: string; readonly gap: string | null }[] {
  const parts = [];
  let start = 0;
  for (const match of template.matchAll(/\{(\w+)\}/gu)) {
    if (match.index > start) parts.push({ start, text: template.slice(start, match.index), gap: null });
    parts.push({ start: match.index, text: match[0], gap: match[1] ?? null });
    start = match.index + match[0].length;
  }
  if (start < template.length) parts.push({ start, text: template.slice(start), gap: null });
  return parts;
}

interface GapProps {
  /** What the example says of it. */
  readonly declared: ExampleParameter | undefined;
  readonly parameter: QueryParameter;
  readonly onChange: (text: string) => void;
}

/** A gap of a question: an entity by name, a country from the list of the data, any other value by its type. */
function Gap({ declared, parameter, onChange }: GapProps) {
  const label = declared?.label ?? parameter.name;
  if (declared?.isCountry) {
    return (
      <span className="value-field country">
        <CountryField label={label} value={parameter.text} onChange={onChange} />
      </span>
    );
  }
  return (
    <ValueField
      label={label}
      parameter={parameter}
      {...(declared?.entityLabels ? { labels: declared.entityLabels } : {})}
      onChange={onChange}
    />
  );
}

/** A question in words with its gaps to fill in; it is answered by a button, without any Cypher. */
export function QuestionForm({
  example,
  template,
}: {
  readonly example: Example;
  readonly template: string;
}) {
  const run = useRun();
  const [parameters, setParameters] = useState(() => exampleParameters(example.params));
  const isReady = parameters.every((parameter) => readParameterValue(parameter).kind === 'value');
  const query = { kind: 'query' as const, query: example.query, parameters };
  return (
    <li className="question">
      <p className="question-sentence">
        {partsOf(template).map(({ start, text, gap }) => {
          const parameter = parameters.find(({ name }) => name === gap);
          if (!parameter) return <span key={start}>{text}</span>;
          const declared = example.params.find(({ name }) => name === gap);
          return (
            <Gap
              key={start}
              declared={declared}
              parameter={parameter}
              onChange={(value) => setParameters(withParameter(parameters, { ...parameter, text: value }))}
            />
          );
        })}
      </p>
      <p className="question-tools">
        <Button
          className="button with-text outlined"
          isDisabled={!isReady}
          onPress={() => run('run-query', query)}
        >
          <Icon name="run" /> <span>Ask</span>
        </Button>
        <Button className="button with-text" onPress={() => run('open-query', query)}>
          Show the Cypher
        </Button>
      </p>
    </li>
  );
}
