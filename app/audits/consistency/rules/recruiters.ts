import {
  debtAgainstIndicator,
  ledgerAgainstAnswer,
  licenceExpired,
  originWithoutRecruiter,
  placeAgainstCountry,
  placementsWithoutMigrants,
  policyAgainstLedger,
  sanctionInForce,
  stoppedRecruiter,
} from '../checks/recruiters';
import type { Rule } from '../rule';

/** D: answers against what is recorded of the labour recruiters of the site. */
export const recruiterRules: readonly Rule[] = [
  {
    ...{ id: 'D11', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'A recruiter whose licence has expired, or of which none is on file, is not licensed.',
    ...{ reads: ['H11.2', 'P5.Q4', 'S2.Q4', 'IR-A.1', 'recruiter.licence'], check: licenceExpired },
  },
  {
    ...{ id: 'D12', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'A ban or penalty against a recruiter is in force.',
    ...{ reads: ['H11.7', 'IR-A.2', 'recruiter.sanction'], check: sanctionInForce },
  },
  {
    ...{ id: 'D13', version: 1, severity: 'doubt', from: ['P'] },
    reason: 'A recruiter that was suspended or stopped still recruits for the site.',
    ...{ reads: ['recruiter.status'], check: stoppedRecruiter },
  },
  {
    ...{ id: 'D14', version: 1, severity: 'contradiction', from: ['ILO9'] },
    reason: 'The ledger of a recruiter shows costs that workers pay; related costs count.',
    ...{ reads: ['P5.Q2', 'S2.Q1', 'H11.1', 'BW.HR.2.e', 'D-1.1', 'recruiter.fees'], check: ledgerAgainstAnswer },
  },
  {
    ...{ id: 'D15', version: 1, severity: 'doubt', from: ['ILO9', 'P'] },
    reason: 'Workers pay a month of their pay or more for the job, yet debt bondage is marked absent.',
    ...{ reads: ['I9', 'recruiter.months'], check: debtAgainstIndicator },
  },
  {
    ...{ id: 'D16', version: 2, severity: 'doubt', from: ['P'] },
    reason: 'A policy against costs of workers that is not followed is a finding, and the audit records none.',
    ...{ reads: ['recruiter.policy', 'recruiter.fees', 'BW.HR.2.e', 'H11.1', 'D-1.1'], check: policyAgainstLedger },
  },
  {
    ...{ id: 'D17', version: 2, severity: 'doubt', from: ['T'] },
    reason: 'Workers from abroad were recruited in their countries by someone.',
    ...{ reads: ['site.origins', 'recruiter.count'], check: originWithoutRecruiter },
  },
  {
    ...{ id: 'D18', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'A recruiter that places workers here alone leaves migrant workers here.',
    ...{ reads: ['recruiter.placed', 'BW.SI.o', 'BW.SI.f', 'site.migrants'], check: placementsWithoutMigrants },
  },
  {
    ...{ id: 'D20', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'A place lies in its country, and a licence covers an end of the corridor.',
    ...{ reads: ['site.point', 'recruiter.licence'], check: placeAgainstCountry },
  },
];
