import { givenText } from '~/platform/http/given-text';
import { z } from 'zod';
import type { InOrganization } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { verifications } from '~/findings/corrective-actions/action-lists';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure } from '~/platform/forms/parse-form';
import { acceptMessage, type DecideRefusal, returnMessage } from './decide-message.server';

export const messageIntents: ReadonlySet<unknown> = new Set(['accept-message', 'return-message']);
export type MessageActed = { kind: 'done'; text: string } | { kind: 'gone' } | { kind: 'failed'; failure: FormFailure };

const words = {
  'unknown-message': m.site_sharing_said_refused_moved,
  'own-message': m.site_sharing_said_refused_own,
  'already-decided': m.site_sharing_said_refused_moved,
  moved: m.site_sharing_said_refused_moved,
  'reason-missing': m.site_sharing_said_refused_reason,
} satisfies Record<DecideRefusal, () => string>;

/** Accepts what a site proposed or reported, or sends it back, as one form asks; a finding that moved scores its supplier again. */
export async function handleMessageAction(
  caller: { userId: string; inOrganization: InOrganization },
  form: FormData,
  now: Date,
): Promise<MessageActed> {
  const messageId = z.uuid().safeParse(form.get('messageId')).data;
  if (!messageId) return { kind: 'gone' };
  const by = { messageId, userId: caller.userId, now };
  const isAccepted = form.get('intent') === 'accept-message';
  const verification = z.enum(verifications).safeParse(form.get('verification')).data ?? 'desktop';
  const done = await caller.inOrganization(async (db) => {
    const result = isAccepted
      ? await acceptMessage(db, { ...by, verification })
      : await returnMessage(db, { ...by, answer: givenText(form, 'answer').slice(0, 2_000) });
    if (result.kind === 'decided' && result.hasMoved)
      await publish(db, 'score-inputs.changed', {
        partyIds: [result.partyId],
        asOf: now.toISOString().slice(0, 10),
        userId: caller.userId,
      });
    return result;
  });
  if (done.kind === 'decided')
    return { kind: 'done', text: isAccepted ? m.site_sharing_said_accepted_done() : m.site_sharing_said_returned_done() };
  if (done.code === 'unknown-message') return { kind: 'gone' };
  return { kind: 'failed', failure: formFailure(form, { [done.code === 'reason-missing' ? 'answer' : '']: [words[done.code]()] }) };
}
