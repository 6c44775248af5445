import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { SETTINGS, readLimits } from '../../server/settings.ts';

const documented = readFileSync('docs/settings.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const number = (value: number): string => value.toLocaleString('en-US');

describe('the settings', () => {
  it.each(Object.values(SETTINGS))('$env is documented with its default and bounds', (setting) => {
    const row = documented.find((cells) => cells[1] === `\`${setting.env}\``);
    expect(row?.slice(2, 6)).toEqual([
      number(setting.default),
      number(setting.minimum),
      number(setting.maximum),
      setting.help,
    ]);
  });

  it('documents no limit that is gone', () => {
    const known = new Set<string>(Object.values(SETTINGS).map((setting) => `\`${setting.env}\``));
    const limits = documented.filter((cells) => cells.length === 7);
    expect(limits.map((cells) => cells[1]).filter((name) => !known.has(name ?? ''))).toEqual([]);
  });

  it.each(Object.entries(SETTINGS))(
    '%s has a unit or a plain count in its name and a default within bounds',
    (name, setting) => {
      expect(setting.default).toBeGreaterThanOrEqual(setting.minimum);
      expect(setting.default).toBeLessThanOrEqual(setting.maximum);
      if (setting.help.startsWith('Milliseconds')) expect(name).toMatch(/Ms$/);
      if (setting.help.startsWith('Megabytes')) expect(name).toMatch(/Mb$/);
      if (setting.help.startsWith('Bytes')) expect(name).toMatch(/Bytes$/);
    },
  );

  it.each(['', '0', '-1', '1e9', 'ten', '30001', '5.5'])(
    'refuses SETU_CONSOLE_TIMEOUT_MS=%j by name unless it is in bounds',
    (text) => {
      const read = (): unknown => readLimits({ SETU_CONSOLE_TIMEOUT_MS: text }).consoleTimeoutMs;
      if (text === '') expect(read()).toBe(SETTINGS.consoleTimeoutMs.default);
      else expect(read).toThrow(/SETU_CONSOLE_TIMEOUT_MS.*from 100 to 30000/);
    },
  );
});
