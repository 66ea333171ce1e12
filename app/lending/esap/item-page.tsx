import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { statusLabel as findingStatusLabel } from '~/findings/findings/labels';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Timeline } from '~/ui/timeline';
import { DateText, MoneyText, Unknown } from '~/ui/values';
import { findingStatusSchema } from '#scoring';
import { Form } from '~/ui/form';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { ItemStatusText } from './item-table';
import { isChangeable } from './plan-lists';
import type { ItemRead } from './read-plan.server';
import { milestoneLabel } from './labels';

type Shown = SerializeFrom<ItemRead>;
export type RefusedAct = { intent: string; failure: FormFailure } | null;

/** A line whole: what is planned, where it comes from, how far it is. */
export function ItemFacts({ line, base, editPath }: { line: Shown; base: string; editPath: string | null }) {
  const { finding, reviewId, itemKey } = line;
  const text = (value: string) => (value ? <span className="whitespace-pre-line">{value}</span> : <Unknown />);
  return (
    <Section
      title={m.esap_line_named({ number: line.number })}
      id="line"
      actions={editPath && isChangeable(line.status) && <LinkButton to={editPath}>{m.esap_edit()}</LinkButton>}
    >
      <KeyValueList
        pairs={[
          { key: 'action', label: m.esap_field_action(), value: text(line.action) },
          {
            key: 'reason',
            label: m.esap_field_reason(),
            value: text(line.reason),
            note: (
              <>
                {finding && (
                  <Link to={`${base}/findings/${finding.id}`}>
                    {m.esap_of_finding({ party: finding.party })} ·{' '}
                    {finding.isWithdrawn ? m.esap_finding_withdrawn() : findingStatusLabel(findingStatusSchema.parse(finding.status))}
                  </Link>
                )}
                {itemKey && reviewId && <Link to={`${base}/responses/${reviewId}`}>{m.esap_of_item({ item: itemKey })}</Link>}
              </>
            ),
          },
          { key: 'reference', label: m.esap_field_reference(), value: text(line.reference) },
          { key: 'deliverable', label: m.esap_field_deliverable(), value: text(line.deliverable) },
          { key: 'owner', label: m.esap_field_owner(), value: text(line.owner) },
          { key: 'due', label: m.esap_field_due(), value: <DateText value={line.dueOn} /> },
          { key: 'milestone', label: m.esap_field_milestone(), value: line.milestone ? milestoneLabel(line.milestone) : <Unknown /> },
          { key: 'cost', label: m.esap_field_cost(), value: <MoneyText value={line.costMinor} currency={line.currency ?? 'USD'} /> },
          { key: 'indicator', label: m.esap_field_indicator(), value: text(line.indicator) },
          { key: 'status', label: m.esap_status(), value: <ItemStatusText line={line} />, note: line.statusReason },
          ...(line.doneAt
            ? [{ key: 'done', label: m.esap_done_by(), value: line.doneBy ?? '', note: `${formatDate(line.doneAt)} · ${line.doneNote}` }]
            : []),
          ...(line.verifiedAt
            ? [
                {
                  key: 'verified',
                  label: m.esap_verified_by(),
                  value: line.verifiedBy ?? '',
                  note: `${formatDate(line.verifiedAt)} · ${line.verifiedSeen}`,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** Transitions of an item that are possible now, and by whom. */
export function ItemSteps({
  line,
  userId,
  mayEdit,
  mayVerify,
  refused,
}: {
  line: Shown;
  userId: string;
  mayEdit: boolean;
  mayVerify: boolean;
  refused: RefusedAct;
}) {
  const { status } = line;
  const isOwnWork = line.doneById === userId;
  return (
    <Section title={m.esap_progress()} id="progress">
      {refused?.intent === 'start' && <ErrorSummary errors={refused.failure.errors} />}
      {status === 'done' && isOwnWork && <Notice tone="info">{m.esap_refused_same_person()}</Notice>}
      <div className="mt-3 flex flex-wrap items-start gap-2" data-print="none">
        {mayEdit && status === 'open' && (
          <Form method="post">
            <Button type="submit" name="intent" value="start">
              {m.esap_start()}
            </Button>
          </Form>
        )}
        {mayEdit && isChangeable(status) && (
          <Act intent="done" title={m.esap_mark_done()} label={m.esap_done_words()} refused={refused} isPrimary />
        )}
        {mayVerify && status === 'done' && !isOwnWork && (
          <Act intent="verify" title={m.esap_verify()} label={m.esap_verify_words()} refused={refused} isPrimary />
        )}
        {mayEdit && !isChangeable(status) && <Act intent="reopen" title={m.esap_reopen()} label={m.esap_why()} refused={refused} />}
        {mayEdit && status !== 'verified' && status !== 'dropped' && (
          <Act intent="drop" title={m.esap_drop()} label={m.esap_why()} refused={refused} isDanger />
        )}
      </div>
    </Section>
  );
}

function Act(props: { intent: string; title: string; label: string; refused: RefusedAct; isPrimary?: boolean; isDanger?: boolean }) {
  const { intent, title, label, refused } = props;
  const failure = refused?.intent === intent ? refused.failure : undefined;
  const variant = props.isDanger ? 'danger' : props.isPrimary ? 'primary' : 'secondary';
  const form = (
    <Form method="post" noValidate className="grid gap-4">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="intent" value={intent} />
      <FreeText {...fieldOf(failure, 'words')} id={failure ? 'field-words' : `words-${intent}`} label={label} rows={3} maxLength={4000} />
      <div>
        <Button type="submit" variant={variant}>
          {title}
        </Button>
      </div>
    </Form>
  );
  return (
    <Dialog trigger={title} title={title} variant={variant} isRefused={failure !== undefined}>
      {form}
    </Dialog>
  );
}

/** All comments on an item, newest first. */
export function CommentsSection({ line, mayComment, failure }: { line: Shown; mayComment: boolean; failure: FormFailure | undefined }) {
  return (
    <Section title={m.esap_comments()} lead={m.esap_comments_lead()} id="comments">
      {mayComment && (
        <Form method="post" noValidate className="mb-6 grid max-w-prose gap-3" data-print="none" key={line.comments.length}>
          <ErrorSummary errors={failure?.errors} />
          <input type="hidden" name="intent" value="comment" />
          <FreeText {...fieldOf(failure, 'words')} id="field-comment" label={m.esap_comment()} rows={3} maxLength={4000} />
          <div>
            <Button type="submit">{m.esap_comment_add()}</Button>
          </div>
        </Form>
      )}
      <Timeline
        empty={m.esap_comments_none()}
        events={line.comments.map(({ id, at, by, byFunction, ofVersion, text }) => ({
          id,
          at,
          who: by,
          what: (
            <>
              {ofVersion !== null && (
                <span className="text-muted">{m.esap_comment_client({ function: byFunction, number: ofVersion })}</span>
              )}
              <span className="block whitespace-pre-line">{text}</span>
            </>
          ),
        }))}
      />
    </Section>
  );
}
