import type { RelationshipType } from '../../contract/vocabulary.ts';

/**
 * What a relationship says of how two are connected: one under an instrument or in a body says it, a meeting says that
 * they met, two instruments that were signed on one
 * visit have no more in common than it, a bare "cooperates with" only that they do. Types that are missing say all: 1.
 */
export const RELATION_FACTORS: Readonly<Partial<Record<RelationshipType, number>>> = {
  MET_WITH: 0.15,
  COOPERATES_WITH: 0.25,
  SIGNED_AT: 0.15,
  LOCATED_IN: 0.3,
  COVERS: 0.3,
  HOLDS_POSITION: 0.5,
  HOSTED: 0.8,
  PARTICIPATES_IN: 0.8,
};
