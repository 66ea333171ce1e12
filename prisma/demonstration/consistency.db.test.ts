import { expect, it } from 'vitest';
import { forOrganization } from '~/access/tenant-db.server';
import { rootDb } from '~/access/root-db.server';
import { isOpenContradiction } from '~/audits/consistency/check-consistency';
import { readContradictions } from '~/audits/consistency/read-contradictions.server';
import { readGate } from '~/audits/gate/read-gate.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { seedDemonstration } from '../seed';

const isConcluded = (status: string) => status === 'in-review' || status === 'approved';

/** The audits of an organization of the demonstration, with what stops them and what contradicts itself in them. */
async function readAudits(name: string) {
  const { id } = await rootDb().organization.findFirstOrThrow({ where: { name } });
  return forOrganization({ organizationId: id })(async (db) => {
    const rows = await db.audit.findMany({
      orderBy: { number: 'asc' },
      select: { id: true, number: true, status: true, startsOn: true, endsOn: true },
    });
    const found = [];
    for (const row of rows) {
      const audit = await findAudit(db, { auditId: row.id, userId: '', role: 'owner' });
      if (!audit) throw new Error('no audit');
      found.push({
        ...row,
        stops: (await readGate(db, audit, await checkRecord(db, audit))).map(({ key, state, inputs }) => ({ key, state, inputs })),
        hits: await readContradictions(db, audit, await checkRecord(db, audit), { isForTeam: true, marksRest: isConcluded(row.status) }),
      });
    }
    return found;
  });
}

it('shows audits that do not contradict themselves and pass the conclusion gate, made on working days', async () => {
  await seedDemonstration();
  const audits = (
    await Promise.all(['Larkfield & Daughters (demonstration)', 'Brightwater Assurance (demonstration)'].map(readAudits))
  ).flat();

  expect(audits.length).toBeGreaterThan(7);
  const open = audits.flatMap(({ number, hits }) => hits.filter(isOpenContradiction).map(({ key, inputs }) => ({ number, key, inputs })));
  expect(open).toEqual([]);
  const stopped = audits
    .filter(({ status }) => isConcluded(status))
    .flatMap(({ number, stops }) => stops.map((stop) => ({ number, ...stop })));
  expect(stopped).toEqual([]);
  const onWeekends = audits.filter(({ startsOn, endsOn }) => [startsOn, endsOn].some((day) => [0, 6].includes(day.getUTCDay())));
  expect(onWeekends).toEqual([]);
  // The audit that is shown in full leaves its approver nothing to ask.
  const [shown] = audits;
  expect(shown?.hits.map(({ key, state }) => [key, state])).toEqual([['D17', 'explained']]);
});
