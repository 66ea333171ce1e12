import { type AnswerValue, instrument, needsAnswer, questionsOf, visibleQuestions } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { forOrganization } from '~/access/tenant-db.server';
import { createSupplier } from '~/suppliers/registry/create-supplier.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { answerAndSubmit, makeRequest } from '../../../tests/factories/request';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { reopenResponse } from '~/questionnaires/responses/reopen-response.server';
import { scoreSuppliers } from './score-suppliers.server';
import { scoringInputs } from './scoring-inputs.server';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';

const ten = 'ilo-ten-principles@1.0.0';
const short = 'short-form@1.0.0';
const asOf = '2026-11-26';
const march = new Date('2026-03-02T10:00:00Z');
const june = new Date('2026-06-03T10:00:00Z');
let member: MadeMember;
let made = 0;

beforeAll(async () => {
  member = await makeMember();
});

async function makeSupplier(): Promise<{ publicId: string; partyId: string }> {
  made += 1;
  const values = { country: 'VN', sector: '1410', workers: 800 };
  const entry = { name: `Asked twice ${made}`, suppliesTo: 'buyer' as const, isDuplicateMeant: false, values };
  const created = await member.inOrganization((db) => createSupplier(db, { entry, userId: member.user.id }));
  if (created.kind !== 'created') throw new Error(created.kind);
  return created;
}

/** Opens, answers every question by its scale unless given otherwise, and submits. */
async function submitted(publicId: string, key: string, at: Date, except: Record<string, AnswerValue> = {}): Promise<string> {
  const opened = await member.inOrganization((db) =>
    openResponse(db, { supplierPublicId: publicId, instrumentKey: key, dueOn: null, userId: member.user.id }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  const { responseId } = opened;
  const good: Partial<Record<string, AnswerValue>> = { G4: 2, PCT: 60, YNP: 'yes', RF: 'no' };
  const rest = visibleQuestions(instrument(key), except).filter((question) => needsAnswer(question) && !(question.key in except));
  const given = [...Object.entries(except), ...rest.map(({ key: code, type }): [string, AnswerValue] => [code, good[type] ?? 'dont-know'])];
  await member.inOrganization((db) =>
    db.answer.createMany({
      data: given.map(([question, value]) => ({ responseId, question, value, answeredById: member.user.id, answeredAt: at })),
    }),
  );
  const done = await member.inOrganization((db) => submitResponse(db, { responseId, userId: member.user.id, now: at }));
  if (done.kind !== 'submitted') throw new Error(done.code);
  return responseId;
}

const inputOf = async (partyId: string) => {
  const [given] = await member.inOrganization((db) => scoringInputs(db, { partyIds: [partyId], asOf }));
  if (!given) throw new Error('no input');
  return given;
};
const scoreOf = async (partyId: string) => {
  await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf }));
  return member.inOrganization((db) => db.supplier.findFirstOrThrow({ where: { partyId }, select: { score: true } }));
};

