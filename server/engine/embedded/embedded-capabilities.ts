import type { EngineCapabilities } from '../capabilities.ts';
import { COMMON_FUNCTIONS, COMMON_PROCEDURES } from '../console/callables.ts';
import type { Callables } from '../engine.ts';

export const EMBEDDED_CAPABILITIES: EngineCapabilities = {
  supportsLabelExpressions: false,
  supportsGqlPaths: false,
  supportsCypher5Syntax: false,
  supportsDurationBetween: false,
  streamsWhileRunning: false,
  estimatesRows: false,
  supportsProfile: true,
  countsDbHits: false,
  reportsDeprecation: false,
  distinguishesIntegerFromFloat: false,
  keepsTemporalTypes: false,
  supportsFulltextProcedures: false,
};

export const EMBEDDED_CALLABLES: Callables = { functions: COMMON_FUNCTIONS, procedures: COMMON_PROCEDURES };
