import { findingGrades } from '#scoring';
import type { EntryValue } from '~/audits/entries/entries';
import { inBothEditions } from '../follow-editions';
import type { Input, Kept } from '../record';
import type { Check } from '../rule';
import { areJudged, figure, given, headcount, judged, numberOf, recordedValues } from './inputs';

type Finding = Kept<EntryValue<'finding'>>;
/** A finding as an input: by its opening words, and what a rule reads of it. */
export const findingInput = ({ key, value }: Finding, ...more: readonly (string | number)[]): Input =>
  figure(`finding:${key}`, [value.what.slice(0, 60), ...more].join(' · '));

/** C2 */
export const findingAgainstAnswer: Check = (record, limit) =>
  record.findings.flatMap((finding) => {
    const { question } = finding.value;
    if (question === null) return [];
    const says = judged(record, question, limit);
    return says === 'ok' || says === 'na' ? [{ subject: finding.key, inputs: [findingInput(finding), ...given(record, question)] }] : [];
  });

/** Questions whose *bad* shows an indicator (crosswalk: equal or narrower), without those that reveal a zero-tolerance answer; a test compares. */
export const showsIndicator: Readonly<Record<string, readonly string[]>> = {
  I1: ['H10.3'],
  I2: ['H2.4', 'H13.3'],
  I4: ['H8.6', 'H14.2'],
  I7: ['H12.1', 'H12.3', 'BW.FL.1.c', 'BW.FL.1.c.1'],
  I8: ['H3.3', 'BW.FL.1.g'],
  I9: ['H2.2', 'H3.5', 'H5.6', 'BW.FL.2.a', 'BW.FL.2.b', 'BW.FL.2.d'],
  I11: ['H7.2', 'H7.3', 'H7.4', 'BW.FL.3.a', 'BW.FL.3.b'],
};

/** Whether a finding is on one of these questions, in either edition. */
export const isAbout = (question: string | null, questions: readonly string[]): boolean =>
  question !== null && inBothEditions(question).some((key) => questions.includes(key));

/** C3. *Not known* fires too, as a doubt: what was found is known. */
export const findingAgainstIndicator: Check = (record, limit) =>
  Object.entries(showsIndicator).flatMap(([indicator, questions]) => {
    const findings = record.findings.filter(({ value }) => isAbout(value.question, questions));
    const isUnknown = record.values.get(indicator)?.value === 'unknown';
    if (findings.length === 0 || !(isUnknown || judged(record, indicator, limit) === 'ok')) return [];
    const inputs = [...findings.map((finding) => findingInput(finding)), ...given(record, indicator)];
    return [{ subject: indicator, ...(isUnknown ? { severity: 'doubt' as const } : {}), inputs }];
  });

/** What supports an indicator: related questions too, and the operational indicators of the same kind. */
export const supportsIndicator: Readonly<Record<string, readonly string[]>> = {
  I2: ['D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.5', 'D1.6', 'D1.7', 'D1.8', 'D1.9', 'D1.10'],
  I7: ['H12.4', 'D2.5', 'D5.1'],
  I8: ['H3.2', 'D2.10', 'D4.2', 'D4.3', 'D5.14'],
  I9: ['H9.3', 'H11.1', 'BW.FL.2.c', 'BW.FL.2.e', 'BW.HR.2.e', 'D4.3', 'D2.4', 'D5.2'],
  I11: ['BW.WT.2.a', 'D4.1'],
};

/** C4 */
export const indicatorWithoutSupport: Check = (record, limit) =>
  Object.entries(supportsIndicator).flatMap(([indicator, related]) => {
    if (judged(record, indicator, limit) !== 'bad') return [];
    const supports = [...related, ...(showsIndicator[indicator] ?? [])];
    const isNamed = record.findings.some(({ value }) => isAbout(value.question, supports));
    const isSupported = isNamed || areJudged(record, supports, 'bad', limit).length > 0;
    return isSupported ? [] : [{ subject: indicator, inputs: given(record, indicator) }];
  });

/** C6 */
export const isolatedYetWide: Check = (record, limit) => {
  const all = headcount(record);
  if (all === null) return [];
  return record.findings.flatMap((finding) => {
    const { extent, affected } = finding.value;
    const isWide = extent === 'isolated' && affected !== null && affected > limit('wide-share') * all;
    return isWide
      ? [{ subject: finding.key, inputs: [findingInput(finding), figure('finding.affected', affected), figure('plan.workers', all)] }]
      : [];
  });
};