describe('a short form submitted after a whole questionnaire', () => {
  it('replaces what it contradicts and keeps what it does not ask', async () => {
    const { publicId, partyId } = await makeSupplier();
    const whole = await submitted(publicId, ten, march);
    const alone = (await inputOf(partyId)).input;
    const before = Number((await scoreOf(partyId)).score);
    const brief = await submitted(publicId, short, june, { 'S5.Q2': 'no', 'S2.Q1': 'yes' });
    const { input, responseId } = await inputOf(partyId);
    expect(responseId).toBe(brief);
    expect(input.instrument).toBe(ten);
    expect(input.answers).toHaveLength(alone.answers?.length ?? 0);
    const of = (question: string) => input.answers?.find((each) => each.question === question);
    // Not asked by the short form: unchanged.
    expect(of('P2.Q1')).toMatchObject({ value: 2, answeredOn: '2026-03-02', source: `answer:${whole}:P2.Q1` });
    // Less precise than the known answer: unchanged.
    expect(of('P5.Q2')).toMatchObject({ value: 2, answeredOn: '2026-03-02', setAside: [{ questionnaire: brief, because: 'coarser' }] });
    // Newer, and worse.
    expect(of('P6.Q7')).toMatchObject({ value: 'no', answeredOn: '2026-06-03', source: `answer:${brief}:S5.Q2` });
    // Claims earn three points at most, which the others still reach.
    expect(Number((await scoreOf(partyId)).score)).toBeGreaterThanOrEqual(before);
  });

  it('that was returned to its supplier no longer counts, and the whole one counts alone', async () => {
    const { publicId, partyId } = await makeSupplier();
    await submitted(publicId, ten, march);
    const alone = (await inputOf(partyId)).input;
    const brief = await submitted(publicId, short, june, { 'S5.Q2': 'no' });
    expect((await inputOf(partyId)).input).not.toEqual(alone);
    const reopened = await member.inOrganization((db) =>
      reopenResponse(db, { responseId: brief, reason: 'Wrong site', userId: member.user.id, now: june }),
    );
    expect(reopened.kind).toBe('reopened');
    expect((await inputOf(partyId)).input).toEqual(alone);
  });

  it('keeps a corrected grade, and the red flag that was raised before', async () => {
    const { publicId, partyId } = await makeSupplier();
    const whole = await submitted(publicId, ten, march, { 'P5.Q3': 'yes' });
    await member.inOrganization((db) =>
      db.answerReview.create({
        data: {
          responseId: whole,
          question: 'P2.Q1',
          value: 2,
          gradeBefore: 'self-declared',
          grade: 'document-checked',
          reason: 'Seen',
          reviewedAt: june,
          answeredAt: march,
          reviewedById: member.user.id,
        },
      }),
    );
    await submitted(publicId, short, june);
    const { input } = await inputOf(partyId);
    const of = (question: string) => input.answers?.find((each) => each.question === question);
    expect(of('P2.Q1')?.evidence).toBe('document-checked');
    expect(of('P5.Q3')).toMatchObject({ value: 'yes', setAside: [{ because: 'red-flag', contradicts: true }] });
    await member.inOrganization((db) => db.finding.updateMany({ where: { partyId }, data: { status: 'verified', verifiedAt: june } }));
    expect((await inputOf(partyId)).input.answers?.find((each) => each.question === 'P5.Q3')?.value).toBe('no');
  });

  it('counts with its supplier’s own answers only while they are shared', async () => {
    const asked = await makeRequest(member, { name: 'Answers itself' });
    await answerAndSubmit(await asked.respondent(), march);
    const atSupplier = forOrganization({ organizationId: asked.supplierOrganizationId });
    const share = (data: { revokedAt: Date | null; expiresAt: Date }) =>
      atSupplier((db) => db.documentRecipient.updateMany({ where: { document: { responseId: asked.responseId } }, data }));
    const later = new Date(Date.now() + 86_400_000);
    await share({ revokedAt: null, expiresAt: later });
    const brief = await submitted(asked.publicId, short, june, { 'S5.Q2': 'no' });
    const both = await inputOf(asked.partyId);
    expect(both.input.instrument).toBe(ten);
    expect(both.input.answers?.find(({ question }) => question === 'P2.Q1')).toMatchObject({
      value: 3,
      source: `answer:${asked.responseId}:P2.Q1`,
    });
    for (const over of [
      { revokedAt: new Date(), expiresAt: later },
      { revokedAt: null, expiresAt: new Date(Date.now() - 1_000) },
    ]) {
      await share(over);
      const { input, responseId } = await inputOf(asked.partyId);
      expect(responseId).toBe(brief);
      expect(input.instrument).toBe(short);
      expect(JSON.stringify(input)).not.toContain(asked.responseId);
      await share({ revokedAt: null, expiresAt: later });
      expect(await inputOf(asked.partyId)).toEqual(both);
    }
  });

  it('takes as many queries for many suppliers as for one', async () => {
    const suppliers = [await makeSupplier(), await makeSupplier(), await makeSupplier()];
    for (const { publicId } of suppliers) {
      await submitted(publicId, ten, march);
      await submitted(publicId, short, june);
    }
    const counted = (partyIds: string[]) =>
      member.inOrganization(async (db) => {
        const seen: string[] = [];
        const watched = new Proxy(db, {
          get(target, name, receiver) {
            seen.push(String(name));
            return Reflect.get(target, name, receiver);
          },
        });
        await scoringInputs(watched, { partyIds, asOf });
        return seen;
      });
    const ids = suppliers.map(({ partyId }) => partyId);
    expect(await counted(ids)).toEqual(await counted(ids.slice(0, 1)));
  });

  it('every question of the short form is part of the whole one', () => {
    expect(questionsOf(instrument(short)).filter(needsAnswer)).toHaveLength(19);
  });
});
