import type { ActionFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { signLenderReport } from '~/documents/frozen-documents/sign-lender-report.server';
import { findOwnReport } from '~/risk/supplier-report/find-own-report.server';
import { m } from '~/paraglide/messages';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'decide:deal');
  if (!member.can('read:deal')) throw notFound();
  const signed = await signLenderReport(member, { reportId: param(params, 'reportId'), now: new Date() });
  if (signed.kind === 'refused' && signed.code === 'unknown-report') throw notFound();
  const report = await member.inOrganization((db) => findOwnReport(db, member, signed.hash));
  const back = `/o/${member.organization.slug}${report?.list ?? '/deals'}`;
  return signed.kind === 'signed'
    ? redirectWithFlash(back, { tone: 'success', text: m.signing_signed_flash() })
    : redirectWithFlash(back, { tone: 'danger', text: m.signing_refused_signed_already() });
}
