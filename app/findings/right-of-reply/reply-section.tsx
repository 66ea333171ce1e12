import { Term } from '~/ui/term';
import { rightOfReplyTerm } from '~/platform/terms/glossary-terms';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Section } from '~/ui/page-header';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { ReplyRow } from './list-replies.server';
import { replyIntents, replyKinds, replyVerdicts } from './reply-states';
import { ReplyWords } from './reply-labels';
import { replyKindLabel, verdictLabel } from './labels';

/** The right of reply to a finding: sent, replied to, answered. Each round stays in view. */
export function ReplySection({
  replies,
  today,
  mayEdit,
  failure,
}: {
  replies: readonly ReplyRow[];
  today: string;
  mayEdit: boolean;
  failure: FormFailure | undefined;
}) {
  const [newest] = replies;
  const isOpen = newest !== undefined && newest.verdict === null;
  const failed = (intent: string) => (failure?.values.intent?.[0] === intent ? failure : undefined);
  return (
    <Section title={<Term of={rightOfReplyTerm}>{m.right_of_reply_title()}</Term>} lead={m.right_of_reply_lead()} id="reply">
      <div className="grid gap-4">
        <ErrorSummary errors={replyIntents.has(failure?.values.intent?.[0]) ? failure?.errors : undefined} />
        {replies.length === 0 && <p className="text-muted">{m.right_of_reply_none()}</p>}
        {replies.map((reply) => (
          <ReplyWords key={reply.id} reply={reply} />
        ))}
        {mayEdit && !isOpen && (
          <Form method="post" noValidate className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="intent" value="send-for-comment" />
            <Field
              type="date"
              isPast
              label={m.right_of_reply_sent_on()}
              hint={m.right_of_reply_sent_hint()}
              {...fieldOf(failed('send-for-comment'), 'sentOn', today)}
            />
            <Button>{m.right_of_reply_send()}</Button>
          </Form>
        )}
        {mayEdit && isOpen && newest.repliedOn === null && (
          <Form method="post" noValidate className="grid max-w-2xl gap-3">
            <input type="hidden" name="intent" value="record-reply" />
            <RadioGroup
              label={m.right_of_reply_kind()}
              layout="row"
              options={replyKinds.map((kind) => ({ value: kind, label: replyKindLabel(kind) }))}
              {...fieldOf(failed('record-reply'), 'kind', 'comment')}
            />
            <FreeText
              label={m.right_of_reply_text()}
              hint={m.findings_no_names()}
              rows={3}
              maxLength={4000}
              {...fieldOf(failed('record-reply'), 'replyText')}
            />
            <div className="grid gap-3 sm:grid-cols-2">
              <Field
                label={m.right_of_reply_by()}
                hint={m.right_of_reply_by_hint()}
                maxLength={200}
                {...fieldOf(failed('record-reply'), 'repliedBy')}
              />
              <Field type="date" isPast label={m.right_of_reply_on()} {...fieldOf(failed('record-reply'), 'repliedOn', today)} />
            </div>
            <div>
              <Button>{m.right_of_reply_record()}</Button>
            </div>
          </Form>
        )}
        {mayEdit && isOpen && (newest.repliedOn !== null || newest.state === 'late') && (
          <Form method="post" noValidate className="grid max-w-2xl gap-3">
            <input type="hidden" name="intent" value="answer-reply" />
            <Select
              label={m.right_of_reply_verdict()}
              options={replyVerdicts.map((verdict) => ({ value: verdict, label: verdictLabel(verdict) }))}
              {...fieldOf(failed('answer-reply'), 'verdict', 'upheld')}
            />
            <FreeText label={m.right_of_reply_reason()} rows={2} maxLength={4000} {...fieldOf(failed('answer-reply'), 'replyAnswer')} />
            <div>
              <Button>{m.right_of_reply_answer()}</Button>
            </div>
          </Form>
        )}
      </div>
    </Section>
  );
}
