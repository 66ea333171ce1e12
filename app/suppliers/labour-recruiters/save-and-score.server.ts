import type { TenantDb } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { findRecruiter } from './read-recruiter.server';
import { suppliersServed } from './recruiters-of.server';
import { type RecruiterSaved, saveRecruiterForm } from './save-recruiter-form.server';

/** Answers any form of a provider's page, and scores the suppliers for whom it recruits, itself or as a sub-agent, or did until now: what its ledger says counts in their scores. */
export async function saveAndScore(db: TenantDb, options: Parameters<typeof saveRecruiterForm>[1]): Promise<RecruiterSaved> {
  const head = await findRecruiter(db, options.publicId);
  const before = head ? await suppliersServed(db, head.partyId) : [];
  const saved = await saveRecruiterForm(db, options);
  if (!head || saved.kind !== 'saved') return saved;
  const served = new Set([...before, ...(await suppliersServed(db, head.partyId))]);
  if (served.size > 0)
    await publish(db, 'score-inputs.changed', {
      partyIds: [...served],
      asOf: options.now.toISOString().slice(0, 10),
      userId: options.userId,
    });
  return saved;
}
