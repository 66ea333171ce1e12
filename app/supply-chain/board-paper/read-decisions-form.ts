import type { FormFailure } from '~/ui/form-values';
import { formFailure } from '~/platform/forms/parse-form';
import { m } from '~/paraglide/messages';
import { type Decision, decisionFields, mostDecisions } from './schema';

const names = ['title', 'amount', 'ifYes', 'ifNo'] as const satisfies readonly (keyof Decision)[];

/** Reads up to three decisions from a form; those without any text are left out. */
export function readDecisionsForm(form: FormData): { ok: true; decisions: Decision[] } | FormFailure {
  const errors: Record<string, string[]> = {};
  const decisions: Decision[] = [];
  for (let index = 0; index < mostDecisions; index += 1) {
    const given = Object.fromEntries(names.map((name) => [name, String(form.get(`${index}.${name}`) ?? '').trim()])) as Decision;
    if (names.every((name) => given[name] === '')) continue;
    for (const name of names) {
      const { most, isNeeded } = decisionFields[name];
      if (given[name].length > most) errors[`${index}.${name}`] = [m.board_paper_error_long({ count: String(most) })];
      else if (isNeeded && given[name] === '') errors[`${index}.${name}`] = [m.board_paper_error_incomplete()];
    }
    decisions.push(given);
  }
  return Object.keys(errors).length > 0 ? formFailure(form, errors) : { ok: true, decisions };
}
