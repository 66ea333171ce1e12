import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Fold } from '~/ui/fold';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { LineSource, type ShownSources } from './line-source';
import { recruiterStatuses, type RecordValues, reasonCodes } from '~/suppliers/facts/recruiter-record';
import { reasonName, statusName } from '~/suppliers/facts/recruiter-labels';

export type ShownStatus = RecordValues<'status'> & { entryId: string; sourceId: string };
export type ShownProposal = ShownStatus & { mayDecide: boolean; isOwn: boolean };

/** Whether the organization works with a recruiter and why. A worse status is proposed, and another person decides after the right of reply. */
export function StatusSection({
  decided,
  proposed,
  sources,
  failure,
  today,
  page,
  mayEdit,
}: {
  decided: ShownStatus | null;
  proposed: readonly ShownProposal[];
  sources: ShownSources;
  failure: FormFailure | null;
  today: string;
  page: string;
  mayEdit: boolean;
}) {
  return (
    <Section title={m.supply_links_status()} lead={m.supply_links_status_lead()}>
      {decided ? <StatusWords entry={decided} sources={sources} /> : <p className="text-muted">{m.supply_links_status_none()}</p>}
      {proposed.map((entry) => (
        <div key={entry.entryId} className="mt-4">
          <Notice tone="warning" title={m.supply_links_proposed({ status: statusName(entry.status) })}>
            <StatusWords entry={entry} sources={sources} />
            {entry.repliedOn === null && entry.replyDueOn !== null && (
              <p>{m.supply_links_reply_due({ day: formatDate(entry.replyDueOn) })}</p>
            )}
          </Notice>
          {mayEdit && <ProposalForms entry={entry} today={today} page={page} failure={failure} />}
        </div>
      ))}
      {mayEdit && (
        <details className="mt-4" open={failure !== null && failure.values.intent?.[0] === 'propose'}>
          <summary className="text-accent underline">{m.supply_links_status_change()}</summary>
          <Form method="post" noValidate className="mt-4 grid max-w-2xl gap-4" action={page}>
            <input type="hidden" name="intent" value="propose" />
            <ErrorSummary errors={failure?.values.intent?.[0] === 'propose' ? failure.errors : undefined} />
            <Select
              label={m.supply_links_status()}
              options={recruiterStatuses.map((status) => ({ value: status, label: statusName(status) }))}
              {...fieldOf(failure, 'status', 'approved')}
            />
            <Select
              label={m.supply_links_reason()}
              hint={m.supply_links_reason_hint()}
              empty={m.supply_links_choose()}
              options={reasonCodes.map((code) => ({ value: code, label: reasonName(code) }))}
              {...fieldOf(failure, 'reasonCode')}
            />
            <FreeText label={m.supply_links_reason_text()} hint={m.supply_links_no_names()} optional {...fieldOf(failure, 'reason')} />
            <Field
              type="date"
              isPast
              label={m.supply_links_notified()}
              hint={m.supply_links_notified_hint()}
              optional
              {...fieldOf(failure, 'notifiedOn')}
            />
            <Field
              label={m.supply_links_line_source()}
              hint={m.supply_links_line_source_hint()}
              optional
              id="status-note"
              {...fieldOf(failure, 'note')}
            />
            <div>
              <Button variant="primary">{m.supply_links_status_save()}</Button>
            </div>
          </Form>
        </details>
      )}
    </Section>
  );
}

function StatusWords({ entry, sources }: { entry: ShownStatus; sources: ShownSources }) {
  return (
    <div className="grid gap-1">
      <p>
        <strong className="font-semibold">{statusName(entry.status)}</strong>
        {entry.reasonCode && <> · {reasonName(entry.reasonCode)}</>}
        {entry.decidedOn && <> · {m.supply_links_decided_on({ day: formatDate(entry.decidedOn) })}</>}
      </p>
      {entry.reason && <p className="max-w-prose">{entry.reason}</p>}
      {entry.notifiedOn && <p className="text-muted">{m.supply_links_notified_on({ day: formatDate(entry.notifiedOn) })}</p>}
      {entry.repliedOn && (
        <blockquote className="max-w-prose border-s-2 border-line ps-3">
          <p className="text-muted">{m.supply_links_replied_on({ day: formatDate(entry.repliedOn) })}</p>
          <p>{entry.reply}</p>
        </blockquote>
      )}
      <p className="text-muted">
        <LineSource sources={sources} sourceId={entry.sourceId} />
      </p>
    </div>
  );
}

function ProposalForms({
  entry,
  today,
  page,
  failure,
}: {
  entry: ShownProposal;
  today: string;
  page: string;
  failure: FormFailure | null;
}) {
  const refused = failure?.values.entryId?.[0] === entry.entryId ? failure : null;
  const isReply = refused?.values.intent?.[0] === 'reply';
  return (
    <div className="mt-3 grid gap-4">
      <Fold summary={m.supply_links_reply_record()} isOpen={isReply}>
        <Form method="post" noValidate className="grid max-w-2xl gap-4" action={page}>
          <input type="hidden" name="entryId" value={entry.entryId} />
          <ErrorSummary errors={isReply ? refused?.errors : undefined} />
          <Field
            type="date"
            isPast
            label={m.supply_links_replied()}
            id={`replied-${entry.entryId}`}
            {...fieldOf(refused, 'repliedOn', entry.repliedOn ?? today)}
          />
          <FreeText
            label={m.supply_links_reply()}
            hint={m.supply_links_no_names()}
            id={`reply-${entry.entryId}`}
            {...fieldOf(refused, 'reply', entry.reply)}
          />
          <div>
            <Button name="intent" value="reply">
              {m.supply_links_reply_save()}
            </Button>
          </div>
        </Form>
      </Fold>
      <Form method="post" noValidate className="grid max-w-2xl gap-4" action={page}>
        <input type="hidden" name="entryId" value={entry.entryId} />
        <ErrorSummary errors={isReply ? undefined : refused?.errors} />
        {entry.isOwn ? (
          <div className="flex flex-wrap items-center gap-3">
            <span className="text-muted">{m.supply_links_waits_for_other()}</span>
            <Button name="intent" value="drop">
              {m.supply_links_drop()}
            </Button>
          </div>
        ) : (
          <>
            <FreeText
              label={m.supply_links_rejection()}
              hint={m.supply_links_rejection_hint()}
              id={`rejection-${entry.entryId}`}
              {...fieldOf(refused, 'rejection')}
            />
            <div className="flex flex-wrap gap-3">
              {entry.mayDecide && (
                <Button name="intent" value="decide" variant="primary">
                  {m.supply_links_decide({ status: statusName(entry.status) })}
                </Button>
              )}
              <Button name="intent" value="reject">
                {m.supply_links_reject()}
              </Button>
            </div>
          </>
        )}
      </Form>
    </div>
  );
}
