import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';

import { byFolder, TITLE_MAX_CHARACTERS, type Favourite } from '../../state/favourites.ts';
import { useApp, useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { KeepFault } from './keep-fault.tsx';
import { KeptRow } from './kept-row.tsx';

/** A folder that there is, or a new one. */
function FolderField({
  folder,
  folders,
  onChange,
}: {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly onChange: (folder: string) => void;
}) {
  return (
    <>
      <label>
        Folder
        <input
          className="field-input"
          value={folder}
          maxLength={TITLE_MAX_CHARACTERS}
          list="favourite-folders"
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <datalist id="favourite-folders">
        {folders.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** The title and the folder of a favourite, to be changed. */
function FavouriteForm({
  favourite,
  folders,
}: {
  readonly favourite: Favourite;
  readonly folders: readonly string[];
}) {
  const run = useRun();
  const [title, setTitle] = useState(favourite.title);
  const [folder, setFolder] = useState(favourite.folder);
  const isReady = title.trim() !== '' && folder.trim() !== '';
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    const changed = { ...favourite, title: title.trim(), folder: folder.trim() };
    run('save-favourite', { kind: 'favourite', favourite: changed });
  };
  return (
    <form className="favourite-form" onSubmit={save} aria-label={`Title and folder of ${favourite.title}`}>
      <label>
        Title
        <input
          className="field-input"
          value={title}
          maxLength={TITLE_MAX_CHARACTERS}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <FolderField folder={folder} folders={folders} onChange={setFolder} />
      <Button className="button with-text outlined" type="submit" isDisabled={!isReady}>
        Save
      </Button>
    </form>
  );
}

function FavouriteRow({
  favourite,
  folders,
}: {
  readonly favourite: Favourite;
  readonly folders: readonly string[];
}) {
  const isEdited = useApp((state) => state.workbench.edited === favourite.id);
  const target = { kind: 'favourite' as const, favourite };
  return (
    <KeptRow
      query={favourite.query}
      parameters={favourite.parameters}
      tools={
        <>
          <CommandButton id="edit-favourite" target={target} />
          <CommandButton id="delete-favourite" target={target} />
        </>
      }
      more={isEdited && <FavouriteForm favourite={favourite} folders={folders} />}
    >
      <span className="kept-title">{favourite.title}</span>
      <code className="kept-code">{favourite.query}</code>
    </KeptRow>
  );
}

/** The statements the reader keeps, by folder. */
export function FavouritesPage() {
  const favourites = useApp((state) => state.workbench.favourites);
  const deleted = useApp((state) => state.workbench.deleted);
  const importOutcome = useApp((state) => state.workbench.importOutcome);
  const folders = byFolder(favourites);
  const names = folders.map(({ folder }) => folder);
  return (
    <>
      <div className="page-tools">
        <CommandButton id="save-favourite" hasText />
        <CommandButton id="import-favourites" hasText />
        <CommandButton id="export-favourites" hasText />
        {deleted && <CommandButton id="restore-favourite" hasText />}
      </div>
      <KeepFault />
      {importOutcome !== null && (
        <p className="quiet" role="status">
          {importOutcome}
        </p>
      )}
      {favourites.length === 0 && (
        <p className="quiet">Nothing is kept yet: write a statement and save it as a favourite.</p>
      )}
      {folders.map(({ folder, favourites: held }) => (
        <details key={folder} className="folder" open>
          <summary>
            {folder} <span className="quiet">{held.length}</span>
          </summary>
          <ul className="kept-list">
            {held.map((favourite) => (
              <FavouriteRow key={favourite.id} favourite={favourite} folders={names} />
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
