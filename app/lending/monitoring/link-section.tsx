import type { SerializeFrom } from '@remix-run/node';
import type { ReactNode } from 'react';
import { languageName } from '~/questionnaires/requests/labels';
import { LinkNotice, type ShownLink } from '~/questionnaires/requests/link-notice';
import { m } from '~/paraglide/messages';
import { getLocale, locales } from '~/paraglide/runtime';
import { type Refused, failureOf } from '~/ui/act-dialog';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { fieldOf } from '~/ui/form-values';
import { formatDate } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import type { ReportingRead } from './list-reports.server';

type Access = {
  accesses: SerializeFrom<ReportingRead>['accesses'];
  link: SerializeFrom<ShownLink> | null;
  mayEdit: boolean;
  mails: boolean;
  refused: Refused;
  /** A report is late: contacts can be reminded now. */
  isLate?: boolean;
};

/** The link by which the client reports, shown once, and the devices that may. */
export function LinkSection({ title = m.monitoring_link_title(), note, ...shown }: Access & { title?: string; note?: ReactNode }) {
  const { accesses, link, mayEdit, mails, refused, isLate = false } = shown;
  const failure = failureOf(refused, 'link');
  return (
    <Section title={title} lead={m.monitoring_link_lead()} id="link">
      {link && <LinkNotice link={link} />}
      {note}
      <ErrorSummary errors={failureOf(refused, 'remind')?.errors} />
      {accesses.length === 0 && <p className="my-3 text-muted">{m.monitoring_link_none()}</p>}
      <ul className="grid">
        {accesses.map(({ id, kind, createdAt, expiresAt, lastSeenAt, device, email, remindedAt, bouncedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
            <span className="min-w-0">
              {kind === 'link'
                ? m.monitoring_link_waits({ date: formatDate(expiresAt) })
                : m.monitoring_device({ date: formatDate(createdAt) })}
              {lastSeenAt && <span className="block text-muted">{m.monitoring_device_seen({ date: formatDate(lastSeenAt) })}</span>}
              {email && (
                <span className="block wrap-anywhere text-muted">
                  <bdi>{email}</bdi>
                  {remindedAt && ` · ${m.monitoring_link_reminded({ date: formatDate(remindedAt) })}`}
                </span>
              )}
              {bouncedAt && (
                <span className="block text-warning">
                  <Icon name="attention" /> {m.monitoring_link_bounced()}
                </span>
              )}
              {device && <bdi className="block text-xs wrap-anywhere text-muted">{device}</bdi>}
            </span>
            {mayEdit && (
              <Form method="post" className="flex flex-wrap gap-2">
                <input type="hidden" name="accessId" value={id} />
                {mails && isLate && email && !bouncedAt && (
                  <Button type="submit" name="intent" value="remind" variant="primary">
                    {m.monitoring_remind()}
                  </Button>
                )}
                <Button type="submit" name="intent" value="revoke" variant="danger">
                  {kind === 'link' ? m.monitoring_link_end() : m.monitoring_device_lock()}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Form method="post" noValidate className="mt-4 grid max-w-prose gap-4" data-print="none">
          {mails && (
            <Field
              {...fieldOf(failure, 'email')}
              type="email"
              autoComplete="off"
              optional
              label={m.requests_email()}
              hint={m.monitoring_link_email_hint()}
            />
          )}
          <Select
            {...fieldOf(failure, 'locale', getLocale())}
            label={m.monitoring_link_language()}
            options={locales.map((locale) => ({ value: locale, label: languageName(locale) }))}
          />
          <div>
            <Button type="submit" name="intent" value="link" variant="primary">
              {m.monitoring_link_make()}
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

/** On the page of a late report: that it is late, and the link or reminder by which it is requested. */
export function RequestSection({ dueOn, daysLate, ...access }: Access & { dueOn: string; daysLate: number }) {
  return (
    <LinkSection
      {...access}
      isLate
      title={m.monitoring_request_title()}
      note={
        <div className="my-3">
          <Notice tone="warning" title={m.monitoring_request_late({ days: daysLate, date: formatDate(dueOn) })}>
            {access.accesses.length === 0 ? m.monitoring_request_no_link() : m.monitoring_request_has_link()}
          </Notice>
        </div>
      }
    />
  );
}
