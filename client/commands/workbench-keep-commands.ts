import {
  FAVOURITES_MAX,
  FIRST_FOLDER,
  importFavourites,
  TITLE_MAX_CHARACTERS,
  withFavourite,
  writeFavouritesFile,
  type Favourite,
  type Import,
} from '../state/favourites.ts';
import { usedParameters } from '../cypher/tokenise.ts';
import { say, viewOf } from './change-view.ts';
import { isWorkbenchOpen, takeText, updateWorkbench, writtenText } from './change-workbench.ts';
import type { Command, CommandContext } from './command.ts';

/** The first line of a statement that says something, as a title to begin with. */
function titleOf(query: string): string {
  const lines = query.split(/\r?\n/u).map((line) => line.replace(/^\s*\/\/\s*/u, '').trim());
  return (lines.find((line) => line !== '') ?? query.trim()).slice(0, TITLE_MAX_CHARACTERS);
}

/** A favourite of what is written now. */
function newFavourite(context: CommandContext): Favourite {
  const query = writtenText(context).trim();
  const names = usedParameters(query);
  const parameters = viewOf(context).workbench.parameters.filter(({ name }) => names.includes(name));
  return { id: context.desk.newId(), folder: FIRST_FOLDER, title: titleOf(query), query, parameters };
}

/** Keeps what is written as a favourite, or a favourite with a new title or folder. */
export const saveFavouriteCommand: Command = {
  id: 'save-favourite',
  group: 'Cypher',
  label: () => 'Save as favourite',
  icon: 'star',
  shortcuts: ['Mod+S'],
  places: [],
  isEnabled: (context) =>
    isWorkbenchOpen(context) && (context.target?.kind === 'favourite' || writtenText(context).trim() !== ''),
  run: (context) => {
    takeText(context);
    const { target } = context;
    const favourite = target?.kind === 'favourite' ? target.favourite : newFavourite(context);
    const { favourites } = context.app.get().workbench;
    const isKnown = favourites.some(({ id }) => id === favourite.id);
    if (!isKnown && favourites.length >= FAVOURITES_MAX)
      return say(context, `${FAVOURITES_MAX} favourites are kept at most: delete some first`);
    context.shelf.changeFavourites((kept) => withFavourite(kept, favourite));
    updateWorkbench(context, (workbench) => ({
      ...workbench,
      page: 'favourites',
      edited: isKnown ? null : favourite.id,
    }));
    say(context, isKnown ? 'Favourite changed' : 'Saved as favourite');
  },
};

/** Opens the fields of title and folder of a favourite, or closes them. */
export const editFavouriteCommand: Command = {
  id: 'edit-favourite',
  group: 'Cypher',
  label: () => 'Title and folder',
  icon: 'pen',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'favourite',
  run: (context) => {
    if (context.target?.kind !== 'favourite') return;
    const { id } = context.target.favourite;
    updateWorkbench(context, (workbench) => ({ ...workbench, edited: workbench.edited === id ? null : id }));
  },
};

export const deleteFavouriteCommand: Command = {
  id: 'delete-favourite',
  group: 'Cypher',
  label: () => 'Delete this favourite',
  icon: 'bin',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'favourite',
  run: (context) => {
    if (context.target?.kind !== 'favourite') return;
    const { favourite } = context.target;
    context.shelf.changeFavourites((kept) => kept.filter(({ id }) => id !== favourite.id));
    updateWorkbench(context, (workbench) => ({ ...workbench, deleted: favourite }));
  },
};

export const restoreFavouriteCommand: Command = {
  id: 'restore-favourite',
  group: 'Cypher',
  label: ({ app }) => `Put back “${app.get().workbench.deleted?.title ?? ''}”`,
  icon: 'undo',
  places: [],
  isEnabled: ({ app }) => app.get().workbench.deleted !== null,
  run: (context) => {
    const { deleted } = context.app.get().workbench;
    if (!deleted) return;
    context.shelf.changeFavourites((kept) => withFavourite(kept, deleted));
    updateWorkbench(context, (workbench) => ({ ...workbench, deleted: null }));
  },
};

export const exportFavouritesCommand: Command = {
  id: 'export-favourites',
  group: 'Cypher',
  label: () => 'Save favourites as a file',
  icon: 'save',
  places: [],
  isEnabled: ({ app }) => app.get().workbench.favourites.length > 0,
  run: ({ app, desk }) =>
    desk.saveFile('setu-favourites.json', writeFavouritesFile(app.get().workbench.favourites)),
};

function describeImport({ added, known }: Import, name: string): string {
  return `${added} added from ${name}${known > 0 ? `, ${known} were there already` : ''}`;
}

export const importFavouritesCommand: Command = {
  id: 'import-favourites',
  group: 'Cypher',
  label: () => 'Add favourites from a file…',
  icon: 'open',
  places: [],
  isEnabled: isWorkbenchOpen,
  run: async (context) => {
    const file = await context.desk.pickFile('.json,application/json');
    if (!file) return;
    const refused = (why: string): string => `${file.name} was not read: ${why}. Nothing was changed.`;
    let outcome = 'fault' in file ? refused(file.fault) : '';
    if ('text' in file) {
      context.shelf.changeFavourites((kept) => {
        const read = importFavourites(kept, file.text, context.desk.newId);
        outcome = typeof read === 'string' ? refused(read) : describeImport(read, file.name);
        return typeof read === 'string' ? kept : read.favourites;
      });
    }
    updateWorkbench(context, (workbench) => ({ ...workbench, page: 'favourites', importOutcome: outcome }));
  },
};

/** Takes one run out of the history, or all of them. */
export const forgetRunsCommand: Command = {
  id: 'forget-runs',
  group: 'Cypher',
  label: ({ target }) => (target?.kind === 'run' ? 'Forget this run' : 'Forget all runs'),
  icon: 'bin',
  places: [],
  isEnabled: ({ app }) => app.get().workbench.history.length > 0,
  run: ({ target, shelf }) =>
    shelf.changeHistory((history) =>
      target?.kind === 'run'
        ? history.filter(({ query, ranAtMs }) => query !== target.run.query || ranAtMs !== target.run.ranAtMs)
        : [],
    ),
};
