import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantDb } from '~/access/tenant-db.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { unlinkParties } from '~/suppliers/supply-links/unlink-parties.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { readChanges } from './read-changes.server';
import { activeOn } from '~/suppliers/supply-links/link-window';
import { readConcentration } from './read-concentration.server';
import { readCoverage } from './read-coverage.server';
import { readEntries } from './read-entries.server';
import { readOverview, sinceOf } from './read-overview.server';
import { largestGap, largestPart } from './read-priorities.server';

const today = '2026-11-20';
const now = { within: activeOn(today), tiers: null };
let member: MadeMember;
let sourceId: string;
const made = new Map<string, string>();

async function addSupplier(
  db: TenantDb,
  name: string,
  columns: { country?: string; parentCompany?: string; score?: number; band?: string },
) {
  const party = await db.party.create({ data: { kind: 'supplier', publicId: makePublicId(), name, nameKey: name } });
  const { score } = columns;
  const scored = score === undefined ? {} : { scoreLow: score, scoreHigh: score, scoreStatus: 'scored' };
  await db.supplier.create({ data: { partyId: party.id, nameKey: name, ...columns, ...scored } });
  made.set(name, party.id);
  return party.id;
}

// buyer <- cutter (60 %) <- spinner (unknown origin behind it);  buyer <- dyer (20 %), which declines;  lone is separate
beforeAll(async () => {
  member = await makeMember();
  await member.inOrganization(async (db) => {
    const buyer = await ensureBuyer(db);
    sourceId = await openMemberSource(db, { userId: member.user.id });
    const cutter = await addSupplier(db, 'cutter', { country: 'VN', parentCompany: 'Group', score: 30, band: 'moderate' });
    const dyer = await addSupplier(db, 'dyer', { country: 'VN', score: 50, band: 'elevated' });
    const spinner = await addSupplier(db, 'spinner', { country: 'IN', parentCompany: 'Group', score: 90, band: 'severe' });
    await addSupplier(db, 'lone', {});
    await addSupplier(db, 'archived', { country: 'DE' });
    await db.supplier.update({
      where: { organizationId_partyId: { organizationId: member.organization.id, partyId: made.get('archived') ?? '' } },
      data: { archivedAt: new Date() },
    });
    const unknown = await db.party.create({
      data: { kind: 'unknown-origin', publicId: makePublicId(), name: 'unknown', nameKey: 'unknown' },
    });
    const link = (fromPartyId: string, toPartyId: string, share: number) =>
      linkParties(db, { fromPartyId, toPartyId, kind: 'supplies', sourceId, userId: member.user.id, share });
    await link(cutter, buyer, 0.6);
    await link(dyer, buyer, 0.2);
    await link(spinner, cutter, 0.5);
    await link(unknown.id, spinner, 0.4);
    await recordFacts(db, { partyId: dyer, values: { disclosure: 'refused', country: 'VN' }, sourceId });
    await recordFacts(db, { partyId: cutter, values: { disclosure: 'refused', country: 'VN', parentCompany: 'Group' }, sourceId });
    await recomputeTiers(db);
  });
});

describe('coverage', () => {
  it('counts by tier which suppliers are known upstream, declined, or unknown; a supply link counts more than a statement', async () => {
    const coverage = await member.inOrganization((db) => readCoverage(db, now));
    expect(coverage).toEqual([
      { tier: 0, named: 1, refused: 0, unknown: 0 },
      { tier: 1, named: 1, refused: 1, unknown: 0 },
      { tier: 2, named: 0, refused: 0, unknown: 1 },
      { tier: null, named: 0, refused: 0, unknown: 1 },
    ]);
  });

  it('uses the newest statement: a withdrawn refusal is none', async () => {
    await member.inOrganization(async (db) => {
      await recordFacts(db, { partyId: made.get('dyer') ?? '', values: { disclosure: null }, sourceId });
      expect((await readCoverage(db, now)).find(({ tier }) => tier === 1)).toEqual({ tier: 1, named: 1, refused: 0, unknown: 1 });
    });
  });
});

describe('concentration', () => {
  it('is by number and by direct spend; a supplier without a group is one of its own', async () => {
    const found = await member.inOrganization((db) => readConcentration(db, now));
    expect(found).toMatchObject({ suppliers: 4, withoutCountry: 1, withoutGroup: 2 });
    expect(found.spendKnown).toBeCloseTo(0.8);
    expect(found.byCountry.parts).toEqual([
      { name: 'VN', suppliers: 2, spend: expect.closeTo(0.8) },
      { name: 'IN', suppliers: 1, spend: 0 },
    ]);
    expect(found.byCountry.suppliers.index).toBe(5_556);
    expect(found.byCountry.spend.index).toBe(10_000);
    expect(found.byGroup.parts.map(({ name, suppliers }) => [name, suppliers])).toEqual([['Group', 2]]);
    expect(found.byGroup.suppliers.index).toBe(3_750);
    expect(found.byGroup.spend.index).toBe(6_250);
  });
});

describe('points where risk enters', () => {
  it('are those where an own score is passed on, with its part of the inherited risk', async () => {
    const entries = await member.inOrganization((db) => readEntries(db, { asOf: today, within: now.within }));
    if (entries?.status !== 'known') throw new Error('not known');
    expect(entries.rows.map(({ name, directShare }) => [name, directShare])).toEqual([
      ['spinner', null],
      ['dyer', 0.2],
    ]);
    expect(entries.rows.reduce((sum, { points }) => sum + Math.round(points * 10), 0)).toBe(Math.round(10 * (entries.inherited ?? 0)));
  });
});

