import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { PartyField } from '~/suppliers/choices/party-field';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Form } from '~/ui/form';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { formatDate, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import type { Choice } from '~/ui/combobox/choice';
import type { Attachment } from './read-attached.server';

/** What a shared report is attached to, or the choice of the supplier. `named`: the supplier as the report names it; `commissioned`: the one that the audit was commissioned for. */
export function AttachReportSection({
  base,
  attachment,
  named,
  commissioned,
  failure,
}: {
  base: string;
  attachment: SerializeFrom<Attachment> | null;
  named: string;
  commissioned: Choice | null;
  failure: FormFailure | undefined;
}) {
  if (attachment) return <Attached base={base} attachment={attachment} />;
  return (
    <Section title={m.shared_access_report_attach_title()} lead={m.shared_access_report_attach_lead()}>
      <Form method="post" className="grid max-w-prose gap-4">
        <PartyField
          {...fieldOf(failure, 'supplier', commissioned?.value)}
          known={commissioned ? [commissioned] : []}
          label={m.responses_new_supplier()}
          hint={m.shared_access_report_attach_named({ name: named })}
          intent="attach"
        />
        <div>
          <Button name="intent" value="attach">
            {m.shared_access_attach()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function Attached({ base, attachment }: { base: string; attachment: SerializeFrom<Attachment> }) {
  const { supplier, isThis, isNewer, correctedBy, isOwnClaim, attachedAt, attachedBy, findings, open } = attachment;
  const path = `${base}/suppliers/${supplier.publicId}`;
  return (
    <Section title={m.shared_access_report_attached_title({ supplier: supplier.name })}>
      <KeyValueList
        pairs={[
          { key: 'supplier', label: m.shared_access_report_attached_supplier(), value: <Link to={path}>{supplier.name}</Link> },
          {
            key: 'findings',
            label: m.shared_access_report_attached_findings(),
            value: <Link to={`${path}/findings`}>{formatNumber(findings)}</Link>,
            note: `${m.shared_access_report_attached_open()}: ${formatNumber(open)}`,
          },
        ]}
      />
      <p className="mt-3 text-muted">{m.shared_access_report_attached_on({ date: formatDate(attachedAt), name: attachedBy ?? '–' })}</p>
      {isOwnClaim && (
        <div className="mt-3">
          <Notice tone="info">{m.shared_access_report_attached_own()}</Notice>
        </div>
      )}
      {correctedBy !== null && (
        <div className="mt-3">
          <Notice tone="warning" actions={<Link to={`${base}/shared-with-us/${correctedBy}`}>{m.shared_access_report_open_later()}</Link>}>
            {m.shared_access_report_corrected({ supplier: supplier.name })}
          </Notice>
        </div>
      )}
      {isNewer && (
        <div className="mt-3 grid gap-3">
          <Notice tone="warning">{m.shared_access_report_attached_newer({ supplier: supplier.name })}</Notice>
          <Form method="post">
            <input type="hidden" name="supplier" value={supplier.publicId} />
            <Button name="intent" value="attach" variant="primary">
              {m.shared_access_attach()}
            </Button>
          </Form>
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton to={`${path}/findings`}>{m.shared_access_report_attached_findings()}</LinkButton>
        {isThis && (
          <Dialog trigger={m.shared_access_detach()} title={m.shared_access_detach()} variant="danger">
            <Form method="post" className="grid gap-3">
              <p>{m.shared_access_report_detach_lead()}</p>
              <div>
                <Button name="intent" value="detach" variant="danger">
                  {m.shared_access_detach()}
                </Button>
              </div>
            </Form>
          </Dialog>
        )}
      </div>
    </Section>
  );
}
