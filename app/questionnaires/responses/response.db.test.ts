import { type AnswerValue, instrument, questionsOf } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { gradeEvidence } from '~/questionnaires/evidence/grade-evidence.server';
import { removeEvidence } from '~/questionnaires/evidence/remove-evidence.server';
import { storeEvidence } from '~/questionnaires/evidence/store-evidence.server';
import { moveFinding } from '~/findings/findings/move-finding.server';
import { prepareReport } from '~/risk/supplier-report/prepare-report.server';
import { readReport } from '~/risk/supplier-report/read-report.server';
import { createSupplier } from '~/suppliers/registry/create-supplier.server';
import { reportHash } from '~/documents/verification/report-hash.server';
import { answerQuestion } from './answer-question.server';
import { openResponse } from './open-response.server';
import { readResponse } from './read-response.server';
import { reopenResponse } from './reopen-response.server';
import { defaultInstrument, storedResultSchema } from './schema';
import { badValueLabel } from './sent-answer.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { submitResponse } from './submit-response.server';

const now = new Date('2026-11-25T10:00:00Z');
const asOf = '2026-11-25';
let member: MadeMember;

beforeAll(async () => {
  member = await makeMember();
});

async function makeSupplier(name: string): Promise<{ publicId: string; partyId: string }> {
  const made = await member.inOrganization((db) =>
    createSupplier(db, {
      entry: {
        name,
        suppliesTo: 'buyer',
        isDuplicateMeant: false,
        values: { country: 'VN', sector: '1410', products: ['Garments'], workers: 800 },
      },
      userId: member.user.id,
    }),
  );
  if (made.kind !== 'created') throw new Error(made.kind);
  return made;
}

