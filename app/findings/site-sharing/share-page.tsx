import { Link } from '@remix-run/react';
import { gradeLabel } from '~/findings/findings/labels';
import { LinkNotice, type ShownLink } from '~/questionnaires/requests/link-notice';
import { languageName } from '~/questionnaires/requests/labels';
import { DeviceList } from '~/findings/site-responses/device-list';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';
import type { FormFailure } from '~/ui/form-values';
import type { ShareRead, ShareRow } from './read-share.server';
import { RewordPart } from './reword-part';

type Sent<Value> = Value extends Date ? Date | string : Value extends object ? { [Key in keyof Value]: Sent<Value[Key]> } : Value;

/** A share with a site: texts, link, devices and revocation. */
export function SharePage({
  share,
  base,
  mayEdit,
  link,
  failure,
}: {
  share: Sent<ShareRead>;
  base: string;
  mayEdit: boolean;
  link: ShownLink | null;
  failure: FormFailure | undefined;
}) {
  const isOver = share.withdrawnAt !== null;
  return (
    <>
      <PageHeader
        title={m.site_sharing_shown_title()}
        lead={m.site_sharing_shown_lead()}
        breadcrumbs={[
          { label: m.shell_nav_findings(), to: `${base}/findings` },
          { label: share.party.name, to: `${base}/suppliers/${share.party.publicId}/findings` },
          { label: m.site_sharing_shown_title() },
        ]}
        {...(isOver ? { meta: <strong className="text-ink">{m.site_sharing_shown_taken_back()}</strong> } : {})}
      />
      {link && <LinkNotice link={link} />}
      {share.askedAt && !isOver && !link && (
        <Notice tone="warning" title={m.auditpapers_asked_title({ date: formatDate(share.askedAt) })}>
          {m.auditpapers_asked_lead()}
        </Notice>
      )}
      <KeyValueList
        columns={2}
        pairs={[
          {
            key: 'by',
            label: m.site_sharing_shown_by(),
            value: share.createdBy ?? m.shell_unknown(),
            note: <DateText value={share.createdAt} />,
          },
          { key: 'due', label: m.site_sharing_shown_due(), value: <DateText value={share.dueOn} /> },
          { key: 'language', label: m.requests_language(), value: languageName(share.locale) },
          ...(share.email ? [{ key: 'email', label: m.site_sharing_share_email(), value: share.email }] : []),
          ...(share.message ? [{ key: 'message', label: m.requests_message(), value: share.message }] : []),
        ]}
      />
      <Section title={m.site_sharing_shown_findings()} id="findings">
        <ul className="grid gap-4">
          {share.findings.map(({ findingId, text, grade, saidAt, ...wording }) => (
            <li key={findingId} id={`finding-${findingId}`} className="grid max-w-prose gap-1 border-s-4 border-line ps-3">
              <p className="whitespace-pre-line">{text}</p>
              <p className="flex flex-wrap gap-x-3 text-xs text-muted">
                <span>{gradeLabel(grade)}</span>
                <span>{saidAt ? m.site_sharing_shown_said_on({ date: formatDate(saidAt) }) : m.site_sharing_shown_said_nothing()}</span>
                {wording.rewordedAt && <span>{m.auditpapers_reworded_on({ date: formatDate(wording.rewordedAt) })}</span>}
                <Link to={`${base}/findings/${findingId}#site`}>{m.method_finding_word()}</Link>
              </p>
              <RewordPart
                {...wording}
                findingId={findingId}
                mayReword={mayEdit && !isOver && !wording.isWithdrawn}
                failure={failure?.values.findingId?.[0] === findingId ? failure : undefined}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={m.site_sharing_shown_devices()} id="devices">
        <p className="mb-3 text-muted">
          {share.link ? m.site_sharing_shown_link({ date: formatDate(share.link) }) : m.site_sharing_shown_no_link()}
        </p>
        {share.devices.length === 0 && <p className="mb-3 text-muted">{m.site_sharing_shown_no_device()}</p>}
        <DeviceList devices={share.devices} mayLock={mayEdit} />
        {mayEdit && !isOver && (
          <Form method="post" className="mt-4 flex flex-wrap items-center gap-3">
            <Button name="intent" value="renew">
              {m.site_sharing_shown_new_link()}
            </Button>
            <Button name="intent" value="take-back" variant="danger">
              {m.site_sharing_shown_take_back()}
            </Button>
            <span className="text-muted">{m.site_sharing_shown_take_back_hint()}</span>
          </Form>
        )}
      </Section>
    </>
  );
}

/** The shares of an audit or a finding, each leading to its page. */
export function ShareList({ shares, base }: { shares: readonly Sent<ShareRow>[]; base: string }) {
  if (shares.length === 0) return null;
  return (
    <Notice tone="info" title={m.site_sharing_shown_of_finding()}>
      <ul>
        {shares.map(({ id, createdAt, findings, withdrawnAt, askedAt }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <Link to={`${base}/site-sharing/${id}`}>{m.site_sharing_shown_row({ date: formatDate(createdAt), count: findings })}</Link>
            {withdrawnAt && <span className="text-muted">{m.site_sharing_shown_taken_back()}</span>}
            {askedAt && <strong className="font-semibold">{m.auditpapers_asked_title({ date: formatDate(askedAt) })}</strong>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
