import type { BridgePicture, PlacedLink, PlacedRow, PlacedText } from '../graph/bridge/picture-types.ts';
import type { Focus } from '../graph/focus.ts';
import { mixColours, type Colours } from './colours.ts';
import { strokeStyled, type StrokeStyle } from './stroke-style.ts';
import type { Transform } from './transform.ts';

/** How much of a line is left when it steps back, and of a line between bands before anyone looks at it. */
const FAINT = 0.15;

export type Emphasis = 'plain' | 'strong' | 'accent' | 'faint';

/** How strongly a row is drawn: it is on the path, has something in focus, or steps back. */
export function rowEmphasis(row: PlacedRow, links: readonly PlacedLink[], focus: Focus): Emphasis {
  if (links.some((link) => link.edges.some((edge) => focus.pathEdges.has(edge)))) return 'accent';
  if (!focus.isDimming) return 'plain';
  const isNear = row.marks.some((id) => focus.nodes.has(id)) && row.parties.some((id) => focus.nodes.has(id));
  return isNear || links.some((link) => link.edges.some((edge) => focus.edges.has(edge)))
    ? 'strong'
    : 'faint';
}

export function linkEmphasis(link: PlacedLink, row: Emphasis, focus: Focus): Emphasis {
  if (row === 'accent') {
    if (link.edges.some((edge) => focus.pathEdges.has(edge))) return 'accent';
    return focus.isDimming ? 'faint' : 'plain';
  }
  return row;
}

interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  readonly at: Transform;
  readonly picture: BridgePicture;
  readonly focus: Focus;
}

function paintGround({ context, colours, at, picture }: Brush): void {
  const width = context.canvas.clientWidth;
  for (const band of picture.bands) {
    if (!band.isShaded) continue;
    context.fillStyle = colours.band;
    context.fillRect(0, at.y(band.y), width, band.heightPx * at.scale);
  }
  context.strokeStyle = colours.grid;
  context.lineWidth = 1;
  const foot = picture.axis.y - 10;
  for (const tick of picture.axis.ticks) {
    if (tick.text === 'no date') continue;
    context.beginPath();
    context.moveTo(at.x(tick.x), at.y(0));
    context.lineTo(at.x(tick.x), at.y(foot));
    context.stroke();
  }
}

function paintTies({ context, colours, at, picture, focus }: Brush): void {
  for (const tie of picture.ties) {
    const isNear = focus.ties.has(tie.id);
    const colour = tie.side === 'left' ? colours.left : colours.right;
    context.globalAlpha = isNear ? 0.8 : focus.isDimming ? 0.06 : FAINT;
    context.strokeStyle = focus.accents.has(tie.id) ? colours.accent : colour;
    const bulge = (tie.side === 'left' ? 1 : -1) * Math.min(44, 14 + Math.abs(tie.y2 - tie.y1) * 0.08);
    strokeStyled(context, styleOf('solid', focus.accents.has(tie.id), focus), 1, () => {
      context.moveTo(at.x(tie.x), at.y(tie.y1));
      const out = at.x(tie.x + bulge);
      context.bezierCurveTo(out, at.y(tie.y1), out, at.y(tie.y2), at.x(tie.x), at.y(tie.y2));
    });
  }
  context.globalAlpha = 1;
}

/** How a line is stroked: by its standing, or on the nearest miss as one. */
function styleOf(style: StrokeStyle, isAccent: boolean, { isMiss }: Focus): StrokeStyle {
  return isAccent && isMiss ? 'missed' : style;
}

function alphaOf(emphasis: Emphasis): number {
  return emphasis === 'faint' ? FAINT : 1;
}

function paintLink(brush: Brush, link: PlacedLink, emphasis: Emphasis): void {
  const { context, colours, at } = brush;
  const shore = link.side === 'left' ? colours.left : colours.right;
  const shade = context.createLinearGradient(at.x(link.x0), 0, at.x(link.x1), 0);
  shade.addColorStop(0, mixColours(shore, colours.paper, 0.15));
  shade.addColorStop(1, colours.line);
  context.globalAlpha = alphaOf(emphasis);
  context.strokeStyle = emphasis === 'accent' ? colours.accent : shade;
  const width = link.widthPx + (emphasis === 'accent' ? 1 : emphasis === 'strong' ? 0.4 : 0);
  const middle = (link.x0 + link.x1) / 2;
  strokeStyled(context, styleOf(link.style, emphasis === 'accent', brush.focus), width, (shift) => {
    context.moveTo(at.x(link.x0), at.y(link.y0) + shift);
    context.bezierCurveTo(
      at.x(middle),
      at.y(link.y0) + shift,
      at.x(middle),
      at.y(link.y1) + shift,
      at.x(link.x1),
      at.y(link.y1) + shift,
    );
  });
}

function paintRow(brush: Brush, row: PlacedRow, emphasis: Emphasis): void {
  const { context, colours, at } = brush;
  context.globalAlpha = alphaOf(emphasis);
  context.strokeStyle = emphasis === 'accent' ? colours.accent : colours.line;
  const width = row.widthPx + (emphasis === 'accent' ? 1 : emphasis === 'strong' ? 0.4 : 0);
  strokeStyled(context, styleOf(row.style, emphasis === 'accent', brush.focus), width, (shift) => {
    context.moveTo(at.x(row.x1), at.y(row.y) + shift);
    context.lineTo(at.x(row.x2), at.y(row.y) + shift);
  });
}

function paintLines(brush: Brush): void {
  const { picture, focus, context } = brush;
  const linksByRow = new Map<string, PlacedLink[]>();
  for (const link of picture.links)
    linksByRow.set(link.rowKey, [...(linksByRow.get(link.rowKey) ?? []), link]);
  const order: readonly Emphasis[] = ['faint', 'plain', 'strong', 'accent'];
  const rows = picture.rows.map((row) => {
    const links = linksByRow.get(row.key) ?? [];
    return { row, links, emphasis: rowEmphasis(row, links, focus) };
  });
  for (const level of order) {
    for (const { row, links, emphasis } of rows) {
      for (const link of links) {
        const own = linkEmphasis(link, emphasis, focus);
        if (own === level) paintLink(brush, link, own);
      }
      if (emphasis === level) paintRow(brush, row, emphasis);
    }
  }
  context.globalAlpha = 1;
}

function paintText({ context, at, colours }: Brush, text: PlacedText, colour: string): void {
  context.font = `400 ${text.sizePx}px ${colours.fontFamily}`;
  context.textAlign = text.align;
  context.textBaseline = 'middle';
  context.fillStyle = colour;
  context.fillText(text.text, at.x(text.x), at.y(text.y));
}

function paintTexts(brush: Brush): void {
  const { context, colours, at, picture } = brush;
  for (const band of picture.bands) {
    for (const line of [...band.caption, ...band.notes]) paintText(brush, line, colours.muted);
  }
  context.font = `400 11px ${colours.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.muted;
  for (const tick of picture.axis.ticks) context.fillText(tick.text, at.x(tick.x), at.y(picture.axis.y));
}

/** Paints what lies under the marks: bands, years, lines, captions. Sigma draws dots, marks and their labels above. */
export function paintBridge(
  context: CanvasRenderingContext2D,
  picture: BridgePicture,
  focus: Focus,
  colours: Colours,
  at: Transform,
): void {
  const brush: Brush = { context, picture, focus, colours, at };
  paintGround(brush);
  paintTies(brush);
  paintLines(brush);
  paintTexts(brush);
}
