import type { EngineCapabilities } from '../capabilities.ts';

export const NEO4J_CAPABILITIES: EngineCapabilities = {
  supportsLabelExpressions: true,
  supportsGqlPaths: true,
  supportsDurationBetween: true,
  supportsProfile: true,
  distinguishesIntegerFromFloat: true,
  keepsTemporalTypes: true,
  supportsFulltextProcedures: true,
};
