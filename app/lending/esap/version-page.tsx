import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { LinkNotice, type ShownLink } from '~/questionnaires/requests/link-notice';
import { languageName } from '~/questionnaires/requests/labels';
import { DeviceList } from '~/findings/site-responses/device-list';
import { m } from '~/paraglide/messages';
import { getLocale, locales } from '~/paraglide/runtime';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { DateText, MomentText, MoneyText, Unknown } from '~/ui/values';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { VersionRead, VersionRow } from './read-versions.server';
import { milestoneLabel } from './labels';

export type ShownVersion = SerializeFrom<VersionRead>;

/** The versions of a plan, the newest first. */
export function VersionList({ rows, here }: { rows: readonly SerializeFrom<VersionRow>[]; here: string }) {
  return (
    <DataTable
      caption={m.esap_versions()}
      rows={rows}
      rowKey={({ id }) => id}
      isStacked
      empty={<p className="py-8 text-muted">{m.esap_versions_none()}</p>}
      columns={[
        {
          key: 'version',
          header: m.esap_version(),
          cell: ({ id, number }) => <Link to={`${here}/versions/${id}`}>{m.esap_version_named({ number })}</Link>,
        },
        { key: 'frozen', header: m.esap_frozen_at(), wraps: 'short', cell: ({ frozenAt }) => <MomentText value={frozenAt} /> },
        { key: 'by', header: m.esap_frozen_by(), cell: ({ frozenBy }) => frozenBy ?? <Unknown /> },
        {
          key: 'agreed',
          header: m.esap_agreed_by(),
          wraps: true,
          cell: ({ agreement }) =>
            agreement ? `${agreement.name}, ${agreement.function} · ${formatDate(agreement.agreedOn)}` : m.esap_not_agreed(),
        },
      ]}
    />
  );
}

/** The content of a version, and its agreement. */
export function VersionFacts({ version }: { version: ShownVersion }) {
  const { agreement, content } = version;
  return (
    <Section title={m.esap_version_named({ number: version.number })} id="version">
      <KeyValueList
        columns={2}
        pairs={[
          { key: 'frozen', label: m.esap_frozen_at(), value: <MomentText value={version.frozenAt} />, note: version.frozenBy },
          {
            key: 'agreed',
            label: m.esap_agreed_by(),
            value: agreement ? `${agreement.name}, ${agreement.function}` : m.esap_not_agreed(),
            note: agreement && (
              <>
                <DateText value={agreement.agreedOn} /> ·{' '}
                {agreement.how === 'link' ? m.esap_agreed_by_link() : m.esap_agreed_on_paper({ member: agreement.by ?? '' })}
                {agreement.note && <span className="block">{agreement.note}</span>}
              </>
            ),
          },
          ...(version.note ? [{ key: 'note', label: m.esap_freeze_note(), value: version.note }] : []),
          { key: 'hash', label: m.esap_hash(), value: <code className="break-all">{version.hash}</code> },
        ]}
      />
      <div className="mt-4">
        <DataTable
          caption={m.esap_version_named({ number: version.number })}
          rows={content.lines}
          rowKey={({ id }) => id}
          isStacked
          columns={[
            { key: 'number', header: m.esap_number(), align: 'end', isWideOnly: true, cell: ({ number }) => number },
            {
              key: 'action',
              header: m.esap_field_action(),
              isRowHeader: true,
              wraps: true,
              cell: ({ number, action, reference }) => (
                <span className="grid max-w-prose gap-0.5">
                  <span>
                    <span className="md:hidden">{number}. </span>
                    <bdi>{action}</bdi>
                  </span>
                  <span className="text-xs text-muted">{reference}</span>
                </span>
              ),
            },
            { key: 'owner', header: m.esap_field_owner(), wraps: 'short', cell: ({ owner }) => owner },
            { key: 'due', header: m.esap_field_due(), cell: ({ dueOn }) => <DateText value={dueOn} /> },
            {
              key: 'milestone',
              header: m.esap_field_milestone(),
              wraps: 'short',
              cell: ({ milestone }) => (milestone ? milestoneLabel(milestone) : <Unknown />),
            },
            {
              key: 'cost',
              header: m.esap_field_cost(),
              align: 'end',
              cell: ({ costMinor, currency }) => <MoneyText value={costMinor} currency={currency ?? 'USD'} />,
            },
          ]}
        />
      </div>
    </Section>
  );
}

/** The two ways in which the client agrees: by a link, or on paper as a member writes down. */
export function AgreeSection({
  version,
  failureOf,
  link,
  today,
}: {
  version: ShownVersion;
  failureOf: (intent: string) => FormFailure | undefined;
  link: ShownLink | null;
  today: string;
}) {
  if (version.agreement !== null || version.isClosed) return link && <LinkNotice link={link} />;
  if (!version.isNewest) return <Notice tone="info">{m.esap_refused_superseded()}</Notice>;
  const [send, paper] = [failureOf('send'), failureOf('paper')];
  return (
    <>
      <Section title={m.esap_send_title()} lead={m.esap_send_lead()} id="send">
        {link && <LinkNotice link={link} />}
        <Form method="post" noValidate className="grid max-w-prose gap-4" data-print="none">
          <ErrorSummary errors={send?.errors} />
          <Field {...fieldOf(send, 'email')} optional type="email" label={m.esap_send_email()} hint={m.esap_send_email_hint()} />
          <Select
            {...fieldOf(send, 'locale', getLocale())}
            label={m.requests_language()}
            options={locales.map((locale) => ({ value: locale, label: languageName(locale) }))}
          />
          <div>
            <Button type="submit" name="intent" value="send" variant="primary">
              {version.link ? m.esap_send_again() : m.esap_send()}
            </Button>
          </div>
        </Form>
      </Section>
      <Section title={m.esap_paper_title()} lead={m.esap_paper_lead()} id="paper">
        <Form method="post" noValidate className="grid max-w-prose gap-4" data-print="none">
          <ErrorSummary errors={paper?.errors} />
          <Field {...fieldOf(paper, 'name')} label={m.esap_paper_name()} maxLength={200} />
          <Field {...fieldOf(paper, 'function')} label={m.esap_paper_function()} maxLength={200} />
          <Field {...fieldOf(paper, 'agreedOn', today)} type="date" isPast label={m.esap_paper_day()} />
          <FreeText {...fieldOf(paper, 'note')} optional label={m.esap_paper_note()} rows={2} maxLength={2000} />
          <div>
            <Button type="submit" name="intent" value="paper">
              {m.esap_paper_record()}
            </Button>
          </div>
        </Form>
      </Section>
    </>
  );
}

/** Devices with access to the version, and how to revoke it. */
export function AccessSection({ version, mayEdit }: { version: ShownVersion; mayEdit: boolean }) {
  const { devices, link } = version;
  if (devices.length === 0 && !link) return null;
  return (
    <Section title={m.site_sharing_shown_devices()} id="devices">
      {link && <p className="mb-3 text-muted">{m.site_sharing_shown_link({ date: formatDate(link) })}</p>}
      <DeviceList devices={devices} mayLock={mayEdit} />
      {mayEdit && (
        <Form method="post" className="mt-4">
          <Button name="intent" value="end" variant="danger">
            {m.esap_end_links()}
          </Button>
        </Form>
      )}
    </Section>
  );
}
