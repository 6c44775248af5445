export interface NarrativePart {
  readonly kind: 'text' | 'citation' | 'strong' | 'emphasis';
  readonly text: string;
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
    if (match.index > end) parts.push({ kind: 'text', text: plain(markdown.slice(end, match.index)) });
    if (citation !== undefined) parts.push({ kind: 'citation', text: citation });
    else if (strong !== undefined) parts.push({ kind: 'strong', text: plain(strong) });
    else if (emphasis !== undefined) parts.push({ kind: 'emphasis', text: plain(emphasis) });
    else parts.push({ kind: 'text', text: plain(link ?? whole) });
    end = match.index + whole.length;
  }
  if (end < markdown.length) parts.push({ kind: 'text', text: plain(markdown.slice(end)) });
  return parts;
}
