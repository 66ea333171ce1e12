import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { ownTablesFor } from '~/risk/reference-tables/own-tables.server';
import { type MadeMember, makeMember } from '../tests/factories/member';
import { makeSupplier } from '../tests/factories/supplier';

import { testDatabase } from '../tests/setup/test-database';
import { listTables, loadTable, TableRefused, withdrawTable } from './load-tables';

const folder = mkdtempSync(join(tmpdir(), 'manumit-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const today = new Date().toISOString().slice(0, 10);
const described = { title: 'TIP Report 2026', producer: 'US Department of State', licence: 'Public domain' };
const of = ({ organization, user }: MadeMember) => ({
  ownerUrl: testDatabase().ownerUrl,
  slug: organization.slug,
  email: user.email,
  now: new Date(),
});

describe('loading a table by command', () => {
  it('shows who changes band, counts once it is confirmed, and is withdrawn with a reason', async () => {
    const member = await makeMember();
    const { partyId } = await makeSupplier(member, { name: 'Fjord Mill', values: { country: 'NO', sector: '1410' } });
    await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf: today }));
    const path = write('tip.csv', 'Country,Tier\nNorway,Tier 3\nAtlantis,Tier 1\n');
    const load = { ...of(member), kind: 'trafficking-tiers', path, described };
    const kept = await loadTable({ ...load, isConfirmed: false });
    expect(kept).toMatchObject({ read: 1, refused: 1, compared: { suppliers: 1, moved: 1, named: [{ name: 'Fjord Mill' }] } });
    const counting = () => member.inOrganization((db) => ownTablesFor(db, today));
    expect(await counting()).toEqual([]);
    const confirmed = await loadTable({ ...load, isConfirmed: true });
    expect(await counting()).toHaveLength(1);
    // Both were loaded at one instant: neither is the newer.
    expect(new Map((await listTables(load)).map(({ id, state }) => [id, state.code]))).toEqual(
      new Map([
        [confirmed.id, 'in-force'],
        [kept.id, 'checked'],
      ]),
    );
    await expect(withdrawTable({ ...load, id: confirmed.id, reason: '' })).rejects.toThrow(TableRefused);
    await withdrawTable({ ...load, id: confirmed.id, reason: 'Read again.' });
    await withdrawTable({ ...load, id: kept.id, reason: '' });
    expect(await counting()).toEqual([]);
    expect((await listTables(load)).map(({ state }) => state.code)).toEqual(['withdrawn']);
  });

  it('rejects an unusable file, and saves nothing', async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    const viewer = await makeMember({ role: 'viewer', organization: member.organization });
    const path = write('good.csv', 'Country,Tier\nNorway,Tier 3\n');
    const load = { ...of(member), kind: 'trafficking-tiers', path, described, isConfirmed: true };
    for (const wrong of [
      { ...load, email: viewer.user.email },
      { ...load, email: stranger.user.email },
      { ...load, slug: 'nowhere' },
      { ...load, kind: 'weather' },
      { ...load, described: { ...described, licence: '' } },
      { ...load, path: write('empty.csv', 'Country,Tier\nAtlantis,Tier 3\n') },
    ])
      await expect(loadTable(wrong)).rejects.toThrow(TableRefused);
    await expect(withdrawTable({ ...load, id: '00000000-0000-4000-8000-000000000000', reason: 'None.' })).rejects.toThrow(TableRefused);
    expect(await listTables(load)).toEqual([]);
  });
});
