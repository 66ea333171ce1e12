import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { searchButton, searchFields, searchIntent } from '~/ui/combobox/search-fields';
import type { FoundChoices } from '~/ui/combobox/search-step';
import { choiceFinder, mostFound } from './choice-lists.server';
import { formFailure } from './parse-form';

/** `chosen`: values that the form had chosen, whose names the page may not know. */
type Search = { name: string; list: string; text: string; chosen: readonly string[] };
type Fields = FormData | URLSearchParams;
const longestText = 200;
/** The most fields of one form that are looked up. */
const mostSearches = 20;

/** Thrown by `readForm`: a form without script asks what there is to choose from. Its action has done nothing yet. */
export class SearchAsked extends Error {
  constructor(
    readonly form: FormData,
    readonly searches: readonly Search[],
    readonly intent: string | null,
  ) {
    super('The form asks for choices.');
  }
}

function textOf(fields: Fields, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim().slice(0, longestText) : '';
}

/**
 * Takes the fields of searches out of a form. A text that was not searched yet is a search, whichever button was pressed: Enter presses the first of the form,
 * and nothing that was typed may be lost.
 */
function takeSearches(fields: Fields): Search[] {
  const suffix = searchFields.list('');
  const names = [...new Set(fields.keys())].filter((key) => key.endsWith(suffix)).map((key) => key.slice(0, -suffix.length));
  const pressed = fields.get(searchButton);
  const searches = names.slice(0, mostSearches).map((name) => {
    const text = textOf(fields, searchFields.text(name));
    const isNew = text !== '' && (text !== textOf(fields, searchFields.shown(name)) || pressed === name);
    // Words that count without being on the list are chosen as they are; they are looked up where their own button was pressed.
    const free = isNew ? fields.get(searchFields.free(name)) : null;
    if (free === 'several') for (const words of text.split(';')) fields.append(name, words.trim());
    else if (free === 'one') fields.set(name, text);
    const chosen = fields.getAll(name).map(String).filter(Boolean);
    if (free !== null && pressed !== name) return { name, list: '', text: '', chosen };
    return { name, list: textOf(fields, searchFields.list(name)), text: isNew ? text : '', chosen };
  });
  for (const name of names) for (const of of Object.values(searchFields)) fields.delete(of(name));
  fields.delete(searchButton);
  // A press of the button beside an empty field draws the form again.
  return pressed !== null || searches.some(({ text }) => text !== '') ? searches : [];
}

/** The form as its action reads it, without the fields of searches. Throws `SearchAsked` where it is a search. */
export function withoutSearches(form: FormData): FormData {
  const intent = form.get(searchIntent);
  form.delete(searchIntent);
  const searches = takeSearches(form);
  if (searches.length > 0) throw new SearchAsked(form, searches, typeof intent === 'string' ? intent : null);
  return form;
}

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params'>;

async function findAll(searches: readonly Search[], asked: Asked): Promise<Record<string, FoundChoices>> {
  const found: Record<string, FoundChoices> = {};
  for (const { name, list, text, chosen } of searches) {
    const find = async (what: string) => (what === '' ? [] : ((await choiceFinder(list)?.(what, asked)) ?? []));
    const named = await Promise.all(chosen.slice(0, mostFound).map(async (code) => (await find(code)).find(({ value }) => value === code)));
    found[name] = { text, choices: (await find(text)).slice(0, mostFound), chosen: named.filter((choice) => choice !== undefined) };
  }
  return found;
}

/** The answer to a search: the form as a refused one is drawn again, without an error, and with what was found. */
export async function answerSearch({ form, searches, intent }: SearchAsked, asked: Asked) {
  if (intent !== null) form.set('intent', intent);
  const failure = formFailure(form, {});
  return data({ ...failure, failure, intent: failure.values.intent?.[0], found: await findAll(searches, asked) });
}

/** What a form that is sent by its address says, without the fields of its searches: typed words that count are among the values. */
export function fieldsOfAddress({ url }: Request): URLSearchParams {
  const fields = new URL(url).searchParams;
  takeSearches(fields);
  return fields;
}

/** What a form that is sent by its address searched for: for the loader of its page, among whose data it must be. */
export async function foundByAddress(asked: Asked): Promise<{ found: Record<string, FoundChoices>; intent: string | null }> {
  const fields = new URL(asked.request.url).searchParams;
  return { intent: fields.get(searchIntent), found: await findAll(takeSearches(fields), asked) };
}
