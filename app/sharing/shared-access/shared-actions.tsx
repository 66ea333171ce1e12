import { Link } from '@remix-run/react';
import { PartyField } from '~/suppliers/choices/party-field';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { Section } from '~/ui/page-header';

/** The recipient's actions on an offer. */
export function AnswerOffer({ granter, isReport }: { granter: string; isReport: boolean }) {
  return (
    <Section
      title={isReport ? m.auditpapers_offer_title({ granter }) : m.shared_access_offer_title({ granter })}
      lead={m.shared_access_offer_lead()}
    >
      <div className="flex flex-wrap items-end gap-4">
        <Form method="post">
          <Button name="intent" value="accept" variant="primary">
            {m.shared_access_accept()}
          </Button>
        </Form>
        <Form method="post" className="flex flex-wrap items-end gap-2">
          <Field name="reason" optional label={m.shared_access_refuse_reason()} maxLength={1000} />
          <Button name="intent" value="refuse">
            {m.shared_access_refuse()}
          </Button>
        </Form>
      </div>
    </Section>
  );
}

/** The sections to read, and the downloads. */
export function SharedSections({ base, sections }: { base: string; sections: { key: string; title: string }[] }) {
  return (
    <Section title={m.shared_access_read_title()} lead={m.shared_access_read_lead()}>
      <ol className="grid max-w-prose">
        {sections.map(({ key, title }) => (
          <li key={key} className="border-b border-line">
            <Link to={`${base}/sections/${key}`} className="block min-h-11 py-2">
              {title}
            </Link>
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-2">
        {(['pdf', 'csv', 'json'] as const).map((kind) => (
          <LinkButton key={kind} to={`${base}/answers.${kind}`} icon="download" reloadDocument>
            {kind.toUpperCase()}
          </LinkButton>
        ))}
      </div>
    </Section>
  );
}

/** The forms of a signed report, each as a page and as the signed file, and its data. */
export function SharedForms({ base, forms }: { base: string; forms: { key: string; title: string }[] }) {
  return (
    <Section title={m.auditpapers_read_title()} lead={m.auditpapers_read_lead()}>
      <ul className="grid max-w-prose">
        {forms.map(({ key, title }) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line">
            <Link to={`${base}/report/${key}`} className="block min-h-11 py-2">
              {title}
            </Link>
            <LinkButton
              to={`${base}/report-file/${key}`}
              icon="download"
              reloadDocument
              aria-label={m.audit_report_form_pdf({ kind: title })}
            >
              PDF
            </LinkButton>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton to={`${base}/report-data`} icon="download" reloadDocument>
          JSON
        </LinkButton>
        <LinkButton to={`${base}/plan.xlsx`} icon="download" reloadDocument>
          {m.audit_report_form_plan_xlsx()}
        </LinkButton>
        <LinkButton to={`${base}/verified-data.json`} icon="download" reloadDocument>
          {m.audit_report_form_verified_json()}
        </LinkButton>
      </div>
    </Section>
  );
}

/** Attaches shared content to a supplier of the own list: chosen by the member, never matched by name. */
export function AttachSection({
  base,
  attached,
  failure,
}: {
  base: string;
  attached: { responseId: string; supplier: string } | null;
  failure: FormFailure | undefined;
}) {
  if (attached)
    return (
      <Section title={m.shared_access_attached_title({ supplier: attached.supplier })} lead={m.shared_access_attached_lead()}>
        <div className="flex flex-wrap gap-2">
          <LinkButton to={`${base}/responses/${attached.responseId}`}>{m.shared_access_attached_see()}</LinkButton>
          <Form method="post">
            <Button name="intent" value="detach">
              {m.shared_access_detach()}
            </Button>
          </Form>
        </div>
      </Section>
    );
  return (
    <Section title={m.shared_access_attach_title()} lead={m.shared_access_attach_lead()}>
      <div className="max-w-prose">
        <Form method="post" className="grid gap-4">
          <PartyField
            {...fieldOf(failure, 'supplier')}
            label={m.responses_new_supplier()}
            hint={m.responses_search_hint()}
            intent="attach"
          />
          <div>
            <Button name="intent" value="attach">
              {m.shared_access_attach()}
            </Button>
          </div>
        </Form>
      </div>
    </Section>
  );
}
