import { describe, expect, it } from 'vitest';
import { acceptBatch } from '~/suppliers/import/accept-batch.server';
import { readBatchPage } from '~/suppliers/import/batch-page.server';
import { commitBatch } from '~/suppliers/import/commit-batch.server';
import { handleBatchAction } from '~/suppliers/import/handle-batch-action.server';
import { readBatch } from '~/suppliers/import/read-batch.server';
import { receiveFile } from '~/suppliers/import/receive-file.server';
import { stageBatch } from '~/suppliers/import/stage-batch.server';
import { scoreAllSuppliers } from '~/risk/scores/score-all.server';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readImportGrid } from './read-import-grid.server';
import { readImportOutcome } from './read-import-outcome.server';

const today = new Date().toISOString().slice(0, 10);
const ordinary = `Vendor name,Address,Country,What they make,Nb of employees,Annual spend EUR
Sunrise Garments Pvt Ltd,"Plot 14, Sidco, Tirupur 641603",India,Cotton shirts,"1,250","1,200,000"
PT Karya Sepatu,"Jl. Raya Serang 12, Tangerang",Indonesia,Footwear,800,"450,000"
Golden Palm Gloves Sdn Bhd,"Lot 7, Klang, Selangor",Malaysia,Rubber gloves,"2,100","900,000"
Ayeyarwady Apparel,"Hlaing Tharyar, Yangon",Myanmar,Knitwear,640,"310,000"
Korla Sunshine Cotton Co.,"Tashidian Rd, Korla, Xinjiang",China,Cotton yarn,410,"88,000"
Hamburg Logistik GmbH,"Am Sandtorkai 4, Hamburg",Germany,Warehouse,60,"140,000"
Multan Towel Mills,"Vehari Rd, Multan 60000",Pakistan,Terry towels,abt 300,"180,000"
Lac Hong Outerwear JSC,Hung Yen,Vietnam,Jackets,"1,840",
`;

async function stage(text: string, member?: Awaited<ReturnType<typeof makeMember>>) {
  const owner = member ?? (await makeMember());
  const who = { organizationId: owner.organization.id, userId: owner.user.id };
  const received = await receiveFile(owner.inOrganization, { ...who, fileName: 'list.csv', bytes: new TextEncoder().encode(text) });
  if (received.kind !== 'received') throw new Error(received.kind);
  const batch = { ...who, batchId: received.batchId };
  await stageBatch(owner.inOrganization, batch);
  const grid = (search = '') =>
    owner.inOrganization(async (db) => {
      const read = await readBatch(db, batch.batchId);
      if (!read?.mapping || !read.detected || !read.counts) throw new Error('not read');
      const { mapping, detected, counts } = read;
      return readImportGrid(db, { ...read, mapping, detected, counts }, { search: new URLSearchParams(search), today });
    });
  const send = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ on: 'grid', ...fields })) form.set(name, value);
    return handleBatchAction(owner.inOrganization, form, batch);
  };
  const step = () =>
    owner.inOrganization(async (db) => (await readBatchPage(db, { batchId: batch.batchId, search: new URLSearchParams() }))?.step);
  const commit = async () => {
    await owner.inOrganization((db) => acceptBatch(db, batch));
    await commitBatch(owner.inOrganization, batch);
    await scoreAllSuppliers(owner.inOrganization, { asOf: today, batchId: batch.batchId });
  };
  return { owner, batch, grid, send, step, commit };
}

const cellOf = (grid: Awaited<ReturnType<Awaited<ReturnType<typeof stage>>['grid']>>, row: number, field: string) =>
  grid.rows.find(({ rowNumber }) => rowNumber === row)?.cells.find((cell) => cell.field === field);

