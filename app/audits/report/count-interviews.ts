import { restrictedTopics } from '#scoring';
import type { EntryValue } from '~/audits/entries/entries';
import { interviewTopics } from '~/audits/planning/states';
import { smallestGroup } from '~/platform/privacy/protect-counts';
import { type ReportInterviews, type ReportTopic, type ShownCount, smallestTable } from '~/audits/report/audit-report/people-schema';
import { interviewGrades } from '~/audits/report/audit-report/vocabulary';
import { languageLabel } from './language-label';
import { bandOf, showCount, suppressSmallCells } from './suppress-small-cells';

type Tally = EntryValue<'tally'>;
const peopleOf = ({ women, men }: Tally) => women + men;
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const peopleIn = (tallies: readonly Tally[]) => sum(tallies.map(peopleOf));

/**
 * Interviews with workers as they may be printed: each partition of the whole by itself and none crossed with another, every count in its band, no group
 * under five and none that could be computed back. Of fewer than ten people only how many. Of a subject that would tell the answer to a zero-tolerance question,
 * nothing.
 */
export function countInterviews(tallies: readonly Tally[], { locale }: { locale: string }): Extract<ReportInterviews, { state: 'told' }> {
  const total = peopleIn(tallies);
  const isFew = total > 0 && total < smallestTable;
  const by = (keyOf: (tally: Tally) => string, keys: readonly string[]): Record<string, ShownCount> =>
    suppressSmallCells(Object.fromEntries(keys.map((key) => [key, peopleIn(tallies.filter((tally) => keyOf(tally) === key))])));
  const within = (name: string, rest: string, counted: (tally: Tally) => number | null): Record<string, ShownCount> => {
    const known = tallies.filter((tally) => counted(tally) !== null);
    const own = sum(known.map((tally) => Math.min(counted(tally) ?? 0, peopleOf(tally))));
    return suppressSmallCells({ [name]: own, [rest]: peopleIn(known) - own, unknown: total - peopleIn(known) });
  };
  const languages = [...new Set(tallies.map(({ language }) => language))].sort();
  const heardIn = (language: string) => peopleIn(tallies.filter((tally) => tally.language === language));
  const told = isFew ? [] : languages.filter((language) => heardIn(language) >= smallestGroup);
  return {
    state: 'told',
    people: showCount(total),
    partitions: {
      sex: suppressSmallCells({ women: sum(tallies.map(({ women }) => women)), men: sum(tallies.map(({ men }) => men)) }),
      form: by(({ form }) => form, ['individual', 'group']),
      place: by(({ place }) => place, ['on-site', 'off-site']),
      chosenBy: by(({ chosenBy }) => chosenBy, ['team', 'management', 'worker-representatives', 'themselves']),
      origin: within('migrants', 'locals', ({ migrants }) => migrants),
      contract: within('agency', 'direct', ({ agency }) => agency),
    },
    languages: told.map((code) => languageLabel(code, locale)),
    hasFurtherLanguages: told.length < languages.length,
    topics: isFew || total === 0 ? [] : topicsOf(tallies, total),
  };
}

/** The rank of a concern level; 0 is *not raised*. */
const graveness = (grade: string | undefined): number =>
  Math.max(0, interviewGrades.indexOf((grade ?? 'not-raised') as (typeof interviewGrades)[number]));

/**
 * Every topic that may be reported, asked or not. Its level is the most serious that five or more people reached: what fewer said is not printed, nor that
 * they said it. The number who raised it is shown only if five or more did and five or more did not.
 */
function topicsOf(tallies: readonly Tally[], total: number): ReportTopic[] {
  return interviewTopics
    .filter((topic) => !restrictedTopics().includes(topic))
    .map((topic) => {
      const reached = (grade: string) => peopleIn(tallies.filter(({ topics }) => graveness(topics[topic]) >= graveness(grade)));
      const grade = interviewGrades.slice(1).findLast((each) => reached(each) >= smallestGroup) ?? 'too-few';
      const raised = reached('some-concern');
      if (raised < smallestGroup) return { topic, grade, people: 'too-few' };
      return { topic, grade, people: total - raised >= smallestGroup ? bandOf(raised) : 'several' };
    });
}
