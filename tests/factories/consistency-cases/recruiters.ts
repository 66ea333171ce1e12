import { printOf } from '~/audits/consistency/fingerprint';
import type { Made } from '../consistency-record';

const corridor = { origin: 'NP', destination: 'MY', placedPerYear: null, paid: [] as string[], months: null };
const recruiter = (
  fires: NonNullable<Made['recruiters']>[number],
  silent: NonNullable<Made['recruiters']>[number],
  rest: Made = {},
): [Made, Made] => [
  { ...rest, recruiters: [fires] },
  { ...rest, recruiters: [silent] },
];
const noted = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`BW.OS.${index}`, `Seen in line ${index}.`]));
const compliance = Object.fromEntries(Object.keys(noted).map((key) => [key, ['documents']]));
const prints = (from: Record<string, string>) =>
  Object.fromEntries(Object.entries(from).map(([key, note]) => [key, printOf('compliant', note)]));
const seen = Object.fromEntries(
  Object.entries(noted).map(([key, note]) => [
    key,
    { answer: 'compliant', by: ['documents' as const], agreement: 'single' as const, note },
  ]),
);

/** D11 to D20, G6 and G9. */
export const recruiterCases: Record<string, [fires: Made, silent: Made]> = {
  D11: recruiter({ licences: [{ country: 'NP', expiresOn: '2026-06-30' }] }, {}, { answers: { 'H11.2': 'compliant' } }),
  D12: recruiter({ sanctions: ['penalty'] }, {}, { answers: { 'H11.7': 'compliant' } }),
  D13: recruiter({ status: 'stopped' }, { status: 'conditional' }),
  D14: recruiter({ corridors: [{ ...corridor, paid: ['F2'] }] }, {}, { answers: { 'BW.HR.2.e': 'compliant' } }),
  D15: recruiter(
    { corridors: [{ ...corridor, paid: ['F1'], months: 2.5 }] },
    { corridors: [{ ...corridor, paid: ['F1'], months: 0.5 }] },
    { answers: { I9: 'absent' } },
  ),
  D16: recruiter(
    { feePolicy: 'no-service-fee', corridors: [{ ...corridor, paid: ['F1'] }] },
    { feePolicy: 'no-service-fee', corridors: [{ ...corridor, paid: ['F7'] }] },
  ),
  D17: recruiter({}, { origins: ['NP', 'BD'] }, { site: { 'site.origins': 'BD NP' } }),
  D18: recruiter(
    { corridors: [{ ...corridor, placedPerYear: 40 }] },
    { isOnlyHere: false, corridors: [{ ...corridor, placedPerYear: 40 }] },
    { answers: { 'BW.SI.o': 0 } },
  ),
  D20: recruiter({ licences: [{ country: 'BD', expiresOn: null }] }, {}),
  G6: [{ site: { 'was.workers': 400, 'site.workers': 600 } }, { site: { 'was.workers': 400, 'site.workers': 450 } }],
  G9: [
    { compliance, answers: seen, sameLead: [prints(noted), prints(noted)] },
    { compliance, answers: seen, sameLead: [prints(noted), prints({ ...noted, 'BW.OS.0': 'Not seen.', 'BW.OS.1': 'Not seen.' })] },
  ],
};
