import type { SerializeFrom } from '@remix-run/node';
import { partyHref } from '~/suppliers/parties/party-href';
import { describeDevice } from '~/organizations/accounts/describe-device';
import { timeLabel } from '~/questionnaires/templates/time-label';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Dialog } from '~/ui/dialog';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { NamedTable } from '~/questionnaires/declared-parties/declared-table';
import { Form } from '~/ui/form';
import { LinkNotice, type ShownLink } from './link-notice';
import type { RequestRead } from './read-request.server';
import { languageName, requestStatusLabel } from './labels';

type Shown = {
  request: SerializeFrom<RequestRead>;
  base: string;
  mails: boolean;
  now: string;
  may: { ask: boolean; reopen: boolean };
  failure: FormFailure | undefined;
  link: ShownLink | null;
};

/** One request: status, link, devices and actions. */
export function RequestPage({ request, base, mails, now, may, failure, link }: Shown) {
  const { status, supplier, responseId } = request;
  const isOver = status === 'withdrawn';
  const isOwn = request.via === null;
  const isWaiting = ['invited', 'opened', 'started', 'bounced'].includes(status);
  const dates = [
    ['invited', m.requests_at_invited(), request.invitedAt],
    ['mailed', m.requests_at_mailed(), request.mailedAt],
    ['bounced', m.requests_at_bounced(), request.bouncedAt],
    ['reminded', m.requests_at_reminded(), request.remindedAt],
    ['opened', m.requests_at_opened(), request.openedAt],
    ['started', m.requests_at_started(), request.startedAt],
    ['submitted', m.requests_at_submitted(), request.submittedAt],
    ['refused', m.requests_at_refused(), request.refusedAt],
    ['withdrawn', m.requests_at_withdrawn(), request.withdrawnAt],
  ] as const;
  return (
    <>
      <PageHeader
        title={supplier.name}
        lead={request.instrument}
        breadcrumbs={[{ label: m.requests_title(), to: `${base}/requests` }, { label: supplier.name }]}
        meta={<span>{requestStatusLabel(status)}</span>}
        actions={
          <>
            {request.campaign && <LinkButton to={`${base}/campaigns/${request.campaign.id}`}>{m.campaigns_one()}</LinkButton>}
            <LinkButton to={partyHref(base, supplier) ?? base}>
              {supplier.kind === 'labour-recruiter' ? m.recruiter_reviews_word() : m.responses_column_supplier()}
            </LinkButton>
            <LinkButton to={`${base}/responses/${responseId}`} variant={status === 'submitted' ? 'primary' : 'secondary'}>
              {m.requests_to_answers()}
            </LinkButton>
            {may.ask && status === 'submitted' && (
              <LinkButton to={`${base}/shared-with-us?response=${responseId}`}>{m.shared_access_ask_more()}</LinkButton>
            )}
          </>
        }
      />
      <ErrorSummary errors={failure?.errors} />
      {link && <LinkNotice link={link} />}
      {status === 'refused' && request.refusalReason && (
        <Notice tone="warning" title={m.requests_refused_because()}>
          {request.refusalReason}
        </Notice>
      )}
      <div className="grid gap-x-10 lg:grid-cols-2">
        <div>
          <Section title={m.requests_progress()}>
            <KeyValueList pairs={dates.flatMap(([key, label, at]) => (at ? [{ key, label, value: <MomentText value={at} /> }] : []))} />
          </Section>
        </div>
        <div className="max-lg:mt-8">
          <Section title={m.requests_details()}>
            <KeyValueList
              pairs={[
                { key: 'due', label: m.responses_column_due(), value: request.dueOn ? formatDate(request.dueOn) : '—' },
                { key: 'minutes', label: timeLabel(request.isEstimate), value: m.responses_about_minutes({ minutes: request.minutes }) },
                { key: 'language', label: m.requests_language(), value: languageName(request.locale) },
                { key: 'email', label: m.requests_email(), value: request.email ?? m.requests_no_address() },
                { key: 'by', label: m.requests_by(), value: request.invitedBy ?? '—' },
                ...(request.chainStatement
                  ? [{ key: 'chain', label: m.campaigns_chain_said(), value: chainLabel(request.chainStatement), note: request.chainNote }]
                  : []),
                ...(request.message ? [{ key: 'message', label: m.requests_message(), value: request.message }] : []),
              ]}
            />
          </Section>
        </div>
      </div>
      {request.via && (
        <div className="mt-6">
          <Notice tone="info" title={m.campaigns_passed_on_by({ supplier: request.via.name })}>
            {m.campaigns_via_text({ supplier: request.via.name })}
          </Notice>
        </div>
      )}
      {request.via && request.takenBackAt && (
        <div className="mt-4">
          <Notice
            tone="warning"
            title={m.campaigns_taken_back_title({ supplier: request.via.name, date: formatDate(request.takenBackAt) })}
          >
            {status === 'submitted' ? m.campaigns_taken_back_answered() : m.campaigns_taken_back_text()}
          </Notice>
        </div>
      )}
      {request.named.length > 0 && (
        <Section title={m.campaigns_named_title()} lead={m.campaigns_named_lead()}>
          <NamedTable named={request.named} base={base} caption={m.campaigns_named_title()} />
        </Section>
      )}
      {isOwn && (
        <Section title={m.requests_link()} lead={isOver ? m.requests_refused_withdrawn() : linkWords(request.link, now)}>
          {may.ask && !isOver && (
            <div className="flex flex-wrap gap-2">
              <Form method="post">
                <Button name="intent" value="renew" variant="primary">
                  {m.requests_renew()}
                </Button>
              </Form>
              {mails && request.email && status !== 'submitted' && (
                <Form method="post">
                  <Button name="intent" value="remind">
                    {m.requests_remind()}
                  </Button>
                </Form>
              )}
              {status !== 'submitted' && (
                <Dialog trigger={m.requests_withdraw()} title={m.requests_withdraw()} variant="danger">
                  <Form method="post" className="grid gap-3">
                    <p>{m.requests_withdraw_lead()}</p>
                    <div>
                      <Button name="intent" value="withdraw" variant="danger">
                        {m.requests_withdraw()}
                      </Button>
                    </div>
                  </Form>
                </Dialog>
              )}
            </div>
          )}
          {may.ask && isWaiting && <Address request={request} mails={mails} failure={failure} />}
        </Section>
      )}
      {isOwn && (
        <Section title={m.requests_devices()} lead={m.requests_devices_lead()}>
          <Devices request={request} now={now} mayRevoke={may.ask} />
        </Section>
      )}
      {status === 'submitted' && may.reopen && isOwn && (
        <Section title={m.requests_question_back()} lead={m.requests_question_back_lead()}>
          <Form method="post" noValidate className="grid max-w-prose gap-3">
            <FreeText {...fieldOf(failure, 'reason')} label={m.responses_reopen_reason()} required maxLength={1000} rows={3} />
            <div>
              <Button name="intent" value="question-back">
                {m.requests_question_back()}
              </Button>
            </div>
          </Form>
        </Section>
      )}
    </>
  );
}

