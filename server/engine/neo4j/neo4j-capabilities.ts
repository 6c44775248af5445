import type { EngineCapabilities } from '../capabilities.ts';
import {
  COMMON_FUNCTIONS,
  COMMON_PROCEDURES,
  FURTHER_FUNCTIONS,
  FURTHER_PROCEDURES,
} from '../console/callables.ts';
import type { Callables } from '../engine.ts';

export const NEO4J_CAPABILITIES: EngineCapabilities = {
  supportsLabelExpressions: true,
  supportsGqlPaths: true,
  supportsCypher5Syntax: true,
  supportsDurationBetween: true,
  streamsWhileRunning: true,
  estimatesRows: true,
  supportsProfile: true,
  countsDbHits: true,
  reportsDeprecation: true,
  distinguishesIntegerFromFloat: false,
  keepsTemporalTypes: true,
  supportsFulltextProcedures: true,
};

export const NEO4J_CALLABLES: Callables = {
  functions: [...COMMON_FUNCTIONS, ...FURTHER_FUNCTIONS],
  procedures: [...COMMON_PROCEDURES, ...FURTHER_PROCEDURES],
};
