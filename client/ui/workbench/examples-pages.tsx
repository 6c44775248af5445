import { useState } from 'react';

import type { ExamplesResponse } from '../../../server/contract/explore.ts';
import { exampleParameters } from '../../state/example-parameters.ts';
import { useResource } from '../explorer-context.ts';
import { ResourceView } from '../parts/resource-view.tsx';
import { FilterField } from './filter-field.tsx';
import { KeptRow } from './kept-row.tsx';
import { QuestionForm, type Example } from './question-form.tsx';

const KEY = 'examples';

function useExamples() {
  return useResource<ExamplesResponse>(KEY, (api) => api.examples());
}

/** Questions in words with gaps, for people who write no Cypher. */
export function QuestionsPage() {
  return (
    <ResourceView resource={useExamples()} resourceKey={KEY}>
      {({ examples }) => {
        const questions = examples.filter((example) => example.template !== undefined);
        if (questions.length === 0) return <p className="quiet">This service has no questions to fill in.</p>;
        return (
          <ul className="questions">
            {questions.map((example) => (
              <QuestionForm key={example.name} example={example} template={example.template ?? ''} />
            ))}
          </ul>
        );
      }}
    </ResourceView>
  );
}

/** The statements that come with Setu, to begin with and to learn from. */
export function ExamplesPage() {
  const [text, setText] = useState('');
  const fits = (example: Example): boolean =>
    `${example.title} ${example.question} ${example.query}`.toLowerCase().includes(text.trim().toLowerCase());
  return (
    <>
      <FilterField label="Find an example" text={text} onChange={setText} />
      <ResourceView resource={useExamples()} resourceKey={KEY}>
        {({ examples }) => {
          const found = examples.filter(fits);
          return (
            <ul className="kept-list">
              {found.length === 0 && <li className="quiet">No example holds “{text}”.</li>}
              {found.map((example) => (
                <KeptRow
                  key={example.name}
                  query={example.query}
                  parameters={exampleParameters(example.params)}
                >
                  <span className="kept-title">{example.title}</span>
                  <span className="quiet">{example.question}</span>
                </KeptRow>
              ))}
            </ul>
          );
        }}
      </ResourceView>
    </>
  );
}
