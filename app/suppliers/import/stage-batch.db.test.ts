import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { chooseMapping } from './choose-mapping.server';
import { receiveFile } from './receive-file.server';
import { stageBatch } from './stage-batch.server';
import { startStaging } from './start-staging.server';

/** Enough rows for a file of more than 300 kB, which the queue reads. */
const many = 12_000;

async function receive(rows: number) {
  const lines = Array.from({ length: rows }, (_, at) => `First Works ${at};Second Works ${at};Vietnam`);
  const member = await makeMember();
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, {
    ...who,
    fileName: 'two names.csv',
    bytes: new TextEncoder().encode(['Name;Other name;Country', ...lines].join('\n')),
  });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  return { member, batch: { ...who, batchId: received.batchId } };
}

describe('reading a file while somebody acts on it', () => {
  it('does not wait for all rows to take another choice, and reads by the newest one', async () => {
    const { member, batch } = await receive(5_000);
    expect((await stageBatch(member.inOrganization, batch)).kind).toBe('staged');
    const choose = (columns: ('supplierName' | 'country' | 'ignore')[]) =>
      member.inOrganization((db) => chooseMapping(db, { ...batch, mapping: { columns, defaults: {} } }));
    expect(await choose(['supplierName', 'ignore', 'country'])).toEqual({ kind: 'chosen' });
    const staging = stageBatch(member.inOrganization, batch);
    await sleep(60);
    expect(await choose(['ignore', 'supplierName', 'country'])).toEqual({ kind: 'chosen' });
    expect((await staging).kind).toBe('staged');
    const read = await member.inOrganization(async (db) => ({
      batch: await db.importBatch.findFirst({ where: { id: batch.batchId }, select: { status: true, rowCount: true } }),
      rows: await db.importRow.count({
        where: { batchId: batch.batchId, cleaned: { path: ['supplierName'], string_starts_with: 'Second' } },
      }),
    }));
    expect(read).toEqual({ batch: { status: 'staged', rowCount: 5_000 }, rows: 5_000 });
  });

  it('begins once, however often the button is pressed', async () => {
    const { member, batch } = await receive(many);
    await Promise.all([1, 2, 3].map(() => startStaging(member.inOrganization, batch)));
    expect(await member.inOrganization((db) => db.jobRun.count({ where: { subjectId: batch.batchId } }))).toBe(1);
  });

  it('stores each row once when three readings of a small file start at once', async () => {
    const { member, batch } = await receive(50);
    await Promise.all([1, 2, 3].map(() => startStaging(member.inOrganization, batch)));
    const staged = await member.inOrganization(async (db) => ({
      rows: await db.importRow.count({ where: { batchId: batch.batchId } }),
      batch: await db.importBatch.findFirst({ where: { id: batch.batchId }, select: { status: true, rowCount: true } }),
    }));
    expect(staged).toEqual({ rows: 50, batch: { status: 'staged', rowCount: 50 } });
  });
});
