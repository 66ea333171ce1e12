import { type AnswerValue, instrument, questionsOf } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { openOnDevice } from '~/access/answer-devices.server';
import { findAnswerLink } from '~/access/answer-links.server';
import { requireRespondent, type Respondent } from '~/access/require-respondent.server';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { defaultInstrument, storedResultSchema } from '~/questionnaires/responses/schema';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import { readOwn } from '~/questionnaires/respondent/read-own.server';
import { answerAfterAll, refuseRequest } from '~/questionnaires/respondent/refuse-request.server';
import { saveOne, saveOwnSection } from '~/questionnaires/respondent/save-own.server';
import { readSharing, shareAgain, stopSharing, submitOwn } from '~/questionnaires/respondent/submit-own.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { type Asked, askSupplier } from './ask-supplier.server';
import { questionBack, renewLink, revokeDevice, withdrawRequest } from './change-request.server';
import { listRequests, readFunnel } from './list-requests.server';
import { openRequest } from './open-request.server';
import { readRequest } from './read-request.server';
import { reachAsker } from './receive-answers.server';

const now = new Date('2026-11-25T10:00:00Z');
let member: MadeMember;

beforeAll(async () => {
  member = await makeMember();
});

const ask = (supplierPublicId: string, of = member): Promise<Asked> =>
  of.inOrganization((db) =>
    askSupplier(db, {
      supplierPublicId,
      instrumentKey: defaultInstrument,
      dueOn: '2026-12-31',
      locale: 'en',
      email: 'mill@example.org',
      message: 'Please answer.',
      userId: of.user.id,
      now,
    }),
  );

async function asked(name: string) {
  const supplier = await makeSupplier(member, { name });
  const made = await ask(supplier.publicId);
  if (made.kind !== 'asked') throw new Error(made.code);
  return { ...supplier, ...made };
}

const visit = (headers: Record<string, string> = {}) =>
  new Request('http://localhost/', { headers: { 'User-Agent': 'phone', ...headers } });

/** Opens a link on a new device; null when it opens nothing. */
async function open(token: string): Promise<{ respondent: () => Promise<Respondent>; cookie: string } | null> {
  const opened = await openOnDevice(token, visit(), openRequest);
  if (!opened) return null;
  const cookie = opened.setCookie.split(';')[0] ?? '';
  return { cookie, respondent: () => requireRespondent(visit({ Cookie: cookie }), { responseId: opened.responseId }) };
}

