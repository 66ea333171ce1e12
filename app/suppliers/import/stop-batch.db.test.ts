import { describe, expect, it } from 'vitest';
import { followRun, type RunWatch } from '~/platform/jobs/follow-run.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { acceptBatch } from './accept-batch.server';
import { commitBatch } from './commit-batch.server';
import { readBatch } from './read-batch.server';
import { receiveFile } from './receive-file.server';
import { stageBatch } from './stage-batch.server';
import { stopBatch } from './stop-batch.server';

const many = Array.from({ length: 4_500 }, (_, at) => `Supplier ${at},India,${at} Road,Apparel`);
const list = `name,country,address,sector\n${many.join('\n')}\n`;
const tables = ['Party', 'Supplier', 'Site', 'SupplyLink', 'Source', 'Fact', 'ImportRow'] as const;

async function countAll(member: MadeMember): Promise<Record<string, number>> {
  return member.inOrganization(async (db) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const [row] = await db.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${table}"`);
      counts[table] = row?.n ?? -1;
    }
    return counts;
  });
}

async function received() {
  const member = await makeMember();
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const file = await receiveFile(member.inOrganization, { ...who, fileName: 'list.csv', bytes: new TextEncoder().encode(list) });
  if (file.kind !== 'received') throw new Error(file.kind);
  const ids = { ...who, batchId: file.batchId };
  /** Follows a run of this kind, cancelling it as a person would when it has told `after` reports. */
  const follow = async (kind: 'stage-import' | 'commit-import', after: number, work: (watch: RunWatch) => Promise<unknown>) => {
    const { runId } = await member.inOrganization((db) => startRun(db, { kind, subjectId: ids.batchId, ...who }));
    let reports = 0;
    await followRun(member.inOrganization, { runId }, async (report, finish) => {
      await work({
        report: async (done, total) => {
          reports += 1;
          if (reports === after) expect(await stopBatch(member.inOrganization, ids)).toMatchObject({ kind: 'stopped' });
          await report(done, total);
        },
        finish,
      });
      return {};
    });
    return member.inOrganization((db) =>
      db.jobRun.findFirstOrThrow({ where: { id: runId }, select: { status: true, done: true, total: true } }),
    );
  };
  return { member, ids, follow };
}

describe('cancelling', () => {
  it('a reading leaves no row, and the batch given up', async () => {
    const { member, ids, follow } = await received();
    const run = await follow('stage-import', 3, (watch) => stageBatch(member.inOrganization, ids, watch));
    expect(run).toEqual({ status: 'cancelled', done: 2_000, total: 4_500 });
    expect(Object.values(await countAll(member))).toEqual(tables.map(() => 0));
    expect(await member.inOrganization((db) => readBatch(db, ids.batchId))).toMatchObject({ status: 'cancelled' });
    expect(await stopBatch(member.inOrganization, ids)).toEqual({ kind: 'too-late' });
  });

  it('a second reading takes the rows of the first with it', async () => {
    const { member, ids } = await received();
    await stageBatch(member.inOrganization, ids);
    await member.inOrganization((db) => db.importBatch.updateMany({ where: { id: ids.batchId }, data: { status: 'received' } }));
    // The run holds the rows of the first reading until it sees that it is cancelled: both go on at the same time.
    let stopping: Promise<unknown> | undefined;
    const { runId } = await member.inOrganization((db) => startRun(db, { kind: 'stage-import', subjectId: ids.batchId, ...ids }));
    await followRun(member.inOrganization, { runId }, async (report, finish) => {
      await stageBatch(member.inOrganization, ids, {
        report: async (done, total) => {
          if (done > 0 && stopping === undefined) {
            stopping = stopBatch(member.inOrganization, ids);
            for (let status = ''; status !== 'cancelled'; )
              status = (await member.inOrganization((db) => db.jobRun.findFirstOrThrow({ where: { id: runId } }))).status;
          }
          await report(done, total);
        },
        finish,
      });
      return {};
    });
    expect(await stopping).toEqual({ kind: 'stopped', was: 'reading' });
    expect((await countAll(member)).ImportRow).toBe(0);
  });

  it('a writing leaves nothing of it, and the checked list waits and can be written whole', async () => {
    const { member, ids, follow } = await received();
    await stageBatch(member.inOrganization, ids);
    await member.inOrganization((db) => acceptBatch(db, ids));
    const run = await follow('commit-import', 2, (watch) => commitBatch(member.inOrganization, ids, watch));
    expect(run.status).toBe('cancelled');
    const nothing = await countAll(member);
    expect(nothing).toMatchObject({ Supplier: 0, Site: 0, SupplyLink: 0, Source: 0, Fact: 0, ImportRow: 4_500, Party: 0 });
    expect(await member.inOrganization((db) => readBatch(db, ids.batchId))).toMatchObject({ status: 'staged' });
    await member.inOrganization((db) => acceptBatch(db, ids));
    const again = await follow('commit-import', -1, (watch) => commitBatch(member.inOrganization, ids, watch));
    expect(again).toMatchObject({ status: 'done' });
    expect(await countAll(member)).toMatchObject({ Supplier: 4_500, Site: 4_500 });
  });

  it('comes too late when the work is done, and a run that never began does not begin', async () => {
    const { member, ids, follow } = await received();
    await follow('stage-import', -1, (watch) => stageBatch(member.inOrganization, ids, watch));
    expect(await stopBatch(member.inOrganization, ids)).toEqual({ kind: 'too-late' });
    await member.inOrganization((db) => acceptBatch(db, ids));
    const other = await makeMember();
    expect(await stopBatch(other.inOrganization, ids)).toEqual({ kind: 'too-late' });
    expect(await stopBatch(member.inOrganization, ids)).toEqual({ kind: 'stopped', was: 'writing' });
    const run = await member.inOrganization((db) => db.jobRun.findFirstOrThrow({ where: { kind: 'commit-import' }, select: { id: true } }));
    await followRun(member.inOrganization, { runId: run.id }, () => Promise.reject(new Error('began')));
    expect((await countAll(member)).Supplier).toBe(0);
  });
});
