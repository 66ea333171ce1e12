import type { TenantDb } from '~/access/tenant-db.server';
import { agreeVersion } from '~/lending/esap/agree-version.server';
import { freezeVersion } from '~/lending/esap/freeze-version.server';
import { plannedOf } from '~/lending/esap/line-columns';
import { commentLine, moveLine } from '~/lending/esap/move-line.server';
import { importFromSources } from '~/lending/esap/import-from-sources.server';
import { amendLine, findLine } from '~/lending/esap/write-line.server';
import { garmentPlan, garmentVerified, type PlanStory, solarPlan } from './lender-story';

type By = { transactionId: string; userId: string; now: () => Date };

/** The action plan of the solar park as far as it is written, one gap still without a line. */
export async function planSolar(db: TenantDb, by: By): Promise<void> {
  await planLines(db, solarPlan, by);
}

/**
 * The action plan of the garment loan: frozen, and agreed by its client on paper. One line is verified by the specialist, one is done and waits for a
 * second person's look.
 */
export async function planGarment(db: TenantDb, by: By & { lender: string; specialistId: string }): Promise<void> {
  const { transactionId, userId, now } = by;
  const lineIds = await planLines(db, garmentPlan, by);
  const frozen = await freezeVersion(db, { transactionId, userId, note: '', lender: by.lender, now: now() });
  if (frozen.kind !== 'frozen') throw new Error(`The demonstration could not freeze its plan: ${JSON.stringify(frozen)}`);
  const at = now();
  const agreed = await agreeVersion(
    db,
    {
      ...{ how: 'paper', name: 'Farhana Kabir', function: 'Finance director, Meghna Apparel Holdings', userId },
      ...{ agreedOn: at.toISOString().slice(0, 10), note: 'Signed copy with the loan officer' },
    },
    { versionId: frozen.versionId, now: at },
  );
  if (agreed.kind !== 'agreed') throw new Error(`The demonstration could not agree on its plan: ${JSON.stringify(agreed)}`);
  const [first = '', second = '', third = ''] = lineIds;
  await moveLine(
    db,
    { to: 'done', words: 'Posters in both halls, first quarterly notice out' },
    { transactionId, lineId: first, userId, now: now() },
  );
  await moveLine(db, { to: 'start' }, { transactionId, lineId: second, userId, now: now() });
  const of = { transactionId, lineId: third };
  await moveLine(db, { to: 'done', words: garmentVerified.done }, { ...of, userId, now: now() });
  const verified = await moveLine(db, { to: 'verify', words: garmentVerified.seen }, { ...of, userId: by.specialistId, now: now() });
  if (verified.kind !== 'moved') throw new Error(`The demonstration could not verify a line: ${JSON.stringify(verified)}`);
}

async function planLines(db: TenantDb, story: readonly PlanStory[], { transactionId, userId, now }: By): Promise<string[]> {
  const taken = await importFromSources(db, { transactionId, keys: story.map(({ item }) => item), userId, now: now() });
  if (taken.kind !== 'taken') throw new Error(`The demonstration could not plan: ${JSON.stringify(taken)}`);
  const rows = await db.esapLine.findMany({ where: { transactionId }, select: { id: true, itemKey: true } });
  const lineIds: string[] = [];
  for (const { item, planned, said } of story) {
    const lineId = rows.find(({ itemKey }) => itemKey === item)?.id ?? '';
    const line = await findLine(db, { transactionId, lineId });
    if (!line) throw new Error(`The demonstration finds ${item} met`);
    await amendLine(db, { ...plannedOf(line), ...planned }, { transactionId, lineId, revision: line.revision, userId });
    if (said) await commentLine(db, { transactionId, lineId, text: said, userId, now: now() });
    lineIds.push(lineId);
  }
  return lineIds;
}
