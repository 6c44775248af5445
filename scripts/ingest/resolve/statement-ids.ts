import { sha256OfText } from '../../../server/evidence/normalise-text.ts';

/** Lower case, words joined by hyphens: the form of types, roles, kinds and figures inside ids. */
export function toSlug(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return slug === '' ? sha256OfText(text).slice(0, 8) : slug;
}

const slugs = new Map<string, string>();

/** The same for the closed vocabulary, remembered. */
function toKnownSlug(text: string): string {
  let slug = slugs.get(text);
  if (slug === undefined) {
    slug = toSlug(text);
    slugs.set(text, slug);
  }
  return slug;
}

/** `party-to~org:isro~agr:x`, with `~role` where there is one: the id of the relationship, and of its usual statement. */
export function relationshipId(
  type: string,
  source: string,
  target: string,
  role: string | undefined,
): string {
  const id = `${toKnownSlug(type)}~${source}~${target}`;
  return role === undefined ? id : `${id}~${toKnownSlug(role)}`;
}

/** A date as it may stand in an id: slashes, braces and commas become `_`. */
export function dateInId(date: string): string {
  return date.replace(/[^0-9A-Za-z.-]+/gu, '_').replace(/^_|_$/gu, '');
}

/** Eight hexadecimal digits that stand for a text in an id. */
export function shortDigest(text: string): string {
  return sha256OfText(text).slice(0, 8);
}
