import { isForRecruiter, isForSupplier } from '~/questionnaires/templates/for-recruiter';
import { findOffered } from '~/questionnaires/templates/find-offered.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { carryDepths } from '~/questionnaires/responses/carry-depths.server';
import { freezeScope } from '~/questionnaires/question-scope/freeze-scope.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

export type Opened =
  | { kind: 'opened'; responseId: string }
  | { kind: 'refused'; code: 'unknown-supplier' | 'unknown-recruiter' | 'unknown-instrument' | 'already-open'; responseId?: string };

/**
 * Opens one questionnaire version for one supplier, or for one labour recruiter where `partyKind` says so; the questionnaire has to be one for that kind. One open
 * response a party and questionnaire: a second is refused and the first named. What a recruiter was sent hinders no review of our own.
 */
export async function openResponse(
  db: TenantDb,
  options: {
    supplierPublicId: string;
    partyKind?: 'supplier' | 'labour-recruiter';
    instrumentKey: string;
    dueOn: string | null;
    userId: string;
    now?: Date;
  },
): Promise<Opened> {
  const asked = await findOffered(db, options.instrumentKey);
  const { partyKind = 'supplier' } = options;
  const isRecruiter = partyKind === 'labour-recruiter';
  if (!asked || !(isRecruiter ? isForRecruiter : isForSupplier)(asked)) return { kind: 'refused', code: 'unknown-instrument' };
  const party = await db.party.findFirst({
    where: { publicId: options.supplierPublicId, kind: partyKind, ...(isRecruiter ? { mergedInto: { is: null } } : {}) },
    select: { id: true },
  });
  if (!party) return { kind: 'refused', code: isRecruiter ? 'unknown-recruiter' : 'unknown-supplier' };
  const existing = await db.questionnaireResponse.findFirst({
    where: { partyId: party.id, instrumentKey: options.instrumentKey, status: 'open', ...(isRecruiter ? { request: { is: null } } : {}) },
    select: { id: true },
  });
  if (existing) return { kind: 'refused', code: 'already-open', responseId: existing.id };
  const response = await db.questionnaireResponse.create({
    data: {
      partyId: party.id,
      kind: asked.kind,
      instrumentKey: asked.key,
      dueOn: options.dueOn ? new Date(options.dueOn) : null,
      openedById: options.userId,
      ...(await freezeScope(db, { partyId: party.id, instrumentKey: asked.key, now: options.now ?? new Date() })),
    },
    select: { id: true },
  });
  await carryDepths(db, { responseId: response.id, now: options.now ?? new Date() });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: response.id,
    act: 'open',
    userId: options.userId,
    after: { instrument: options.instrumentKey, supplier: options.supplierPublicId, dueOn: options.dueOn },
  });
  return { kind: 'opened', responseId: response.id };
}