async function opened(token: string) {
  const device = await open(token);
  if (!device) throw new Error('the link opens nothing');
  return device;
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const save = (respondent: Respondent, question: string, value: string, more: Record<string, string> = {}) =>
  saveOne(respondent, { form: formOf({ question, [`${question}:value`]: value, ...more }), now });

/** Answers every section as its form does. */
async function answerAll(respondent: Respondent, except: Record<string, AnswerValue> = {}): Promise<void> {
  const usual: Readonly<Record<string, AnswerValue>> = { G4: 3, YNP: 'yes', PCT: 80, RF: 'no' };
  for (const section of instrument(defaultInstrument).sections) {
    const fields: Record<string, string> = {};
    for (const { key, type } of section.questions) {
      if (type === 'FACT') fields[`${key}:migrantShare`] = '25';
      else fields[`${key}:${type === 'PCT' ? 'percent' : 'value'}`] = String(except[key] ?? usual[type]);
    }
    expect(await saveOwnSection(respondent, { sectionKey: section.key, form: formOf(fields), now })).toMatchObject({ refusals: {} });
  }
}

const statusOf = (responseId: string) => member.inOrganization(async (db) => (await readRequest(db, responseId))?.status);
const reach = (respondent: Respondent) => reachAsker({ askerOrganizationId: respondent.asker.id, responseId: respondent.responseId, now });

async function newestScore(partyId: string) {
  return member.inOrganization(async (db) => {
    const { scoreId } = await db.supplier.findFirstOrThrow({ where: { partyId } });
    const score = await db.score.findFirst({ where: { id: scoreId ?? '00000000-0000-4000-8000-000000000000' } });
    return score && storedResultSchema.parse(score.result);
  });
}

async function statusThrown(work: Promise<unknown>): Promise<number> {
  try {
    await work;
    return 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

describe('sending a request', () => {
  it('creates the response on both sides under one id, the supplier’s organization unclaimed and once', async () => {
    const first = await asked('Mill of two questionnaires');
    const request = await member.inOrganization((db) =>
      db.questionnaireRequest.findFirstOrThrow({ where: { responseId: first.responseId } }),
    );
    expect(request).toMatchObject({ status: 'invited', locale: 'en', email: 'mill@example.org' });
    const supplierSide = await member.inOrganization((db) =>
      db.organization.findFirstOrThrow({ where: { id: request.supplierOrganizationId } }),
    );
    expect(supplierSide).toMatchObject({ isClaimed: false, name: 'Mill of two questionnaires' });
    expect(await ask(first.publicId)).toEqual({ kind: 'refused', code: 'already-open', responseId: first.responseId });
    await member.inOrganization((db) => withdrawRequest(db, { responseId: first.responseId, userId: member.user.id, now }));
    await member.inOrganization((db) =>
      db.questionnaireResponse.updateMany({ where: { id: first.responseId }, data: { status: 'submitted' } }),
    );
    const again = await ask(first.publicId);
    if (again.kind !== 'asked') throw new Error(again.code);
    const second = await member.inOrganization((db) =>
      db.questionnaireRequest.findFirstOrThrow({ where: { responseId: again.responseId } }),
    );
    expect(second.supplierOrganizationId).toBe(request.supplierOrganizationId);
  });

  it('the second of two simultaneous requests to one supplier is notified of the first', async () => {
    const { publicId } = await makeSupplier(member, { name: 'Mill asked twice' });
    const kinds = (await Promise.all([ask(publicId), ask(publicId)])).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['asked', 'refused']);
  });

  it('rejects a supplier of another organization, and a questionnaire that was never released', async () => {
    const stranger = await makeMember();
    const { publicId } = await makeSupplier(stranger, { name: 'Foreign mill' });
    expect(await ask(publicId)).toEqual({ kind: 'refused', code: 'unknown-supplier' });
    const refused = await stranger.inOrganization((db) =>
      askSupplier(db, {
        supplierPublicId: publicId,
        instrumentKey: 'nobody@9.9.9',
        dueOn: null,
        locale: 'en',
        email: null,
        message: '',
        userId: stranger.user.id,
        now,
      }),
    );
    expect(refused).toEqual({ kind: 'refused', code: 'unknown-instrument' });
  });
});

describe('a link', () => {
  it('is not used by viewing, opens one device, and shows afterwards that it was used', async () => {
    const { token, responseId } = await asked('Mill of one link');
    expect((await findAnswerLink(token)).kind).toBe('open');
    expect((await findAnswerLink(token)).kind).toBe('open');
    const both = await Promise.all([open(token), open(token)]);
    expect(both.filter((device) => device !== null)).toHaveLength(1);
    expect(await findAnswerLink(token)).toMatchObject({ kind: 'over', why: 'used' });
    expect(await statusOf(responseId)).toBe('opened');
  });

  it('that was guessed, renewed, has expired or is of a withdrawn request opens nothing', async () => {
    expect(await findAnswerLink('guessed')).toEqual({ kind: 'unknown' });
    const { token, responseId } = await asked('Mill of a lost link');
    const who = { responseId, userId: member.user.id, now };
    const renewed = await member.inOrganization((db) => renewLink(db, who));
    expect(await findAnswerLink(token)).toMatchObject({ kind: 'over', why: 'revoked' });
    expect(await open(token)).toBeNull();
    await member.inOrganization((db) =>
      db.guestAccess.updateMany({ where: { responseId, kind: 'link' }, data: { expiresAt: new Date(0) } }),
    );
    expect(await findAnswerLink(renewed?.token ?? '')).toMatchObject({ kind: 'over', why: 'expired' });
    expect(await open(renewed?.token ?? '')).toBeNull();
    expect(await member.inOrganization((db) => withdrawRequest(db, who))).toBe(true);
    expect(await findAnswerLink(renewed?.token ?? '')).toMatchObject({ kind: 'over', why: 'withdrawn' });
    expect(await member.inOrganization((db) => renewLink(db, who))).toBeNull();
    expect(await member.inOrganization((db) => withdrawRequest(db, who))).toBe(false);
  });

  it('gives its device access to its own response only, until the device is revoked', async () => {
    const mine = await asked('Mill of one device');
    const other = await asked('Mill of another device');
    const { cookie, respondent } = await opened(mine.token);
    expect((await respondent()).responseId).toBe(mine.responseId);
    const [, token = ''] = cookie.split('=');
    const forged = { Cookie: `manumit_answer_${other.responseId}=${token}` };
    expect(await statusThrown(requireRespondent(visit(forged), { responseId: other.responseId }))).toBe(404);
    expect(await statusThrown(requireRespondent(visit(), { responseId: mine.responseId }))).toBe(404);
    expect(await statusThrown(requireRespondent(visit({ Cookie: cookie }), { responseId: "1' OR '1'='1" }))).toBe(404);
    const [device] = (await member.inOrganization((db) => readRequest(db, mine.responseId)))?.devices ?? [];
    const who = { responseId: mine.responseId, userId: member.user.id, now };
    expect(
      await member.inOrganization((db) => revokeDevice(db, { ...who, responseId: other.responseId, deviceId: device?.id ?? '' })),
    ).toBe(false);
    expect(await member.inOrganization((db) => revokeDevice(db, { ...who, deviceId: device?.id ?? '' }))).toBe(true);
    expect(await statusThrown(respondent())).toBe(410);
  });
});

describe('answering', () => {
  it('saves each answer, shows the requester only that it began, and rejects values off the scale', async () => {
    const { token, responseId } = await asked('Mill that answers');
    const respondent = await (await opened(token)).respondent();
    expect(await save(respondent, 'P1.Q1', '9')).toMatchObject({ savedAt: null, refusal: expect.any(String) });
    expect(await save(respondent, 'X9.Q9', '1')).toMatchObject({ savedAt: null, refusal: expect.any(String) });
    expect(await statusOf(responseId)).toBe('opened');
    const reply = await save(respondent, 'P1.Q1', '2', { 'P1.Q1:note': 'since spring' });
    expect(reply).toMatchObject({ savedAt: now.toISOString(), refusal: null, other: null });
    expect(await statusOf(responseId)).toBe('started');
    const read = await member.inOrganization((db) => readResponse(db, responseId));
    expect(read).toMatchObject({ sharing: 'waiting' });
    expect([...(read?.answers ?? [])]).toEqual([]);
    const own = await respondent.inResponse((db) => readOwn(db, responseId));
    expect(own?.answers.get('P1.Q1')).toMatchObject({ value: 2, note: 'since spring' });
  });

  it('shows a second respondent the first one’s answer, and replaces it only when confirmed', async () => {
    const { token, responseId } = await asked('Mill of two people');
    const first = await (await opened(token)).respondent();
    const link = await member.inOrganization((db) => renewLink(db, { responseId, userId: member.user.id, now }));
    const second = await (await opened(link?.token ?? '')).respondent();
    await save(first, 'P1.Q1', '3', { 'P1.Q1:seen': '' });
    const reply = await save(second, 'P1.Q1', '1', { 'P1.Q1:seen': '' });
    expect(reply).toMatchObject({ savedAt: null, other: { value: '3', seen: now.toISOString() } });
    expect(await save(second, 'P1.Q1', '1', { 'P1.Q1:seen': reply?.other?.seen ?? '' })).toMatchObject({
      savedAt: now.toISOString(),
      other: null,
    });
    const own = await first.inResponse((db) => readOwn(db, responseId));
    expect(own?.answers.get('P1.Q1')?.value).toBe(1);
  });

  it('no member answers or submits in the supplier’s place', async () => {
    const { responseId } = await asked('Mill that answers for itself');
    const userId = member.user.id;
    const answered = member.inOrganization((db) => answerQuestion(db, { responseId, question: 'P1.Q1', value: 4, userId, now }));
    expect(await answered).toEqual({ kind: 'refused', code: 'supplier-answers' });
    expect(await member.inOrganization((db) => submitResponse(db, { responseId, userId, now }))).toEqual({
      kind: 'refused',
      code: 'supplier-answers',
    });
  });

  it('a refusal is saved with its reason, closes the answers, and can be undone', async () => {
    const { token, responseId } = await asked('Mill that refuses');
    const device = await opened(token);
    await save(await device.respondent(), 'P1.Q1', '2');
    expect(await refuseRequest(await device.respondent(), { reason: ' ', now })).toEqual({ kind: 'refused', code: 'reason-missing' });
    expect((await refuseRequest(await device.respondent(), { reason: 'Another buyer has our answers', now })).kind).toBe('refused-request');
    expect(await statusOf(responseId)).toBe('refused');
    expect(await save(await device.respondent(), 'P1.Q1', '3')).toBeNull();
    expect(await submitOwn(await device.respondent(), { now })).toEqual({ kind: 'refused', code: 'not-open' });
    expect(await answerAfterAll(await device.respondent())).toBe(true);
    expect(await statusOf(responseId)).toBe('started');
    expect(await save(await device.respondent(), 'P1.Q1', '3')).toMatchObject({ refusal: null });
  });
});

describe('submitted answers', () => {
  it('reach the requester once, change its score, raise its findings, and are removed when withdrawn', async () => {
    const { token, responseId, partyId } = await asked('Mill that sends');
    await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf: '2026-11-25' }));
    const before = await newestScore(partyId);
    const device = await opened(token);
    const respondent = await device.respondent();
    expect(await submitOwn(respondent, { now })).toEqual({ kind: 'refused', code: 'unanswered' });
    const flag = questionsOf(instrument(defaultInstrument)).find(({ type }) => type === 'RF')?.key ?? '';
    await answerAll(respondent, { [flag]: 'yes' });
    const outcomes = await Promise.all([submitOwn(respondent, { now }), submitOwn(respondent, { now })]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['refused', 'submitted']);
    await reach(respondent);
    await reach(respondent);

    const read = await member.inOrganization((db) => readResponse(db, responseId));
    expect(read).toMatchObject({ sharing: 'shared', status: 'submitted' });
    expect(read?.answers.get(flag)).toMatchObject({ value: 'yes', evidenceGrade: 'self-declared' });
    expect(await member.inOrganization((db) => db.finding.count({ where: { responseId } }))).toBe(1);
    const after = await newestScore(partyId);
    if (before?.status !== 'scored' || after?.status !== 'scored') throw new Error('not scored');
    expect(after.inputHash).not.toBe(before.inputHash);
    expect([before.lines.findingsUplift, after.lines.findingsUplift > 0]).toEqual([0, true]);

    expect(await stopSharing(await device.respondent(), { now })).toBe(true);
    const revoked = await member.inOrganization((db) => readResponse(db, responseId));
    expect(revoked?.sharing).toBe('ended');
    expect([...(revoked?.answers ?? [])]).toEqual([]);
    await reach(respondent);
    const without = await newestScore(partyId);
    expect(without?.inputHash).not.toBe(after.inputHash);
    expect(await stopSharing(await device.respondent(), { now })).toBe(false);

    expect(await shareAgain(await device.respondent(), { now })).toBe(true);
    expect(await shareAgain(await device.respondent(), { now })).toBe(false);
    await reach(respondent);
    expect((await member.inOrganization((db) => readResponse(db, responseId)))?.sharing).toBe('shared');
  });

  it('are read only by the organization they were shared with', async () => {
    const { token, responseId } = await asked('Mill with one reader');
    const respondent = await (await opened(token)).respondent();
    await answerAll(respondent);
    await submitOwn(respondent, { now });
    const stranger = await makeMember();
    expect(await stranger.inOrganization((db) => db.frozenDocument.count())).toBe(0);
    expect(await stranger.inOrganization((db) => readResponse(db, responseId))).toBeNull();
    expect(await respondent.inResponse((db) => readSharing(db, respondent, now))).toMatchObject({ until: expect.any(Date) });
  });

  it('can be questioned with a reason, and are submitted again', async () => {
    const { token, responseId } = await asked('Mill that is questioned');
    const device = await opened(token);
    await answerAll(await device.respondent());
    await submitOwn(await device.respondent(), { now });
    const who = { responseId, userId: member.user.id, now };
    expect(await member.inOrganization((db) => questionBack(db, { ...who, reason: '' }))).toMatchObject({ code: 'reason-missing' });
    expect(await member.inOrganization((db) => questionBack(db, { ...who, reason: 'Which agency is meant?' }))).toEqual({
      kind: 'reopened',
    });
    const own = await (await device.respondent()).inResponse((db) => readOwn(db, responseId));
    expect(own).toMatchObject({ status: 'open', reopenedReason: 'Which agency is meant?' });
    expect(await statusOf(responseId)).toBe('started');
    expect(await save(await device.respondent(), 'P1.Q1', '1')).toMatchObject({ refusal: null });
    expect((await submitOwn(await device.respondent(), { now })).kind).toBe('submitted');
    expect((await member.inOrganization((db) => readResponse(db, responseId)))?.answers.get('P1.Q1')?.value).toBe(1);
  });
});

