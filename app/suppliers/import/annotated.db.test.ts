import { read, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { loader as download } from '~/routes/org/suppliers/import-batch-annotated-xlsx';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { acceptBatch } from './accept-batch.server';
import { commitBatch } from './commit-batch.server';
import { readBatch } from './read-batch.server';
import { receiveFile } from './receive-file.server';
import { repairBatch } from './repair-batch.server';
import { stageBatch } from './stage-batch.server';

const list = `Season list 2026;;;
;;;
Name;Country;Workers;Note
Alpha;Indien;1.250;=cmd()
Beta;Atlantis;10;  007

"Gam
ma";India;-4;a | "b", c
Alpha;Indien;1.250;=cmd()
`;

async function stage(member: MadeMember, bytes: Uint8Array, fileName = 'list.csv') {
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, { ...who, fileName, bytes });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const ids = { ...who, batchId: received.batchId };
  const staged = await stageBatch(member.inOrganization, ids);
  if (staged.kind !== 'staged') throw new Error(staged.kind);
  return { ...ids, counts: staged.counts };
}
async function annotated(member: MadeMember, batchId: string): Promise<Uint8Array> {
  const request = new Request(`http://localhost/o/${member.organization.slug}/suppliers/import/${batchId}/annotated.xlsx`, {
    headers: { Cookie: member.cookie },
  });
  const response = await download({ request, params: { orgSlug: member.organization.slug, batchId }, context: {} } as unknown as Parameters<
    typeof download
  >[0]);
  expect(response.headers.get('Content-Disposition')).toContain('list.annotated.xlsx');
  return new Uint8Array(await response.arrayBuffer());
}
/** Opens, changes cells of the list ("C3" → text) and saves, as a spreadsheet does. */
function corrected(bytes: Uint8Array, cells: Record<string, string>): Uint8Array {
  const book = read(bytes, { type: 'array' });
  const sheet = book.Sheets.List;
  if (!sheet) throw new Error('no list');
  for (const [cell, v] of Object.entries(cells)) utils.sheet_add_aoa(sheet, [[v]], { origin: cell });
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}
const acceptAndCommit = async (member: MadeMember, ids: { batchId: string; organizationId: string; userId: string }) => {
  await member.inOrganization((db) => acceptBatch(db, ids));
  const committed = await commitBatch(member.inOrganization, ids);
  if (committed.kind !== 'committed') throw new Error(committed.code);
  return committed.wrote;
};

describe('the annotated workbook', () => {
  it('A4: names each problem with row, code, column and suggestion, and holds every row under its number', async () => {
    const member = await makeMember();
    const { batchId } = await stage(member, new TextEncoder().encode(list));
    const book = read(await annotated(member, batchId), { type: 'array' });
    const rows = (name: string) => utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: '' });
    const problems = rows('Problems');
    expect(problems.slice(1).map(([row, , code, column, value]) => [row, code, column, value])).toEqual([
      ['5', 'unknown-country', 'Country', 'Atlantis'],
      ['7', 'negative-number', 'Workers', '-4'],
      ['8', 'duplicate-row', '(whole row)', ''],
    ]);
    for (const problem of problems.slice(1)) expect(String(problem[6]).length).toBeGreaterThan(5);
    expect(rows('List')).toEqual([
      ['manumit_row', 'Name', 'Country', 'Workers', 'Note'],
      [4, 'Alpha', 'Indien', '1.250', '=cmd()'],
      [5, 'Beta', 'Atlantis', '10', '007'],
      [7, 'Gam\nma', 'India', '-4', 'a | "b", c'],
      [8, 'Alpha', 'Indien', '1.250', '=cmd()'],
    ]);
  });

  it('A4: comes back untouched as the same rows, and says that nothing was changed', async () => {
    const member = await makeMember();
    const first = await stage(member, new TextEncoder().encode(list));
    await member.inOrganization((db) =>
      repairBatch(db, {
        batchId: first.batchId,
        userId: member.user.id,
        repairs: [{ kind: 'values', column: 1, values: [{ from: 'Atlantis', to: 'Malta' }] }],
      }),
    );
    await stageBatch(member.inOrganization, first);
    const wrote = await acceptAndCommit(member, first);
    expect(wrote).toMatchObject({ suppliers: 2, rowsLeftOut: 1 });
    const second = await stage(member, await annotated(member, first.batchId), 'again.xlsx');
    expect(second.counts).toMatchObject({ rows: 4, correction: { changed: 0, added: 0, missing: 0 }, suppliersNew: 0, invalid: 1 });
    expect(await member.inOrganization((db) => readBatch(db, second.batchId))).toMatchObject({
      continuesId: first.batchId,
      detected: { headerRow: 3 },
      repairs: { edits: [{ column: 1, from: 'Atlantis', to: 'Malta' }] },
    });
    expect(await acceptAndCommit(member, second)).toMatchObject({ suppliers: 0, sites: 0, links: 0, facts: 0, sources: 0 });
  });

  it('comes back corrected as a continuation: its rows keep their numbers, and the open import it corrects is closed', async () => {
    const member = await makeMember();
    const first = await stage(member, new TextEncoder().encode(list));
    const bytes = corrected(await annotated(member, first.batchId), { D4: '4', C3: 'Italien', B5: 'Delta', C5: 'India' });
    const second = await stage(member, bytes);
    expect(second.counts).toMatchObject({ rows: 4, invalid: 0, correction: { changed: 3, added: 0, missing: 0 } });
    const rows = await member.inOrganization((db) =>
      db.importRow.findMany({ where: { batchId: second.batchId }, orderBy: { rowNumber: 'asc' }, select: { rowNumber: true, raw: true } }),
    );
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([4, 5, 7, 8]);
    expect(await acceptAndCommit(member, second)).toMatchObject({ suppliers: 4 });
    expect(await member.inOrganization((db) => readBatch(db, first.batchId))).toMatchObject({ status: 'cancelled' });
    const again = await receiveFile(member.inOrganization, { ...second, fileName: 'list.xlsx', bytes });
    expect(again).toMatchObject({ kind: 'known', batchId: second.batchId });
  });

  it('numbers added rows on, and is a plain list in another organization', async () => {
    const [member, other] = [await makeMember(), await makeMember()];
    const first = await stage(member, new TextEncoder().encode(list));
    const bytes = corrected(await annotated(member, first.batchId), { B6: 'Epsilon', C6: 'India' });
    expect((await stage(member, bytes)).counts).toMatchObject({ rows: 5, correction: { changed: 0, added: 1, missing: 0 } });
    const there = await stage(other, bytes);
    expect(there.counts).toMatchObject({ rows: 5, correction: null });
    expect(await other.inOrganization((db) => readBatch(db, there.batchId))).toMatchObject({ continuesId: null });
    await expect(annotated(other, first.batchId)).rejects.toMatchObject({ status: 404 });
  });
});
