import type { Focus } from '../graph/focus.ts';
import type { LayeredPicture, LayerLine, LayerNode, TextBlock } from '../graph/layered/layered-picture.ts';
import { mixColours, type Colours } from './colours.ts';
import { textColourOf } from './node-look.ts';
import { strokeStyled } from './stroke-style.ts';
import type { Transform } from './transform.ts';

type Emphasis = 'faint' | 'plain' | 'strong' | 'accent';

const FAINT = 0.18;
const LEADING = 1.25;
const TIP_PX = 5;

/** How strongly a line is drawn: on the path, next to what is in focus, or stepping back. */
export function lineEmphasis({ edge }: LayerLine, focus: Focus): Emphasis {
  if (focus.pathEdges.has(edge.id)) return 'accent';
  if (!focus.isDimming) return 'plain';
  return focus.edges.has(edge.id) ? 'strong' : 'faint';
}

interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  readonly at: Transform;
  readonly focus: Focus;
}

function colourOf(emphasis: Emphasis, colours: Colours): string {
  return emphasis === 'accent' ? colours.accent : colours.line;
}

function paintTip({ context, at }: Brush, { tip }: LayerLine): void {
  if (!tip) return;
  const [x, y] = [at.x(tip.x), at.y(tip.y)];
  const back = tip.isRightwards ? -TIP_PX : TIP_PX;
  context.beginPath();
  context.moveTo(x + back, y - TIP_PX * 0.8);
  context.lineTo(x, y);
  context.lineTo(x + back, y + TIP_PX * 0.8);
  context.stroke();
}

function paintLine(brush: Brush, line: LayerLine, emphasis: Emphasis, isMiniature: boolean): void {
  const { context, colours, at, focus } = brush;
  context.globalAlpha = emphasis === 'faint' ? FAINT : 1;
  context.strokeStyle = colourOf(emphasis, colours);
  const width = line.widthPx + (emphasis === 'accent' ? 0.8 : emphasis === 'strong' ? 0.4 : 0);
  strokeStyled(context, emphasis === 'accent' && focus.isMiss ? 'missed' : line.style, width, (shift) => {
    for (const { x0, y0, x1, y1, x2, y2, x3, y3 } of line.curves) {
      context.moveTo(at.x(x0), at.y(y0) + shift);
      context.bezierCurveTo(
        at.x(x1),
        at.y(y1) + shift,
        at.x(x2),
        at.y(y2) + shift,
        at.x(x3),
        at.y(y3) + shift,
      );
    }
  });
  if (!isMiniature) paintTip(brush, line);
  context.globalAlpha = 1;
}

/** Words on ground of their own, so that no line runs through them. */
function paintBlock(
  { context, colours, at }: Brush,
  block: TextBlock,
  colour: string,
  weight: 400 | 600,
): void {
  context.font = `${weight} ${block.sizePx}px ${colours.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const leading = block.sizePx * LEADING;
  const x = at.x(block.x);
  block.lines.forEach((line, place) => {
    const y = at.y(block.y) + place * leading;
    const width = context.measureText(line).width + 6;
    context.fillStyle = colours.paper;
    context.fillRect(x - width / 2, y - leading / 2, width, leading);
    context.fillStyle = colour;
    context.fillText(line, x, y + 0.5);
  });
}

function paintName(brush: Brush, { node, label, isEnd }: LayerNode): void {
  if (!label) return;
  const { focus, colours } = brush;
  const isAccent = focus.accents.has(node.id);
  const isForward = isAccent || !focus.isDimming || focus.nodes.has(node.id);
  paintBlock(brush, label, textColourOf(isForward, isAccent, false, colours), isAccent || isEnd ? 600 : 400);
}

function paintWords(brush: Brush, { label }: LayerLine, emphasis: Emphasis): void {
  if (!label) return;
  const { colours } = brush;
  const plain = emphasis === 'accent' ? colours.accent : colours.muted;
  paintBlock(brush, label, emphasis === 'faint' ? mixColours(plain, colours.paper, 0.7) : plain, 400);
}

/** Paints what lies under the nodes of the layered layout: lines, what they say, and names. */
export function paintLayered(
  context: CanvasRenderingContext2D,
  picture: LayeredPicture,
  focus: Focus,
  colours: Colours,
  at: Transform,
): void {
  const brush: Brush = { context, colours, at, focus };
  const order: readonly Emphasis[] = ['faint', 'plain', 'strong', 'accent'];
  const lines = picture.lines.map((line) => ({ line, emphasis: lineEmphasis(line, focus) }));
  const inOrder = order.flatMap((level) => lines.filter(({ emphasis }) => emphasis === level));
  for (const { line, emphasis } of inOrder) paintLine(brush, line, emphasis, picture.isMiniature);
  for (const { line, emphasis } of inOrder) {
    const isRead = emphasis === 'accent' || emphasis === 'strong';
    if (isRead || !picture.isDense) paintWords(brush, line, emphasis);
  }
  for (const node of picture.nodes) paintName(brush, node);
}