describe('changes', () => {
  it('lists new and removed suppliers, and those in another band', async () => {
    const changed = await makeMember();
    await changed.inOrganization(async (db) => {
      const buyer = await ensureBuyer(db);
      const source = await openMemberSource(db, { userId: changed.user.id });
      const up = await addSupplier(db, 'up', { score: 70, band: 'high' });
      const down = await addSupplier(db, 'down', { score: 10, band: 'low' });
      const same = await addSupplier(db, 'same', { score: 31, band: 'moderate' });
      await db.$executeRaw`UPDATE "Party" SET "createdAt" = '2026-01-01'`;
      const before = { up: [40, 'moderate'], down: [30, 'moderate'], same: [30, 'moderate'] } as const;
      for (const [name, [score, band]] of Object.entries(before))
        await db.score.create({
          data: {
            partyId: made.get(name) ?? '',
            engineVersion: '2.0.0',
            asOf: new Date('2026-01-02'),
            inputHash: 'x',
            input: {},
            result: { status: 'scored', score, band },
            createdAt: new Date('2026-01-02T09:00:00Z'),
          },
        });
      const link = (fromPartyId: string) =>
        linkParties(db, { fromPartyId, toPartyId: buyer, kind: 'supplies', sourceId: source, userId: changed.user.id });
      await link(up);
      const gone = await link(down);
      if (gone.kind === 'linked') await unlinkParties(db, { linkId: gone.linkId, partyId: down, userId: changed.user.id });
      await recordFacts(db, { partyId: same, values: { country: 'VN' }, sourceId: source });
      await addSupplier(db, 'new', { score: 90, band: 'severe' });
      const changes = await readChanges(db, { since: '2026-02-01' });
      expect(changes).toMatchObject({ suppliers: 1, archived: 0, relations: 1, removed: 1, facts: 1, sources: 1, moved: 2, risen: 1 });
      expect(changes.moves.map(({ name, before: then, after, from, to }) => [name, then, after, from, to])).toEqual([
        ['up', 'moderate', 'high', 40, 70],
        ['down', 'moderate', 'low', 30, 10],
      ]);
      expect(await readChanges(db, { since: '2100-01-01' })).toMatchObject({ suppliers: 0, relations: 0, removed: 0, facts: 0 });
    });
  });

  it('shows nothing of another organization', async () => {
    const other = await makeMember();
    const overview = await other.inOrganization((db) => readOverview(db, { since: '2000-01-01', today, year: null }));
    expect(overview).toMatchObject({
      coverage: [],
      entries: null,
      concentration: { suppliers: 0 },
      changes: { suppliers: 0, facts: 0, moves: [] },
    });
  });

  it('begins thirty days back unless the address names a past date', () => {
    expect(sinceOf(new URLSearchParams(), today)).toBe('2026-10-21');
    expect(sinceOf(new URLSearchParams('since=2026-03-01'), today)).toBe('2026-03-01');
    expect(sinceOf(new URLSearchParams('since=2027-03-01'), today)).toBe('2026-10-21');
    expect(sinceOf(new URLSearchParams('since=nonsense'), today)).toBe('2026-10-21');
  });
});

describe('what to do first', () => {
  const read = (year: number | null) =>
    member.inOrganization(async (db) => {
      const { priorities } = await readOverview(db, { since: today, today, year });
      return priorities;
    });

  it('names whom to ask in the tier with the most unknown suppliers, never those that refuse', async () => {
    await member.inOrganization((db) =>
      recordFacts(db, { partyId: made.get('dyer') ?? '', values: { country: 'VN', disclosure: 'refused' }, sourceId }),
    );
    const { gap } = await read(null);
    expect(gap).toMatchObject({ tier: 2, unknown: 1, of: 1, suppliers: [{ name: 'spinner', isRefused: false }] });
    const coverage = [
      { tier: 0, named: 0, refused: 0, unknown: 9 },
      { tier: 1, named: 0, refused: 8, unknown: 2 },
      { tier: 3, named: 0, refused: 0, unknown: 3 },
      { tier: null, named: 0, refused: 0, unknown: 7 },
    ];
    expect(largestGap(coverage)).toBe(3);
    expect(largestGap([{ tier: 1, named: 4, refused: 1, unknown: 0 }])).toBeNull();
  });

  it('follows the supplier with the highest score to the organization, today only', async () => {
    const { worst } = await read(null);
    expect([worst?.name, worst?.path.map(({ name, kind }) => (kind === 'buyer' ? kind : name))]).toEqual([
      'spinner',
      ['spinner', 'cutter', 'buyer'],
    ]);
    expect((await read(2025)).worst).toBeNull();
  });

  it('takes direct spend where half of it is known, and the number of suppliers else', async () => {
    const { concentration } = await read(null);
    expect(concentration).toMatchObject({ by: 'spend', part: { name: 'VN' }, share: 1 });
    const found = await member.inOrganization((db) => readConcentration(db, now));
    expect(largestPart({ ...found, spendKnown: 0.2 })).toMatchObject({ by: 'suppliers', part: { name: 'VN', suppliers: 2 }, share: 0.5 });
  });
});
