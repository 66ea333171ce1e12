import type { Is } from '../rule';
import { judge } from '../judge';
import type { Check } from '../rule';
import { given, numberOf } from './inputs';

/** A statement of the record, and the items of the review that deny it. */
const pairs: readonly { says: string; is: Is | 'past'; against: readonly string[]; when: Is }[] = [
  { says: 'RR.2', is: 'past', against: ['IR-A.1', 'FR5.1'], when: 'ok' },
  { says: 'RR.1.origin.expiry', is: 'past', against: ['RR.1.origin'], when: ['valid'] },
  { says: 'RR.1.work.expiry', is: 'past', against: ['RR.1.work'], when: ['valid'] },
  { says: 'RR.10', is: 'past', against: ['RR.9'], when: ['iris', 'other'] },
  { says: 'RR.11', is: ['yes'], against: ['IR-A.2'], when: 'ok' },
  { says: 'RR.12', is: ['no'], against: ['IR-1.1'], when: 'ok' },
  { says: 'RR.14', is: ['no'], against: ['IR-3.5'], when: 'ok' },
];

const isSaid = (value: string | number, is: Is | 'past', on: string): boolean =>
  is === 'past' ? typeof value === 'string' && value < on : Array.isArray(is) && is.includes(value);

/** A37: on the day of the review. */
export const recordAgainstReview: Check = (record, limit) =>
  pairs.flatMap(({ says, is, against, when }) => {
    const value = record.values.get(says)?.value;
    if (value === undefined || !isSaid(value, is, record.plan.endsOn)) return [];
    const denied = against.filter((key) => {
      const found = record.values.get(key)?.value;
      return found !== undefined && (Array.isArray(when) ? when.includes(found) : judge(key, found, limit) === when);
    });
    return denied.length === 0 ? [] : [{ subject: says, inputs: given(record, says, ...denied) }];
  });

/** A40 */
export const workforceAgainstStatement: Check = (record, limit) => {
  const [peak, migrants, housed] = [numberOf(record, 'EQW.1'), numberOf(record, 'EQW.2'), numberOf(record, 'EQW.5')];
  const isStated = record.values.get('EQW.6')?.value === 'yes';
  const denying = [...(migrants !== null && migrants < limit('half') ? ['EQW.2'] : []), ...(housed === 0 ? ['EQW.5'] : [])];
  return [
    ...(isStated && denying.length > 0 ? [{ subject: 'EQW.6', inputs: given(record, 'EQW.6', ...denying) }] : []),
    ...(peak !== null && housed !== null && housed > peak ? [{ subject: 'EQW.5', inputs: given(record, 'EQW.5', 'EQW.1') }] : []),
  ];
};
