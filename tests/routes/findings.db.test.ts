import { expect, test } from 'vitest';
import type { FindingRow } from '~/features/finding/show-findings.server';
import { raiseFindings } from '~/features/finding/raise-findings.server';
import * as findingsDoor from '~/routes/o.$orgSlug.findings';
import { followRequestLocale, runInLocale } from '~/web/locale.server';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

followRequestLocale();

function findingsOf({ organization, cookie }: MadeMember) {
  const at = (query: string) => ({
    url: `http://house.example/o/${organization.slug}/findings${query}`,
    params: { orgSlug: organization.slug },
    cookie,
  });
  return {
    list: async (query = '') => (await callRoute(findingsDoor.loader, at(query))).body as { rows: FindingRow[]; next: string | null },
    move: (form: Record<string, string>, query = '') => callRoute(findingsDoor.action, { ...at(query), form }),
  };
}

async function withFindings(member: MadeMember) {
  const supplier = await makeSupplier(member);
  await member.inOrganization(async (db) => {
    const { id } = await db.assessment.create({
      data: { partyId: supplier.partyId, kind: 'self-assessment', instrumentKey: 'ilo-ten-principles@1.0.0', openedById: member.user.id },
      select: { id: true },
    });
    await raiseFindings(db, {
      partyId: supplier.partyId,
      assessmentId: id,
      userId: member.user.id,
      findings: [
        { question: 'P5.Q3', grade: 'major', indicator: 'debt-bondage', text: 'Fees were paid.', evidenceGrade: 'self-declared' },
        { question: 'P6.Q6', grade: 'moderate', text: 'A second contract.', evidenceGrade: 'document-checked' },
      ],
    });
  });
  return supplier;
}

test('findings carry the wording of their question in the reader’s language, and the address filters them', async () => {
  const owner = await makeMember();
  const supplier = await withFindings(owner);
  const { list } = findingsOf(owner);
  const { rows } = await list();
  expect(rows.map(({ question }) => question).sort()).toEqual(['P5.Q3', 'P6.Q6']);
  const fees = rows.find(({ question }) => question === 'P5.Q3');
  expect(fees).toMatchObject({
    indicator: 'debt-bondage',
    grade: 'major',
    section: 'P5',
    lang: 'en',
    party: { publicId: supplier.publicId },
  });
  expect((await list('?grade=major')).rows).toHaveLength(1);
  expect((await list('?status=verified')).rows).toHaveLength(0);
  expect((await list('?status=unsolved')).rows).toHaveLength(2);
  expect((await list('?supplier=NOBODY')).rows).toHaveLength(0);
  expect((await list('?status=nonsense&after=nonsense')).rows).toHaveLength(2);
  const french = await runInLocale('fr', () => list('?grade=major'));
  expect(french.rows[0]).toMatchObject({ id: fees?.id, lang: 'fr' });
  expect(french.rows[0]?.title).not.toBe(fees?.title);
});

test('moving a finding takes one step, scores the supplier in the same act and writes the activity', async () => {
  const owner = await makeMember();
  const supplier = await withFindings(owner);
  const { list, move } = findingsOf(owner);
  const id = (await list('?grade=major')).rows[0]?.id ?? '';
  const answer = await move({ findingId: id, to: 'plan-agreed' }, '?grade=major');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe(`/o/${owner.organization.slug}/findings?grade=major`);
  expect((await list('?status=plan-agreed')).rows.map((row) => row.id)).toEqual([id]);
  const after = await owner.inOrganization(async (db) => ({
    scores: await db.score.findMany({ where: { partyId: supplier.partyId } }),
    acts: await db.activity.findMany({ where: { recordKind: 'finding', recordId: id, act: 'move' } }),
  }));
  expect(after.scores).toHaveLength(1);
  expect(after.acts).toMatchObject([{ changes: [{ field: 'status', before: 'open', after: 'plan-agreed' }] }]);
  // A step over a step changes nothing.
  expect((await move({ findingId: id, to: 'verified' })).status).toBe(303);
  expect((await list('?status=plan-agreed')).rows).toHaveLength(1);
});

test('a broken form, an unknown finding, a viewer and another organization are refused', async () => {
  const owner = await makeMember();
  await withFindings(owner);
  const { list, move } = findingsOf(owner);
  const id = (await list()).rows[0]?.id ?? '';
  expect((await move({ findingId: id, to: 'forgotten' })).status).toBe(400);
  expect((await move({ findingId: '00000000-0000-4000-8000-000000000000', to: 'fixed' })).status).toBe(404);
  const viewer = findingsOf(await makeMember({ organization: owner.organization, role: 'viewer' }));
  expect((await viewer.list()).rows).toHaveLength(2);
  expect((await viewer.move({ findingId: id, to: 'plan-agreed' })).status).toBe(403);
  const stranger = findingsOf(await makeMember());
  expect((await stranger.list()).rows).toHaveLength(0);
  expect((await stranger.move({ findingId: id, to: 'plan-agreed' })).status).toBe(404);
});
