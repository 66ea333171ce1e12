import { ticksOf } from '#scoring';
import type { Limits } from '../parameters';
import type { Check } from '../rule';
import { areJudged, figure, given, recordedValues } from './inputs';

const level = /^P\d+\.Q\d+$/;

/** Options of edition two that claim that someone from outside checked. */
const outside: Readonly<Record<string, string>> = { 'POL.4': 'expert', 'FEE.5': 'outsider' };

const claimsCheck = (key: string, value: string | number, limit: Limits): boolean => {
  if (typeof value === 'number') return level.test(key) && value > limit('strong-claim') && value <= 4;
  const option = outside[key];
  return option !== undefined && ticksOf(value)?.includes(option) === true;
};

/** A10 */
export const selfCheckedClaim: Check = (record, limit) =>
  recordedValues(record).flatMap(([key, { value, note, isOwn }]) =>
    claimsCheck(key, value, limit) && !isOwn && !note?.trim() ? [{ subject: key, inputs: given(record, key) }] : [],
  );

/** A19 */
export const interviewRestriction: Check = (record) => {
  const restricted = [
    ...(['in-part', 'refused'].includes(String(record.values.get('BW.PI.e')?.value)) ? ['BW.PI.e'] : []),
    ...(record.values.get('BW.PI.i')?.value === 'yes' ? ['BW.PI.i'] : []),
  ];
  if (restricted.length === 0) return [];
  const isStated = record.plan.limits.trim() !== '';
  const hasGap = record.compliance.some(({ key }) => (record.values.get(key)?.value ?? 'not-assessed') === 'not-assessed');
  return isStated && hasGap ? [] : [{ inputs: [...given(record, ...restricted), figure('plan.limits', isStated ? 'yes' : 'no')] }];
};

/** A20 */
export const desktopSource: Check = (record) => {
  if (record.values.get('BW.PI.a')?.value !== 'document-checked') return [];
  const keys = record.compliance.flatMap(({ key }) =>
    record.values.get(key)?.methods?.some((method) => method === 'workers' || method === 'observation') ? [key] : [],
  );
  return keys.length === 0 ? [] : [{ inputs: given(record, 'BW.PI.a', ...keys) }];
};

/** A25 */
export const sourceThatCannotShow: Check = (record, limit) => {
  const keys = record.compliance.flatMap(({ key, verify }) => {
    const { methods = [] } = record.values.get(key) ?? {};
    const isUnfit = verify.length > 0 && methods.length > 0 && !methods.some((method) => verify.includes(method));
    return isUnfit && areJudged(record, [key], 'ok', limit).length > 0 ? [key] : [];
  });
  return keys.length === 0 ? [] : [{ inputs: given(record, ...keys) }];
};
