import type { TenantDb } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { findProvider } from './read-provider.server';
import { suppliersServed } from './recruiters-of.server';
import { type ProviderSaved, saveProviderForm } from './save-provider-form.server';

/** Answers any form of a provider's page, and scores the suppliers for whom it recruits, itself or as a sub-agent, or did until now: what its ledger says counts in their scores. */
export async function saveAndScore(db: TenantDb, options: Parameters<typeof saveProviderForm>[1]): Promise<ProviderSaved> {
  const head = await findProvider(db, options.publicId);
  const before = head ? await suppliersServed(db, head.partyId) : [];
  const saved = await saveProviderForm(db, options);
  if (!head || saved.kind !== 'saved') return saved;
  const served = new Set([...before, ...(await suppliersServed(db, head.partyId))]);
  if (served.size > 0) await publish(db, 'score-inputs.changed', { partyIds: [...served], asOf: options.today, userId: options.userId });
  return saved;
}
