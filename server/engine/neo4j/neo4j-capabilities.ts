import type { EngineCapabilities } from '../capabilities.ts';

export const NEO4J_CAPABILITIES: EngineCapabilities = {
  supportsLabelExpressions: true,
  supportsGqlPaths: true,
  supportsCypher5Syntax: true,
  supportsDurationBetween: true,
  supportsProfile: true,
  distinguishesIntegerFromFloat: false,
  keepsTemporalTypes: true,
  supportsFulltextProcedures: true,
};
