import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { ReplyRow } from './list-replies.server';
import { replyKindLabel, replyStateLabel, verdictLabel } from './labels';

/** The supplier's reply to a finding and the answer to it: shown wherever the finding is shown or printed. */
export function ReplyWords({ reply }: { reply: ReplyRow }) {
  const { state, kind, text, repliedBy, repliedOn, verdict, answer, answeredBy, answeredOn } = reply;
  const sent = reply.isBeforeOpening ? m.right_of_reply_presented : m.right_of_reply_sent;
  return (
    <div className="grid max-w-prose gap-1 border-s-4 border-edge ps-3">
      <p className="text-muted">
        {sent({ date: formatDate(reply.sentOn), due: formatDate(reply.dueOn) })} {replyStateLabel(state)}
      </p>
      {kind && repliedOn && (
        <blockquote>
          <p className="font-semibold">
            {m.right_of_reply_said({ kind: replyKindLabel(kind), by: repliedBy, date: formatDate(repliedOn) })}
          </p>
          <p className="whitespace-pre-line">{text}</p>
        </blockquote>
      )}
      {verdict && answeredOn && (
        <p>
          <strong className="font-semibold">
            {m.right_of_reply_answered({
              verdict: verdictLabel(verdict),
              name: answeredBy ?? m.shell_unknown(),
              date: formatDate(answeredOn),
            })}
          </strong>{' '}
          {answer}
        </p>
      )}
    </div>
  );
}
