import type { EntryValue } from '~/audits/entries/entries';
import type { InterviewTopic } from '~/audits/planning/states';
import { forcedLabour } from '../forced-labour';
import type { ConsistencyRecord } from '../record';
import type { Check } from '../rule';
import { areJudged, figure, given, judged, numberOf, recordedValues, rounded, sum } from './inputs';

type Tally = EntryValue<'tally'>;
const people = ({ women, men }: Tally) => women + men;
const tallies = (record: ConsistencyRecord): Tally[] => record.tallies.map(({ value }) => value);
const interviewed = (record: ConsistencyRecord) => sum(tallies(record).map(people));

/** Interviewees of a planned group; null where it was not asked of all. */
function countOf(record: ConsistencyRecord, dimension: string, value: string): number | null {
  const all = tallies(record);
  const known = (counts: readonly (number | null)[]) => (counts.some((count) => count === null) ? null : sum(counts.map(Number)));
  const migrants = () => known(all.map((tally) => tally.migrants));
  const agency = () => known(all.map((tally) => tally.agency));
  const rest = (part: number | null) => (part === null ? null : interviewed(record) - part);
  switch (`${dimension} ${value}`) {
    case 'sex women':
      return sum(all.map(({ women }) => women));
    case 'sex men':
      return sum(all.map(({ men }) => men));
    case 'origin migrants':
      return migrants();
    case 'origin locals':
      return rest(migrants());
    case 'contract agency':
      return agency();
    case 'contract direct':
      return rest(agency());
    default:
      return dimension === 'language' && /^[a-z]{2,3}$/.test(value)
        ? sum(all.filter(({ language }) => language === value).map(people))
        : null;
  }
}

/** E16 */
export const plannedGroups: Check = (record, limit) => {
  if (record.tallies.length === 0) return [];
  return record.plan.sample.flatMap(({ dimension, value, people: planned }) => {
    const found = planned === 0 ? null : countOf(record, dimension, value);
    if (found === null || found >= limit('planned-share') * planned) return [];
    const inputs = [figure(`plan.${dimension}.${value}`, planned), figure(`tally.${dimension}.${value}`, found)];
    return [{ subject: `${dimension}.${value}`.slice(0, 50), ...(found === 0 ? { severity: 'contradiction' as const } : {}), inputs }];
  });
};

/** E17 */
export const interviewsStated: Check = (record, limit) => {
  const all = tallies(record);
  if (all.length === 0) return [];
  const number = (isCounted: (tally: Tally) => boolean) => sum(all.filter(isCounted).map(people));
  const total = interviewed(record);
  const migrants = countOf(record, 'origin', 'migrants');
  const counted: [string, number | null, number][] = [
    ['BW.PI.k', number(({ form }) => form === 'individual'), 0],
    ['BW.PI.l', all.filter(({ form }) => form === 'group').length, 0],
    ['BW.PI.m', number(({ place }) => place === 'off-site'), 0],
    ['BW.PI.n', total === 0 ? null : rounded((100 * sum(all.map(({ women }) => women))) / total), limit('share-stated-points')],
    ['BW.PI.o', total === 0 || migrants === null ? null : rounded((100 * migrants) / total), limit('share-stated-points')],
    ['BW.PI.n.1', sum(all.map(({ women }) => women)), 0],
    ['BW.PI.o.1', migrants, 0],
    ['HL.3', number(({ form }) => form === 'individual'), 0],
  ];
  return counted.flatMap(([key, found, tolerance]) => {
    const stated = numberOf(record, key);
    if (stated === null || found === null || Math.abs(stated - found) <= tolerance) return [];
    return [{ subject: key, inputs: [...given(record, key), figure('tally.counted', found)] }];
  });
};

/** By topic the questions that workers confirm when they raise it. Topics that reveal a zero-tolerance answer are left out. */
export const topicQuestions: Readonly<Partial<Record<InterviewTopic, readonly string[]>>> = {
  recruitment: ['BW.HR.2.e'],
  documents: ['BW.FL.1.c', 'BW.FL.1.c.1'],
  hours: ['BW.WT.2.a'],
  wages: ['BW.CO.4.b'],
  housing: ['BW.OS.7.b'],
  voice: ['BW.FA.1.a'],
};
const topics = () => Object.entries(topicQuestions) as [InterviewTopic, readonly string[]][];
const byWorkers = (record: ConsistencyRecord, keys: Iterable<string>) =>
  [...keys].filter((key) => record.values.get(key)?.methods?.includes('workers'));

