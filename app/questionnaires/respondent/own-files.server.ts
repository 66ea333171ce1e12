import type { Respondent } from '~/access/require-respondent.server';
import { audienceOf } from '~/questionnaires/evidence/audience';
import type { FileHolder } from '~/questionnaires/evidence/holder';

/** The files of a supplier who answers, by a link or as a member: they belong to the supplier's organization, and the database lets it touch those of the one response. A colleague has those of his sections. */
export function filesOfRespondent({ request, responseId, deviceId, member, sections, inResponse }: Respondent): FileHolder {
  return {
    organizationId: request.supplierOrganizationId,
    responseId,
    by: deviceId,
    userId: member?.userId,
    sections,
    isOwn: false,
    run: (work) => inResponse((db) => work(db)),
  };
}

/** The proposed audience of a new file: the requester's kind of organization only. */
export function defaultAudience(askerKind: string): string[] {
  const audience = audienceOf(askerKind);
  return audience ? [audience] : [];
}
