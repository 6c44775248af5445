/** What commands ask of the editor; without one on the page its acts do nothing. */
export interface EditorPort {
  /** The text as it stands; null while no editor is on the page. */
  text(): string | null;
  /** What is to run: the selected text, else the statement at the cursor; null where there is neither. */
  runnable(): string | null;
  /** Lays the text out anew; one step of the editor's own undo. */
  format(): void;
  focus(): void;
}
