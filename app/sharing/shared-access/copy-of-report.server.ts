import type { Member } from '~/access/require-member.server';
import type { WayOfReading } from '~/platform/terms/shared-access-terms';
import { readSharedReport, reportOrThrow } from './read-shared-report.server';

/** The report of shared access for a download, which both sides see in the access log. Throws 404 for what is not shared with the caller, 410 once access has ended. */
export async function copyOfReport(member: Member, { sharedAccessId, how }: { sharedAccessId: string; how: WayOfReading }) {
  const options = { organizationId: member.organization.id, sharedAccessId, how, now: new Date() };
  const { content } = await reportOrThrow(() => member.inOrganization((db) => readSharedReport(db, options)));
  return content.report;
}
