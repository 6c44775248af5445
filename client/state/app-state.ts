import type { DocumentsResponse, MetaResponse } from '../../server/contract/explore.ts';
import type { ResultViews } from '../graph/answer/choose-view.ts';
import type { GraphData } from '../graph/graph-data.ts';
import type { ViewHistory } from './history.ts';
import type { WorkbenchState } from './workbench-state.ts';

/** What the service last said about itself. */
export type Service =
  | { readonly status: 'loading' }
  | { readonly status: 'ready' }
  | { readonly status: 'empty'; readonly message: string }
  /** The service wants a token first. */
  | { readonly status: 'locked' }
  | { readonly status: 'away'; readonly message: string; readonly retryInSeconds: number };

/** What the client knows of the data. */
export interface KnownData {
  readonly meta: MetaResponse;
  readonly graph: GraphData;
  readonly documents: DocumentsResponse['documents'];
  /** The service holds more than it sent. */
  readonly isTruncated: boolean;
  readonly total: { readonly nodes: number; readonly edges: number };
}

export type DialogName = 'palette' | 'shortcuts' | 'documents';
export type ThemeChoice = 'system' | 'light' | 'dark';

export interface AppState {
  readonly service: Service;
  readonly data: KnownData | null;
  readonly history: ViewHistory;
  readonly dialog: DialogName | null;
  readonly theme: ThemeChoice;
  readonly isPanelOpen: boolean;
  /** The path that is looked at for a moment, by its place among those found. */
  readonly previewedPath: number | null;
  /** How answers were looked at on earlier visits, where the view says nothing. */
  readonly keptResultViews: ResultViews;
  readonly workbench: WorkbenchState;
  /** Said once, politely, to screen readers too. */
  readonly notice: string | null;
}
