import { Link } from '@remix-run/react';
import { verifications } from '~/findings/corrective-actions/action-lists';
import { timescaleLabel, verificationLabel } from '~/findings/corrective-actions/labels';
import { FileList } from '~/findings/findings/file-list';
import { replyKindLabel } from '~/findings/right-of-reply/labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { DateText } from '~/ui/values';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { MessageRow } from './list-messages.server';

type Shown = Omit<MessageRow, 'sentAt' | 'decidedAt'> & { sentAt: Date | string; decidedAt: Date | string | null };

const kinds = {
  reply: m.site_sharing_reply_title,
  action: m.site_sharing_propose,
  progress: m.site_sharing_progress,
  extension: m.site_sharing_extension,
} satisfies Record<MessageRow['kind'], () => string>;

/** The site's messages on a finding or an action; open ones are accepted or sent back here. */
export function MessageSection({
  messages,
  base,
  mayDecide,
  failure,
}: {
  messages: readonly Shown[];
  base: string;
  mayDecide: boolean;
  failure: FormFailure | undefined;
}) {
  if (messages.length === 0) return null;
  return (
    <Section title={m.site_sharing_said_title()} lead={m.site_sharing_said_lead()} id="site">
      <ol className="grid gap-5">
        {messages.map((message) => (
          <li key={message.id} className="grid max-w-2xl gap-2 border-s-4 border-line ps-3">
            <p className="flex flex-wrap gap-x-3 text-muted">
              <strong className="font-semibold text-ink">{kinds[message.kind]()}</strong>
              <bdi>{message.by}</bdi>
              <DateText value={message.sentAt} />
              {message.actionId && <Link to={`${base}/corrective-actions/${message.actionId}`}>{m.corrective_actions_word()}</Link>}
            </p>
            <Words message={message} />
            <FileList files={message.files} path={`${base}/findings/${message.findingId}/sent`} remove={null} />
            {message.verdict === null || message.decidedAt === null ? (
              mayDecide &&
              (message.kind === 'action' || message.kind === 'progress') && (
                <Decide message={message} failure={failure?.values.messageId?.[0] === message.id ? failure : undefined} />
              )
            ) : (
              <p>
                <strong className="font-semibold">
                  {(message.verdict === 'accepted' ? m.site_sharing_said_accepted_by : m.site_sharing_said_returned_by)({
                    name: message.decidedBy ?? m.shell_unknown(),
                    date: formatDate(message.decidedAt),
                  })}
                </strong>{' '}
                {message.answer}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Words({ message }: { message: Shown }) {
  const { replyKind, rootCause, text, owner, timescale, isDone, newDueOn } = message;
  return (
    <>
      {replyKind && <p>{replyKindLabel(replyKind)}</p>}
      {rootCause && (
        <p className="whitespace-pre-line">
          <span className="text-muted">{m.shell_label({ label: m.findings_root_cause() })}</span> {rootCause}
        </p>
      )}
      {text && <p className="whitespace-pre-line">{text}</p>}
      {timescale && (
        <p className="text-muted">
          {owner} · {timescaleLabel(timescale)}
        </p>
      )}
      {newDueOn && <DateText value={newDueOn} />}
      {isDone && <p className="font-semibold">{m.site_sharing_progress_done()}</p>}
    </>
  );
}

function Decide({ message, failure }: { message: Shown; failure: FormFailure | undefined }) {
  return (
    <div className="grid gap-2" data-print="none">
      <ErrorSummary errors={failure?.errors} />
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="messageId" value={message.id} />
        {message.kind === 'action' && (
          <Select
            label={m.site_sharing_said_verification()}
            name="verification"
            id={`verification-${message.id}`}
            options={verifications.map((value) => ({ value, label: verificationLabel(value) }))}
          />
        )}
        <Button name="intent" value="accept-message" variant="primary">
          {message.kind === 'action' ? m.site_sharing_said_accept() : m.site_sharing_said_accept_progress()}
        </Button>
      </Form>
      <details open={failure !== undefined}>
        <summary className="cursor-pointer py-1">{m.site_sharing_said_return()}</summary>
        <Form method="post" noValidate className="grid gap-2">
          <input type="hidden" name="messageId" value={message.id} />
          <FreeText
            label={m.site_sharing_said_answer()}
            hint={m.site_sharing_said_answer_hint()}
            rows={2}
            maxLength={2000}
            {...fieldOf(failure, 'answer')}
            id={`answer-${message.id}`}
          />
          <div>
            <Button name="intent" value="return-message">
              {m.site_sharing_said_return()}
            </Button>
          </div>
        </Form>
      </details>
    </div>
  );
}
