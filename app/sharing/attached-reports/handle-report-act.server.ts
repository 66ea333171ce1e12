import type { requireMember } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { attachReport, detachReport } from './attach-report.server';

type Member = Awaited<ReturnType<typeof requireMember>>;
export type ReportActHandled = { kind: 'done'; text: string } | { kind: 'refused'; field: string; message: string; status: number };

/** Attaches a shared report to a supplier, or takes it off, and gives what the page then says. */
export async function handleReportAct(
  member: Pick<Member, 'user' | 'organization' | 'inOrganization'>,
  act: { intent: 'attach'; supplier: string } | { intent: 'detach' },
  { sharedAccessId, now }: { sharedAccessId: string; now: Date },
): Promise<ReportActHandled> {
  const by = { sharedAccessId, userId: member.user.id, now };
  if (act.intent === 'detach') {
    const isDone = await member.inOrganization((db) => detachReport(db, by));
    return isDone ? { kind: 'done', text: m.shared_access_report_detached_flash() } : refused(m.shared_access_problem_over());
  }
  const attached = await member.inOrganization((db) =>
    attachReport(db, { ...by, organizationId: member.organization.id, supplierPublicId: act.supplier }),
  );
  if (attached.kind === 'attached') {
    const { added, changed, withdrawn } = attached;
    return {
      kind: 'done',
      text: m.shared_access_report_attached_flash({
        added: formatNumber(added),
        changed: formatNumber(changed),
        withdrawn: formatNumber(withdrawn),
      }),
    };
  }
  switch (attached.code) {
    case 'unknown-supplier':
      return refused(m.responses_new_choose(), 'supplier');
    case 'already-attached':
      return refused(m.shared_access_report_attach_problem_same());
    case 'replaced':
      return refused(m.shared_access_report_attach_problem_later());
    case 'other-supplier':
      return refused(m.shared_access_report_attach_problem_other());
    default:
      return { kind: 'refused', field: '', message: m.shared_access_problem_over(), status: 410 };
  }
}

const refused = (message: string, field = ''): ReportActHandled => ({ kind: 'refused', field, message, status: 422 });
