import { read, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { loader as download } from '~/routes/org/suppliers/import-batch-annotated-xlsx';
import { stageList, writeList } from '../../../tests/factories/imported-list';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { cancelBatch } from './accept-batch.server';
import { chooseList } from './choose-list.server';
import { chooseMapping } from './choose-mapping.server';
import { handleBatchAction } from './handle-batch-action.server';
import { readBatch } from './read-batch.server';
import { receiveFile } from './receive-file.server';
import { repairBatch } from './repair-batch.server';
import { stageBatch } from './stage-batch.server';

const list =
  'Firm,Land,People,Cloth,Remark\nAlpha,Indien,120,shirts,a\nBeta,Atlantis,10,yarn,b\nGamma,India,7,yarn,c\nDelta,India,8,yarn,d\n';
const columns = ['supplierName', 'country', 'workers', 'ignore', 'product'] as const;
const mapping = { columns: [...columns], shape: 'list' as const, suppliesUs: false, defaults: { sector: '14' } };

/** A list about which every kind of choice was made, still open. */
async function chosenList(member: MadeMember) {
  const earlier = await stageList(member, 'name,country\nOmega,India\n', 'earlier.csv');
  await writeList(member, earlier);
  const ids = await stageList(member, list, 'firms.csv');
  await member.inOrganization(async (db) => {
    await chooseMapping(db, { batchId: ids.batchId, userId: ids.userId, mapping });
    await chooseList(db, { batchId: ids.batchId, userId: ids.userId, listName: 'Our firms', replacesId: earlier.batchId });
    await repairBatch(db, {
      batchId: ids.batchId,
      userId: ids.userId,
      repairs: [{ kind: 'values', column: 1, values: [{ from: 'Atlantis', to: 'Malta' }] }],
    });
  });
  await stageBatch(member.inOrganization, ids);
  return { ...ids, earlierId: earlier.batchId };
}

/** The annotated workbook of a batch after a person changed its list. */
async function corrected(member: MadeMember, batchId: string, change: (rows: string[][]) => string[][]): Promise<Uint8Array> {
  const request = new Request(`http://localhost/o/${member.organization.slug}/suppliers/import/${batchId}/annotated.xlsx`, {
    headers: { Cookie: member.cookie },
  });
  const response = await download({ request, params: { orgSlug: member.organization.slug, batchId }, context: {} } as unknown as Parameters<
    typeof download
  >[0]);
  const book = read(new Uint8Array(await response.arrayBuffer()), { type: 'array' });
  const rows = utils.sheet_to_json<string[]>(book.Sheets.List ?? {}, { header: 1, defval: '' });
  book.Sheets.List = utils.aoa_to_sheet(change(rows));
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

async function upload(member: MadeMember, bytes: Uint8Array) {
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, { ...who, fileName: 'firms.annotated.xlsx', bytes });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const ids = { ...who, batchId: received.batchId };
  await stageBatch(member.inOrganization, ids);
  const batch = await member.inOrganization((db) => readBatch(db, ids.batchId));
  if (!batch) throw new Error('no batch');
  return batch;
}

const correct = (rows: string[][]) => rows.map((row) => row.map((cell) => (cell === '8' ? '9' : cell)));

describe('the corrected workbook of a list', () => {
  it('keeps mapping, shape, defaults, corrections, name and place of the list, and confirmed doubts', async () => {
    const member = await makeMember();
    const ids = await chosenList(member);
    await member.inOrganization((db) =>
      db.importBatch.updateMany({
        where: { id: ids.batchId },
        data: { mapping: { ...mapping, isConfirmed: true, confirmedDoubts: ['every-row'] } },
      }),
    );
    const bytes = await corrected(member, ids.batchId, correct);
    expect(await upload(member, bytes)).toMatchObject({
      mapping: { ...mapping, isConfirmed: true, confirmedDoubts: ['every-row'] },
      repairs: { edits: [{ column: 1, from: 'Atlantis', to: 'Malta' }] },
      listName: 'Our firms',
      replacesId: ids.earlierId,
      continuesId: ids.batchId,
      counts: { valid: expect.any(Number), invalid: 0, correction: { changed: 1, added: 0, missing: 0 } },
    });
  });

  it('keeps them after the import that it corrects was given up', async () => {
    const member = await makeMember();
    const ids = await chosenList(member);
    const bytes = await corrected(member, ids.batchId, correct);
    await member.inOrganization((db) => cancelBatch(db, ids));
    expect(await upload(member, bytes)).toMatchObject({
      mapping: { ...mapping, isConfirmed: true },
      repairs: { edits: [{ column: 1, from: 'Atlantis', to: 'Malta' }] },
      listName: 'Our firms',
      counts: { invalid: 0, correction: null },
    });
  });

  it('keeps them by header where columns were moved, removed or added', async () => {
    const member = await makeMember();
    const ids = await chosenList(member);
    // Without "People" and "Cloth"; the country first, and a column of addresses.
    const bytes = await corrected(member, ids.batchId, (rows) =>
      rows.map(([row = '', firm = '', land = '', , , remark = ''], at) => [row, land, firm, remark, at === 0 ? 'Address' : `${at} Road`]),
    );
    expect(await upload(member, bytes)).toMatchObject({
      mapping: { columns: ['country', 'supplierName', 'product', 'address'], suppliesUs: false, defaults: { sector: '14' } },
      repairs: { edits: [{ column: 0, from: 'Atlantis', to: 'Malta' }] },
      counts: { invalid: 0 },
    });
  });

  it('asks a confirmed doubt once, and again after the columns were chosen anew', async () => {
    const member = await makeMember();
    const rows = Array.from({ length: 60 }, (_, at) => `Firm ${at}`).join('\n');
    const ids = await stageList(member, `name,remark\n${rows.replaceAll('\n', ',x\n')},x\n`, 'doubted.csv');
    expect(ids.counts.doubts).toEqual(['no-country']);
    const act = (values: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(values)) form.set(name, value);
      return handleBatchAction(member.inOrganization, form, ids);
    };
    expect(await act({ intent: 'accept' })).toHaveProperty('error');
    expect(await act({ intent: 'accept', sure: 'yes' })).toMatchObject({ to: 'batch' });
    expect((await member.inOrganization((db) => readBatch(db, ids.batchId)))?.mapping).toMatchObject({ confirmedDoubts: ['no-country'] });
    await member.inOrganization((db) => db.importBatch.updateMany({ where: { id: ids.batchId }, data: { status: 'staged' } }));
    await member.inOrganization((db) =>
      chooseMapping(db, {
        ...{ batchId: ids.batchId, userId: ids.userId },
        mapping: { columns: ['supplierName', 'ignore'], shape: 'list', suppliesUs: true, defaults: {} },
      }),
    );
    await stageBatch(member.inOrganization, ids);
    expect(await act({ intent: 'accept' })).toHaveProperty('error');
  });
});