describe('an ordinary list', () => {
  it('is shown as a grid with sectors guessed for every row, and its preview is what importing gives', async () => {
    const { owner, batch, grid, step, commit } = await stage(ordinary);
    expect(await step()).toBe('grid');
    const shown = await grid();
    expect(shown.asked).toBe(0);
    expect(shown.rows.map((row) => row.cells.find(({ field }) => field === 'product')?.guess?.text.slice(0, 2))).toEqual([
      '14',
      '15',
      '22',
      '14',
      '13',
      '52',
      '13',
      '14',
    ]);
    expect(cellOf(shown, 2, 'annualSpend')).toMatchObject({ text: '€1,200,000', written: null });
    expect(cellOf(shown, 8, 'workers')).toMatchObject({ text: '300', value: 'abt 300', problem: null });
    expect(shown.preview.riskiest[0]).toMatchObject({ name: 'Korla Sunshine Cotton Co.', band: 'severe' });
    expect(shown.preview.riskiest[0]?.alerts).toContain('presumed-region');

    const before = await owner.inOrganization((db) => Promise.all([db.supplier.count(), db.score.count(), db.alert.count()]));
    expect(before).toEqual([0, 0, 0]);
    await commit();
    const scored = await owner.inOrganization((db) =>
      db.supplier.findMany({ select: { score: true, band: true, annualSpend: true, party: { select: { name: true } } } }),
    );
    const stored = new Map(scored.map(({ party, score, band }) => [party.name, { score: Number(score), band }]));
    expect(stored.size).toBe(8);
    for (const { name, score, band } of shown.preview.riskiest) expect([name, stored.get(name)]).toEqual([name, { score, band }]);
    expect(scored.find(({ party }) => party.name === 'PT Karya Sepatu')?.annualSpend).toBe('EUR 000000000450000.00');
    expect(scored.find(({ party }) => party.name === 'Lac Hong Outerwear JSC')?.annualSpend).toBeNull();

    const outcome = await owner.inOrganization((db) => readImportOutcome(db, batch.batchId));
    expect(outcome).toMatchObject({ suppliers: 8, scored: 8, unscored: 0, duplicates: 0 });
    expect(outcome?.riskiest.map(({ name }) => name)).toEqual(shown.preview.riskiest.map(({ name }) => name));
    expect(outcome?.publicIds).toHaveLength(8);
  });

  it('is mended cell by cell, as corrections of that cell alone', async () => {
    const { grid, send } = await stage('name,country,workers\nAlpha,India,many\nBeta,,many\nGamma,Atlantis,12\n');
    const before = await grid();
    expect(before.rows.map(({ question }) => question?.kind ?? null)).toEqual([null, 'country', 'country']);
    expect(before.rows[0]?.cells[2]?.problem).toContain('many');
    expect(await send({ intent: 'cell', row: '2', column: '2', from: '"many"', to: '40', view: '&show=all' })).toMatchObject({
      to: 'grid&show=all',
    });
    await send({ intent: 'cell', row: '3', column: '1', from: '""', to: 'BD' });
    await send({ intent: 'cell', row: '4', column: '1', from: '"Atlantis"', to: 'Egypt' });
    const after = await grid();
    expect(after.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Alpha', 'India', '40'],
      ['Beta', 'Bangladesh', null],
      ['Gamma', 'Egypt', '12'],
    ]);
    expect(after.asked).toBe(0);
    expect(after.rows[1]?.cells[2]?.problem).toContain('many');
    await send({ intent: 'cell', row: '4', column: '1', from: '"Atlantis"', to: 'Atlantis' });
    expect((await grid()).asked).toBe(1);
  });

  it('takes another meaning of a column, and remembers the columns of a list that was accepted as proposed', async () => {
    const { owner, grid, send, step } = await stage('name,country,house\nAlpha,India,7\n');
    const columns = { 'column.0': 'supplierName', 'column.1': 'country', 'column.2': 'workers' };
    expect(await send({ intent: 'choose', shape: 'list', suppliesUs: 'yes', ...columns })).toMatchObject({ to: 'grid' });
    expect(cellOf(await grid(), 2, 'workers')?.text).toBe('7');
    expect(await step()).toBe('grid');
    const other = await stage('vendor,country\nBeta,India\n', owner);
    expect(await other.send({ intent: 'accept' })).toMatchObject({ to: 'batch' });
    const remembered = await owner.inOrganization((db) => db.columnMapping.findMany({ select: { mapping: true } }));
    expect(remembered.map(({ mapping }) => mapping)).toContainEqual(
      expect.objectContaining({ columns: ['supplierName', 'country'], isConfirmed: true }),
    );
  });

  it('asks whether a like name is an existing supplier, and counts by the answer', async () => {
    const owner = await makeMember();
    await makeSupplier(owner, { name: 'Bluefinch Textiles Pvt Ltd', values: { country: 'IN' } });
    const { grid, send } = await stage('name,country,workers\nBluefinch Textile Unit 2,IN,20\nOther Mill,BD,30\n', owner);
    const shown = await grid();
    const question = shown.rows[0]?.question;
    if (question?.kind !== 'match') throw new Error(JSON.stringify(question));
    expect(question.options[0]?.name).toBe('Bluefinch Textiles Pvt Ltd');
    expect(shown.counts.suppliersNew).toBe(2);
    await send({ intent: 'match', proposal: question.proposalId, answer: 'same' });
    const answered = await grid();
    expect(answered.rows[0]).toMatchObject({ isKnown: true, question: null });
    expect(answered.counts).toMatchObject({ suppliersNew: 1, suppliersKnown: 1 });
  });
});

it.each([
  ['supply links', 'supplier,customer\nAlpha,Beta\nGamma,Beta\n'],
  ['an implausible list', `name,country\n${Array.from({ length: 40 }, () => 'Alpha,India').join('\n')}\n`],
  ['more rows than a grid has', `name,country\n${Array.from({ length: 501 }, (_, at) => `Mill ${at},IN`).join('\n')}\n`],
])('the steps of the detailed import are chosen for %s', async (_, text) => {
  const { step } = await stage(text);
  expect(await step()).toBe('columns');
});
