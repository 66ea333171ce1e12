import { describe, expect, it } from 'vitest';
import type { Role } from '~/access/permissions';
import * as door from '~/routes/org/risk/supplier-overrides';
import * as scoreDoor from '~/routes/org/suppliers/supplier-score';
import type { ScorePage } from '~/risk/scores/score-page.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';

type Page = { overrides: { id: string; state: string }[]; open: { id: string; isOwn: boolean }[]; decided: { state: string }[] };

/** A supplier whose findings hold its score at 80 (O6), and the doors of its members. */
async function heldSupplier() {
  const owner = await makeMember();
  const supplier = await makeSupplier(owner);
  await owner.inOrganization(async (db) => {
    for (const indicator of ['retention-of-identity-documents', 'debt-bondage'])
      await db.finding.create({
        data: { partyId: supplier.partyId, indicator, grade: 'minor', text: indicator, openedAt: new Date('2026-01-05T00:00:00Z') },
      });
    await scoreSuppliers(db, { partyIds: [supplier.partyId], asOf: new Date().toISOString().slice(0, 10) });
  });
  const as = ({ organization, cookie }: MadeMember) => {
    const params = { orgSlug: organization.slug, supplierId: supplier.publicId };
    const base = `http://house.example/o/${organization.slug}/suppliers/${supplier.publicId}/score`;
    return {
      read: async () => (await callRoute(door.loader, { url: `${base}/overrides`, params, cookie })).body as Page,
      open: () => callRoute(door.loader, { url: `${base}/overrides`, params, cookie }),
      post: (form: Record<string, string>) => callRoute(door.action, { url: `${base}/overrides`, params, cookie, form }),
      score: async () => (await callRoute(scoreDoor.loader, { url: base, params, cookie })).body as ScorePage,
    };
  };
  const member = async (role: Role) => makeMember({ organization: owner.organization, role });
  return { owner, supplier, as, member };
}

const words = {
  evidence: 'audit-unannounced',
  shownBy: 'Unannounced audit of 12 May, report in the archive.',
  reason: 'All papers are back with their owners, and the debts were repaid.',
};

describe('lifting a critical override', () => {
  it('takes a proposal with strong evidence and another member who decides; the score follows and says who', async () => {
    const { owner, supplier, as, member } = await heldSupplier();
    const [auditor, reviewer] = [await member('auditor'), await member('reviewer')];
    const [override] = (await as(owner).read()).overrides;
    expect(override).toMatchObject({ state: 'in-force' });
    const proposal = { override: override?.id ?? '', ...words };

    const weak = await as(auditor).post({ ...proposal, evidence: 'document-checked', reason: 'no' });
    expect(weak.status).toBe(422);
    expect(weak.body).toMatchObject({ errors: { evidence: [expect.any(String)], reason: [expect.any(String)] } });
    expect(weak.body).toMatchObject({ values: { shownBy: [words.shownBy] } });
    expect((await as(auditor).post(proposal)).status).toBe(303);
    expect((await as(auditor).post(proposal)).status).toBe(422);
    const [open] = (await as(reviewer).read()).open;
    expect(open).toMatchObject({ isOwn: false, proposedBy: auditor.user.name, ...words });
    const before = (await as(reviewer).score()).shown?.result;
    expect(before).toMatchObject({ status: 'scored', score: 80 });

    const decision = { waiverId: open?.id ?? '', verdict: 'approved' };
    expect((await as(auditor).post(decision)).status).toBe(403);
    expect((await as(reviewer).post(decision)).status).toBe(303);
    const page = await as(reviewer).score();
    const shown = page.shown?.kind === 'current' ? page.shown : undefined;
    const result = shown?.result;
    expect(result?.status === 'scored' && result.score < 80).toBe(true);
    expect(result?.overrides).toMatchObject([
      { state: 'lifted', lifted: { reviewer: auditor.user.name, secondReviewer: reviewer.user.name, evidence: 'audit-unannounced' } },
    ]);
    expect(page.history[0]?.changes).toContainEqual({ kind: 'liftings', count: 1 });
    expect(shown?.recomputed).toMatchObject({ kind: 'recomputed', differences: [] });
    expect((await as(owner).read()).decided).toMatchObject([{ state: 'approved' }]);
    expect((await as(auditor).post(proposal)).status).toBe(422);
    await as(owner).post({ ...decision, verdict: 'rejected' });
    expect((await as(owner).read()).decided).toMatchObject([{ state: 'approved' }]);
    const acts = await owner.inOrganization((db) =>
      db.activity.findMany({
        where: { recordId: supplier.partyId, act: { contains: 'lift' } },
        orderBy: { at: 'asc' },
        select: { act: true },
      }),
    );
    expect(acts.map(({ act }) => act)).toEqual(['propose-lifting', 'lift-override']);
  });

  it('is not for one person alone, whatever the role, nor past the page', async () => {
    const { owner, as } = await heldSupplier();
    const [override] = (await as(owner).read()).overrides;
    expect((await as(owner).post({ override: override?.id ?? '', ...words })).status).toBe(303);
    const [open] = (await as(owner).read()).open;
    await as(owner).post({ waiverId: open?.id ?? '', verdict: 'approved' });
    expect((await as(owner).read()).open).toHaveLength(1);
    expect((await as(owner).score()).shown?.result).toMatchObject({ score: 80 });
    const alone = owner.inOrganization((db) =>
      db.approval.updateMany({
        where: { id: open?.id ?? '' },
        data: { state: 'approved', decidedById: owner.user.id, decidedAt: new Date() },
      }),
    );
    await expect(alone).rejects.toThrow(/two_people/);
    await as(owner).post({ waiverId: open?.id ?? '', verdict: 'withdrawn' });
    expect(await as(owner).read()).toMatchObject({ open: [], decided: [{ state: 'withdrawn' }] });
    expect((await as(owner).score()).shown?.result).toMatchObject({ score: 80 });
  });

  it('a refusal leaves the floor; a viewer proposes nothing; a stranger finds nothing', async () => {
    const { owner, as, member } = await heldSupplier();
    const [manager, viewer, stranger] = [await member('manager'), await member('viewer'), await makeMember()];
    const [override] = (await as(owner).read()).overrides;
    const proposal = { override: override?.id ?? '', ...words };
    expect((await as(viewer).post(proposal)).status).toBe(403);
    expect((await as(stranger).open()).status).toBe(404);
    expect((await as(stranger).post(proposal)).status).toBe(404);
    expect((await as(manager).post({ ...proposal, override: 'O1:nothing' })).status).toBe(422);
    await as(manager).post(proposal);
    const [open] = (await as(owner).read()).open;
    expect((await as(owner).post({ waiverId: open?.id ?? '', verdict: 'withdrawn' })).status).toBe(303);
    expect((await as(owner).read()).open).toHaveLength(1);
    await as(owner).post({ waiverId: open?.id ?? '', verdict: 'rejected' });
    expect(await as(owner).read()).toMatchObject({ open: [], decided: [{ state: 'rejected' }] });
    expect((await as(owner).score()).shown?.result).toMatchObject({ score: 80 });
  });
});