/** Groups that a finding may name, and the question that counts each. */
const named = [
  { key: 'BW.SI.n', words: /agenc|agence|labour contractor/i },
  { key: 'BW.SI.o', words: /migrant|foreign|étrang|extranjer/i },
  { key: 'BW.SI.q', words: /hostel|dormitor|dortoir|foyer|albergue|residenc/i },
] as const;

/** C7 */
export const moreAffectedThanThereAre: Check = (record) => {
  const all = headcount(record);
  return record.findings.flatMap((finding) => {
    const { affected, what, howOften } = finding.value;
    if (affected === null) return [];
    const groups = named.flatMap(({ key, words }) => {
      const people = numberOf(record, key);
      return people !== null && words.test(`${what} ${howOften}`) ? [{ key, people }] : [];
    });
    const largest = groups.length === 0 ? all : Math.max(...groups.map(({ people }) => people));
    if (largest === null || affected <= largest) return [];
    const against = groups.length === 0 ? [figure('plan.workers', largest)] : given(record, ...groups.map(({ key }) => key));
    return [{ subject: finding.key, inputs: [findingInput(finding), figure('finding.affected', affected), ...against] }];
  });
};

const isMiscounted = (methods: readonly string[], agreement: string | null | undefined): boolean =>
  methods.length > 0 &&
  ((methods.length === 1 && (agreement === 'agree' || agreement === 'contradict')) || (methods.length > 1 && agreement === 'single'));

/** C8 */
export const sourcesMiscounted: Check = (record) => {
  const checks = recordedValues(record).flatMap(([key, { methods = [], agreement }]) => (isMiscounted(methods, agreement) ? [key] : []));
  const findings = record.findings.filter(({ value }) => isMiscounted(value.methods, value.agreement));
  return [
    ...(checks.length === 0 ? [] : [{ subject: 'check', inputs: given(record, ...checks) }]),
    ...findings.map((finding) => ({ subject: finding.key, inputs: [findingInput(finding, String(finding.value.agreement))] })),
  ];
};

/** C9 */
export const sourcesContradict: Check = (record) =>
  record.findings.flatMap((finding) =>
    finding.value.agreement === 'contradict' ? [{ subject: finding.key, inputs: [findingInput(finding, 'contradict')] }] : [],
  );

/** C15 */
export const repeatedAtLowerGrade: Check = (record) =>
  record.findings.flatMap((finding) => {
    const before = record.earlierFindings.find(({ id }) => id === finding.value.repeats);
    if (!before) return [];
    const rank = (grade: string) => (findingGrades as readonly string[]).indexOf(grade);
    // The most serious grade is listed first.
    return rank(finding.value.grade) > rank(before.grade)
      ? [{ subject: finding.key, inputs: [findingInput(finding, finding.value.grade), figure('earlier.grade', before.grade)] }]
      : [];
  });

/** C16 */
export const causeRepeatsFinding: Check = (record, limit) => {
  const same = (text: string) => text.trim().toLowerCase();
  return record.findings.flatMap((finding) => {
    const cause = same(finding.value.rootCause);
    if (cause === '') return [];
    const shared = record.findings.filter(({ value }) => same(value.rootCause) === cause).length;
    const isEmpty = cause === same(finding.value.what) || shared >= limit('same-cause');
    return isEmpty ? [{ subject: finding.key, inputs: [findingInput(finding)] }] : [];
  });
};

/** C17 */
export const praiseBesideFinding: Check = (record) =>
  record.practices.flatMap(({ key, value: { section, what } }) => {
    if (section === null) return [];
    const beside = record.findings.filter(
      ({ value }) => (value.grade === 'critical' || value.grade === 'major') && value.question?.startsWith(`${section}.`),
    );
    if (beside.length === 0) return [];
    return [{ subject: key, inputs: [figure(`practice:${key}`, what.slice(0, 60)), ...beside.map((each) => findingInput(each))] }];
  });

/** C18 */
export const legalContextWithoutLaw: Check = (record) =>
  record.findings.flatMap((finding) =>
    finding.value.isLegalContext && finding.value.legalReference.trim() === ''
      ? [{ subject: finding.key, inputs: [findingInput(finding)] }]
      : [],
  );
