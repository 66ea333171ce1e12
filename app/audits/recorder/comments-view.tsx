import { useState } from 'react';
import { recorderPlace } from '~/audits/consistency/recorder-place';
import { CommentText } from '~/audits/review/comment-text';
import type { ReviewComment } from '~/audits/review/comments';
import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/field';
import { useRecorder } from './recorder-context';
import type { Recording } from './recording';
import { placeLink } from './use-place';
import { ViewTitle } from './view-title';

/** The comments of the review with what this device knows of their replies; none with a pack from before reviews had comments. */
function commentsOn(recording: Recording): ReviewComment[] {
  return (recording.pack.comments ?? []).map((comment) => {
    const value = recording.valueOf('review-reply', comment.id);
    if (value === null) return comment;
    const reply = value.text === '' ? null : { text: value.text, by: comment.reply?.by ?? recording.pack.you, at: comment.at };
    return { ...comment, reply, state: value.isDone ? 'done' : 'open' };
  });
}

export const openReviewComments = (recording: Recording): number => commentsOn(recording).filter(({ state }) => state === 'open').length;

/** All comments of the review, each with the way to its entry. */
export function CommentsView() {
  const { recording } = useRecorder();
  const comments = commentsOn(recording);
  const sections = new Map(
    recording.pack.sections.flatMap(({ key, questions }) => questions.map((question) => [question.key, key] as const)),
  );
  return (
    <>
      <ViewTitle lead={m.audit_review_device_lead()}>{m.audit_review_device_title()}</ViewTitle>
      {comments.length === 0 && <p className="text-muted">{m.audit_review_device_none()}</p>}
      <div className="grid gap-4">
        {comments.map((comment) => {
          const { kind, about } = comment;
          const place = kind === 'finding' ? ['findings'] : about === null ? null : recorderPlace(about, sections.get(about) ?? null);
          return (
            <div key={comment.id} className="grid gap-2">
              {place && (
                <a href={placeLink(...place)} className="inline-flex min-h-11 items-center">
                  {kind === 'finding' ? (about && recording.valueOf('finding', about)?.what) || m.audit_review_out() : about}
                </a>
              )}
              <CommentCard comment={comment} />
            </div>
          );
        })}
      </div>
    </>
  );
}

/** The comments on one question or finding, where it is recorded. */
export function CommentsOn({ about }: { about: string }) {
  const { recording } = useRecorder();
  return commentsOn(recording)
    .filter((comment) => comment.about === about)
    .map((comment) => <CommentCard key={comment.id} comment={comment} />);
}

function CommentCard({ comment }: { comment: ReviewComment }) {
  const { recording, sending } = useRecorder();
  const [isOpen, setIsOpen] = useState(false);
  const [error, setError] = useState<string>();
  const { id, about, state } = comment;
  const value = recording.valueOf('review-reply', id);
  return (
    <div data-comment={state} className="grid gap-2 rounded border border-line bg-sunken p-3">
      <CommentText comment={comment} />
      {isOpen ? (
        <form
          noValidate
          className="grid max-w-prose gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            const text = String(form.get('reply') ?? '').trim();
            const isDone = form.get('done') === 'on';
            if (text === '' && !isDone) return setError(m.audit_review_reply_missing());
            void recording.record('review-reply', id, () => ({ about, text, isDone }));
            sending.later();
            setIsOpen(false);
          }}
        >
          <FreeText
            {...{ name: 'reply', id: `reply-${id}`, error, defaultValue: value?.text, maxLength: 2000, rows: 2 }}
            label={m.audit_review_reply()}
            hint={m.audit_review_reply_hint()}
          />
          <Checkbox name="done" id={`done-${id}`} label={m.audit_review_done()} defaultChecked={value?.isDone ?? false} />
          <div>
            <Button type="submit" size="lg" variant="primary">
              {m.audit_review_reply_save()}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button type="button" size="lg" onClick={() => setIsOpen(true)}>
            {m.audit_review_reply()}
          </Button>
        </div>
      )}
    </div>
  );
}
