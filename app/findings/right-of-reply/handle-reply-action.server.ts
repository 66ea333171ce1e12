import { z } from 'zod';
import type { InOrganization } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { m } from '~/paraglide/messages';
import { pastDayFault, readPastDay } from '~/platform/forms/entered-day';
import type { FormFailure } from '~/ui/form-values';
import { formFailure } from '~/platform/forms/parse-form';
import { replyKinds, replyVerdicts } from './reply-states';
import { answerReply, recordReply, type ReplyDone, type ReplyRefusal, sendForComment } from './reply-to-finding.server';
import { replyRefusal } from './labels';

export type ReplyActed = { kind: 'done'; text: string } | { kind: 'gone' } | { kind: 'failed'; failure: FormFailure };

const fields: Partial<Record<ReplyRefusal, string>> = {
  'text-missing': 'replyText',
  'by-missing': 'repliedBy',
  'day-too-early': 'repliedOn',
  'reason-missing': 'replyAnswer',
};

/** The longest text of each field: a longer one is refused at it, never cut. */
const longest = { replyText: 4000, repliedBy: 200, replyAnswer: 4000 };

/** Does what one form of the right of reply asks; a finding that was withdrawn, or no longer is, scores its supplier again. */
export async function handleReplyAction(
  caller: { userId: string; inOrganization: InOrganization },
  form: FormData,
  options: { findingId: string; now: Date },
): Promise<ReplyActed> {
  const { userId, inOrganization } = caller;
  const { findingId, now } = options;
  const sent = (name: string) => String(form.get(name) ?? '').trim();
  const fail = (name: string, text: string): ReplyActed => ({ kind: 'failed', failure: formFailure(form, { [name]: [text] }) });
  const day = (name: string) => readPastDay(sent(name), now);
  const dayError = (name: string) =>
    fail(
      name,
      pastDayFault(sent(name), () => m.corrective_actions_problem_day(), now),
    );
  const answered = (done: ReplyDone, text: string): ReplyActed => {
    if (done.kind === 'done') return { kind: 'done', text };
    return done.code === 'unknown-finding' ? { kind: 'gone' } : fail(fields[done.code] ?? '', replyRefusal(done.code));
  };
  for (const [name, most] of Object.entries(longest)) if (sent(name).length > most) return fail(name, m.findings_problem_long({ most }));
  switch (sent('intent')) {
    case 'send-for-comment': {
      const sentOn = day('sentOn');
      if (!sentOn) return dayError('sentOn');
      return answered(await inOrganization((db) => sendForComment(db, { findingId, sentOn, userId })), m.right_of_reply_sent_done());
    }
    case 'record-reply': {
      const [repliedOn, kind] = [day('repliedOn'), z.enum(replyKinds).safeParse(sent('kind')).data];
      if (!repliedOn) return dayError('repliedOn');
      if (!kind) return fail('kind', m.right_of_reply_refused_moved());
      const reply = {
        findingId,
        kind,
        repliedOn,
        text: sent('replyText'),
        repliedBy: sent('repliedBy'),
        userId,
      };
      return answered(await inOrganization((db) => recordReply(db, reply)), m.right_of_reply_recorded());
    }
    case 'answer-reply': {
      const verdict = z.enum(replyVerdicts).safeParse(sent('verdict')).data;
      if (!verdict) return fail('verdict', m.right_of_reply_refused_moved());
      const done = await inOrganization(async (db) => {
        const result = await answerReply(db, { findingId, verdict, answer: sent('replyAnswer'), userId, now });
        if (result.kind === 'done')
          await publish(db, 'score-inputs.changed', { partyIds: [result.partyId], asOf: now.toISOString().slice(0, 10), userId });
        return result;
      });
      return answered(done, m.right_of_reply_answered_done());
    }
    default:
      return { kind: 'gone' };
  }
}
