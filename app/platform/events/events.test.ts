import { expect, test, vi } from 'vitest';
import type { TenantDb } from '~/access/tenant-db.server';

vi.resetModules();
const { handleEvent, publish } = await import('./events.server');

const db = {} as TenantDb;
const changed = { partyIds: ['a'], asOf: '2026-12-01' };

test('rejects an event without a handler, runs an existing one in the given transaction, and rejects a second', async () => {
  await expect(publish(db, 'score-inputs.changed', changed)).rejects.toThrow('has no handler');
  const handler = vi.fn(async () => {});
  handleEvent('score-inputs.changed', handler);
  await publish(db, 'score-inputs.changed', changed);
  expect(handler.mock.calls).toEqual([[db, changed]]);
  expect(() => handleEvent('score-inputs.changed', handler)).toThrow('two handlers');
});
