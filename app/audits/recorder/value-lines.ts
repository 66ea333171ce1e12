import { definitionElements } from '~/audits/entries/definition';
import { entryValues, type SentEntry } from '~/audits/entries/entries';
import { elementStateLabel, elementTitle, exceptionLabel } from '~/audits/entries/definition-labels';
import { revisitStatusLabel } from '~/audits/planning/labels';
import { m } from '~/paraglide/messages';
import type { Pack } from './pack';
import { siteMoment } from './site-moment';
import { methodLabel } from '~/audits/entries/verification-labels';

/** The content of an entry, line by line, enough to distinguish two. */
export function valueLines(pack: Pack, entry: SentEntry): string[] {
  if (entry.kind === 'element') return elementLines(entry);
  if (entry.kind === 'revisit') return revisitLines(pack, entry);
  const question = pack.sections.flatMap(({ questions }) => questions).find(({ key }) => key === entry.key);
  if (typeof entry.value !== 'object' || entry.value === null) return [];
  return Object.values(entry.value).flatMap((value): string[] => {
    if (value === null || value === '' || typeof value === 'boolean') return [];
    const choice = question?.choices.find((each) => each.value === value);
    if (choice) return [choice.label];
    if (question?.type === 'TICKS' && typeof value === 'string') {
      const ticked = value.split(' ').flatMap((one) => question.choices.find((each) => each.value === one)?.label ?? []);
      if (ticked.length > 0) return [ticked.join('; ')];
    }
    if (typeof value === 'number') return [String(value)];
    if (typeof value === 'string') return [/^\d{4}-\d\d-\d\dT/.test(value) ? siteMoment(pack, value) : value];
    return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string') ? [value.join(', ')] : [];
  });
}

function revisitLines(pack: Pack, { key, value }: SentEntry): string[] {
  const parsed = entryValues.revisit.safeParse(value);
  if (!parsed.success) return [];
  const { standing, seen, methods } = parsed.data;
  const about = pack.findings.find(({ id }) => id === key)?.text ?? '';
  return [
    about,
    standing === null ? m.auditpapers_standing_none() : revisitStatusLabel(standing),
    seen,
    methods.map(methodLabel).join(', '),
  ].filter(Boolean);
}

function elementLines({ key, value }: SentEntry): string[] {
  const element = definitionElements.find((each) => each === key);
  const parsed = entryValues.element.safeParse(value);
  if (!element || !parsed.success) return [];
  const { state, speaksFor, speaksAgainst, exceptions, methods } = parsed.data;
  const lists = [exceptions.map((each) => exceptionLabel(each)), methods.map(methodLabel)].map((words) => words.join(', '));
  return [`${elementTitle(element)}: ${elementStateLabel(element, state)}`, speaksFor, speaksAgainst, ...lists].filter(Boolean);
}
