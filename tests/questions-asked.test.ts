import { expect, it } from 'vitest';
import { auditStory, leftOpen, notSeen, signsSeen, siteAnswers, siteFacts } from '../prisma/demonstration/audit-story';
import { type AskedSite, askAll } from './factories/questions-asked';
import { operationalSeen } from '../prisma/demonstration/sample-story';
import { siteChecklist, siteChecklistAnswers } from '../prisma/demonstration/site-checklist';

const lists = ['ilo-eleven-indicators@2.0.0', 'ilo-operational-indicators@2.0.0'];
const withChecklist = ['better-work-cat@2.0.0', 'ilo-employers-checklist@2.0.0', ...lists];
const withShortForm = ['better-work-cat@2.0.0', siteChecklist, ...lists];
const each = (keys: readonly (string | null)[], answer: string) => Object.fromEntries(keys.map((key) => [key ?? '', answer]));

/** The maker of gloves of the demonstration: migrants through an agency, housing, work given out, and what its audit found. */
const gloves = {
  ...siteFacts,
  ...signsSeen,
  ...Object.fromEntries(siteChecklistAnswers(siteAnswers)),
  ...each(operationalSeen.present, 'present'),
  ...each(operationalSeen.unknown, 'unknown'),
  ...each(
    auditStory.map(({ found }) => found.question),
    'not-compliant',
  ),
  ...each([...leftOpen, ...notSeen], 'not-assessed'),
  ...operationalSeen.parts,
  ...{ 'BW.UN.b': 'no', 'BW.SI.m.1': 0, 'H1.9': 'none' },
  // What the same site would show on the employers’ checklist.
  ...each(['H12.1', 'H12.2', 'H11.1', 'H7.1.a'], 'not-compliant'),
  ...{ 'H12.5': 'yes', 'H9.5': 'no', 'H5.11': 'yes', 'H5.12': 'no', 'HR.8': 'fees-hidden' },
};

/** A factory without migrants, recruiters, housing, young workers, prisoners, a union, work given out, loans or fees, where everything is in order. */
const plain = {
  ...each(['BW.SI.f', 'BW.SI.g', 'BW.SI.h', 'BW.SI.i', 'BW.SI.j', 'BW.SI.k', 'BW.SI.r', 'BW.UN.a', 'BW.UN.b', 'BW.UN.h'], 'no'),
  ...{ 'BW.SI.m.1': 0, 'BW.SI.m.2': 0, 'D0.a': 'adults', 'H1.9': 'none', 'HR.8': 'none', 'H14.3.a': 'not-applicable' },
  ...each(['H5.11', 'H5.12', 'H9.5', 'H12.5'], 'no'),
  ...{ 'SIT.1': 'none', 'DOC.1': 'worker', 'HRS.1': 'nothing', 'MOV.1': 'free', 'ADV.1': 'nothing', 'AGE.1': 'always', 'PAY.1': 'always' },
  ...{ 'FEE.1': 'asked-none', 'VOI.1': 'other-person', ...each(['FEE.2.agent', 'FEE.2.documents', 'FEE.2.travel'], 'employer') },
};

/** `most`: as many as were reached; fewer are welcome. */
const sites: [name: string, site: AskedSite, most: number][] = [
  ['the plain factory, with the employers’ checklist', { keys: withChecklist, answers: plain }, 348],
  ['the plain factory, with the short form', { keys: withShortForm, answers: plain }, 338],
  ['the maker of gloves, with the short form as in the demonstration', { keys: withShortForm, answers: gloves }, 404],
  // With the sign that the finding on overtime shows, and in what it exceeds the limit.
  ['the maker of gloves, with the employers’ checklist', { keys: withChecklist, answers: gloves }, 429],
];

it.each(sites)('the auditor of %s is asked no more than was reached, and no proposal calls a violation compliant', (name, site, most) => {
  const { asked, proposed, wrong } = askAll(site);
  console.info(`${name}: ${asked.length} questions asked, ${proposed.length} answers proposed`);
  expect(wrong).toEqual([]);
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.length).toBeLessThanOrEqual(most);
  // Nothing is lost: what was not asked was proposed, or the site has no such thing.
  expect(asked.filter((key) => proposed.includes(key))).toEqual([]);
});
