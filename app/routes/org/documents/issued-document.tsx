import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { findIssuedReport } from '~/documents/verification/find-issued-report.server';
import { findOwnReport } from '~/risk/supplier-report/find-own-report.server';
import { IssuedPage } from '~/documents/verification/issued-page';
import { issuedReportSchema, noticeReasons } from '~/documents/verification/issued-report';
import { type Noted, noteReport } from '~/risk/supplier-report/note-report.server';
import { reportKindLabel } from '~/documents/verification/verify-labels';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The record of any report that the organization issued. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:organization');
  const hash = param(params, 'reportHash');
  const report = await member.inOrganization((db) => findOwnReport(db, member, hash));
  const issued = report && (await findIssuedReport(hash));
  if (!issued) throw notFound();
  const base = `/o/${member.organization.slug}`;
  return {
    hash,
    issued: { ...issued, files: [] },
    newer: report.newer,
    mayNote: report.mayNote,
    subject: report.subject,
    list: `${base}${report.list}`,
  };
}

const reason = z.enum(noticeReasons, { error: () => m.verification_refused_no_reason() });
const noteSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('withdrawn'), reason }),
  z.object({ intent: z.literal('corrected'), reason, correctedBy: z.string().regex(/^[0-9a-f]{64}$/) }),
]);

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:organization');
  const form = await readForm(request);
  const read = parseForm(form, noteSchema);
  if (!read.ok) {
    if (read.errors.reason === undefined) throw badRequest(m.verification_refused_not_newer());
    return data({ intent: String(form.get('intent')), failure: read }, { status: 422 });
  }
  const hash = param(params, 'reportHash');
  const { intent: kind, ...rest } = read.value;
  const note = kind === 'corrected' && 'correctedBy' in rest ? { kind, ...rest } : { kind: 'withdrawn' as const, reason: rest.reason };
  const noted = await member.inOrganization((db) => noteReport(db, member, { hash, note, now: new Date() }));
  const here = `/o/${member.organization.slug}/issued/${hash}`;
  if (noted.kind === 'noted')
    return redirectWithFlash(here, {
      tone: 'success',
      text: kind === 'withdrawn' ? m.verification_withdrawn_flash() : m.verification_corrected_flash(),
    });
  return refuse(noted, here);
}

function refuse({ code }: Extract<Noted, { kind: 'refused' }>, here: string): Promise<Response> {
  switch (code) {
    case 'unknown':
      throw notFound();
    case 'not-allowed':
      throw forbidden();
    case 'noted-already':
      return redirectWithFlash(here, { tone: 'danger', text: m.verification_refused_noted_already() });
    case 'not-newer':
      return redirectWithFlash(here, { tone: 'danger', text: m.verification_refused_not_newer() });
  }
}

export const meta: MetaFunction = () => [{ title: `${m.verification_record_title()} · Manumit` }];

export default function IssuedReportPage() {
  const { hash, issued: given, newer, mayNote, subject, list } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const issued = issuedReportSchema.parse(given);
  return (
    <>
      <PageHeader
        title={m.verification_record_title()}
        breadcrumbs={[{ label: reportKindLabel(issued.kind), to: list }, { label: m.verification_record_title() }]}
      />
      <IssuedPage hash={hash} issued={issued} subject={subject} newer={newer} mayNote={mayNote} refused={refused} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
