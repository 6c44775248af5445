import type { LineStyle } from '../line-style.ts';
import type { Mark, Side, Stand } from './bridge-types.ts';

/** The canvas the bridge is placed on; all lengths are CSS pixels, y grows downwards. */
export interface BridgeCanvas {
  readonly widthPx: number;
  readonly heightPx: number;
  /** A picture without labels above the list on a phone. */
  readonly isMiniature: boolean;
  /** Ids of the bands the reader opened, in the order of opening. */
  readonly openBands: readonly string[];
  /** Width of a text in the page's typeface. */
  readonly measure: (text: string, sizePx: number) => number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'right';
  readonly sizePx: number;
  readonly box: Box;
}

export interface PlacedStand {
  /** Unique in the picture: the entity's id at home, `band:id` at a stop. */
  readonly key: string;
  readonly stand: Stand;
  readonly bandId: string;
  readonly x: number;
  readonly y: number;
  readonly label: PlacedText | null;
}

export interface PlacedMark {
  readonly mark: Mark;
  readonly rowKey: string;
  readonly bandId: string;
  readonly x: number;
  readonly y: number;
  readonly label: PlacedText | null;
}

/** The level part of a row, between its gates. */
export interface PlacedRow {
  readonly key: string;
  readonly bandId: string;
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
  readonly style: LineStyle;
  readonly widthPx: number;
  readonly parties: readonly string[];
  readonly marks: readonly string[];
}

/** The bend between a stand and the gate of its row, within 64 px of the shore. */
export interface PlacedLink {
  readonly key: string;
  readonly rowKey: string;
  readonly party: string;
  readonly side: Side;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly style: LineStyle;
  readonly widthPx: number;
  readonly edges: readonly string[];
}

/** The faint line between an organisation's home and its stop in another band. */
export interface PlacedTie {
  readonly id: string;
  readonly side: Side;
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
}

export interface PlacedBand {
  readonly id: string;
  readonly y: number;
  readonly heightPx: number;
  readonly isClosed: boolean;
  readonly isShaded: boolean;
  readonly caption: readonly PlacedText[];
  /** On a strip: how many institutions it hides. */
  readonly notes: readonly PlacedText[];
}

export interface BridgePicture {
  readonly widthPx: number;
  /** More than the canvas where the reader opened more bands than fit. */
  readonly heightPx: number;
  readonly isMiniature: boolean;
  readonly leftX: number;
  readonly rightX: number;
  readonly bands: readonly PlacedBand[];
  readonly stands: readonly PlacedStand[];
  readonly marks: readonly PlacedMark[];
  readonly rows: readonly PlacedRow[];
  readonly links: readonly PlacedLink[];
  readonly ties: readonly PlacedTie[];
  readonly axis: {
    readonly y: number;
    readonly ticks: readonly { readonly text: string; readonly x: number }[];
  };
}
