import { handleApproval } from '~/platform/approvals/approval-handlers.server';
import { handleEvent } from '~/platform/events/events.server';

/** What the risk district does for others. The scores are loaded when first needed: they bring the tables of the method along. */
export function registerRisk(): void {
  handleEvent('score-inputs.changed', async (db, changed) => {
    const { scoreSuppliers } = await import('./scores/score-suppliers.server');
    await scoreSuppliers(db, changed);
  });
  handleApproval('override-waiver', async () => (await import('./overrides/handle-waiver.server')).waiverHandler);
}