/** E18 */
export const confirmedByNoInterview: Check = (record, limit) => {
  if (interviewed(record) === 0) {
    const keys = areJudged(
      record,
      byWorkers(
        record,
        recordedValues(record).map(([key]) => key),
      ),
      'ok',
      limit,
    );
    return keys.length === 0 ? [] : [{ severity: 'contradiction', inputs: [figure('tally.people', 0), ...given(record, ...keys)] }];
  }
  return topics().flatMap(([topic, questions]) => {
    const isRaised = tallies(record).some(({ topics: raised }) => (raised[topic] ?? 'not-raised') !== 'not-raised');
    const keys = isRaised ? [] : areJudged(record, byWorkers(record, questions), 'ok', limit);
    return keys.length === 0 ? [] : [{ subject: topic, inputs: [figure(`tally.topic.${topic}`, 'not-raised'), ...given(record, ...keys)] }];
  });
};

/** E19 */
export const concernAgainstAnswers: Check = (record, limit) =>
  topics().flatMap(([topic, questions]) => {
    const isSerious = tallies(record).some(({ topics: raised }) => raised[topic] === 'grave-concern');
    const asked = questions.filter((key) => judged(record, key, limit) !== null);
    const ok = areJudged(record, asked, 'ok', limit);
    if (!isSerious || ok.length === 0 || ok.length < asked.length) return [];
    return [{ subject: topic, inputs: [figure(`tally.topic.${topic}`, 'grave-concern'), ...given(record, ...ok)] }];
  });

/** E21 */
export const coachingAgainstAnswer: Check = (record) => {
  const raised = tallies(record).flatMap(({ topics: { coaching } }) =>
    coaching === 'some-concern' || coaching === 'grave-concern' ? [coaching] : [],
  );
  if (raised.length === 0 || record.values.get('BW.PI.g')?.value !== 'no') return [];
  return [
    {
      inputs: [
        figure('tally.topic.coaching', raised.includes('grave-concern') ? 'grave-concern' : 'some-concern'),
        ...given(record, 'BW.PI.g'),
      ],
    },
  ];
};

/** F5 */
export const groupsAlone: Check = (record, limit) => {
  const all = tallies(record);
  const total = interviewed(record);
  if (total === 0) return [];
  const alone = sum(all.filter(({ form }) => form === 'individual').map(people));
  const keys = areJudged(record, byWorkers(record, forcedLabour), 'ok', limit);
  const odd = all.filter(
    (tally) => tally.form === 'group' && (people(tally) > limit('group-most') || people(tally) < limit('group-least')),
  );
  return [
    ...(alone === 0 && keys.length > 0
      ? [{ subject: 'alone', severity: 'contradiction' as const, inputs: [figure('tally.alone', 0), ...given(record, ...keys)] }]
      : alone < limit('alone-share') * total
        ? [{ subject: 'alone', inputs: [figure('tally.alone', `${alone}/${total}`)] }]
        : []),
    ...(odd.length > 0
      ? [
          {
            subject: 'groups',
            severity: 'note' as const,
            inputs: [
              figure(
                'tally.groups',
                odd
                  .map(people)
                  .sort((a, b) => a - b)
                  .join(', '),
              ),
            ],
          },
        ]
      : []),
  ];
};

/** F6 */
export const chosenByManagement: Check = (record, limit) => {
  const total = interviewed(record);
  const chosen = sum(
    tallies(record)
      .filter(({ chosenBy }) => chosenBy === 'management')
      .map(people),
  );
  if (total === 0 || chosen <= limit('chosen-doubt') * total) return [];
  const isMost = chosen > limit('chosen-contradiction') * total;
  return [
    { ...(isMost ? { severity: 'contradiction' as const } : {}), inputs: [figure('tally.chosenByManagement', `${chosen}/${total}`)] },
  ];
};

/** F7 */
export const nobodyOffSite: Check = (record) => {
  const needs = ['BW.SI.j', 'BW.PI.g'].filter((key) => record.values.get(key)?.value === 'yes');
  if (interviewed(record) === 0 || needs.length === 0 || tallies(record).some(({ place }) => place === 'off-site')) return [];
  return [{ inputs: [figure('tally.offSite', 0), ...given(record, ...needs)] }];
};

/** F8 */
export const interviewLanguages: Check = (record) => {
  const spoken = new Set(record.team.flatMap(({ languages }) => languages));
  const used = new Set(tallies(record).flatMap(({ language }) => (language === '' ? [] : [language])));
  const unspoken = spoken.size === 0 ? [] : [...used].filter((language) => !spoken.has(language)).sort();
  const planned = record.plan.sample.flatMap(({ dimension, value, people: count }) =>
    dimension === 'language' && count > 0 ? [value] : [],
  );
  const unused =
    used.size === 0 || record.values.get('BW.PI.p')?.value !== 'all' ? [] : planned.filter((language) => !used.has(language)).sort();
  return [
    ...(unspoken.length > 0 ? [{ subject: 'unspoken', inputs: [figure('tally.languages', unspoken.join(', '))] }] : []),
    ...(unused.length > 0
      ? [
          {
            subject: 'unused',
            severity: 'contradiction' as const,
            inputs: [figure('plan.languages', unused.join(', ')), ...given(record, 'BW.PI.p')],
          },
        ]
      : []),
  ];
};
