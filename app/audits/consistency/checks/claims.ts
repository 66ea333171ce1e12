import type { ConsistencyRecord } from '../record';
import type { Check } from '../rule';
import { printOf } from '../fingerprint';
import { figure, recordedValues } from './inputs';
import { findingInput } from './findings';

/** The indicator of forced labour that a finding shows by its question. */
const shownBy = ({ raises = {} }: ConsistencyRecord, { value: { question } }: ConsistencyRecord['findings'][number]): string | undefined =>
  question === null ? undefined : raises[question];

/** C5 */
export const systemicYetMinor: Check = (record) =>
  record.findings.flatMap((finding) => {
    const { extent, grade } = finding.value;
    const isLow = shownBy(record, finding) !== undefined && extent === 'systemic' && grade === 'minor';
    return isLow ? [{ subject: finding.key, inputs: [findingInput(finding, extent, grade)] }] : [];
  });

/** C10 */
export const claimAgainstFinding: Check = (record) => {
  const indicators = [...new Set(record.findings.flatMap((finding) => shownBy(record, finding) ?? []))].sort();
  return indicators.flatMap((indicator) => {
    const claims = (record.claims ?? []).filter((claim) => claim.indicators.includes(indicator));
    if (claims.length === 0) return [];
    const findings = record.findings.filter((finding) => shownBy(record, finding) === indicator);
    const said = claims.map(({ key, value, on }) => ({ key, value, on }));
    return [{ subject: indicator, inputs: [...findings.map((each) => findingInput(each)), ...said] }];
  });
};

/** G9 */
export const sameAsOtherSites: Check = (record, limit) => {
  const counted = new Set(record.compliance.map(({ key }) => key));
  const own = recordedValues(record).filter(([key, { isOwn }]) => counted.has(key) && !isOwn);
  const prints = new Map(own.map(([key, { value, note = '' }]) => [key, printOf(value, note)]));
  const noted = new Set(own.flatMap(([key, { note = '' }]) => (note.trim() === '' ? [] : [key])));
  const alike = (record.sameLead ?? []).filter((other) => {
    const common = [...prints].filter(([key]) => key in other);
    const same = common.filter(([key, print]) => other[key] === print).map(([key]) => key);
    const isSame = common.length >= limit('copied-answers') && same.length >= limit('copied-share') * common.length;
    return isSame && same.filter((key) => noted.has(key)).length >= limit('copied-notes');
  });
  if (alike.length + 1 < limit('copied-sites')) return [];
  return [{ inputs: [figure('team.sameAnswers', alike.length + 1)] }];
};
