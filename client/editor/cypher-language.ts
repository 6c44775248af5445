import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StreamParser } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';

import { ROLE_START, roleOf, roleStateAfter, type Role, type RoleState } from '../cypher/roles.ts';
import { readToken, type Opening } from '../cypher/tokenise.ts';

interface LineState {
  readonly opening: Opening;
  readonly roles: RoleState;
}

/** Names of the editor's own table of styles. */
const STYLE_OF: Record<Role, string | null> = {
  keyword: 'keyword',
  function: 'function',
  variable: null,
  label: 'typeName',
  type: 'className',
  property: 'propertyName',
  parameter: 'parameter',
  string: 'string',
  number: 'number',
  constant: 'atom',
  comment: 'comment',
  other: null,
};

/** The first sign of what follows on the line, past spaces. */
function nextSign(line: string, offset: number): string {
  return line.slice(offset).trimStart().charAt(0);
}

/** The tokens of client/cypher for the editor, line by line. */
const parser: StreamParser<{ current: LineState }> = {
  name: 'cypher',
  startState: () => ({ current: { opening: null, roles: ROLE_START } }),
  copyState: ({ current }) => ({ current }),
  token(stream, state) {
    const { opening, roles } = state.current;
    const read = readToken(stream.string, stream.pos, opening);
    stream.pos = read.token.end;
    const role = roleOf(read.token, roles, nextSign(stream.string, read.token.end));
    const isGoingOn = opening !== null;
    state.current = {
      opening: read.opening,
      roles: isGoingOn ? roles : roleStateAfter(read.token, roles),
    };
    return STYLE_OF[role];
  },
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] },
  },
  tokenTable: { function: tags.function(tags.variableName), parameter: tags.special(tags.variableName) },
};

const style = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--code-keyword)', fontWeight: '600' },
  { tag: tags.function(tags.variableName), color: 'var(--code-function)' },
  { tag: tags.typeName, color: 'var(--code-label)' },
  { tag: tags.className, color: 'var(--code-type)' },
  { tag: tags.propertyName, color: 'var(--code-property)' },
  { tag: tags.special(tags.variableName), color: 'var(--code-parameter)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: [tags.number, tags.atom], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
]);

export const cypherLanguage = StreamLanguage.define(parser);

/** Colours of the language; both themes, as they are the page's own. */
export const cypherColours: Extension = syntaxHighlighting(style);
