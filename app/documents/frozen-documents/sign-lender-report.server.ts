import type { Member } from '~/access/require-member.server';
import { signReport } from '~/documents/signing/sign-report.server';
import { m } from '~/paraglide/messages';
import { renderLenderReportApart } from './lender-report/render-apart.server';
import { readFrozenReport } from './read-reports.server';

export type LenderReportSigned =
  | { kind: 'signed'; hash: string }
  | { kind: 'refused'; code: 'unknown-report' }
  | { kind: 'refused'; code: 'signed-already'; hash: string };

/** Signs a frozen report of a lender with the organization's key and keeps the file, as reports of responses and audits are signed. */
export async function signLenderReport(member: Member, { reportId, now }: { reportId: string; now: Date }): Promise<LenderReportSigned> {
  const read = await member.inOrganization((db) => readFrozenReport(db, reportId));
  if (!read) return { kind: 'refused', code: 'unknown-report' };
  const { documentId, report, name } = read;
  const signed = await signReport(
    member.inOrganization,
    {
      ...{ documentId, reportHash: report.hash, fileName: `${name}.pdf`, reason: m.signing_reason({}, { locale: report.locale }) },
      render: (field) => renderLenderReportApart(report, field),
    },
    { organizationId: member.organization.id, organizationName: member.organization.name, userId: member.user.id, now },
  );
  return signed.kind === 'signed' ? { kind: 'signed', hash: report.hash } : { ...signed, hash: report.hash };
}
