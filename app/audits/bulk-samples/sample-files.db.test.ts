import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { makeAudit, withAudit } from '../../../tests/factories/audit';
import { farCell, linkedEverywhere } from '../../../tests/factories/hostile';
import { makeMember } from '../../../tests/factories/member';
import { readRecord } from '../entries/read-record.server';
import { currentByKey } from '../entries/read-record.server';
import type { SampleKind } from './columns';
import { defaultChoices, readSampleLaw } from './default-choices.server';
import { readSampleApart } from './read-sample-apart.server';
import { readSamples } from './read-samples.server';
import { addSamples, discardFile, stageFile, withdrawSamples } from './sample-files.server';
import { workerKey } from './worker-key.server';
import { addDays } from './read-time';

const place = { country: 'BD', on: '2026-12-01' };
const now = new Date('2026-12-01T10:00:00Z');
const secrets = ['Rahima', 'Begum', 'Nguyen', 'rahima@example.org', '01712345678', '01712 345 678', 'A1234567', '1990123456789'];

/** Four weeks of two workers, with what must never be stored, in cells and in the header's neighbours. */
const timeSheet = [
  ['Payroll department, contact Rahima Begum 01712345678'],
  ['Worker ID', 'Employee Name', 'Mobile', 'NID', 'Date', 'In', 'Out', 'Remarks', 'X'],
  ...['7', '8'].flatMap((worker) =>
    Array.from({ length: 28 }, (_, at) => [
      ...[worker, worker === '7' ? 'Rahima Begum' : 'Nguyen Lan', '01712345678', '1990123456789', addDays('2026-08-31', at)],
      ...(worker === '7' || at % 7 < 6 ? ['08:00', '19:00'] : ['OFF', 'OFF']),
      ...['told Rahima to stay', at === 5 ? 'A1234567' : '12'],
    ]),
  ),
];

const csv = (lines: readonly (readonly string[])[]) => new TextEncoder().encode(lines.map((cells) => cells.join(';')).join('\r\n'));
function xlsx(lines: readonly (readonly (string | number)[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(lines as (string | number)[][]), 'Rahima');
  return new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer);
}

async function made() {
  const owner = await makeMember();
  const { auditId } = await makeAudit(owner);
  const organizationId = owner.organization.id;
  const by = { userId: owner.user.id, now };
  const read = (bytes: Uint8Array, kind: SampleKind = 'hours') =>
    readSampleApart(bytes, { owner: organizationId, kind, key: workerKey({ organizationId, auditId }), codeColumn: null, sheet: null });
  const stage = async (bytes: Uint8Array, sha256 = 'a'.repeat(64), kind: SampleKind = 'hours') => {
    const file = await read(bytes, kind);
    if (file.kind !== 'read') throw new Error(JSON.stringify(file));
    return withAudit(owner, auditId, async (db, audit) =>
      stageFile(db, audit, { ...by, kind, sha256, table: file.table, choices: defaultChoices(file.table, await readSampleLaw(db, place)) }),
    );
  };
  return {
    ...{ owner, auditId, by, read, stage },
    add: () => withAudit(owner, auditId, (db, audit) => addSamples(db, audit, by)),
    page: () => withAudit(owner, auditId, (db, audit) => readSamples(db, audit, place)),
    samples: (kind: 'hours' | 'wage' = 'hours') =>
      withAudit(owner, auditId, async (db, audit) =>
        [...currentByKey(await readRecord(db, audit), kind).values()].map(({ value }) => value),
      ),
    rows: () => withAudit(owner, auditId, (db) => db.auditSampleFile.findMany({ where: { auditId }, orderBy: { createdAt: 'asc' } })),
  };
}

