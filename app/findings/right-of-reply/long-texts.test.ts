import { expect, it } from 'vitest';
import { handleCorrectiveAction } from '~/findings/corrective-actions/handle-corrective-action.server';
import { handleReplyAction } from './handle-reply-action.server';

const caller = {
  userId: 'u',
  organizationId: 'o',
  inOrganization: () => {
    throw new Error('nothing may be written');
  },
};
const now = new Date('2026-12-03T10:00:00Z');

it.each([
  ['record-reply', 'replyText', 4000, handleReplyAction],
  ['answer-reply', 'replyAnswer', 4000, handleReplyAction],
  ['ask-extension', 'extensionReason', 2000, handleCorrectiveAction],
  ['ask-acceptance', 'acceptanceReason', 1000, handleCorrectiveAction],
])('%s refuses a text over its limit at the field, and keeps all of it', async (intent, field, most, handle) => {
  const form = new FormData();
  form.set('intent', intent);
  form.set(field, 'x'.repeat(most + 1));
  const done = await handle(caller as never, form, { findingId: 'f', actionId: 'a', now });
  expect(done).toMatchObject({ kind: 'failed', failure: { errors: { [field]: [expect.stringContaining('at most')] } } });
  expect(done.kind === 'failed' ? done.failure.values[field]?.[0] : '').toHaveLength(most + 1);
});
