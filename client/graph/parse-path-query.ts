const BETWEEN =
  /^(?:path |how (?:is|are) |what do |from )?(?:from )?(.+?)\s+(?:to|and|→|->|connected to|with)\s+(.+?)\??$/i;
/** What people write behind the two names. */
const TAIL = /(?:,?\s+and who says so|\s+(?:connected|share|have in common))\s*\??$/i;

/** The two ends of a question such as "ISRO to JAXA" or "How is DST connected to JSPS?"; null for any other text. */
export function parsePathQuery(text: string): { readonly from: string; readonly to: string } | null {
  const match = BETWEEN.exec(text.trim().replace(TAIL, ''));
  const from = match?.[1]?.replace(/\s+connected$/i, '').trim();
  const to = match?.[2]?.trim();
  if (from === undefined || to === undefined || from.length < 2 || to.length < 2) return null;
  return { from, to };
}