/** Every row of the organization in every table, as text. */
async function everythingStored({ owner }: Awaited<ReturnType<typeof made>>): Promise<string> {
  const tables = ['auditSampleFile', 'auditEntry', 'auditReceipt', 'activity', 'audit', 'storedFile', 'notification'] as const;
  return owner.inOrganization(async (db) => {
    const all: unknown[] = [];
    for (const table of tables) all.push(await (db[table] as unknown as { findMany: () => Promise<unknown[]> }).findMany());
    return JSON.stringify(all, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  });
}

describe('a time file of an audit', () => {
  it('is read in a reader process, and nothing of it is in the record before it is confirmed', async () => {
    const { stage, page, samples } = await made();
    expect(await stage(csv(timeSheet))).toBeNull();
    expect(await samples()).toEqual([]);
    const { staged } = await page();
    expect(staged).toMatchObject({
      kind: 'hours',
      codesFrom: 'code',
      problemCount: 0,
      counts: { workers: 2, samples: 8, long: { found: 8, of: 8 }, noRest: { found: 4, of: 8 } },
    });
    expect(staged?.dropped.map(({ letter }) => letter)).toEqual(['B', 'C', 'D', 'H']);
  });

  it('stores no name, contact or identity number in any row, at any step', async () => {
    const each = await made();
    const unseen = async (step: string) => {
      const stored = await everythingStored(each);
      for (const secret of secrets) expect(stored.includes(secret), `${secret} ${step}`).toBe(false);
    };
    await each.stage(csv(timeSheet));
    await unseen('when read');
    await each.add();
    await unseen('when added');
    await each.stage(xlsx(timeSheet), 'b'.repeat(64));
    await unseen('as a workbook');
  });

  it('becomes an entry for each worker and week, with its file, and keeps hash and counts alone', async () => {
    const { stage, add, samples, rows, page } = await made();
    await stage(csv(timeSheet));
    expect(await add()).toEqual({ added: 8 });
    const [file] = await rows();
    expect(file).toMatchObject({
      status: 'added',
      staged: null,
      sha256: 'a'.repeat(64),
      counts: { rows: 56, workers: 2, samples: 8, unread: 0 },
    });
    const found = await samples();
    expect(found).toHaveLength(8);
    expect(found[0]).toMatchObject({ regular: 48, file: file?.id, source: 'time-records', isOvertimeVoluntary: 'unknown' });
    expect((await page()).hours).toMatchObject({ workers: 2, samples: 8, beyond: 8 });
    expect(await stage(csv(timeSheet))).toBe('same-file');
  });

  it('adds nothing to the record where one of its days cannot be', async () => {
    const { stage, add, samples } = await made();
    const shifted = timeSheet.map((row) => row.map((cell) => cell.replace(/^2026-/, '2036-')));
    expect(await stage(csv(shifted))).toBeNull();
    expect(await add()).toBe('bad-dates');
    expect(await samples()).toEqual([]);
  });

  it('is withdrawn while the audit is recorded: its samples stay readable and are counted no more', async () => {
    const { owner, auditId, by, stage, add, samples, rows } = await made();
    await stage(csv(timeSheet));
    await add();
    const [file] = await rows();
    const withdraw = () => withAudit(owner, auditId, (db, audit) => withdrawSamples(db, audit, { ...by, fileId: file?.id ?? '' }));
    expect(await withdraw()).toBeNull();
    expect(await samples()).toEqual([]);
    expect((await rows())[0]).toMatchObject({ status: 'withdrawn', withdrawnById: owner.user.id });
    expect(await withdraw()).toBe('unknown');
    expect(await owner.inOrganization((db) => db.auditEntry.count({ where: { auditId, kind: 'hours' } }))).toBe(16);
  });

  it('takes neither a file nor a withdrawal once the audit is concluded', async () => {
    const { owner, auditId, by, stage, add, rows } = await made();
    await stage(csv(timeSheet));
    await add();
    await owner.inOrganization((db) => db.audit.updateMany({ where: { id: auditId }, data: { status: 'in-review' } }));
    const [file] = await rows();
    expect(await withAudit(owner, auditId, (db, audit) => withdrawSamples(db, audit, { ...by, fileId: file?.id ?? '' }))).toBe('closed');
    expect(await stage(csv(timeSheet), 'c'.repeat(64))).toBe('closed');
  });

  it('leaves nothing behind when it is discarded or replaced', async () => {
    const { owner, auditId, stage, rows } = await made();
    await stage(csv(timeSheet));
    await stage(csv(timeSheet), 'd'.repeat(64));
    await withAudit(owner, auditId, discardFile);
    expect((await rows()).map(({ status, staged }) => [status, staged])).toEqual([
      ['discarded', null],
      ['discarded', null],
    ]);
  });

  it('gives a worker the same code in hours and pay, so that both are compared', async () => {
    const { stage, add, samples } = await made();
    await stage(csv(timeSheet));
    await add();
    const payroll = [
      ['Emp No', 'Month', 'Hours', 'OT hours', 'Basic', 'OT pay', 'Net pay', 'Currency'],
      ['0007', '09/2026', '208', '100', '9000', '4000', '13000', 'BDT'],
    ];
    expect(await stage(xlsx(payroll), 'e'.repeat(64), 'wage')).toBeNull();
    expect(await add()).toEqual({ added: 1 });
    const [wage] = await samples('wage');
    expect((await samples()).map(({ code }) => code)).toContain(wage?.code);
    expect(wage).toMatchObject({ basicPaid: 900_000, overtimeFactor: 2, regularHours: 208, overtimeHours: 100 });
  });

  it('reads times that a spreadsheet formats, and refuses what is no table', async () => {
    const { read } = await made();
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([['Worker ID', 'Date', 'In', 'Hours']]);
    Object.assign(sheet, {
      A2: { t: 'n', v: 7 },
      B2: { t: 'n', v: 46_083, z: 'dd/mm/yyyy' },
      C2: { t: 'n', v: 22 / 24, z: 'h:mm' },
      D2: { t: 'n', v: 0.4375, z: '[h]:mm' },
      '!ref': 'A1:D2',
    });
    utils.book_append_sheet(book, sheet, 'Time');
    expect(await read(new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer))).toMatchObject({
      kind: 'read',
      table: { rows: [[2, expect.any(String), ['2026-03-02', '22:00', '10:30']]] },
    });
    expect(await read(new TextEncoder().encode('%PDF-1.4'))).toEqual({ kind: 'refused', code: 'not-a-table' });
  });

  it('reads hostile workbooks by their cells, and stops at its limits', async () => {
    const { read } = await made();
    expect(await read(farCell('XFD1048576', { head: { A: 'Worker ID', B: 'Hours' } }))).toMatchObject({ kind: 'refused', code: 'no-rows' });
    expect(await read(linkedEverywhere())).toEqual({ kind: 'unread', refusal: 'too-many-cells' });
  });
});
