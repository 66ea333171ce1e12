import { type DateProblem, type DayBounds, recordedBounds } from '~/audits/entries/possible-dates';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { Pack } from './pack';

/** Days that may be typed into the record on this device. */
export const boundsOf = ({ audit }: Pick<Pack, 'audit'>): DayBounds => recordedBounds({ endsOn: audit.endsOn, now: new Date() });

export const dateProblemText = (problem: DateProblem, { earliest, latest }: DayBounds): string =>
  problem === 'ends-before'
    ? m.recorder_ends_before()
    : m.recorder_day_impossible({ earliest: formatDate(earliest), latest: formatDate(latest) });
