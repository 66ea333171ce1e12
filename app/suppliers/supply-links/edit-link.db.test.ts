import { describe, expect, it } from 'vitest';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { editLink } from './edit-link.server';
import type { LinkEntry } from './link-form';
import { linkSupplier } from './link-supplier.server';
import { listLinks } from './list-links.server';
import { readInherited } from '~/risk/inherited-risk/read-inherited.server';
import { unlinkParties } from './unlink-parties.server';

const plain: Omit<LinkEntry, 'other'> = {
  direction: 'to',
  isBuyer: false,
  kind: 'supplies',
  product: null,
  share: null,
  volume: null,
  volumeUnit: null,
  validFrom: null,
  validTo: null,
  isInferred: false,
  confidence: null,
  note: null,
};
const today = () => new Date().toISOString().slice(0, 10);

async function setting() {
  const member = await makeMember();
  const [a, b, c] = [
    await makeSupplier(member, { name: 'Mill A' }),
    await makeSupplier(member, { name: 'Mill B' }),
    await makeSupplier(member, { name: 'Mill C' }),
  ];
  const userId = member.user.id;
  const link = (from: { partyId: string }, to: string, terms: Partial<LinkEntry> = {}) =>
    member.inOrganization((db) =>
      linkSupplier(db, {
        partyId: from.partyId,
        userId,
        entry: { ...plain, ...(to === '' ? { isBuyer: true } : {}), other: to, ...terms },
      }),
    );
  const tierOf = (party: { partyId: string }) =>
    member.inOrganization(async (db) => (await db.supplier.findFirst({ where: { partyId: party.partyId }, select: { tier: true } }))?.tier);
  return { member, userId, a, b, c, link, tierOf };
}

describe('edited supply links', () => {
  it('A10: saves a cycle with a notice; tiers stay the smallest distance and inherited risk is still computed', async () => {
    const { member, a, b, c, link, tierOf } = await setting();
    expect(await link(a, '')).toMatchObject({ kind: 'linked', cycle: null });
    expect(await link(a, 'Mill B')).toMatchObject({ kind: 'linked', cycle: null });
    expect(await link(b, 'Mill C')).toMatchObject({ kind: 'linked', cycle: null });
    expect(await link(c, 'Mill A')).toMatchObject({ kind: 'linked', cycle: ['Mill C', 'Mill A', 'Mill B', 'Mill C'] });
    expect([await tierOf(a), await tierOf(b), await tierOf(c)]).toEqual([1, 3, 2]);
    const inherited = await member.inOrganization(async (db) => readInherited(db, { partyId: await ensureBuyer(db), asOf: today() }));
    expect(inherited.status).toBe('known');
    // A recruiter who recruits for one of them closes no circle of goods.
    expect(await link(a, 'Mill C', { kind: 'owns' })).toMatchObject({ kind: 'linked', cycle: null });
  });

  it('rejects shares of one buyer over the whole, names the numbers, and allows two consecutive periods', async () => {
    const { member, userId, a, b, c, link } = await setting();
    const first = await link(a, 'Mill C', { share: 0.7, validTo: '2024-12-31' });
    if (first.kind !== 'linked') throw new Error(first.kind);
    expect(await link(b, 'Mill C', { share: 0.4 })).toEqual({
      kind: 'refused',
      code: 'shares',
      problem: { buyer: 'Mill C', others: expect.closeTo(0.7, 6), sum: expect.closeTo(1.1, 6) },
    });
    const second = await link(b, 'Mill C', { share: 0.4, validFrom: '2025-01-01' });
    expect(second.kind).toBe('linked');
    const change = { ...plain, share: 0.7, validTo: null };
    const edit = (share: number, validTo: string | null) =>
      member.inOrganization((db) =>
        editLink(db, { linkId: first.linkId, partyId: c.partyId, change: { ...change, share, validTo }, userId }),
      );
    expect(await edit(0.7, null)).toMatchObject({ kind: 'refused', code: 'shares' });
    expect(await edit(0.6, null)).toMatchObject({ kind: 'saved', isChanged: true });
    expect(await edit(0.6, null)).toMatchObject({ kind: 'saved', isChanged: false });
  });

  it('keeps the earlier values of a link in the activity of both ends, no longer counts an ended one, and lists it as ended', async () => {
    const { member, userId, a, b, link, tierOf } = await setting();
    await link(a, '');
    const made = await link(b, 'Mill A', {
      product: 'Yarn',
      share: 0.25,
      volume: 12.5,
      volumeUnit: 'tonnes a year',
      isInferred: true,
      confidence: 0.6,
      note: 'Customs data',
    });
    if (made.kind !== 'linked') throw new Error(made.kind);
    expect(await tierOf(b)).toBe(2);
    const { linkId } = made;
    const terms = { ...plain, product: 'Yarn', share: 0.25, volume: 12.5, volumeUnit: 'tonnes a year' };
    const end = await member.inOrganization((db) =>
      editLink(db, { linkId, partyId: a.partyId, change: { ...terms, validTo: '2020-06-30' }, userId, act: 'end-link' }),
    );
    expect(end).toMatchObject({ kind: 'saved', isChanged: true });
    expect(await tierOf(b)).toBeNull();
    const { up } = await member.inOrganization((db) => listLinks(db, a.partyId, { day: today(), knownAt: null }));
    expect(up).toEqual([expect.objectContaining({ name: 'Mill B', hasEnded: true, share: 0.25, volume: 12.5, validTo: '2020-06-30' })]);
    const events = await member.inOrganization((db) =>
      db.activity.findMany({ where: { act: 'end-link' }, select: { recordId: true, changes: true } }),
    );
    expect(events.map(({ recordId }) => recordId).sort()).toEqual([a.partyId, b.partyId].sort());
    expect(events[0]?.changes).toEqual(
      expect.arrayContaining([
        { field: 'validTo', before: null, after: '2020-06-30' },
        { field: 'basis', before: 'inferred', after: 'declared' },
        { field: 'confidence', before: 0.6, after: null },
      ]),
    );
    const remove = () => member.inOrganization((db) => unlinkParties(db, { linkId, partyId: b.partyId, userId }));
    expect([await remove(), await remove()]).toEqual([true, false]);
  });

  it('leaves links of other companies and other organizations unchanged', async () => {
    const { userId, member, a, b, c, link } = await setting();
    const made = await link(a, 'Mill B');
    if (made.kind !== 'linked') throw new Error(made.kind);
    const options = { linkId: made.linkId, change: { ...plain, product: 'x' }, userId };
    expect(await member.inOrganization((db) => editLink(db, { ...options, partyId: c.partyId }))).toEqual({ kind: 'unknown' });
    const stranger = await makeMember();
    expect(await stranger.inOrganization((db) => editLink(db, { ...options, partyId: b.partyId }))).toEqual({ kind: 'unknown' });
  });
});
