import type { ExplorerApi } from '../api/explorer-api.ts';
import type { QueryParameter } from '../state/query-parameter.ts';
import type { AppState } from '../state/app-state.ts';
import type { PathOptions, PathQuestion } from '../state/path-question.ts';
import type { Favourite } from '../state/favourites.ts';
import type { HistoryEntry } from '../state/query-history.ts';
import type { Shelf } from '../state/shelf.ts';
import type { ResourceStore } from '../state/resource-store.ts';
import type { Store } from '../state/store.ts';
import type { CameraPlace, Question, Selection } from '../state/view-state.ts';
import type { ConsoleRuns } from './console-runs.ts';
import type { EditorPort } from './editor-port.ts';

/** What an act is about, where it needs to be told; without one, commands act on the selection. */
export type Target =
  | Selection
  | { readonly kind: 'band'; readonly id: string }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'tab'; readonly tab: 'about' | 'partners' }
  | { readonly kind: 'path-index'; readonly index: number }
  /** What is missing stays as it is. */
  | { readonly kind: 'path-ends'; readonly from?: string | null; readonly to?: PathQuestion['to'] }
  /** Some options in place of those in force; what is set to undefined falls back to its default. */
  | {
      readonly kind: 'path-options';
      readonly label: string;
      readonly options: PathOptions;
      readonly mergeKey?: string;
    }
  | { readonly kind: 'camera'; readonly camera: CameraPlace | null }
  /** A text with its values, as in a favourite or an example. */
  | { readonly kind: 'query'; readonly query: string; readonly parameters: readonly QueryParameter[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parameter'; readonly parameter: QueryParameter }
  | { readonly kind: 'favourite'; readonly favourite: Favourite }
  | { readonly kind: 'run'; readonly run: HistoryEntry }
  | { readonly kind: 'pane-height'; readonly heightPx: number }
  /** One relationship with its ends. */
  | { readonly kind: 'relation'; readonly id: string; readonly source: string; readonly target: string }
  /** The rows of the answer in the order they are shown. */
  | { readonly kind: 'row-order'; readonly places: readonly number[] };

/** What commands ask of the canvas; the renderer stands behind it. */
export interface CanvasPort {
  zoomBy(factor: number): void;
  /** Moves by a share of the canvas, −1 … 1. */
  panBy(x: number, y: number): void;
  flyTo(id: string): void;
}

/** A file of the reader, or why it cannot be read. */
export type PickedFile =
  { readonly name: string; readonly text: string } | { readonly name: string; readonly fault: string };

/** What commands ask of the page around them. */
export interface DeskPort {
  copyText(text: string): Promise<void>;
  /** The address that reopens this view. */
  address(): string;
  /** Offers a text as a file to keep. */
  saveFile(name: string, text: string): void;
  /** Asks for a text file; null where the reader chose none. */
  pickFile(accept: string): Promise<PickedFile | null>;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** Puts the cursor into the search box, with a text to start from. */
  focusSearch(text?: string): void;
}

export interface CommandContext {
  readonly app: Store<AppState>;
  readonly resources: ResourceStore;
  readonly api: ExplorerApi;
  readonly canvas: CanvasPort;
  readonly desk: DeskPort;
  readonly editor: EditorPort;
  readonly runs: ConsoleRuns;
  readonly shelf: Shelf;
  readonly target: Target | null;
}

/** Where a command is offered beside the palette, which offers all that are enabled. */
export type CommandPlace = 'toolbar' | 'node-menu' | 'canvas-menu';

/** One thing a person can do. */
export interface Command {
  readonly id: string;
  readonly group: 'View' | 'Explore' | 'Ask' | 'Cypher' | 'Share' | 'Help';
  readonly label: (context: CommandContext) => string;
  /** Name of an icon in ui/parts/icons.tsx. */
  readonly icon?: string;
  /** `Mod` is Ctrl, on a Mac ⌘. A single letter works while no text is being typed. */
  readonly shortcuts?: readonly string[];
  readonly places: readonly CommandPlace[];
  readonly isEnabled: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void | Promise<void>;
}
