import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { askedBy, readAuditReport } from '~/audits/report/read-audit-report.server';
import { type AuditSignedInPerson, signAuditInPerson } from '~/audits/report/sign-audit-in-person.server';
import { signInBrowser } from '~/documents/personal-keys/in-browser';
import { listKeys } from '~/documents/personal-keys/list-keys.server';
import { PasskeyForm } from '~/documents/personal-keys/passkey-form';
import { ownCertificateLabel } from '~/documents/signing/own-certificate';
import { m } from '~/paraglide/messages';
import { readUpload } from '~/platform/forms/read-upload.server';
import { param } from '~/platform/http/param.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { countReading } from '~/platform/parser/count-reading.server';
import { tooOftenText } from '~/platform/parser/refusal-labels';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader, Section } from '~/ui/page-header';
import { Select } from '~/ui/select';

/** Of a certificate file, with all certificates of its issuers. */
const mostBytes = 100 * 1024;
type Errors = { file?: string; password?: string };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'record:audit');
  const asked = askedBy(member, { auditId: param(params, 'auditId'), now: new Date() });
  const report = await member.inOrganization((db) => readAuditReport(db, asked, param(params, 'reportId')));
  if (!report || params.reportId === 'now') throw notFound();
  const keys = await member.inOrganization((db) => listKeys(db, { userId: member.user.id }));
  const base = `/o/${member.organization.slug}`;
  return {
    ...{ number: report.audit.number, hash: report.hash, back: `${base}/audits/${asked.auditId}/reports` },
    ...{ keys: keys.map(({ id, label }) => ({ id, label })), manage: `${base}/signing-keys` },
    passkey: `${base}/audits/${asked.auditId}/reports/${param(params, 'reportId')}/passkey`,
  };
}

/** Adds the auditor's own signature. The file and its password serve this one signature and are not stored. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'record:audit');
  const refused = (errors: Errors) => data({ errors }, { status: 422 });
  const upload = await readUpload(request, { limit: mostBytes });
  if (upload.kind === 'problem')
    return refused({ file: upload.code === 'too-large' ? m.signing_person_file_too_large() : m.signing_person_file_missing() });
  if (!upload.file) return refused({ file: m.signing_person_file_missing() });
  const { organization, user } = member;
  const minutes = await countReading({ organizationId: organization.id, address: context.clientAddress });
  if (minutes > 0) return refused({ file: tooOftenText(minutes) });
  const asked = askedBy(member, { auditId: param(params, 'auditId'), now: new Date() });
  const signed = await signAuditInPerson(
    member.inOrganization,
    { ...asked, reportId: param(params, 'reportId'), organizationId: organization.id, userName: user.name },
    { pkcs12: upload.file.bytes, password: upload.fields.get('password')?.[0] ?? '' },
  );
  if (signed.kind === 'refused' && signed.code === 'unknown-report') throw notFound();
  if (signed.kind !== 'signed') return refused(errorsOf(signed));
  const text = signed.isStamped === false ? m.signing_stamp_waiting_flash() : m.signing_person_flash();
  return redirectWithFlash(`/o/${organization.slug}/audits/${asked.auditId}/reports`, { tone: 'success', text });
}

function errorsOf(signed: Exclude<AuditSignedInPerson, { kind: 'signed' }>): Errors {
  if (signed.kind === 'unread') return { file: m.signing_person_busy() };
  switch (signed.code) {
    case 'unknown-report':
    case 'changed':
      return { file: m.signing_person_busy() };
    case 'not-signed':
      return { file: m.signing_person_not_signed() };
    case 'signed-already':
      return { file: m.signing_person_signed_already() };
    case 'not-on-team':
      return { file: m.signing_person_not_on_team() };
    case 'wrong-password':
      return { password: ownCertificateLabel(signed.code) };
    default:
      return { file: ownCertificateLabel(signed.code) };
  }
}

export const meta: MetaFunction<typeof loader> = () => [{ title: `${m.signing_person_title()} · Manumit` }];

export default function SignInPerson() {
  const { number, hash, back, keys, manage, passkey } = useLoaderData<typeof loader>();
  const errors: Errors = useActionData<typeof action>()?.errors ?? {};
  const [first, ...others] = keys;
  return (
    <>
      <PageHeader
        title={m.signing_person_title()}
        lead={m.signing_person_lead()}
        breadcrumbs={[{ label: m.audits_named({ number }), to: back }, { label: m.signing_person_title() }]}
      />
      <KeyValueList pairs={[{ key: 'hash', label: m.audit_report_hash(), value: <code className="text-xs break-all">{hash}</code> }]} />
      <Section title={m.personal_key_sign_title()} lead={first ? m.personal_key_sign_lead() : m.personal_key_create_first()} id="passkey">
        {first && (
          <PasskeyForm action={passkey} confirm={(form) => signInBrowser(passkey, form)} submit={m.personal_key_sign()} isPrimary>
            {others.length === 0 ? (
              <input type="hidden" name="key" value={first.id} />
            ) : (
              <Select
                name="key"
                label={m.personal_key_key()}
                options={keys.map(({ id, label }) => ({ value: id, label }))}
                className="max-w-sm"
              />
            )}
          </PasskeyForm>
        )}
        <p className="mt-4">
          <Link to={manage}>{first ? m.personal_key_manage() : m.personal_key_create()}</Link>
        </p>
      </Section>
      <Section title={m.personal_key_file_title()} id="certificate-file">
        <Form method="post" encType="multipart/form-data" className="grid max-w-xl gap-4" noValidate>
          <Field
            {...{ name: 'file', type: 'file', accept: '.p12,.pfx,application/x-pkcs12', error: errors.file }}
            label={m.signing_person_file()}
            hint={m.signing_person_file_hint()}
          />
          <Field
            {...{ name: 'password', type: 'password', autoComplete: 'off', maxLength: 500, error: errors.password }}
            label={m.signing_person_password()}
          />
          <div>
            <Button type="submit" variant={first ? 'secondary' : 'primary'}>
              {m.signing_person_submit()}
            </Button>
          </div>
        </Form>
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
