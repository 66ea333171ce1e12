import type { TenantDb } from '~/access/tenant-db.server';
import { agreeVersion } from '~/lending/esap/agree-version.server';
import { freezeVersion } from '~/lending/esap/freeze-version.server';
import { plannedOf } from '~/lending/esap/item-columns';
import { commentOnItem, moveItem } from '~/lending/esap/move-item.server';
import { importFromSources } from '~/lending/esap/import-from-sources.server';
import { amendItem, findItem } from '~/lending/esap/write-item.server';
import { garmentPlan, garmentVerified, type PlanStory, solarPlan } from './lender-story';

type By = { dealId: string; userId: string; now: () => Date };

/** The action plan of the solar park as far as it is written, one gap still without a line. */
export async function planSolar(db: TenantDb, by: By): Promise<void> {
  await planItems(db, solarPlan, by);
}

/**
 * The action plan of the garment loan: frozen, and agreed by its client on paper. One line is verified by the specialist, one is done and waits for a
 * second person's look.
 */
export async function planGarment(db: TenantDb, by: By & { lender: string; specialistId: string }): Promise<void> {
  const { dealId, userId, now } = by;
  const lineIds = await planItems(db, garmentPlan, by);
  const frozen = await freezeVersion(db, { dealId, userId, note: '', lender: by.lender, now: now() });
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
  await moveItem(
    db,
    { to: 'done', words: 'Posters in both halls, first quarterly notice out' },
    { dealId, itemId: first, userId, now: now() },
  );
  await moveItem(db, { to: 'start' }, { dealId, itemId: second, userId, now: now() });
  const of = { dealId, itemId: third };
  await moveItem(db, { to: 'done', words: garmentVerified.done }, { ...of, userId, now: now() });
  const verified = await moveItem(db, { to: 'verify', words: garmentVerified.seen }, { ...of, userId: by.specialistId, now: now() });
  if (verified.kind !== 'moved') throw new Error(`The demonstration could not verify a line: ${JSON.stringify(verified)}`);
}

async function planItems(db: TenantDb, story: readonly PlanStory[], { dealId, userId, now }: By): Promise<string[]> {
  const taken = await importFromSources(db, { dealId, keys: story.map(({ item }) => item), userId, now: now() });
  if (taken.kind !== 'taken') throw new Error(`The demonstration could not plan: ${JSON.stringify(taken)}`);
  const rows = await db.esapItem.findMany({ where: { dealId }, select: { id: true, itemKey: true } });
  const lineIds: string[] = [];
  for (const { item, planned, said } of story) {
    const itemId = rows.find(({ itemKey }) => itemKey === item)?.id;
    if (itemId === undefined) throw new Error(`The demonstration did not plan ${item}`);
    const line = await findItem(db, { dealId, itemId });
    if (!line) throw new Error(`The demonstration finds ${item} met`);
    await amendItem(db, { ...plannedOf(line), ...planned }, { dealId, itemId, revision: line.revision, userId });
    if (said) await commentOnItem(db, { dealId, itemId, text: said, userId, now: now() });
    lineIds.push(itemId);
  }
  return lineIds;
}
