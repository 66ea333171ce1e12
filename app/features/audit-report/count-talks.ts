import { restrictedTopics } from '#scoring';
import type { EntryValue } from '~/features/audit/entries';
import { talkTopics } from '~/features/audit/states';
import { type ProtectedCount, protectCounts, smallestGroup } from '~/features/site/protect-counts';
import type { ReportInterviews } from '~/reports/audit-report/people-schema';
import { talkGrades } from '~/reports/audit-report/vocabulary';
import { languageWord } from './language-word';

type Tally = EntryValue<'tally'>;
const peopleOf = ({ women, men }: Tally) => women + men;
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const isRaised = (grade: string | undefined) => grade === 'some-concern' || grade === 'grave-concern';

/**
 * Talks with workers as they may be printed: each share of the whole by itself and none crossed with another, no group under five and none that could be
 * computed back. Of a topic only how gravely it was raised, and by how many where five or more did and five or more did not; else by several sources. Of a topic
 * that would tell the answer to a zero-tolerance question, nothing.
 */
export function countTalks(tallies: readonly Tally[], { locale }: { locale: string }): Extract<ReportInterviews, { state: 'told' }> {
  const total = sum(tallies.map(peopleOf));
  const isFew = total > 0 && total < smallestGroup;
  const split = (parts: Record<string, number>): Record<string, ProtectedCount> => {
    const hidden = Object.keys(parts).map((key) => [key, 'withheld' as const]);
    if (isFew) return Object.fromEntries(hidden);
    return Object.fromEntries(Object.entries(protectCounts(parts, total)).map(([key, count]) => [key, count ?? 'withheld']));
  };
  const by = (keyOf: (tally: Tally) => string, keys: readonly string[]) =>
    split(Object.fromEntries(keys.map((key) => [key, sum(tallies.filter((tally) => keyOf(tally) === key).map(peopleOf))])));
  const within = (name: string, rest: string, counted: (tally: Tally) => number | null) => {
    const known = tallies.filter((tally) => counted(tally) !== null);
    const own = sum(known.map((tally) => Math.min(counted(tally) ?? 0, peopleOf(tally))));
    return split({ [name]: own, [rest]: sum(known.map(peopleOf)) - own, unknown: total - sum(known.map(peopleOf)) });
  };
  const languages = [...new Set(tallies.map(({ language }) => language))].sort();
  const heardIn = (language: string) => sum(tallies.filter((tally) => tally.language === language).map(peopleOf));
  const told = languages.filter((language) => heardIn(language) >= smallestGroup);
  return {
    state: 'told',
    people: isFew ? 'under-5' : total,
    partitions: {
      sex: split({ women: sum(tallies.map(({ women }) => women)), men: sum(tallies.map(({ men }) => men)) }),
      form: by(({ form }) => form, ['individual', 'group']),
      place: by(({ place }) => place, ['on-site', 'off-site']),
      chosenBy: by(({ chosenBy }) => chosenBy, ['team', 'management', 'worker-representatives', 'themselves']),
      origin: within('migrants', 'locals', ({ migrants }) => migrants),
      contract: within('agency', 'direct', ({ agency }) => agency),
    },
    languages: told.map((code) => languageWord(code, locale)),
    hasFurtherLanguages: told.length < languages.length,
    topics: isFew ? [] : topicsOf(tallies, total),
  };
}

function topicsOf(tallies: readonly Tally[], total: number) {
  const topics = talkTopics.filter((topic) => !restrictedTopics().includes(topic) && tallies.some(({ topics: said }) => topic in said));
  return topics.map((topic) => {
    const grades = tallies.map((tally) => tally.topics[topic] ?? 'not-raised');
    const grade = talkGrades.findLast((each) => grades.includes(each)) ?? 'not-raised';
    const raised = sum(tallies.filter((tally) => isRaised(tally.topics[topic])).map(peopleOf));
    const isSafe = raised >= smallestGroup && total - raised >= smallestGroup;
    return { topic, grade, people: isSafe ? raised : raised === 0 ? 0 : ('several' as const) };
  });
}
