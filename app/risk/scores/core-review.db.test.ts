import { instrument, questionsOf } from '#scoring';
import { expect, it } from 'vitest';
import { findingOfAnswer } from '~/findings/findings/finding-of-answer.server';
import { recordFinding } from '~/findings/findings/record-finding.server';
import type { FindingFields } from '~/findings/findings/fields';
import { readDesk } from '~/questionnaires/answer-review/read-desk.server';
import { reviewAnswer } from '~/questionnaires/answer-review/review-answer.server';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import { readOverview } from '~/risk/response-overview/read-overview.server';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readAnswerPoints } from './read-answer-points.server';
import { scoreSuppliers } from './score-suppliers.server';

const core = 'workshop-core@1.0.0';
const now = new Date('2026-12-03T10:00:00Z');
const given: Record<string, unknown> = {
  'ADV.1': 'three-months',
  'EXI.1': 'last-pay',
  'PAY.1': 'mostly',
  'FEE.1': 'not-asked',
  'PEO.1': { migrantShare: '40', agencyShare: '20' },
};

/** A submitted core of a supplier of which a share of migrants was known: harmful where `given` says so, unknown elsewhere. */
async function answered() {
  const member = await makeMember();
  const { publicId } = await makeSupplier(member, {
    name: 'Workshop',
    values: { country: 'VN', workers: 300, migrantShare: 0.1 },
  } as never);
  return member.inOrganization(async (db) => {
    const party = await db.party.findFirstOrThrow({ where: { publicId }, select: { id: true } });
    const opened = await openResponse(db, { supplierPublicId: publicId, instrumentKey: core, dueOn: null, userId: member.user.id, now });
    if (opened.kind !== 'opened') throw new Error(opened.code);
    const { responseId } = opened;
    for (const { key, type } of questionsOf(instrument(core))) {
      const value = given[key] ?? (type === 'FACT' ? null : 'dont-know');
      await answerQuestion(db, { responseId, question: key, value: value as never, userId: member.user.id, now });
    }
    const submitted = await submitResponse(db, { responseId, userId: member.user.id, now });
    if (submitted.kind !== 'submitted') throw new Error(submitted.code);
    await scoreSuppliers(db, { partyIds: [party.id], asOf: '2026-12-03', userId: member.user.id });
    return { member, responseId, partyId: party.id, submitted };
  });
}

it('reviews what the core says of harm and of the workforce', async () => {
  const { member, responseId, partyId, submitted } = await answered();
  const read = await member.inOrganization(async (db) => ({
    desk: await readDesk(db, { responseId, filter: 'all' }),
    harm: await readDesk(db, { responseId, filter: 'harm' }),
    overview: await readOverview(db, responseId),
    points: await readAnswerPoints(db, responseId),
  }));
  // The core raises no finding by itself; its answers are proposed instead.
  expect(submitted.findings).toBe(0);
  const harmful = ['FEE.1', 'ADV.1', 'EXI.1', 'PAY.1'];
  expect(read.desk?.weak.map(({ question }) => question)).toEqual(harmful);
  expect(read.overview?.weak.map(({ question }) => question)).toEqual(harmful);
  expect(read.harm?.rows.map(({ key }) => key).sort()).toEqual([...harmful].sort());
  // No answer raises the score, and one that says nothing good takes nothing off.
  expect(read.points?.answers['FEE.1']).toBeCloseTo(0, 6);
  for (const points of Object.values(read.points?.answers ?? {})) expect(points).toBeLessThanOrEqual(0);

  const facts = read.desk?.rows.find(({ key }) => key === 'PEO.1');
  expect(facts?.facts.map(({ key, stated, before, counts }) => ({ key, stated, before: before?.value ?? null, counts }))).toEqual([
    { key: 'migrantShare', stated: '40%', before: '10%', counts: true },
    { key: 'agencyShare', stated: '20%', before: null, counts: true },
  ]);
  expect(facts?.facts[0]?.before?.source?.kind).toBe('member');
  expect(Object.keys(read.points?.facts ?? {})).toEqual(expect.arrayContaining(['migrantShare', 'agencyShare']));

  const reviewed = await member.inOrganization((db) =>
    reviewAnswer(db, {
      responseId,
      question: 'PEO.1',
      outcome: 'questioned',
      comment: 'Which month is this?',
      userId: member.user.id,
      now,
    }),
  );
  expect(reviewed.kind).toBe('reviewed');
  const again = await member.inOrganization((db) => readDesk(db, { responseId, filter: 'all' }));
  expect(again?.counts.unreviewed).toBe((read.desk?.counts.unreviewed ?? 0) - 1);

  const proposed = await member.inOrganization((db) => findingOfAnswer(db, { partyId, responseId, question: 'ADV.1' }));
  expect(proposed).toMatchObject({ question: 'ADV.1', indicator: 'debt-bondage', text: expect.stringContaining('One to three months') });
  expect(await member.inOrganization((db) => findingOfAnswer(db, { partyId, responseId, question: 'NO.1' }))).toBeNull();
  const fields: FindingFields = {
    ...{
      text: proposed?.text ?? '',
      grade: 'major',
      evidenceGrade: 'document-checked',
      frequency: null,
      people: 'unknown',
      extent: 'isolated',
    },
    ...{
      rootCause: '',
      lawReference: '',
      lawUrl: null,
      codeReference: '',
      codeUrl: null,
      methods: ['document'],
      agreement: 'single-source',
    },
    ...{
      evidenceIds: [],
      fileIds: [],
      evidenceSeen: 'List of advances',
      question: 'ADV.1',
      compliancePoint: null,
      indicator: 'debt-bondage',
    },
    ...{ isLegalContext: false, repeatOfId: null, restrictedNote: '', dueOn: null },
  } as FindingFields;
  const record = (question: string, answeredTo?: string) =>
    member.inOrganization((db) =>
      recordFinding(db, { partyId, responseId, answered: answeredTo, userId: member.user.id, fields: { ...fields, question } }),
    );
  // A question of a questionnaire of one's own is known by the answer alone.
  expect(await record('OWN.1')).toEqual({ kind: 'refused', problems: ['unknown-question'] });
  expect((await record('ADV.1', 'ADV.1')).kind).toBe('recorded');
  expect((await member.inOrganization((db) => readOverview(db, responseId)))?.findings.map(({ question }) => question)).toEqual(['ADV.1']);
});
