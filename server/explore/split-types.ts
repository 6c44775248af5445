import { ENTITY_LABELS } from '../contract/vocabulary.ts';

const LABELS: ReadonlySet<string> = new Set(ENTITY_LABELS);

/** Sorts a mixed list into labels and relationship types; a kind that is not named is undefined: all of it. */
export function splitTypes(names: readonly string[] | undefined): {
  labels: ReadonlySet<string> | undefined;
  types: ReadonlySet<string> | undefined;
} {
  const labels = (names ?? []).filter((name) => LABELS.has(name));
  const types = (names ?? []).filter((name) => !LABELS.has(name));
  return {
    labels: labels.length > 0 ? new Set(labels) : undefined,
    types: types.length > 0 ? new Set(types) : undefined,
  };
}
