import { judge } from '../judge';
import type { Limits } from '../parameters';
import type { ConsistencyRecord, Input, KnownRecruiter } from '../record';
import type { Check, Found } from '../rule';
import { figure, given, numberOf, rounded } from './inputs';

/** Answers that say so, the supplier's own too: they are compared with the record of a recruiter. */
const saysOk = (record: ConsistencyRecord, keys: readonly string[], limit: Limits): string[] =>
  keys.filter((key) => {
    const found = record.values.get(key);
    return found !== undefined && judge(key, found.value, limit) === 'ok';
  });

const recruiterInput = ({ id, name }: KnownRecruiter, what: string, says: string | number): Input =>
  figure(`recruiter.${what}:${id}`, `${name} · ${says}`);

/** One hit for each recruiter of which this is known, where an answer says otherwise. `questions` empty: by the record alone. */
const ofEach =
  (questions: readonly string[], inputsOf: (recruiter: KnownRecruiter, record: ConsistencyRecord) => Input[]): Check =>
  (record, limit) => {
    const keys = saysOk(record, questions, limit);
    if (questions.length > 0 && keys.length === 0) return [];
    return (record.recruiters ?? []).flatMap((recruiter): Found[] => {
      const inputs = inputsOf(recruiter, record);
      return inputs.length === 0 ? [] : [{ subject: recruiter.id, inputs: [...inputs, ...given(record, ...keys)] }];
    });
  };

/** D11. A valid licence for the same country replaces one that expired. */
export const licenceExpired: Check = (record, limit) =>
  ofEach(['H11.2', 'P5.Q4', 'S2.Q4', 'IR-A.1'], (recruiter) => {
    const { licences } = recruiter;
    const isValid = (country: string) =>
      licences.some((each) => each.country === country && (each.expiresOn === null || each.expiresOn >= record.plan.startsOn));
    if (licences.length === 0) return [recruiterInput(recruiter, 'licence', '–')];
    return licences.flatMap(({ country, expiresOn }) =>
      expiresOn === null || isValid(country) ? [] : [recruiterInput(recruiter, `licence.${country}`, expiresOn)],
    );
  })(record, limit);

/** D12 */
export const sanctionInForce: Check = ofEach(['H11.7', 'IR-A.2'], (recruiter) =>
  recruiter.sanctions.map((kind) => recruiterInput(recruiter, `sanction.${kind}`, kind)),
);

/** D13 */
export const stoppedRecruiter: Check = ofEach([], (recruiter) =>
  recruiter.status === 'suspended' || recruiter.status === 'stopped' ? [recruiterInput(recruiter, 'status', recruiter.status)] : [],
);

const paidInputs = (recruiter: KnownRecruiter, isCounted: (code: string) => boolean = () => true): Input[] =>
  recruiter.corridors.flatMap(({ origin, destination, paid }) => {
    const codes = paid.filter(isCounted);
    return codes.length === 0 ? [] : [recruiterInput(recruiter, `fees.${origin}-${destination}`, codes.join(', '))];
  });

/** D14 */
export const ledgerAgainstAnswer: Check = ofEach(['P5.Q2', 'S2.Q1', 'H11.1', 'BW.HR.2.e', 'D-1.1'], (recruiter) => paidInputs(recruiter));

/** D15 */
export const debtAgainstIndicator: Check = (record, limit) =>
  ofEach(['I9'], (recruiter) =>
    recruiter.corridors.flatMap(({ origin, destination, months }) =>
      months !== null && months >= limit('debt-months')
        ? [recruiterInput(recruiter, `months.${origin}-${destination}`, rounded(months))]
        : [],
    ),
  )(record, limit);

/** What an audit records where workers paid. */
const breach = ['BW.HR.2.e', 'H11.1', 'D-1.1'];

/** D16: the recruiter's own policy against its ledger. A policy that is not followed is a finding: where the audit records one, nothing is left to ask. */
export const policyAgainstLedger: Check = (record, limit) => {
  const isRecorded = breach.some((key) => {
    const found = record.values.get(key);
    return found !== undefined && !found.isOwn && judge(key, found.value, limit) === 'bad';
  });
  return isRecorded ? [] : besidePolicy(record, limit);
};
const besidePolicy: Check = ofEach([], (recruiter) => {
  const { feePolicy } = recruiter;
  if (feePolicy !== 'no-worker-costs' && feePolicy !== 'no-service-fee') return [];
  const paid = paidInputs(recruiter, (code) => feePolicy === 'no-worker-costs' || code === 'F1');
  return paid.length === 0 ? [] : [recruiterInput(recruiter, 'policy', feePolicy), ...paid];
});

/** D17. One question for all countries. Where no recruiter is on record, workers may have been hired directly: that says nothing. */
export const originWithoutRecruiter: Check = (record) => {
  const origins = record.values.get('site.origins')?.value;
  const recruiters = record.recruiters ?? [];
  if (typeof origins !== 'string' || recruiters.length === 0) return [];
  const served = new Set(recruiters.flatMap((each) => [...each.origins, ...each.corridors.map(({ origin }) => origin)]));
  const unserved = origins.split(' ').filter((origin) => !served.has(origin));
  if (unserved.length === 0) return [];
  return [{ inputs: [figure('site.origins', unserved.sort().join(' ')), figure('recruiter.count', recruiters.length)] }];
};

/** D18 */
export const placementsWithoutMigrants: Check = (record, limit) => {
  const none = [
    ...(numberOf(record, 'BW.SI.o') === 0 ? ['BW.SI.o'] : []),
    ...['BW.SI.f', 'site.migrants'].filter((key) => record.values.get(key)?.value === 'no'),
  ];
  if (none.length === 0) return [];
  return (record.recruiters ?? []).flatMap((recruiter) => {
    const placed = recruiter.corridors.reduce((sum, { placedPerYear }) => sum + (placedPerYear ?? 0), 0);
    if (!recruiter.isOnlyHere || placed < limit('placed-least')) return [];
    return [{ subject: recruiter.id, inputs: [recruiterInput(recruiter, 'placed', placed), ...given(record, ...none)] }];
  });
};

/** D20 */
export const placeAgainstCountry: Check = (record) => [
  ...(record.values.get('site.point')?.value === 'outside-country' ? [{ subject: 'point', inputs: given(record, 'site.point') }] : []),
  ...(record.recruiters ?? []).flatMap((recruiter) => {
    const countries = new Set(recruiter.licences.map(({ country }) => country));
    const without = recruiter.corridors.filter(({ origin, destination }) => !countries.has(origin) && !countries.has(destination));
    if (countries.size === 0 || without.length === 0) return [];
    const inputs = without.map(({ origin, destination }) =>
      recruiterInput(recruiter, `licence.${origin}-${destination}`, [...countries].sort().join(', ')),
    );
    return [{ subject: recruiter.id, inputs }];
  }),
];
