import type { TenantDb } from '~/access/tenant-db.server';
import { openCase } from '~/safeguarding/sensitive-cases/open-case.server';
import { recordNote, recordStep } from '~/safeguarding/sensitive-cases/record-entry.server';
import type { StepEntry } from '~/safeguarding/sensitive-cases/schema';

const hour = 3_600_000;

/** What was done before the person was asked: the next step is the person's wish, and the decision on the authorities is due in 18 hours. */
const steps: readonly StepEntry[] = [
  { step: 'danger', danger: 'no', helper: 'nobody-yet', note: 'Nobody is hurt or threatened today.' },
  { step: 'protect', confront: 'on', tipOff: 'on', expose: 'on', note: 'Management does not know. The talk took place off site.' },
];

/**
 * A sensitive case about a supplier whose workers live in its dormitory, opened by the owner with the auditor 30 hours ago, its first two steps recorded.
 * Fictional like all of the demonstration; hidden from its other members.
 */
export async function sensitiveCaseDemonstration(
  db: TenantDb,
  options: { ownerId: string; auditorId: string; partyId: string; now: Date },
): Promise<void> {
  const { ownerId, auditorId, partyId, now } = options;
  const party = await db.party.findFirstOrThrow({ where: { id: partyId }, select: { publicId: true } });
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * hour);
  const opened = await openCase(db, {
    about: party.publicId,
    place: null,
    trigger: 'not-free-to-leave',
    account: 'Fictional: workers of the night shift say that the gate of the dormitory is locked from outside until the morning.',
    secondId: auditorId,
    userId: ownerId,
    now: at(30),
  });
  if (opened.kind === 'refused') throw new Error(`The demonstration could not open its sensitive case: ${opened.code}`);
  const { caseId } = opened;
  for (const [index, values] of steps.entries()) {
    const recorded = await recordStep(db, { caseId, userId: ownerId, now: at(29 - index), values });
    if (recorded.kind !== 'recorded') throw new Error(`The demonstration could not record the step ${values.step}`);
  }
  await recordNote(db, { caseId, userId: ownerId, now: at(26), content: { note: 'The interpreter meets W-3 again tomorrow, off site.' } });
}
