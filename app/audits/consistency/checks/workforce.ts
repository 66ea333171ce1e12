import type { Limits } from '../parameters';
import type { ConsistencyRecord } from '../record';
import type { Check } from '../rule';
import { figure, given, headcount, numberOf, rounded } from './inputs';

function workforce(record: ConsistencyRecord): number | null {
  const [women, men] = [numberOf(record, 'BW.SI.a'), numberOf(record, 'BW.SI.b')];
  return women === null || men === null ? null : women + men;
}

/** A11 */
export const groupLargerThanWorkforce: Check = (record) => {
  const all = workforce(record);
  if (all === null) return [];
  return ['BW.SI.m', 'BW.SI.n', 'BW.SI.o', 'BW.SI.q'].flatMap((key) =>
    (numberOf(record, key) ?? 0) > all ? [{ subject: key, inputs: given(record, 'BW.SI.a', 'BW.SI.b', key) }] : [],
  );
};

/** A12 */
export const yesAgainstNumber: Check = (record) =>
  (
    [
      ['BW.SI.f', 'BW.SI.o'],
      ['BW.SI.g', 'BW.SI.n'],
      ['BW.SI.j', 'BW.SI.q'],
      ['BW.UN.a', 'BW.UN.c'],
      ['BW.UN.b', 'BW.UN.d'],
    ] as const
  ).flatMap(([said, counted]) => {
    const [answer, number] = [record.values.get(said)?.value, numberOf(record, counted)];
    const isAgainst = number !== null && ((answer === 'yes' && number === 0) || (answer === 'no' && number > 0));
    return isAgainst ? [{ subject: said, inputs: given(record, said, counted) }] : [];
  });

const differ = (a: number, b: number, limit: Limits): boolean =>
  Math.abs(a - b) > Math.max(limit('people-differ'), limit('people-differ-share') * Math.max(a, b));

/** D1 */
export const headcountsDiffer: Check = (record, limit) => {
  const [counted, known] = [workforce(record), headcount(record)];
  if (counted === null || known === null || !differ(counted, known, limit)) return [];
  const isFar = Math.abs(counted - known) > limit('people-contradict-share') * Math.max(counted, known);
  return [
    {
      ...(isFar ? { severity: 'contradiction' as const } : {}),
      inputs: [...given(record, 'BW.SI.a', 'BW.SI.b'), figure(record.plan.workers === null ? 'site.workers' : 'plan.workers', known)],
    },
  ];
};

/** D2 */
export const sharesDiffer: Check = (record, limit) => {
  const all = workforce(record);
  if (all === null || all === 0) return [];
  const pairs = [
    ['BW.SI.a', 'site.femaleShare'],
    ['BW.SI.o', 'site.migrantShare'],
    ['BW.SI.n', 'site.agencyShare'],
  ] as const;
  return pairs.flatMap(([key, share]) => {
    const [people, known] = [numberOf(record, key), numberOf(record, share)];
    if (people === null || known === null || Math.abs(people / all - known) <= limit('shares-differ')) return [];
    return [{ subject: key, inputs: [...given(record, share), figure(key, rounded(people / all))] }];
  });
};

/** D9 */
export const peakAgainstSeason: Check = (record, limit) => {
  const ratio = numberOf(record, 'site.peakRatio');
  const seasonal = record.values.get('site.seasonal')?.value;
  if (ratio === null || seasonal === undefined) return [];
  const isAgainst = (ratio > limit('seasonal-ratio') && seasonal === 'no') || (ratio <= limit('flat-ratio') && seasonal === 'yes');
  return isAgainst ? [{ inputs: given(record, 'site.peakRatio', 'site.seasonal') }] : [];
};

/** G6 */
export const workforceChanged: Check = (record, limit) => {
  const [workers, before] = [numberOf(record, 'site.workers'), numberOf(record, 'was.workers')];
  const [share, shareBefore] = [numberOf(record, 'site.migrantShare'), numberOf(record, 'was.migrantShare')];
  const isFar = workers !== null && before !== null && Math.abs(workers - before) > limit('workforce-changes') * before;
  const isOther = share !== null && shareBefore !== null && Math.abs(share - shareBefore) > limit('migrants-change');
  return [
    ...(isFar ? [{ subject: 'workers', inputs: given(record, 'was.workers', 'site.workers') }] : []),
    ...(isOther ? [{ subject: 'migrantShare', inputs: given(record, 'was.migrantShare', 'site.migrantShare') }] : []),
  ];
};
