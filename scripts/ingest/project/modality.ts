import { MODALITIES } from '../../../server/contract/vocabulary.ts';

/** The strongest of the modalities of statements that say the same: stated, else planned, proposed, hoped, discussed, not-held. */
export function strongestModality(modalities: Iterable<string>): string {
  const given = new Set(modalities);
  return MODALITIES.find((modality) => given.has(modality)) ?? 'stated';
}