async function open(publicId: string, instrumentKey = defaultInstrument): Promise<string> {
  const opened = await member.inOrganization((db) =>
    openResponse(db, { supplierPublicId: publicId, instrumentKey, dueOn: null, userId: member.user.id }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  return opened.responseId;
}

async function answerAll(responseId: string, except: Record<string, AnswerValue> = {}): Promise<void> {
  const usual: Partial<Record<string, AnswerValue>> = { G4: 3, YNP: 'yes', PCT: 80, RF: 'no' };
  await member.inOrganization(async (db) => {
    for (const question of questionsOf(instrument(defaultInstrument))) {
      const value = question.type === 'FACT' ? { migrantShare: 25, agencyShare: '' } : (except[question.key] ?? usual[question.type]);
      expect((await answerQuestion(db, { responseId, question: question.key, value, userId: member.user.id, now })).kind).toBe('answered');
    }
  });
}

const submit = (responseId: string) => member.inOrganization((db) => submitResponse(db, { responseId, userId: member.user.id, now }));

async function newestScore(partyId: string) {
  return member.inOrganization(async (db) => {
    const supplier = await db.supplier.findFirstOrThrow({ where: { partyId } });
    const score = await db.score.findFirstOrThrow({ where: { id: supplier.scoreId ?? '' } });
    const result = storedResultSchema.parse(score.result);
    if (result.status !== 'scored') throw new Error('not scored');
    return { supplier, result, scores: await db.score.count({ where: { partyId } }) };
  });
}

describe('a response', () => {
  it('is opened once per supplier and questionnaire', async () => {
    const { publicId } = await makeSupplier('Once Only Garments');
    const first = await open(publicId);
    const second = await member.inOrganization((db) =>
      openResponse(db, { supplierPublicId: publicId, instrumentKey: defaultInstrument, dueOn: null, userId: member.user.id }),
    );
    expect(second).toEqual({ kind: 'refused', code: 'already-open', responseId: first });
    const unknown = await member.inOrganization((db) =>
      openResponse(db, { supplierPublicId: 'nobody', instrumentKey: 'no@1.0.0', dueOn: null, userId: member.user.id }),
    );
    expect(unknown).toEqual({ kind: 'refused', code: 'unknown-instrument' });
  });

  it('accepts a date that can be meant, the founding of an old company included', async () => {
    const responseId = await open((await makeSupplier('Dated Assessments')).publicId, 'ilo-employers-checklist@2.0.0');
    const answer = (value: unknown) =>
      member.inOrganization((db) => answerQuestion(db, { responseId, question: 'HL.2', value, userId: member.user.id, now }));
    for (const value of ['9999-12-31', '1799-12-31', '0019-05-04', '2026-02-30', '4 May'])
      expect(await answer(value), value).toEqual({ kind: 'refused', code: 'bad-value' });
    for (const value of ['1898-05-04', '2026-11-20']) expect(await answer(value), value).toMatchObject({ kind: 'answered', value });
    const question = questionsOf(instrument('ilo-employers-checklist@2.0.0')).find(({ key }) => key === 'HL.2');
    if (!question) throw new Error('no such question');
    const said = (value: string) => badValueLabel(question, { instrumentKey: 'ilo-employers-checklist@2.0.0', value });
    expect(said('9999-12-31')).toBe('Enter a date between 1800 and 2099.');
    expect(said('4 May')).toBe('Enter the date as year-month-day, for example 2027-01-31.');
  });

  it('accepts only answers on the scale of the question, and keeps the last one', async () => {
    const responseId = await open((await makeSupplier('Scale Keepers')).publicId);
    const answer = (question: string, value: unknown) =>
      member.inOrganization((db) => answerQuestion(db, { responseId, question, value, userId: member.user.id, now }));
    expect(await answer('P1.Q1', 5)).toEqual({ kind: 'refused', code: 'bad-value' });
    expect(await answer('P1.Q2', 2)).toEqual({ kind: 'refused', code: 'bad-value' });
    expect(await answer('P1.Q4', 101)).toEqual({ kind: 'refused', code: 'bad-value' });
    expect(await answer('P1.Q99', 'yes')).toEqual({ kind: 'refused', code: 'unknown-question' });
    expect(await answer('P5.Q1', { migrantShare: '120' })).toEqual({ kind: 'refused', code: 'bad-value' });
    expect((await answer('P1.Q1', 2)).kind).toBe('answered');
    expect((await answer('P1.Q1', 3)).kind).toBe('answered');
    const read = await member.inOrganization((db) => readResponse(db, responseId));
    expect(read?.answers.get('P1.Q1')?.value).toBe(3);
    const acts = await member.inOrganization((db) =>
      db.activity.findMany({ where: { recordId: responseId, act: 'answer' }, orderBy: { at: 'asc' } }),
    );
    expect(acts.map((act) => act.changes)).toEqual([
      [
        { field: 'P1.Q1', before: null, after: 2 },
        { field: 'note', before: null, after: '' },
      ],
      [{ field: 'P1.Q1', before: 2, after: 3 }],
    ]);
    expect(await answer('P1.Q1', null)).toEqual({ kind: 'cleared' });
  });

  it('is not submitted while a question is unanswered', async () => {
    const responseId = await open((await makeSupplier('Half Done')).publicId);
    const refused = await submit(responseId);
    expect(refused).toMatchObject({ kind: 'refused', code: 'unanswered' });
    expect(refused.kind === 'refused' && refused.unanswered?.length).toBe(60);
  });

  it('changes the score on submission, saves the shares as facts and closes', async () => {
    const { publicId, partyId } = await makeSupplier('Careful Knitwear');
    await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf }));
    const before = await newestScore(partyId);
    const responseId = await open(publicId);
    await answerAll(responseId);
    expect(await submit(responseId)).toMatchObject({ kind: 'submitted', findings: 0 });
    const after = await newestScore(partyId);
    const { inherent, controlCredit, findingsUplift, overrideUplift } = after.result.lines;
    expect(Math.round((inherent + controlCredit + findingsUplift + overrideUplift) * 10)).toBe(Math.round(after.result.score * 10));
    expect(controlCredit).toBeLessThan(0);
    expect(after.scores).toBe(before.scores + 1);
    expect(Number(after.supplier.migrantShare)).toBe(0.25);
    expect(after.supplier.agencyShare).toBeNull();
    expect(Number(after.supplier.score)).toBe(after.result.score);
    expect(
      await member.inOrganization((db) => answerQuestion(db, { responseId, question: 'P1.Q1', value: 0, userId: member.user.id, now })),
    ).toEqual({
      kind: 'refused',
      code: 'not-open',
    });
    expect(await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf }))).toBe(0);
  });

  it('raises a finding for each red flag once, and closing the finding lowers the score', async () => {
    const { publicId, partyId } = await makeSupplier('Flagged Sewing');
    const responseId = await open(publicId);
    await answerAll(responseId, { 'P5.Q3': 'yes' });
    expect(await submit(responseId)).toMatchObject({ kind: 'submitted', findings: 1, contradictions: 1 });
    const flagged = await newestScore(partyId);
    expect(flagged.result.lines.findingsUplift).toBeGreaterThan(0);
    await member.inOrganization((db) => reopenResponse(db, { responseId, reason: 'A section was misread', userId: member.user.id, now }));
    expect(await submit(responseId)).toMatchObject({ kind: 'submitted', findings: 0 });
    const finding = await member.inOrganization((db) => db.finding.findFirstOrThrow({ where: { partyId } }));
    const move = (to: 'open' | 'plan-agreed' | 'fixed' | 'verified') =>
      member.inOrganization((db) => moveFinding(db, { findingId: finding.id, to, userId: member.user.id, now }));
    expect(await move('verified')).toEqual({ kind: 'refused', code: 'bad-step' });
    for (const to of ['plan-agreed', 'fixed', 'verified'] as const) expect((await move(to)).kind).toBe('moved');
    await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf }));
    expect((await newestScore(partyId)).result.lines.findingsUplift).toBeLessThan(flagged.result.lines.findingsUplift);
  });

  it('gives more credit for verified evidence, and removing it while closed changes nothing', async () => {
    const { publicId, partyId } = await makeSupplier('Evidence Mills');
    const responseId = await open(publicId);
    await answerAll(responseId);
    const holder = {
      organizationId: member.organization.id,
      responseId,
      by: member.user.id,
      userId: member.user.id,
      sections: [],
      isOwn: true,
      run: member.inOrganization,
    };
    const stored = await member.inOrganization((db) =>
      storeEvidence(db, holder, {
        file: {
          question: 'P5.Q2',
          sha256: 'a'.repeat(64),
          fileName: 'contracts.pdf',
          mediaType: 'application/pdf',
          sizeBytes: 10,
          isStripped: false,
          audience: [],
          validUntil: null,
        },
      }),
    );
    if (stored.kind !== 'stored') throw new Error(stored.code);
    await submit(responseId);
    const uploaded = (await newestScore(partyId)).result.lines.controlCredit;
    const options = { responseId, evidenceId: stored.evidenceId, userId: member.user.id, now };
    expect(await member.inOrganization((db) => gradeEvidence(db, { ...options, grade: 'audit-unannounced' }))).toEqual({
      question: 'P5.Q2',
      partyId,
      isScored: true,
    });
    await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf }));
    expect((await newestScore(partyId)).result.lines.controlCredit).toBeLessThan(uploaded);
    expect(await member.inOrganization((db) => removeEvidence(db, holder, options))).toBeNull();
  });

  it('is reopened only with a reason', async () => {
    const responseId = await open((await makeSupplier('Signed Off')).publicId);
    const who = { responseId, userId: member.user.id, now };
    await answerAll(responseId);
    await submit(responseId);
    expect(await member.inOrganization((db) => reopenResponse(db, { ...who, reason: ' ' }))).toEqual({
      kind: 'refused',
      code: 'reason-missing',
    });
    expect(await member.inOrganization((db) => reopenResponse(db, { ...who, reason: 'New contracts arrived' }))).toEqual({
      kind: 'reopened',
    });
    const read = await member.inOrganization((db) => readResponse(db, responseId));
    expect(read).toMatchObject({ status: 'open', reopenedReason: 'New contracts arrived', approvedAt: null });
  });

  it('becomes a frozen report whose hash is that of its contents', async () => {
    const { publicId } = await makeSupplier('Công ty CP May Nguyễn');
    const responseId = await open(publicId);
    const prepare = () =>
      member.inOrganization((db) =>
        prepareReport(db, {
          responseId,
          organizationName: member.organization.name,
          locale: 'en',
          publicUrl: 'https://manumit.example',
          userId: member.user.id,
          now,
        }),
      );
    expect(await prepare()).toEqual({ kind: 'refused', code: 'not-submitted' });
    await answerAll(responseId, { 'P6.Q6': 'yes' });
    await submit(responseId);
    const prepared = await prepare();
    if (prepared.kind !== 'prepared') throw new Error(prepared.code);
    const report = await member.inOrganization((db) => readReport(db, { responseId, reportId: prepared.reportId }));
    expect(report?.supplier.name).toBe('Công ty CP May Nguyễn');
    expect(report && reportHash(report)).toBe(report?.hash);
    expect(report?.findings.map((finding) => finding.question)).toEqual(['P6.Q6']);
    await member.inOrganization((db) => reopenResponse(db, { responseId, reason: 'Changed my mind', userId: member.user.id, now }));
    expect(await member.inOrganization((db) => readReport(db, { responseId, reportId: prepared.reportId }))).toEqual(report);
  });
});
