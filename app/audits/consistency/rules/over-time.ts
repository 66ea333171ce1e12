import { cleanInARow, improvedWithoutAction, oldFigures, planSlips, rateDoubles, repeatNotMarked } from '../checks/earlier';
import { sameAsOtherSites } from '../checks/claims';
import { workforceChanged } from '../checks/workforce';
import type { Rule } from '../rule';

/** G: this audit against earlier ones. */
export const overTimeRules: readonly Rule[] = [
  {
    ...{ id: 'G2', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'So many improvements leave corrective actions behind.',
    ...{ reads: ['check.answer', 'earlier.answer', 'action.completedOn'], check: improvedWithoutAction },
  },
  {
    ...{ id: 'G3', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'A finding on the same question within a year is a repeat.',
    ...{ reads: ['finding.question', 'finding.repeats', 'earlier.question'], check: repeatNotMarked },
  },
  {
    ...{ id: 'G4', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'Audits of larger sites usually find something; a varied team and notice may too.',
    ...{ reads: ['plan.cleanAudits', 'plan.workers', 'check.answer'], check: cleanInARow },
  },
  {
    ...{ id: 'G5', version: 1, severity: 'note', from: ['T'] },
    reason: 'An announced audit found half as much as this one.',
    ...{ reads: ['plan.announcement', 'earlier.announcement', 'check.answer'], check: rateDoubles },
  },
  {
    ...{ id: 'G6', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'The workforce is another than a year ago.',
    ...{ reads: ['site.workers', 'was.workers', 'site.migrantShare', 'was.migrantShare'], check: workforceChanged },
  },
  {
    ...{ id: 'G9', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'Answers and notes of several sites that one person led are the same.',
    ...{ reads: ['check.answer', 'check.note', 'team.sameAnswers'], check: sameAsOtherSites },
  },
  {
    ...{ id: 'G11', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'A plan that is extended again and again is not carried out.',
    ...{ reads: ['earlier.question', 'action.extensions'], check: planSlips },
  },
  {
    ...{ id: 'G12', version: 1, severity: 'note', from: ['P'] },
    reason: 'Plan, sample and scope rest on figures that may be out of date.',
    ...{ reads: ['site.workers', 'plan.startsOn'], check: oldFigures },
  },
];
