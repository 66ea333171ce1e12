import { describe, expect, it } from 'vitest';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { createSupplier } from '~/suppliers/registry/create-supplier.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { loader as exportLoader } from '~/routes/org/risk/what-if-export';
import { loader } from '~/routes/org/risk/what-if';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { suppose } from './suppose.server';

const asOf = new Date().toISOString().slice(0, 10);

/** Two garment factories, one buying from the other, the first selling to the organization; a finding at the second. */
async function chainOf(member: MadeMember) {
  return member.inOrganization(async (db) => {
    const sourceId = await openMemberSource(db, { userId: member.user.id });
    const add = async (name: string, country: string) => {
      const made = await createSupplier(db, {
        entry: { name, values: { country, sector: '1410' }, suppliesTo: null, isDuplicateMeant: true },
        userId: member.user.id,
      });
      if (made.kind !== 'created') throw new Error(made.kind);
      return { id: made.partyId, publicId: made.publicId };
    };
    const [first, second] = [await add('=Sewing', 'VN'), await add('Spinning', 'PK')];
    const link = (fromPartyId: string, toPartyId: string) =>
      linkParties(db, { fromPartyId, toPartyId, kind: 'supplies', sourceId, userId: member.user.id });
    await link(first.id, await ensureBuyer(db));
    await link(second.id, first.id);
    const finding = await db.finding.create({
      data: { partyId: second.id, grade: 'critical', text: 't', evidenceGrade: 'audit-unannounced' },
    });
    await scoreSuppliers(db, { partyIds: [first.id, second.id], asOf });
    return { first, second, finding };
  });
}

const counts = (member: MadeMember) =>
  member.inOrganization(async (db) => [
    await db.score.count(),
    await db.fact.count(),
    await db.finding.count({ where: { status: 'open' } }),
  ]);

describe('what-if', () => {
  it('A30: changes the selected suppliers and their buyers, stores nothing, and accepts findings, drops and facts', async () => {
    const member = await makeMember();
    const { first, second, finding } = await chainOf(member);
    const before = await counts(member);
    const country = await suppose(member.inOrganization, { asOf, changes: [{ kind: 'country', iso2: 'PK', points: 3 }] });
    const rowOf = (result: typeof country, publicId: string) => result.rows.find((row) => row.publicId === publicId);
    expect(rowOf(country, second.publicId)?.own.change).toBeGreaterThan(0);
    expect(rowOf(country, first.publicId)?.own.change).toBe(0);
    expect(rowOf(country, first.publicId)?.chain?.change).toBeGreaterThan(0);
    expect(country.buyer?.after).toBeGreaterThan(country.buyer?.before ?? 0);
    const closed = await suppose(member.inOrganization, { asOf, changes: [{ kind: 'close', finding: finding.id }] });
    expect(closed.rows[0]).toMatchObject({ publicId: second.publicId });
    expect(rowOf(closed, second.publicId)?.own.change).toBeLessThan(0);
    const dropped = await suppose(member.inOrganization, { asOf, changes: [{ kind: 'drop', supplier: second.publicId }] });
    expect(rowOf(dropped, second.publicId)).toMatchObject({ isDropped: true, own: { after: null } });
    expect(rowOf(dropped, first.publicId)?.chain?.change).toBeLessThan(0);
    const fact = await suppose(member.inOrganization, {
      asOf,
      changes: [{ kind: 'fact', supplier: first.publicId, field: 'housing', value: 'tied-remote' }],
    });
    expect(rowOf(fact, first.publicId)?.own.change).toBeGreaterThan(0);
    expect(await counts(member)).toEqual(before);
  });

  it('names unknown records, also those of another organization', async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    await chainOf(member);
    const foreign = await chainOf(stranger);
    const changes = [
      { kind: 'drop' as const, supplier: foreign.first.publicId },
      { kind: 'close' as const, finding: foreign.finding.id },
    ];
    expect(await suppose(member.inOrganization, { asOf, changes })).toMatchObject({ missing: changes, rows: [], suppliers: 2 });
  });

  it('multiplies a component of the score for every supplier, and ranks them before and after', async () => {
    const member = await makeMember();
    const { second } = await chainOf(member);
    const { rows } = await suppose(member.inOrganization, { asOf, changes: [{ kind: 'factor', line: 'findings', factor: 0 }] });
    expect(rows[0]).toMatchObject({ publicId: second.publicId });
    expect(rows[0]?.own.change).toBeLessThan(0);
    for (const { place } of rows) for (const end of [place?.before, place?.after]) expect(end).toMatchObject({ best: 1, worst: 2 });
    const dropped = await suppose(member.inOrganization, { asOf, changes: [{ kind: 'drop', supplier: second.publicId }] });
    expect(dropped.rows.map(({ place }) => place?.after)).toEqual([null, { best: 1, worst: 1, inRiskiestTenth: 1 }]);
  });
});

describe('the page', () => {
  it('adds the form’s change to the address, or returns it with a message', async () => {
    const member = await makeMember();
    const { first } = await chainOf(member);
    const call = (query: string) =>
      callRoute(loader, {
        url: `/o/${member.organization.slug}/what-if?${query}`,
        params: { orgSlug: member.organization.slug },
        cookie: member.cookie,
      });
    const added = await call('change=factor.voice.2&add=drop&supplier=%3DSewing');
    expect(added.status).toBe(302);
    expect(new URL(added.headers.get('Location') ?? '', 'http://localhost').searchParams.getAll('change')).toEqual([
      'factor.voice.2',
      `drop.${first.publicId}`,
    ]);
    const halved = await call('add=factor&line=migrant&percent=50');
    expect(halved.headers.get('Location')).toContain('change=factor.migrant.0.5');
    for (const percent of ['', 'half', '100', '301', '-5'])
      expect((await call(`add=factor&line=migrant&percent=${percent}`)).body, percent).toMatchObject({
        failure: { values: { percent: [percent] }, errors: { percent: [expect.any(String)] } },
      });
    const wrong = await call('add=country&iso2=VN&points=many');
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ failure: { ok: false, values: { points: ['many'] }, errors: { points: [expect.any(String)] } } });
    const old = await call('change=nonsense&change=weight.voice.5');
    expect(old).toMatchObject({ status: 200, body: { unread: ['nonsense', 'weight.voice.5'], result: null } });
  });

  it('exports what it shows, safe for a spreadsheet', async () => {
    const member = await makeMember();
    const { second } = await chainOf(member);
    const answer = await callRoute(exportLoader, {
      url: `/o/${member.organization.slug}/what-if/export?change=drop.${second.publicId}`,
      params: { orgSlug: member.organization.slug },
      cookie: member.cookie,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/csv/);
    const text = String(answer.body);
    expect(text).toContain(`${second.publicId},Spinning,`);
    expect(text).toContain("'=Sewing");
  });
});
