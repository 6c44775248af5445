import type { KnownData } from './app-state.ts';

/** A limit of the service that is in force, by its name in `/api/meta`; undefined where it has none of that name. */
export function limitOf(data: KnownData, name: string): number | undefined {
  return data.meta.limits.find((limit) => limit.name === name)?.value;
}
