import type { EngineCapabilities } from '../capabilities.ts';

export const EMBEDDED_CAPABILITIES: EngineCapabilities = {
  supportsLabelExpressions: false,
  supportsGqlPaths: false,
  supportsCypher5Syntax: false,
  supportsDurationBetween: false,
  supportsProfile: true,
  distinguishesIntegerFromFloat: false,
  keepsTemporalTypes: false,
  supportsFulltextProcedures: false,
};
