import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { formatDate } from '~/ui/format';
import type { ReviewComment } from './comments';
import { commentStateLabel } from './labels';

type Shown = SerializeFrom<ReviewComment>;

/** A comment and its reply; the same on a page and on a device. */
export function CommentText({ comment, label }: { comment: Shown; label?: string | undefined }) {
  const { by, at, state, text, isGone, reply } = comment;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
        <strong className={classNames(state === 'open' ? 'text-accent' : 'text-muted')}>{commentStateLabel(state)}</strong>
        <span>{m.audit_review_by({ name: by ?? m.shell_unknown(), date: formatDate(at) })}</span>
      </p>
      {label && <p className="text-sm text-muted">{label}</p>}
      <p className={classNames('max-w-prose whitespace-pre-line', state === 'withdrawn' && 'text-muted')}>
        <bdi>{text}</bdi>
      </p>
      {isGone && <p className="text-sm text-muted">{m.audit_review_out()}</p>}
      {reply && (
        <p className="max-w-prose border-s-2 border-line ps-3 whitespace-pre-line">
          <bdi>{m.audit_review_replied({ name: reply.by ?? m.shell_unknown(), text: reply.text })}</bdi>
        </p>
      )}
    </>
  );
}
