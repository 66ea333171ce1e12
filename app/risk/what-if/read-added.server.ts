import type { TenantDb } from '~/access/tenant-db.server';
import { readTerms } from '~/suppliers/classification/decide-term.server';
import { findParty } from '~/suppliers/parties/find-party.server';
import { recogniseSector } from '~/suppliers/import/pipeline/clean/sector.server';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { searchButton, searchFields, searchIntent } from '~/ui/combobox/search-fields';
import { formFailure } from '~/platform/forms/parse-form';
import { type Change, type ChangeProblem, readChange } from './changes';

const fieldOfProblem: Record<ChangeProblem, string> = {
  country: 'iso2',
  points: 'points',
  line: 'line',
  factor: 'percent',
  supplier: 'supplier',
  field: 'fact',
  value: 'value',
  finding: 'finding',
};

/** The error for values that the page's form cannot send. */
export function problemWords(problem: ChangeProblem): string {
  const words: Record<ChangeProblem, () => string> = {
    country: m.what_if_error_country,
    points: m.what_if_error_points,
    line: m.what_if_error_line,
    factor: m.what_if_error_factor,
    supplier: m.what_if_error_supplier,
    field: m.what_if_error_field,
    value: m.what_if_error_value,
    finding: m.what_if_error_finding,
  };
  return words[problem]();
}

/** The change that one of the forms adds, a supplier named by ID or name; null where none was sent, a failure with what was typed where it cannot be. */
export async function readAdded(db: TenantDb, params: URLSearchParams): Promise<{ ok: true; change: Change } | FormFailure | null> {
  const kind = params.get('add');
  // Without script a supplier is searched for, or named in the field of the search.
  if (kind === null) return params.has(searchButton) ? typedAgain(params, params.get(searchIntent)) : null;
  const parts: Record<string, string> = Object.fromEntries(params);
  const named = params.get(searchFields.text('supplier'));
  if (!parts.supplier && named !== null) parts.supplier = named;
  const [field = '', choice] = (parts.fact ?? '').split('=');
  const value = choice ?? (field === 'sector' ? await sectorIn(db, parts.value ?? '') : parts.value);
  const read = readChange(kind, { ...parts, factor: factorOf(parts.percent ?? ''), field, ...(value === undefined ? {} : { value }) });
  const fail = (problem: ChangeProblem) => typedAgain(params, kind, { [fieldOfProblem[problem]]: [problemWords(problem)] });
  if (!read.ok) return fail(read.problem);
  const { change } = read;
  if (change.kind !== 'fact' && change.kind !== 'drop') return read;
  const found = await findParty(db, { words: change.supplier, kinds: ['supplier'] });
  if (found.kind !== 'found') return fail('supplier');
  const party = await db.party.findFirst({ where: { id: found.partyId }, select: { publicId: true } });
  return party ? { ok: true, change: { ...change, supplier: party.publicId } } : fail('supplier');
}

/** What was typed into the form of a kind, to be drawn again. */
function typedAgain(params: URLSearchParams, kind: string | null, errors: Record<string, string[]> = {}): FormFailure {
  const form = new FormData();
  for (const [name, value] of params) if (name !== 'change' && name !== 'add') form.append(name, value);
  if (kind !== null) form.set('add', kind);
  return formFailure(form, errors);
}

/** A typed sector: a code unchanged, text as its decided or guessed code, with the text. */
async function sectorIn(db: TenantDb, typed: string): Promise<string> {
  const words = typed.trim();
  if (/^\d*$/.test(words)) return words;
  const read = recogniseSector(words, '', { terms: await readTerms(db), isGuessing: true });
  return read === null ? words : `${read.sector} (${words.replace(/[()]/g, ' ').slice(0, 100)})`;
}

/** A typed percentage as a factor ("50" is 0.5); empty where it is no percentage, and then refused by the field. */
function factorOf(percent: string): string {
  const typed = percent.trim().replace(/\s*%$/, '').replace(',', '.');
  return /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? String(Math.round(Number(typed) * 100) / 10_000) : '';
}
