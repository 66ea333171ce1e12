import {
  fewRecords,
  impossibleHours,
  longWeeks,
  noRestDay,
  nothingToCompare,
  overtimeNotVoluntary,
  paidAgainstWorked,
  sampledMonths,
  samplesApart,
  sourcesOfHoursDiffer,
  uniformHours,
} from '../checks/hours';
import {
  coachingAgainstAnswer,
  concernAgainstAnswers,
  confirmedByNoInterview,
  interviewsStated,
  plannedGroups,
} from '../checks/interviews';
import { belowMinimum, bindingDeductions, deductionDenied, overtimeUnderpaid, paySlipDoesNotAddUp, twoMinimums } from '../checks/wages';
import type { Rule } from '../rule';

/** E: samples of hours and pay, and interviews, against answers and plan. Figures are of the team alone. */
export const sampleRules: readonly Rule[] = [
  {
    ...{ id: 'E1', version: 1, severity: 'contradiction', from: ['C1', 'T'] },
    reason: 'Long weeks were sampled, so the limits were not kept.',
    ...{ reads: ['hours.regular', 'hours.overtime', 'BW.WT.2.b', 'H7.1', 'D4.1'], check: longWeeks },
  },
  {
    ...{ id: 'E2', version: 1, severity: 'contradiction', from: ['C14'] },
    reason: 'A week of seven working days has no day of rest.',
    ...{ reads: ['hours.daysWorked', 'BW.WT.1.c'], check: noRestDay },
  },
  {
    ...{ id: 'E3', version: 1, severity: 'contradiction', from: ['ILO11'] },
    reason: 'Overtime that was not voluntary was sampled.',
    ...{ reads: ['hours.isOvertimeVoluntary', 'BW.WT.2.a', 'H7.2', 'I11'], check: overtimeNotVoluntary },
  },
  {
    ...{ id: 'E4', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'A day has 24 hours.',
    ...{ reads: ['hours.regular', 'hours.overtime', 'hours.daysWorked'], check: impossibleHours },
  },
  {
    ...{ id: 'E5', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'Real hours vary more than these records.',
    ...{ reads: ['hours.regular', 'hours.overtime', 'hours.daysWorked'], check: uniformHours },
  },
  {
    ...{ id: 'E6', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'Two sources of one week give different hours.',
    ...{ reads: ['hours.source', 'hours.code', 'hours.weekOf', 'BW.WT.1.e'], check: sourcesOfHoursDiffer },
  },
  {
    ...{ id: 'E7', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'Time records are confirmed by another source.',
    ...{ reads: ['hours.source', 'BW.WT.1.e'], check: nothingToCompare },
  },
  {
    ...{ id: 'E8', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'A sample covers the current, a peak and a low month, and none after the audit.',
    ...{ reads: ['hours.weekOf', 'wage.periodFrom'], check: sampledMonths },
  },
  {
    ...{ id: 'E9', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Pay below the minimum was sampled.',
    ...{
      reads: ['wage.basicPaid', 'wage.minimumHourly', 'wage.regularHours', 'BW.CO.1.a', 'BW.CO.1.b', 'BW.CO.1.c', 'BW.CO.1.d', 'H7.4'],
      check: belowMinimum,
    },
  },
  {
    ...{ id: 'E10', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Overtime below its rate was sampled.',
    ...{ reads: ['wage.overtimePaid', 'wage.overtimeHours', 'wage.overtimeFactor', 'BW.CO.2.a'], check: overtimeUnderpaid },
  },
  {
    ...{ id: 'E11', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Gross pay less deductions is net pay.',
    ...{ reads: ['wage.netPaid', 'wage.deductions'], check: paySlipDoesNotAddUp },
  },
  {
    ...{ id: 'E12', version: 1, severity: 'contradiction', from: ['ILO9', 'ILO8'] },
    reason: 'A deduction was sampled that the answer denies.',
    ...{ reads: ['wage.deductions', 'BW.HR.2.e', 'H11.1', 'P5.Q2', 'S2.Q1', 'H3.2', 'BW.CO.5.c', 'H5.4'], check: deductionDenied },
  },
  {
    ...{ id: 'E13', version: 1, severity: 'doubt', from: ['C95', 'T'] },
    reason: 'Deductions of more than half of the pay bind.',
    ...{ reads: ['wage.deductions', 'H5.6', 'H5.13', 'BW.FL.2.d'], check: bindingDeductions },
  },
  {
    ...{ id: 'E14', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'Hours paid and hours worked of one worker are one figure.',
    ...{ reads: ['wage.regularHours', 'wage.overtimeHours', 'hours.weekOf'], check: paidAgainstWorked },
  },
  {
    ...{ id: 'E15', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'Samples of the same workers can be reconciled.',
    ...{ reads: ['wage.code', 'hours.code', 'plan.interviews'], check: samplesApart },
  },
  {
    ...{ id: 'E16', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'Planned groups are interviewed.',
    ...{ reads: ['tally.women', 'tally.men', 'tally.migrants', 'tally.agency', 'tally.language', 'plan.sample'], check: plannedGroups },
  },
  {
    ...{ id: 'E17', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Interviews stated and interviews counted are one figure.',
    ...{
      reads: ['BW.PI.k', 'BW.PI.l', 'BW.PI.m', 'BW.PI.n', 'BW.PI.o', 'BW.PI.n.1', 'BW.PI.o.1', 'HL.3', 'tally.form'],
      check: interviewsStated,
    },
  },
  {
    ...{ id: 'E18', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'Workers confirm what they were asked about.',
    ...{ reads: ['check.methods', 'tally.topics'], check: confirmedByNoInterview },
  },
  {
    ...{ id: 'E19', version: 1, severity: 'contradiction', from: ['ILO1'] },
    reason: 'Workers raised a serious concern that the answers deny.',
    ...{
      reads: ['tally.topics', 'BW.HR.2.e', 'BW.FL.1.c', 'BW.FL.1.c.1', 'BW.WT.2.a', 'BW.CO.4.b', 'BW.OS.7.b', 'BW.FA.1.a'],
      check: concernAgainstAnswers,
    },
  },
  {
    ...{ id: 'E21', version: 1, severity: 'contradiction', from: ['BW'] },
    reason: 'Coaching came up in interviews.',
    ...{ reads: ['tally.topics', 'BW.PI.g'], check: coachingAgainstAnswer },
  },
  {
    ...{ id: 'E22', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'A few records support no statement on a workforce.',
    ...{ reads: ['BW.CO.1.a', 'BW.CO.5.c', 'BW.WT.1.b', 'wage.code', 'hours.code'], check: fewRecords },
  },
  {
    ...{ id: 'E23', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'There is one legal minimum for a month, or each zone or grade has its own.',
    ...{ reads: ['wage.minimumHourly', 'wage.currency', 'wage.periodFrom'], check: twoMinimums },
  },
];
