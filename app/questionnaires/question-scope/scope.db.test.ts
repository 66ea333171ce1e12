import { instrument } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { openOnDevice } from '~/access/answer-devices.server';
import { requireRespondent, type Respondent } from '~/access/require-respondent.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { answersForScoring, readResponse } from '~/questionnaires/responses/read-response.server';
import { saveSection } from '~/questionnaires/responses/save-section.server';
import { sectionsOf } from '~/questionnaires/responses/section-view.server';
import { askSupplier } from '~/questionnaires/requests/ask-supplier.server';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { progressOf, readOwn, reviewOf } from '~/questionnaires/respondent/read-own.server';
import { saveOne, saveOwnSection } from '~/questionnaires/respondent/save-own.server';
import { submitOwn } from '~/questionnaires/respondent/submit-own.server';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';

const now = new Date('2026-11-26T10:00:00Z');
const short = 'short-form@1.0.0';
const local = { country: 'VN', sector: '1410', workers: 400 };
let member: MadeMember;

beforeAll(async () => {
  member = await makeMember();
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function asked(
  name: string,
  values: FactValues,
): Promise<{ partyId: string; responseId: string; respondent: () => Promise<Respondent> }> {
  const { publicId, partyId } = await makeSupplier(member, { name, values });
  const made = await member.inOrganization((db) =>
    askSupplier(db, {
      supplierPublicId: publicId,
      instrumentKey: short,
      dueOn: null,
      locale: 'en',
      email: null,
      message: '',
      userId: member.user.id,
      now,
    }),
  );
  if (made.kind !== 'asked') throw new Error(made.code);
  const visit = (headers: Record<string, string> = {}) =>
    new Request('http://localhost/', { headers: { 'User-Agent': 'phone', ...headers } });
  const opened = await openOnDevice(made.token, visit(), openRequest);
  if (!opened) throw new Error('the link opens nothing');
  const cookie = opened.setCookie.split(';')[0] ?? '';
  return {
    partyId,
    responseId: made.responseId,
    respondent: () => requireRespondent(visit({ Cookie: cookie }), { responseId: made.responseId }),
  };
}

const own = (respondent: Respondent) =>
  respondent.inResponse(async (db) => {
    const read = await readOwn(db, respondent.responseId);
    if (!read) throw new Error('nothing to read');
    return read;
  });

describe('questions for a supplier', () => {
  it('A16: follow the facts known when the request was sent, and those it answers, at once', async () => {
    const known = await asked('Mill without migrants', { ...local, migrantShare: 0, agencyShare: 0 });
    const knownProgress = progressOf(await own(await known.respondent()));
    const unknown = await asked('Mill nobody knows', local);
    const before = progressOf(await own(await unknown.respondent()));
    expect(knownProgress.asked).toBe(before.asked - 6);
    expect(knownProgress.minutes).toBeLessThan(before.minutes);
    expect(knownProgress.leftOut['S5.Q1']).toContain('No workers from other countries work here. The site data said so');

    const reply = await saveOne(await unknown.respondent(), {
      form: formOf({ question: 'S1.Q1', 'S1.Q1:migrantShare': '0', 'S1.Q1:agencyShare': '0' }),
      now,
    });
    expect(reply?.unasked).toEqual(expect.arrayContaining(['S2.Q1', 'S2.Q3', 'S2.Q4', 'S4.Q2', 'S5.Q1', 'S5.Q3']));
    expect(reply?.leftOut['S2.Q1']).toContain('An answer here says so');
    const after = progressOf(await own(await unknown.respondent()));
    expect(after.asked).toBe(knownProgress.asked);
    // The facts themselves are answered here, and take no more time.
    expect(after.minutes).toBeLessThan(knownProgress.minutes);
  });

  it('include a hidden one once the supplier says that it applies, and count it then', async () => {
    const { respondent, responseId, partyId } = await asked('Mill that opens', { ...local, migrantShare: 0, agencyShare: 0 });
    const opened = await saveOwnSection(await respondent(), { sectionKey: 'S5', form: formOf({ open: 'S5.Q1' }), now });
    expect(opened).toMatchObject({ kind: 'opened', section: 'S5', question: 'S5.Q1' });
    const progress = progressOf(await own(await respondent()));
    expect(progress.unasked).not.toContain('S5.Q1');
    expect(progress.unasked).toContain('S5.Q3');
    expect((await saveOwnSection(await respondent(), { sectionKey: 'S5', form: formOf({ open: 'S2.Q2' }), now })).kind).toBe('opened');

    for (const section of instrument(short).sections) {
      const fields: Record<string, string> = {};
      for (const { key, type } of section.questions)
        if (type !== 'FACT' && !progress.unasked.includes(key)) fields[`${key}:value`] = type === 'RF' ? 'no' : 'yes';
      await saveOwnSection(await respondent(), { sectionKey: section.key, form: formOf(fields), now });
    }
    expect(reviewOf(await own(await respondent())).unanswered).toEqual([]);
    const someone = await respondent();
    expect(await submitOwn(someone, { now })).toEqual({ kind: 'submitted' });
    await reachAsker({ askerOrganizationId: someone.asker.id, responseId, now });
    await member.inOrganization(async (db) => {
      const read = await readResponse(db, responseId);
      const answers = read ? answersForScoring(read) : [];
      expect(answers.find(({ question }) => question === 'S5.Q1')?.value).toBe('yes');
      expect(answers.find(({ question }) => question === 'S5.Q3')).toMatchObject({
        value: 'not-applicable',
        scopedOut: 'no-foreign-workers',
      });
      const score = await db.score.findFirstOrThrow({ where: { partyId }, orderBy: { createdAt: 'desc' } });
      expect(JSON.stringify(score.input)).toContain('"scopedOut":"no-foreign-workers"');
    });
  });

  it('are selected by the facts at opening, whatever is learned later', async () => {
    const { respondent, partyId } = await asked('Mill that changes', { ...local, migrantShare: 0, agencyShare: 0 });
    const before = progressOf(await own(await respondent())).asked;
    await member.inOrganization(async (db) => {
      const source = await db.source.create({ data: { kind: 'member', userId: member.user.id }, select: { id: true } });
      await db.fact.create({ data: { partyId, values: { migrantShare: 0.4 }, sourceId: source.id } });
    });
    expect(progressOf(await own(await respondent())).asked).toBe(before);
  });
});

it('are the same for a member, who can open a question', async () => {
  const { publicId } = await makeSupplier(member, { name: 'Mill of a member', values: { ...local, migrantShare: 0, agencyShare: 0 } });
  const opened = await member.inOrganization((db) =>
    openResponse(db, { supplierPublicId: publicId, instrumentKey: 'ilo-ten-principles@1.0.0', dueOn: null, userId: member.user.id, now }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  const { responseId } = opened;
  const count = () =>
    member.inOrganization(async (db) => {
      const read = await readResponse(db, responseId);
      return read ? sectionsOf(read).reduce((sum, section) => sum + section.asked, 0) : 0;
    });
  const asMember = {
    ...member,
    user: { ...member.user, locale: null },
    organization: { ...member.organization, kind: 'company', isDemonstration: false },
    role: 'owner' as const,
    memberships: [],
    can: () => true,
  };
  expect(await count()).toBe(53);
  const saved = await saveSection(asMember, { responseId, sectionKey: 'P6', form: formOf({ open: 'P6.Q4' }), now });
  expect(saved).toEqual({ kind: 'asked', question: 'P6.Q4' });
  expect(await count()).toBe(54);
});
