import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Button } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { Checkbox } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { CommentText } from './comment-text';
import type { CommentKind, ReviewComment } from './comments';

export type ReviewReader = { mayComment: boolean; mayReply: boolean };
type Shown = SerializeFrom<ReviewComment>;

/** The comments on one entry, with the team's replies and what the reader can do. `label`: what a comment is about, where that is not said above. */
export function CommentList({
  comments,
  reader,
  failure,
  labelOf,
}: {
  comments: readonly Shown[];
  reader: ReviewReader;
  failure: FormFailure | null;
  labelOf?: (comment: Shown) => string;
}) {
  if (comments.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {comments.map((comment) => (
        <li
          key={comment.id}
          data-comment={comment.state}
          className={classNames(
            'grid gap-2 rounded border border-line bg-sunken p-3',
            comment.state === 'open' && 'border-s-4 border-s-accent',
          )}
        >
          <CommentText {...{ comment }} label={labelOf?.(comment)} />
          {comment.state !== 'withdrawn' && (
            <Acts {...{ comment, reader }} failure={failure?.values.comment?.[0] === comment.id ? failure : null} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Acts({ comment, reader, failure }: { comment: Shown; reader: ReviewReader; failure: FormFailure | null }) {
  const { id, state, reply } = comment;
  if (reader.mayComment)
    return (
      <Form method="post">
        <input type="hidden" name="comment" value={id} />
        <Button name="intent" value="withdraw-comment" variant="quiet">
          {m.audit_review_withdraw()}
        </Button>
      </Form>
    );
  if (!reader.mayReply) return null;
  return (
    <details open={failure !== null || undefined}>
      <summary className="cursor-pointer text-accent">{m.audit_review_reply()}</summary>
      <Form method="post" className="mt-2 grid max-w-prose gap-3">
        <ErrorSummary errors={failure?.errors} />
        <input type="hidden" name="comment" value={id} />
        <FreeText
          {...fieldOf(failure, 'text', reply?.text)}
          id={`reply-${id}`}
          label={m.audit_review_reply()}
          hint={m.audit_review_reply_hint()}
          rows={2}
          maxLength={2000}
        />
        <Checkbox name="done" id={`done-${id}`} label={m.audit_review_done()} defaultChecked={state === 'done'} />
        <div>
          <Button name="intent" value="reply-comment">
            {m.audit_review_reply_save()}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** Adds a comment on an entry, or on the record as a whole. */
export function CommentForm({ kind, about, failure }: { kind: CommentKind; about: string | null; failure: FormFailure | null }) {
  const isOwn = failure !== null && failure.values.kind?.[0] === kind && (failure.values.about?.[0] ?? '') === (about ?? '');
  return (
    <details open={isOwn || undefined} data-print="none">
      <summary className="cursor-pointer text-accent">{m.audit_review_add()}</summary>
      <Form method="post" className="mt-2 grid max-w-prose gap-3">
        <ErrorSummary errors={isOwn ? failure.errors : undefined} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="about" value={about ?? ''} />
        <FreeText
          {...fieldOf(isOwn ? failure : null, 'text')}
          id={`comment-${kind}-${about ?? ''}`}
          label={m.audit_review_text()}
          hint={m.audit_review_text_hint()}
          rows={2}
          maxLength={2000}
        />
        <div>
          <Button name="intent" value="add-comment">
            {m.audit_review_add()}
          </Button>
        </div>
      </Form>
    </details>
  );
}
