import type { EntryValue } from '~/audits/entries/entries';
import { interviewTopics } from '~/audits/planning/states';
import { m } from '~/paraglide/messages';
import type { Concern } from './interview-labels';
import { numberOf, type Read, textOf } from './record-list';

type Tally = EntryValue<'tally'>;

/** An interview as its form was sent. Origin and contract are recorded whatever the size of the group: what is shown is decided where it is shown. */
export function readInterviewForm(form: FormData): Read<'tally'> {
  const errors: Record<string, string> = {};
  const countOf = (name: string): number | null => {
    const number = numberOf(form, name);
    if (number !== null && (!Number.isInteger(number) || number < 0 || number > 10_000)) errors[name] = m.recorder_count_bad();
    return number;
  };
  const [women, men, migrants, agency] = ['women', 'men', 'migrants', 'agency'].map(countOf);
  const kind = textOf(form, 'form');
  const place = textOf(form, 'place');
  const people = (women ?? 0) + (men ?? 0);
  if (kind !== 'individual' && kind !== 'group') errors.form = m.recorder_choose_form();
  if (place !== 'on-site' && place !== 'off-site') errors.place = m.recorder_choose_place();
  if (people === 0 && !errors.women) errors.women = m.recorder_nobody();
  if (textOf(form, 'language') === '') errors.language = m.recorder_choose_language();
  for (const [name, count] of Object.entries({ migrants, agency })) {
    if (count === null || count === undefined || errors[name]) continue;
    if (count > people) errors[name] = m.recorder_more_than_all();
  }
  if (Object.keys(errors).length > 0 || (kind !== 'individual' && kind !== 'group') || (place !== 'on-site' && place !== 'off-site'))
    return { errors };
  return {
    value: {
      ...{ form: kind, place, chosenBy: textOf(form, 'chosenBy') as Tally['chosenBy'], language: textOf(form, 'language') },
      ...{ women: women ?? 0, men: men ?? 0, migrants: migrants ?? null, agency: agency ?? null },
      topics: Object.fromEntries(interviewTopics.map((topic) => [topic, textOf(form, `topic-${topic}`) as Concern])),
      isWithdrawn: false,
    },
  };
}
