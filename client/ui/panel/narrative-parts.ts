export interface NarrativePart {
  readonly kind: 'text' | 'citation' | 'strong' | 'emphasis';
  readonly text: string;
  /** Where in the Markdown it begins. */
  readonly start: number;
}

const SPECIAL = /\[(\d+)\](?!\()|\*\*([^*]+)\*\*|_([^_]+)_|\[([^\]]+)\]\([^)]*\)/g;
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!|>~<])/g;

function plain(text: string): string {
  return text.replaceAll(ESCAPED, '$1');
}

/** The Markdown of a path's narrative, as pieces to show: never as HTML. Links lose their address, not their text. */
export function narrativeParts(markdown: string): readonly NarrativePart[] {
  const parts: NarrativePart[] = [];
  let end = 0;
  for (const match of markdown.matchAll(SPECIAL)) {
    const [whole, citation, strong, emphasis, link] = match;
    if (markdown[match.index - 1] === '\\') continue;
    if (match.index > end)
      parts.push({ kind: 'text', text: plain(markdown.slice(end, match.index)), start: end });
    if (citation !== undefined) parts.push({ kind: 'citation', text: citation, start: match.index });
    else if (strong !== undefined) parts.push({ kind: 'strong', text: plain(strong), start: match.index });
    else if (emphasis !== undefined)
      parts.push({ kind: 'emphasis', text: plain(emphasis), start: match.index });
    else parts.push({ kind: 'text', text: plain(link ?? whole), start: match.index });
    end = match.index + whole.length;
  }
  if (end < markdown.length) parts.push({ kind: 'text', text: plain(markdown.slice(end)), start: end });
  return parts;
}
