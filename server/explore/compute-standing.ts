import type { Standing } from '../contract/graph.ts';
import { parseEdtfDate, STILL } from '../evidence/edtf-date.ts';

/** A TERM or DATE statement of an agreement. */
export interface StandingBasis {
  readonly id: string;
  readonly type: 'TERM' | 'DATE';
  readonly ordinal: number;
  readonly basis: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly isConditional: boolean;
  readonly what: string | undefined;
  readonly date: string | undefined;
  readonly modality: string;
  readonly statesUpTo: string | undefined;
}

/** A day with its number since 1970-01-01. */
export interface StandingDay {
  readonly iso: string;
  readonly day: number;
}

type Verdict = Pick<Standing, 'code' | 'uncertain' | 'until'> & { readonly on: readonly StandingBasis[] };

/** What makes an agreement one that was concluded. */
const CONCLUDING = new Set([
  'signed',
  'adopted',
  'concluded',
  'exchanged',
  'effective',
  'renewed',
  'extended',
]);

function judgeBegin(basis: readonly StandingBasis[], at: number): Verdict | { readonly uncertain: boolean } {
  const begins = basis
    .filter((one) => (one.type === 'DATE' ? CONCLUDING.has(one.what ?? '') && one.date : one.from))
    .map((one) => ({ one, span: parseEdtfDate((one.date ?? one.from) as string) }))
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  const [first] = begins;
  if (!first) return { uncertain: false };
  if (at < first.span.from) return { code: 'not-concluded', on: [first.one] };
  return { uncertain: first.span.from !== first.span.to && at < first.span.to && begins.length === 1 };
}

function isTerm(one: StandingBasis): boolean {
  return one.type === 'TERM' || one.what === 'expires';
}

function endOf(term: StandingBasis): { from: number; to: number } | null {
  const text = term.type === 'DATE' ? term.date : term.to;
  if (text === undefined || text === '..') return null;
  const span = parseEdtfDate(text);
  return span.to === STILL ? null : span;
}

function judgeEnd(basis: readonly StandingBasis[], at: number): Verdict {
  const terms = basis.filter(isTerm).sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1));
  const firm = terms.findLast((term) => !term.isConditional);
  const conditional = terms.filter((term) => term.isConditional);
  const end = firm ? endOf(firm) : null;
  if (!firm || !end) {
    const dates = basis.filter((one) => one.type === 'DATE' && CONCLUDING.has(one.what ?? ''));
    return { code: 'no-end-stated', on: firm ? [firm] : dates };
  }
  const until = (firm.to ?? firm.date) as string;
  if (at <= end.to)
    return { code: 'in-force', until, on: [firm], ...(at > end.from ? { uncertain: true } : {}) };
  const running = conditional.find((term) => at <= (endOf(term)?.to ?? STILL));
  if (running) return { code: 'ended-unless-extended', until, on: [firm, running] };
  const last = conditional.at(-1);
  return { code: 'term-ended', until: last?.to ?? until, on: last ? [firm, last] : [firm] };
}

function judge(modality: string | undefined, basis: readonly StandingBasis[], at: number): Verdict {
  if (modality !== undefined && modality !== 'stated') return { code: 'not-concluded', on: basis };
  const stated = basis.filter((one) => one.modality === 'stated');
  const begin = judgeBegin(stated, at);
  if ('code' in begin) return begin;
  const end = judgeEnd(stated, at);
  return begin.uncertain ? { ...end, uncertain: true } : end;
}

/**
 * How an agreement stands on a day: in force on its stated terms, its stated term ended, ended unless extended (a
 * conditional extension would still run), no end stated, or not concluded (only planned, or concluded later).
 * `uncertain` is set where the day lies within a date that is known as a year or month only.
 * @param modality of the agreement; none = stated
 */
export function computeStanding(
  modality: string | undefined,
  basis: readonly StandingBasis[],
  at: StandingDay,
): Standing {
  const { on, ...verdict } = judge(modality, basis, at.day);
  const statesUpTo = on
    .map((one) => one.statesUpTo)
    .filter((text) => text !== undefined)
    .sort()
    .at(-1);
  return {
    ...verdict,
    at: at.iso,
    basis: on.map((one) => one.id).sort(),
    ...(statesUpTo === undefined ? {} : { statesUpTo }),
  };
}

/** The verdicts on an agreement whose firm term is over. */
const ENDED_CODES = new Set<Standing['code']>(['term-ended', 'ended-unless-extended']);

/**
 * Ids of the terms, dates of expiry among them, that have certainly ended, of an agreement whose stated term has ended;
 * none while a later term carries it on.
 * @param modality of the agreement; none = stated
 */
export function listEndedTerms(
  modality: string | undefined,
  basis: readonly StandingBasis[],
  at: StandingDay,
): string[] {
  if (!ENDED_CODES.has(judge(modality, basis, at.day).code)) return [];
  return basis
    .filter((one) => one.modality === 'stated' && isTerm(one) && (endOf(one)?.to ?? STILL) < at.day)
    .map(({ id }) => id);
}
