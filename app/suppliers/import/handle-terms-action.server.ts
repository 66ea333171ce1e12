import { givenText } from '~/platform/http/given-text';
import type { InOrganization } from '~/access/tenant-db.server';
import { decideTerm } from '~/suppliers/classification/decide-term.server';
import { listedGoodNames } from '~/suppliers/classification/listed-good-names.server';
import { type TermField, termFields } from '~/suppliers/classification/term-key';
import { m } from '~/paraglide/messages';
import { findSector } from './pipeline/clean/sector.server';
import { repairBatch } from './repair-batch.server';
import { startStaging } from './start-staging.server';

type Who = { batchId: string; organizationId: string; userId: string };

/**
 * The buttons beside recognised words: remembers for the organization what they mean, or that they mean nothing of it, and has the rows read again.
 * The sentence that says why not, else null.
 */
export async function handleTermsAction(inOrganization: InOrganization, form: FormData, who: Who): Promise<string | null> {
  const field = termFields.find((known) => known === form.get('field'));
  const text = readText(form.get('text'));
  if (field === undefined || text === null) return m.import_too_late();
  const value = chosen(field, givenText(form, 'value'), givenText(form, 'other').trim());
  const wrong = field === 'sector' ? m.classification_error_sector() : m.classification_error_good();
  if (value === 'wrong') return wrong;
  const done = await inOrganization(async (db) => {
    const terms = { [`${field}: ${text.slice(0, 80)}`]: value.value ?? '' };
    // Before the batch counts as not read: a value that is none of the list changes nothing.
    if (!(await decideTerm(db, { field, text, value: value.value }, who.userId))) return 'wrong';
    const repaired = await repairBatch(db, { ...who, repairs: [{ kind: 'terms', terms }] });
    return repaired.kind === 'repaired' ? 'decided' : repaired.kind;
  });
  if (done === 'wrong') return wrong;
  if (done !== 'decided') return done === 'too-many' ? m.import_cleaning_too_many() : m.import_too_late();
  await startStaging(inOrganization, who);
  return null;
}

/** `=14` a value, `none` that it is none, the empty word forgets, `other` what was typed beside. */
function chosen(field: TermField, pressed: string, other: string): { value: string | null | undefined } | 'wrong' {
  if (pressed === '') return { value: undefined };
  if (pressed === 'none') return { value: null };
  if (pressed.startsWith('=')) return { value: pressed.slice(1) };
  if (pressed !== 'other' || other === '') return 'wrong';
  const typed = field === 'sector' ? findSector(other) : listedGoodNames().find((good) => good.toLowerCase() === other.toLowerCase());
  return typed ? { value: typed } : 'wrong';
}

function readText(value: FormDataEntryValue | null): string | null {
  try {
    const text: unknown = JSON.parse(String(value));
    return typeof text === 'string' && text !== '' ? text : null;
  } catch {
    return null;
  }
}
