import type { EntryValue } from '~/audits/entries/entries';
import type { RestsOn } from './evidence-schema';
import { isFiveOrMore, type ReportInterviews, smallestTable } from './people-schema';
import { interviewForms } from './vocabulary';

/**
 * What an answer rests on, as it may be printed. Workers are named as a source beside others only in an approved audit with ten or more interviewees, and how
 * they were interviewed only where five or more were interviewed in that way. What rests on workers alone names no source.
 */
export function restsOn(
  check: EntryValue<'check'> | undefined,
  interviews: ReportInterviews,
): Pick<RestsOn, 'sources' | 'interviews' | 'agreement'> {
  const methods = check?.methods ?? [];
  if (!methods.includes('workers'))
    return { sources: methods, interviews: [], agreement: methods.length > 0 ? (check?.agreement ?? null) : null };
  if (methods.length === 1 || !areEnough(interviews)) return { sources: 'several', interviews: [], agreement: null };
  const byForm = interviews.state === 'told' ? interviews.partitions.form : {};
  const forms = interviewForms.filter((form) => check?.interviews?.includes(form) && isFiveOrMore(byForm[form] ?? 0));
  return { sources: methods, interviews: forms, agreement: check?.agreement ?? null };
}

/** Whether so many were interviewed that groups of them are printed at all. */
const areEnough = (interviews: ReportInterviews): boolean =>
  interviews.state === 'told' &&
  (typeof interviews.people === 'object'
    ? interviews.people.from >= smallestTable
    : typeof interviews.people === 'number' && interviews.people >= smallestTable);
