import type { PathsResponse } from '../../../server/contract/paths.ts';
import type { KnownData } from '../../state/app-state.ts';
import { limitOf } from '../../state/limits.ts';
import { searchSummary } from '../../state/path-list.ts';
import { HOPS_MAX, PATHS_MAX, ranksByScore, type PathOptions } from '../../state/path-question.ts';
import { isPeriod } from '../../state/read-path-question.ts';
import { useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { NumberField, TextField } from './option-fields.tsx';
import { StationFields } from './station-fields.tsx';
import { ReachFields, TypeFields, WeightFields, type Change, type OptionProps } from './walk-options.tsx';

const MODES = [
  ['score', 'Several, best score first'],
  ['k-shortest', 'Several, shorter ones first'],
  ['shortest', 'The shortest'],
  ['all-shortest', 'All of the shortest'],
] as const;

interface DefaultProps extends OptionProps {
  /** What holds where nothing is typed. */
  readonly defaultText: string;
}

function ModeFields({ options, change, defaultText }: DefaultProps) {
  const mode = ranksByScore(options) ? 'score' : (options.mode ?? 'k-shortest');
  const choose = (value: string): void => {
    const chosen = MODES.find(([id]) => id === value)?.[0];
    const isDefault = chosen === undefined || chosen === 'score' || chosen === 'k-shortest';
    change('Choose which paths', {
      mode: isDefault ? undefined : chosen,
      rank: chosen === 'k-shortest' ? 'length' : undefined,
    });
  };
  return (
    <>
      <label className="option-field whole-row">
        <span>Which paths</span>
        <select value={mode} onChange={(event) => choose(event.target.value)}>
          {MODES.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label="How many"
        value={options.k}
        placeholder={mode === 'shortest' ? '1' : mode === 'all-shortest' ? String(PATHS_MAX) : defaultText}
        max={PATHS_MAX}
        onChange={(k) => change('Choose how many paths', { k })}
      />
      <label className="check-line">
        <input
          type="checkbox"
          checked={options.direction === 'out'}
          onChange={(event) =>
            change('Respect directions', { direction: event.target.checked ? 'out' : undefined })
          }
        />
        Only in the direction of the relationships
      </label>
    </>
  );
}

function EvidenceFields({ options, change, defaultText }: DefaultProps) {
  return (
    <>
      <NumberField
        label="Hops at most"
        value={options.maxHops}
        placeholder={defaultText}
        max={HOPS_MAX}
        onChange={(maxHops) => change('Choose how far', { maxHops })}
      />
      <TextField
        label="Held on, or within"
        value={options.asOf}
        placeholder="2016, 2016-11 or 2007/2012"
        isRight={isPeriod}
        error="Write a day, month or year, or two as a period: 2016-11-11, 2016 or 2007/2012"
        onChange={(asOf) => change('Choose a date', { asOf })}
      />
      <NumberField
        label="Independent documents a hop"
        value={options.minDocuments}
        placeholder="1"
        max={1_000}
        onChange={(minDocuments) => change('Ask for more documents', { minDocuments })}
      />
      <NumberField
        label="Passages a hop"
        value={options.minPassages}
        placeholder="1"
        max={1_000}
        onChange={(minPassages) => change('Ask for more passages', { minPassages })}
      />
    </>
  );
}

interface SearchProps {
  readonly options: PathOptions;
  readonly searched: PathsResponse['searched'] | null;
  readonly data: KnownData;
  /** Between several entities there is no choice among paths. */
  readonly isBetween?: boolean;
}

/** What is searched: one line that names the defaults in force, and behind it every option. */
export function SearchOptions({ options, searched, data, isBetween = false }: SearchProps) {
  const run = useRun();
  const change: Change = (label, changed, mergeKey) =>
    run('path-options', {
      kind: 'path-options',
      label,
      options: changed,
      ...(mergeKey === undefined ? {} : { mergeKey }),
    });
  const props = { options, change };
  const textOf = (limit: string): string => String(limitOf(data, limit) ?? '');
  return (
    <details className="search-options">
      <summary>
        <span className="options-title">Options</span>{' '}
        <span className="quiet">
          {isBetween ? 'where it may run, and on what evidence' : searchSummary(options, searched)}
        </span>
      </summary>
      <div className="option-grid">
        {!isBetween && <ModeFields {...props} defaultText={textOf('pathMaxPaths')} />}
        <EvidenceFields {...props} defaultText={textOf('pathMaxHops')} />
        <ReachFields {...props} />
        <StationFields {...props} data={data} hasThrough={!isBetween} />
        <TypeFields {...props} />
        {!isBetween && <WeightFields {...props} />}
        <CommandButton id="plain-search" hasText />
      </div>
    </details>
  );
}
