import type { Colours } from './colours.ts';
import type { DrawnNode } from './drawn.ts';

/** What Sigma hands to a label painter: our attributes at their place on the canvas. */
export type LabelData = Partial<DrawnNode> & {
  x: number;
  y: number;
  size: number;
  label?: string | null;
  color: string;
};

export interface LabelLook {
  readonly colours: Colours;
  /** Colour of the text of a node, by its emphasis. */
  readonly textColour: (data: LabelData) => string;
  readonly ground: (data: LabelData) => string;
  readonly isBold: (data: LabelData) => boolean;
}

const PLAIN_LABEL_PX = 12;

interface LabelBox {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

export interface LabelPainter {
  /** A new picture begins: no label stands yet. */
  begin(): void;
  paint(context: CanvasRenderingContext2D, data: LabelData, look: LabelLook): void;
}

/**
 * Paints labels where the layout put them, else right of their node and only where no other label stands. Each has
 * ground of its own so that no line runs through it.
 */
export function createLabelPainter(): LabelPainter {
  let boxes: LabelBox[] = [];
  const isFree = (box: LabelBox): boolean =>
    boxes.every(
      (other) => box.x2 < other.x1 || box.x1 > other.x2 || Math.abs(box.y - other.y) > PLAIN_LABEL_PX + 3,
    );
  return {
    begin() {
      boxes = [];
    },
    paint(context, data, look) {
      const text = data.label ?? '';
      if (text === '') return;
      const placed = data.placedLabel ?? null;
      const sizePx = placed?.text.sizePx ?? PLAIN_LABEL_PX;
      const align = placed?.text.align ?? 'left';
      const x = data.x + (placed ? placed.dx : data.size + 4);
      context.font = `${look.isBold(data) ? 600 : 400} ${sizePx}px ${look.colours.fontFamily}`;
      context.textAlign = align;
      context.textBaseline = 'middle';
      const width = context.measureText(text).width;
      const left = align === 'left' ? x : x - width;
      const box = { x1: left - 2, x2: left + width + 2, y: data.y };
      if (!placed && !isFree(box)) return;
      boxes.push(box);
      context.fillStyle = look.ground(data);
      context.fillRect(left - 2, data.y - sizePx / 2 - 0.5, width + 4, sizePx + 1);
      context.fillStyle = look.textColour(data);
      context.fillText(text, x, data.y + 0.5);
    },
  };
}

/** The card beside a node under the pointer: its whole caption, kind, dates, standing. */
export function paintHover(context: CanvasRenderingContext2D, data: LabelData, look: LabelLook): void {
  const lines = (data.title ?? data.label ?? '').split('\n').filter((line) => line !== '');
  if (lines.length === 0) return;
  const fonts = lines.map(
    (_, place) => `${place === 0 ? 600 : 400} ${place === 0 ? 13 : 12}px ${look.colours.fontFamily}`,
  );
  const widths = lines.map((line, place) => {
    context.font = fonts[place] ?? '';
    return context.measureText(line).width;
  });
  const width = Math.max(...widths) + 20;
  const height = lines.length * 18 + 12;
  const room = context.canvas.clientWidth;
  const x = data.x + 14 + width > room ? Math.max(4, data.x - 14 - width) : data.x + 14;
  const y = Math.min(Math.max(4, data.y - height / 2), Math.max(4, context.canvas.clientHeight - height - 4));
  context.fillStyle = look.colours.paper;
  context.strokeStyle = look.colours.ink;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x, y, width, height, 4);
  context.fill();
  context.stroke();
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  lines.forEach((line, place) => {
    context.font = fonts[place] ?? '';
    context.fillStyle = place === 0 ? look.colours.ink : look.colours.muted;
    context.fillText(line, x + 10, y + 6 + 9 + place * 18);
  });
  context.beginPath();
  context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
  context.strokeStyle = look.colours.accent;
  context.lineWidth = 1.5;
  context.stroke();
}
