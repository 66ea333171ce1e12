import { claimAgainstFinding, systemicYetMinor } from '../checks/claims';
import {
  doneBeforeFound,
  dueTooLate,
  feesWithoutRepayment,
  repaymentTooNarrow,
  replyNotAnswered,
  workersMatterVerifiedAtDesk,
} from '../checks/earlier';
import {
  causeRepeatsFinding,
  findingAgainstAnswer,
  findingAgainstIndicator,
  indicatorWithoutSupport,
  isolatedYetWide,
  legalContextWithoutLaw,
  moreAffectedThanThereAre,
  praiseBesideFinding,
  repeatedAtLowerGrade,
  sourcesContradict,
  sourcesMiscounted,
} from '../checks/findings';
import type { Rule } from '../rule';

/** C: answers against findings and corrective actions. */
export const findingRules: readonly Rule[] = [
  {
    ...{ id: 'C2', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'An open finding and a good answer on one question exclude each other.',
    ...{ reads: ['finding.question', 'check.answer'], check: findingAgainstAnswer },
  },
  {
    ...{ id: 'C3', version: 1, severity: 'contradiction', from: ['ILO1', 'P'], zero: 'z5' },
    reason: 'What was found shows an indicator that is marked absent.',
    ...{ reads: ['finding.question', 'I1', 'I2', 'I4', 'I7', 'I8', 'I9', 'I11'], check: findingAgainstIndicator },
  },
  {
    ...{ id: 'C4', version: 1, severity: 'doubt', from: ['P'], zero: 'z3' },
    reason: 'An indicator that is present rests on a finding or an answer.',
    ...{ reads: ['I2', 'I7', 'I8', 'I9', 'I11', 'finding.question'], check: indicatorWithoutSupport },
  },
  {
    ...{ id: 'C5', version: 1, severity: 'doubt', from: ['ILO1', 'T'] },
    reason: 'An indicator of forced labour that is systemic is no minor finding.',
    ...{ reads: ['finding.question', 'finding.grade', 'finding.extent'], check: systemicYetMinor },
  },
  {
    ...{ id: 'C6', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'A finding that reaches a quarter of the workforce is not isolated.',
    ...{ reads: ['finding.extent', 'finding.affected', 'plan.workers'], check: isolatedYetWide },
  },
  {
    ...{ id: 'C7', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'No more people are affected than belong to the group.',
    ...{ reads: ['finding.affected', 'plan.workers', 'BW.SI.n', 'BW.SI.o', 'BW.SI.q'], check: moreAffectedThanThereAre },
  },
  {
    ...{ id: 'C8', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Sources agree or contradict each other only where there are several.',
    ...{ reads: ['finding.methods', 'finding.agreement', 'check.methods', 'check.agreement'], check: sourcesMiscounted },
  },
  {
    ...{ id: 'C9', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'Where sources contradict each other, the reader must know which prevailed.',
    ...{ reads: ['finding.agreement'], check: sourcesContradict },
  },
  {
    ...{ id: 'C10', version: 1, severity: 'doubt', from: ['P'] },
    reason: 'A practice against an indicator is said to be in place, and a finding shows the indicator.',
    ...{ reads: ['finding.question', 'own.answer'], check: claimAgainstFinding },
  },
  {
    ...{ id: 'C11', version: 1, severity: 'contradiction', from: ['ILO9', 'P'] },
    reason: 'Fees that workers paid are repaid.',
    ...{ reads: ['earlier.question', 'action.kind'], check: feesWithoutRepayment },
  },
  {
    ...{ id: 'C12', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'A repayment reaches everyone who paid.',
    ...{ reads: ['earlier.people', 'action.people'], check: repaymentTooNarrow },
  },
  {
    ...{ id: 'C13', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Nothing is corrected before it is found.',
    ...{ reads: ['earlier.openedOn', 'action.agreedOn', 'action.completedOn', 'action.verifiedOn'], check: doneBeforeFound },
  },
  {
    ...{ id: 'C14', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'What only workers can confirm is not verified from documents.',
    ...{ reads: ['earlier.question', 'action.verification'], check: workersMatterVerifiedAtDesk },
  },
  {
    ...{ id: 'C15', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'A finding that comes back is no smaller than before.',
    ...{ reads: ['finding.repeats', 'finding.grade'], check: repeatedAtLowerGrade },
  },
  {
    ...{ id: 'C16', version: 1, severity: 'note', from: ['T'] },
    reason: 'A root cause explains the finding; it does not repeat it.',
    ...{ reads: ['finding.rootCause', 'finding.what'], check: causeRepeatsFinding },
  },
  {
    ...{ id: 'C17', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'A good practice beside a major finding of the same section needs a reason.',
    ...{ reads: ['practice.section', 'finding.question', 'finding.grade'], check: praiseBesideFinding },
  },
  {
    ...{ id: 'C18', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Whoever says that the law is the cause can name the law.',
    ...{ reads: ['finding.isLegalContext', 'finding.legalReference'], check: legalContextWithoutLaw },
  },
  {
    ...{ id: 'C19', version: 1, severity: 'doubt', from: ['P'] },
    reason: 'A dispute of the site is answered before its findings are assessed again.',
    ...{ reads: ['earlier.repliedOn'], check: replyNotAnswered },
  },
  {
    ...{ id: 'C20', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'The due date fits the grade.',
    ...{ reads: ['earlier.grade', 'action.timescale'], check: dueTooLate },
  },
];
