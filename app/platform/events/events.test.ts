import { expect, test, vi } from 'vitest';
import type { TenantDb } from '~/access/tenant-db.server';

vi.resetModules();
const { handleEvent, handleQuery, publish, query } = await import('./events.server');

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

test('refuses a query without a handler, answers with the one there is, and refuses a second', async () => {
  await expect(query(db, 'findings.prioritized', { asOf: '2026-12-01' })).rejects.toThrow('has no handler');
  const handler = vi.fn(async () => ['a']);
  handleQuery('findings.prioritized', handler);
  expect(await query(db, 'findings.prioritized', { asOf: '2026-12-01' })).toEqual(['a']);
  expect(handler.mock.calls).toEqual([[db, { asOf: '2026-12-01' }]]);
  expect(() => handleQuery('findings.prioritized', handler)).toThrow('two handlers');
});
