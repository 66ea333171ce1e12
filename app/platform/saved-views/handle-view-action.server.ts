import { data } from '@remix-run/node';
import type { InOrganization } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import type { Refused } from '~/ui/act-dialog';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { actOnViews } from './act-on-views.server';
import { readViewQuery } from './read-views.server';
import { type ViewedList, viewActFields } from './schema';

const done = {
  'save-view': m.lists_view_saved,
  'change-view': m.lists_view_changed,
  'delete-view': m.lists_view_deleted,
  'set-default': m.lists_view_default_done,
  'clear-default': m.lists_view_default_cleared,
  'choose-columns': m.lists_columns_done,
} as const;
/** Parameters that are about one look at the list and are not part of a view. */
const ofTheMoment = ['after', 'before', 'columns', 'saved', 'archived', '_routes'];

/**
 * A posted form about the views of a list. Answers a redirect to the list, or the refusal of the form. `columnsOf` reads the columns that the form
 * names: the ticked ones, or those that the page shows; `path` is that of the list.
 */
export async function handleViewAction(
  form: FormData,
  options: {
    list: ViewedList;
    userId: string;
    mayShare: boolean;
    inOrganization: InOrganization;
    builtIn: readonly string[];
    search: URLSearchParams;
    path: string;
    columnsOf: (words: readonly string[]) => string[];
  },
) {
  const { list, userId, mayShare, inOrganization, builtIn, search, path, columnsOf } = options;
  const read = parseForm(form, viewActFields);
  const intent = form.get('intent');
  if (!read.ok) {
    if (intent !== 'save-view' && intent !== 'change-view') throw badRequest('intent');
    return data({ refused: { intent, failure: read } satisfies Refused }, { status: 422 });
  }
  const query = new URLSearchParams([...search].filter(([, value]) => value !== ''));
  for (const name of ofTheMoment) query.delete(name);
  const chosen = form.getAll('columns').map(String);
  // No ticked box is a choice too.
  const columns = read.value.intent === 'choose-columns' && chosen.length === 0 ? ['none'] : columnsOf(chosen);
  const outcome = await inOrganization(async (db) => {
    const acted = await actOnViews(db, read.value, { list, userId, mayShare, query: query.toString(), columns, builtIn });
    const id = acted.kind === 'done' && acted.view !== null && !builtIn.includes(acted.view) ? acted.view : null;
    return { acted, saved: id === null ? null : { id, query: (await readViewQuery(db, { list, id })) ?? '' } };
  });
  if (outcome.acted.kind === 'missing') {
    if (read.value.intent !== 'save-view') throw notFound();
    return data(
      { refused: { intent: read.value.intent, failure: formFailure(form, { '': [m.lists_view_too_many()] }) } satisfies Refused },
      { status: 422 },
    );
  }
  const next = new URLSearchParams(search);
  for (const name of ['after', 'before', 'archived', '_routes']) next.delete(name);
  if (read.value.intent === 'choose-columns') next.set('columns', columns.join(','));
  if (read.value.intent === 'delete-view') next.delete('saved');
  const shown = outcome.saved === null ? next : new URLSearchParams(outcome.saved.query);
  if (outcome.saved) shown.set('saved', outcome.saved.id);
  return redirectWithFlash(`${path}?${shown}`, { tone: 'success', text: done[read.value.intent]() });
}
