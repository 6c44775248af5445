import { HUB_LABELS, MODALITIES, RELATIONSHIP_TYPES } from '../../../server/contract/vocabulary.ts';
import { verbOf } from '../../graph/wording.ts';
import { WEIGHT_MAX, type PathOptions } from '../../state/path-question.ts';
import { SCORE_PART_NAMES } from '../../state/read-path-question.ts';
import { CheckGroup, WeightField } from './option-fields.tsx';

const HUB_NAMES: Readonly<Record<string, string>> = {
  Place: 'states and places',
  Topic: 'topics',
  Document: 'documents',
};
const MODALITY_NAMES: Readonly<Record<string, string>> = { 'not-held': 'said not to be held' };

/** Changes some options, as one step under a name; steps with one merge key continue each other. */
export type Change = (label: string, options: PathOptions, mergeKey?: string) => void;

export interface OptionProps {
  readonly options: PathOptions;
  readonly change: Change;
}

/** Types that are walked: all, those named, or all but those named. */
export function TypeFields({ options, change }: OptionProps) {
  const walked = RELATIONSHIP_TYPES.filter(
    (type) => (options.types?.includes(type) ?? true) && !options.excludeTypes?.includes(type),
  );
  const onChange = (checked: ReadonlySet<string>): void => {
    const left = RELATIONSHIP_TYPES.filter((type) => !checked.has(type));
    if (left.length === RELATIONSHIP_TYPES.length) return;
    change('Choose relationships', { types: undefined, excludeTypes: left });
  };
  return (
    <details className="more-options">
      <summary>
        Relationships:{' '}
        {walked.length === RELATIONSHIP_TYPES.length
          ? 'all types'
          : `${walked.length} of ${RELATIONSHIP_TYPES.length} types`}
      </summary>
      <CheckGroup
        legend="Walk relationships that say"
        choices={RELATIONSHIP_TYPES.map((type) => [type, verbOf(type)])}
        checked={new Set(walked)}
        onChange={onChange}
      />
    </details>
  );
}

/** Through what, and over what, paths may run. */
export function ReachFields({ options, change }: OptionProps) {
  const modality = new Set<string>(options.modality ?? ['stated']);
  return (
    <>
      <CheckGroup
        legend="Paths may run through"
        choices={HUB_LABELS.map((label) => [label, HUB_NAMES[label] ?? label])}
        checked={new Set(options.hubs)}
        onChange={(hubs) => change('Choose what paths run through', { hubs: [...hubs] })}
      />
      <CheckGroup
        legend="Walk what is"
        choices={MODALITIES.map((name) => [name, MODALITY_NAMES[name] ?? name])}
        checked={modality}
        onChange={(checked) => {
          const chosen = MODALITIES.filter((name) => checked.has(name));
          const isDefault = chosen.length === 1 && chosen[0] === 'stated';
          change('Choose how certain', { modality: isDefault ? undefined : chosen });
        }}
      />
    </>
  );
}

/** How much each part of the score counts. */
export function WeightFields({ options, change }: OptionProps) {
  return (
    <fieldset className="checks">
      <legend>Weights of the score</legend>
      {Object.entries(SCORE_PART_NAMES).map(([part, [, name]]) => (
        <WeightField
          key={part}
          label={name}
          value={options.weights?.[part as keyof typeof SCORE_PART_NAMES] ?? 1}
          max={WEIGHT_MAX}
          onChange={(weight) => {
            const weights = Object.entries({ ...options.weights, [part]: weight }).filter(
              ([, own]) => own !== 1,
            );
            change('Weigh the score', { weights: Object.fromEntries(weights) }, `weights ${part}`);
          }}
        />
      ))}
    </fieldset>
  );
}
