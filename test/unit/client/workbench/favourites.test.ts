import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  byFolder,
  FAVOURITES_MAX,
  importFavourites,
  readFavourites,
  readFavouritesFile,
  withFavourite,
  writeFavouritesFile,
  type Favourite,
} from '../../../../client/state/favourites.ts';
import { PARAMETER_TYPES } from '../../../../client/state/query-parameter.ts';

const word = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');
const favourites: fc.Arbitrary<readonly Favourite[]> = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    folder: word,
    title: word,
    query: word,
    parameters: fc.uniqueArray(
      fc.record({
        name: word,
        type: fc.constantFrom(...PARAMETER_TYPES),
        text: fc.string({ maxLength: 20 }),
      }),
      { selector: (parameter) => parameter.name, maxLength: 3 },
    ),
  }),
  { selector: ({ folder, title, query }) => JSON.stringify([folder, title, query]), maxLength: 8 },
);

function counter(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
}

const essence = (held: readonly Favourite[]): string[] =>
  held
    .map(({ folder, title, query, parameters }) => JSON.stringify([folder, title, query, parameters]))
    .toSorted();

const mine: Favourite = { id: 'a', folder: 'Mine', title: 'One', query: 'RETURN 1', parameters: [] };

describe('favourites', () => {
  it('stand in folders, both in alphabetical order', () => {
    const held = [mine, { ...mine, id: 'b', title: 'Another' }, { ...mine, id: 'c', folder: 'Every' }];
    expect(
      byFolder(held).map(({ folder, favourites: of }) => [folder, of.map(({ title }) => title)]),
    ).toEqual([
      ['Every', ['One']],
      ['Mine', ['Another', 'One']],
    ]);
  });

  it('are replaced by their id', () => {
    expect(withFavourite([mine], { ...mine, title: 'Two' })).toEqual([{ ...mine, title: 'Two' }]);
    expect(withFavourite([mine], { ...mine, id: 'b' })).toHaveLength(2);
  });

  it('come back whole from their file', () => {
    fc.assert(
      fc.property(favourites, (held) => {
        const read = importFavourites([], writeFavouritesFile(held), counter());
        if (typeof read === 'string') throw new Error(read);
        expect(essence(read.favourites)).toEqual(essence(held));
        expect(read).toMatchObject({ added: held.length, known: 0 });
      }),
    );
  });

  it('of a file that is read twice are there once', () => {
    const file = writeFavouritesFile([mine]);
    expect(importFavourites([mine], file, counter())).toEqual({ favourites: [mine], added: 0, known: 1 });
  });

  it('of a file that has one twice are there once', () => {
    const read = importFavourites([], writeFavouritesFile([mine, { ...mine, id: 'again' }]), counter());
    expect(read).toMatchObject({ favourites: [{ title: mine.title }], added: 1, known: 1 });
  });

  it('come back from what the browser kept', () => {
    fc.assert(
      fc.property(favourites, (held) => {
        expect(readFavourites(JSON.parse(JSON.stringify(held)))).toEqual(held);
      }),
    );
  });

  it('lose nothing to a bad file, and say what is wrong with it', () => {
    const file = (folders: unknown): string =>
      JSON.stringify({ format: 'setu-favourites', version: 1, folders });
    const statement = { title: 'One', query: 'RETURN 1' };
    const wrong: readonly (readonly [text: string, reason: RegExp])[] = [
      ['', /it is no JSON/],
      ['[]', /“format” is not “setu-favourites”/],
      ['{"format": "setu-favourites", "version": 2}', /its version is not 1/],
      [file('x'), /“folders” is no list/],
      [file([{ name: '', statements: [] }]), /folder 1 needs a name/],
      [file([{ name: 'A' }]), /folder “A” has no list “statements”/],
      [
        file([{ name: 'A', statements: [statement, { query: 'x' }] }]),
        /statement 2 of folder “A” needs a title/,
      ],
      [
        file([{ name: 'A', statements: [{ title: 'T' }] }]),
        /statement 1 of folder “A” \(“T”\) needs a query/,
      ],
      [
        file([
          { name: 'A', statements: [{ ...statement, parameters: [{ name: 'x', type: 'magic', text: '' }] }] },
        ]),
        /parameters that are not \{name, type, text\}/,
      ],
    ];
    for (const [text, reason] of wrong) expect(importFavourites([mine], text, counter())).toMatch(reason);
  });

  it('are bounded', () => {
    const many = Array.from({ length: FAVOURITES_MAX }, (_, place) => ({
      ...mine,
      id: `${place}`,
      title: `${place}`,
    }));
    expect(importFavourites(many, writeFavouritesFile([mine]), counter())).toMatch(
      /there would be 501 favourites, 500 at most/,
    );
  });

  it('of any text are read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof readFavouritesFile(text) === 'string' || Array.isArray(readFavouritesFile(text))).toBe(
          true,
        );
      }),
    );
  });
});
