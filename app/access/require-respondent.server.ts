import { findDevice, type FoundDevice } from './answer-devices.server';
import type { Permission } from './permissions';
import { findAskedMember } from './received-side.server';
import { forRespondent, type InResponse } from './tenant-db.server';

/** Whom a route admits: respondents of the whole request, or also a colleague who was assigned some sections. */
type Opens = 'to-whole' | 'to-part';

export type Respondent = Omit<Extract<FoundDevice, { kind: 'open' }>, 'kind' | 'deviceId'> & {
  /** Under which answers are kept: the device, or the person when a member of the asked organization answers. */
  deviceId: string;
  /** The member who answers; undefined on a device without account. */
  member: { userId: string; orgSlug: string } | undefined;
  responseId: string;
  /** Everything a respondent reads and writes: the database lets it touch this one response alone. */
  inResponse: InResponse;
};

/**
 * The respondent: a signed-in member of the requested organization, or a device that a link opened.
 * 403 when the member's role lacks the permission (`read:response` to read, `needs` for all else). 404 for a device without access, for a response that is
 * unknown or of someone else, and for a colleague with some sections on a route that does not admit `to-part`; a route that does checks `sections` itself.
 * 410 when the device was locked out or has expired, or the request was withdrawn.
 */
export async function requireRespondent(
  request: Request,
  params: { responseId?: string | undefined },
  needs: Permission = 'answer:response',
  opens: Opens = 'to-whole',
): Promise<Respondent> {
  const { responseId } = params;
  if (!responseId) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const member = await findAskedMember(request, responseId);
  if (member) {
    if (request.method !== 'GET' && !member.can(needs)) throw new Response('Forbidden', { status: 403 });
    const { user, organization, asker, request: asked } = member;
    return { ...respondentOf(asker, asked), deviceId: user.id, sections: [], member: { userId: user.id, orgSlug: organization.slug } };
  }
  const found = await findDevice(request, responseId);
  switch (found.kind) {
    case 'unknown':
      throw new Response(null, { status: 404, statusText: 'Not Found' });
    case 'over':
      throw Response.json({ takenBackBy: found.takenBackBy }, { status: 410, statusText: 'Gone' });
    case 'open': {
      const { asker, request: asked, deviceId, sections } = found;
      if (sections.length > 0 && opens !== 'to-part') throw new Response(null, { status: 404, statusText: 'Not Found' });
      return { ...respondentOf(asker, asked), deviceId, sections, member: undefined };
    }
  }
}

function respondentOf(asker: Respondent['asker'], asked: Respondent['request']): Omit<Respondent, 'deviceId' | 'member' | 'sections'> {
  const inResponse = forRespondent({
    supplierOrganizationId: asked.supplierOrganizationId,
    askerOrganizationId: asker.id,
    responseId: asked.responseId,
  });
  return { asker, request: asked, responseId: asked.responseId, inResponse };
}