it('the funnel counts every stage reached, and the list is sorted by due date', async () => {
  const buyer = await makeMember();
  const send = async (name: string, dueOn: string | null) => {
    const { publicId } = await makeSupplier(buyer, { name });
    const made = await buyer.inOrganization((db) =>
      askSupplier(db, {
        supplierPublicId: publicId,
        instrumentKey: defaultInstrument,
        dueOn,
        locale: 'fr',
        email: null,
        message: '',
        userId: buyer.user.id,
        now,
      }),
    );
    if (made.kind !== 'asked') throw new Error(made.code);
    return made;
  };
  const [late, soon] = [await send('No day', null), await send('Soon', '2026-12-01')];
  const refusing = await send('Refuses', '2026-12-24');
  await opened(soon.token);
  const respondent = await (await opened(refusing.token)).respondent();
  await refuseRequest(respondent, { reason: 'Too many questions', now });
  const funnel = await buyer.inOrganization((db) => readFunnel(db));
  expect(funnel.all).toEqual({ invited: 3, opened: 2, started: 0, submitted: 0, refused: 1, bounced: 0 });
  expect(funnel.countries).toEqual([{ key: 'VN', funnel: funnel.all }]);
  const list = (options: Parameters<typeof listRequests>[1]) => buyer.inOrganization((db) => listRequests(db, options));
  const first = await list({ take: 2 });
  expect(first.rows.map(({ name }) => name)).toEqual(['Soon', 'Refuses']);
  expect((await list({ take: 2, cursor: first.next ?? '' })).rows.map(({ responseId }) => responseId)).toEqual([late.responseId]);
  expect((await list({ status: 'waiting' })).rows).toHaveLength(2);
  await buyer.inOrganization((db) =>
    db.questionnaireRequest.updateMany({
      where: { responseId: { in: [late.responseId, soon.responseId] } },
      data: { dueOn: new Date('2020-05-01') },
    }),
  );
  await buyer.inOrganization((db) =>
    db.questionnaireRequest.updateMany({ where: { responseId: late.responseId }, data: { status: 'bounced', bouncedAt: now } }),
  );
  expect(
    (await list({ status: 'late' })).rows.map(({ name }) => name),
    'due, and their letter arrived',
  ).toEqual(['Soon']);
  expect((await list({ status: 'refused' })).rows[0]).toMatchObject({ refusalReason: 'Too many questions' });
  expect((await list({ country: 'FR' })).rows).toEqual([]);
  expect((await list({ tier: 'unknown' })).rows).toHaveLength(3);
});