/** A letter that did not arrive is said so, and the right address put in its place. */
function Address({ request, mails, failure }: Pick<Shown, 'request' | 'mails' | 'failure'>) {
  return (
    <div className="mt-4 grid gap-3">
      {request.email && !request.bouncedAt && (
        <Form method="post">
          <Button name="intent" value="mark-bounced">
            {m.campaigns_mark_bounced()}
          </Button>
        </Form>
      )}
      <Form method="post" noValidate className="flex flex-wrap items-end gap-2">
        <Field
          {...fieldOf(failure, 'email')}
          type="email"
          autoComplete="off"
          label={request.email ? m.campaigns_correct_address() : m.campaigns_give_address()}
          hint={mails ? m.campaigns_correct_address_hint() : m.requests_email_no_mail()}
          className="min-w-64"
        />
        <Button name="intent" value="correct-address">
          {mails ? m.campaigns_correct_and_send() : m.campaigns_correct_and_show()}
        </Button>
      </Form>
    </div>
  );
}

const chainWords: Readonly<Record<string, () => string>> = {
  all: m.campaigns_said_all,
  some: m.campaigns_said_some,
  none: m.campaigns_said_none,
  unknown: m.campaigns_said_unknown,
  withheld: m.campaigns_said_withheld,
};
const chainLabel = (statement: string): string => chainWords[statement]?.() ?? statement;

function linkWords(link: Shown['request']['link'], now: string): string {
  if (!link) return m.requests_link_none();
  if (link.usedAt) return m.requests_link_used({ date: formatDate(link.usedAt) });
  if (link.revokedAt) return m.requests_link_none();
  if (new Date(link.expiresAt) <= new Date(now)) return m.requests_link_expired({ date: formatDate(link.expiresAt) });
  return m.requests_link_waits({ date: formatDate(link.expiresAt) });
}

function Devices({ request, now, mayRevoke }: { request: Shown['request']; now: string; mayRevoke: boolean }) {
  const isOver = (device: Shown['request']['devices'][number]) => device.revokedAt !== null || new Date(device.expiresAt) <= new Date(now);
  return (
    <DataTable
      caption={m.requests_devices()}
      rows={request.devices}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{m.requests_devices_none()}</p>}
      columns={[
        { key: 'device', header: m.requests_device(), cell: ({ device }) => describeDevice(device) ?? m.shell_unknown() },
        { key: 'opened', header: m.requests_at_opened(), cell: ({ openedAt }) => <MomentText value={openedAt} /> },
        { key: 'seen', header: m.requests_device_seen(), isWideOnly: true, cell: ({ lastSeenAt }) => <MomentText value={lastSeenAt} /> },
        {
          key: 'act',
          header: m.accounts_members_actions(),
          cell: (device) =>
            isOver(device) ? (
              <span className="text-muted">{m.requests_device_out()}</span>
            ) : (
              mayRevoke && (
                <Form method="post">
                  <input type="hidden" name="deviceId" value={device.id} />
                  <Button size="sm" name="intent" value="revoke-device">
                    {m.requests_device_revoke()}
                  </Button>
                </Form>
              )
            ),
        },
      ]}
    />
  );
}
