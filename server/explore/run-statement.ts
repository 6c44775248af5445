import type { Catalogue } from '../cypher/catalogue.ts';
import type { EngineName, PinnedData, ReadOptions, ReadResult } from '../engine/engine.ts';

/**
 * Runs a statement of the catalogue by its name.
 * @throws AppError as Engine.read does
 */
export type RunStatement = (
  name: string,
  params?: Readonly<Record<string, unknown>>,
  options?: ReadOptions,
) => Promise<ReadResult['rows']>;

export function createRunStatement(
  engine: EngineName,
  data: Pick<PinnedData, 'read'>,
  catalogue: Catalogue,
): RunStatement {
  return async (name, params = {}, options = {}) => {
    const result = await data.read(catalogue.get(name, engine), params, options);
    return result.rows;
  };
}
