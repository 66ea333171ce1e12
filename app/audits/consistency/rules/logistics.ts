import { closedByWeakerSource } from '../checks/earlier';
import { chosenByManagement, groupsAlone, interviewLanguages, nobodyOffSite } from '../checks/interviews';
import {
  announcementAgainstAnswer,
  contactedBefore,
  daysAgainstHeadcount,
  independence,
  interviewsDoNotFit,
  lessTimeOnSite,
  moreDaysThanPossible,
  notAssessedWithoutLimits,
  orderOfMeetings,
  otherShiftUnseen,
  planChangedAfterSignature,
  planAgainstEntries,
  representativesAtClosing,
  rotation,
} from '../checks/logistics';
import type { Rule } from '../rule';

/** F: how the audit was carried out. */
export const logisticsRules: readonly Rule[] = [
  {
    ...{ id: 'F1', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'Social audits of such a site usually take longer.',
    ...{ reads: ['plan.personDays', 'plan.workers', 'plan.limits'], check: daysAgainstHeadcount },
  },
  {
    ...{ id: 'F2', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'A team works no more person-days than it has people and days.',
    ...{ reads: ['plan.personDays', 'team.part', 'plan.startsOn', 'plan.endsOn'], check: moreDaysThanPossible },
  },
  {
    ...{ id: 'F3', version: 1, severity: 'doubt', from: ['A', 'T'] },
    reason: 'Half of the time is needed for documents and the floor.',
    ...{ reads: ['tally.form', 'plan.personDays'], check: interviewsDoNotFit },
  },
  {
    ...{ id: 'F4', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'The team was on site for a part of the planned time.',
    ...{ reads: ['meeting.at', 'meeting.until', 'plan.personDays'], check: lessTimeOnSite },
  },
  {
    ...{ id: 'F5', version: 1, severity: 'doubt', from: ['BW', 'T'] },
    reason: 'Groups alone seldom bring up coercion.',
    ...{ reads: ['tally.form', 'check.methods'], check: groupsAlone },
  },
  {
    ...{ id: 'F6', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'The team selects whom it interviews.',
    ...{ reads: ['tally.chosenBy'], check: chosenByManagement },
  },
  {
    ...{ id: 'F7', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'Workers who live at the site or were coached speak more freely elsewhere.',
    ...{ reads: ['tally.place', 'BW.SI.j', 'BW.PI.g'], check: nobodyOffSite },
  },
  {
    ...{ id: 'F8', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'Interviews need a language that both sides speak.',
    ...{ reads: ['tally.language', 'team.languages', 'BW.PI.p', 'plan.sample'], check: interviewLanguages },
  },
  {
    ...{ id: 'F9', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'The evidence grade rests on how the audit was announced and how workers were interviewed.',
    ...{ reads: ['BW.PI.a', 'plan.announcement', 'tally.form'], check: announcementAgainstAnswer },
  },
  {
    ...{ id: 'F10', version: 1, severity: 'note', from: ['T'] },
    reason: 'A site that was written to shortly before may know the date.',
    ...{ reads: ['plan.announcement', 'plan.contactedOn', 'plan.startsOn'], check: contactedBefore },
  },
  {
    ...{ id: 'F11', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Plan and entries state different facts of the audit.',
    ...{ reads: ['BW.PI.b', 'BW.PI.c', 'BW.PI.d', 'plan.startsOn', 'plan.personDays', 'plan.type'], check: planAgainstEntries },
  },
  {
    ...{ id: 'F12', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Meetings lie within the days of the audit, the opening before the closing.',
    ...{ reads: ['meeting.at', 'meeting.until', 'plan.startsOn', 'plan.endsOn'], check: orderOfMeetings },
  },
  {
    ...{ id: 'F13', version: 1, severity: 'doubt', from: ['T', 'P'] },
    reason: 'The reader must know who pays and who has an interest.',
    ...{ reads: ['team.declaration', 'plan.paidBy'], check: independence },
  },
  {
    ...{ id: 'F14', version: 1, severity: 'doubt', from: ['T', 'A'] },
    reason: 'Leads rotate, and one person is at one site at a time.',
    ...{ reads: ['team.leadRuns', 'team.elsewhere'], check: rotation },
  },
  {
    ...{ id: 'F15', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'A second shift was not seen.',
    ...{ reads: ['BW.SI.p', 'meeting.at', 'meeting.until'], check: otherShiftUnseen },
  },
  {
    ...{ id: 'F16', version: 1, severity: 'contradiction', from: ['BW'] },
    reason: 'Much was not assessed: the report says what, and why.',
    ...{ reads: ['check.answer', 'plan.limits'], check: notAssessedWithoutLimits },
  },
  {
    ...{ id: 'F17', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Worker representatives exist, or they do not.',
    ...{ reads: ['meeting.saysWorkers', 'BW.UN.a', 'BW.HR.3.a'], check: representativesAtClosing },
  },
  {
    ...{ id: 'F18', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'What workers reported is closed with workers.',
    ...{ reads: ['revisit.standing', 'revisit.methods', 'earlier.methods'], check: closedByWeakerSource },
  },
  {
    ...{ id: 'F19', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'A signature belongs to the plan that was shown, and to no later one.',
    ...{ reads: ['meeting.signedPlan', 'meeting.planChanged'], check: planChangedAfterSignature },
  },
];
