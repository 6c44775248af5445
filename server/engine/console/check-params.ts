import { AppError } from '../../app-error.ts';
import type { Limits } from '../../settings.ts';

const HINT = 'Give less, or ask in several statements.';

interface Level {
  readonly value: unknown;
  readonly depth: number;
}

function assertPlain(value: object): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (Array.isArray(value) || prototype === Object.prototype || prototype === null) return;
  throw new AppError('invalid-parameter', 'Parameters are JSON values.');
}

/**
 * Checks console parameters before they reach a native parser: deep nesting ends the embedded engine's process, and a
 * key `__proto__` gets lost on the way. Walks without recursion.
 * @throws AppError `invalid-parameter`
 */
export function checkParams(
  params: Readonly<Record<string, unknown>>,
  limits: Pick<Limits, 'consoleParamsDepth' | 'consoleParamsValues'>,
): void {
  const left: Level[] = [{ value: params, depth: 0 }];
  let values = -1;
  for (let level = left.pop(); level; level = left.pop()) {
    values += 1;
    if (values > limits.consoleParamsValues) {
      throw new AppError(
        'invalid-parameter',
        `Parameters hold more than ${limits.consoleParamsValues} values.`,
        {
          hint: HINT,
        },
      );
    }
    if (typeof level.value !== 'object' || level.value === null) continue;
    if (level.depth > limits.consoleParamsDepth) {
      throw new AppError(
        'invalid-parameter',
        `Parameters nest deeper than ${limits.consoleParamsDepth} levels.`,
        {
          hint: HINT,
        },
      );
    }
    assertPlain(level.value);
    for (const [key, inner] of Object.entries(level.value)) {
      if (key === '__proto__')
        throw new AppError('invalid-parameter', 'A parameter cannot be named __proto__.');
      left.push({ value: inner, depth: level.depth + 1 });
    }
  }
}
