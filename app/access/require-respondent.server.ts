import { findDevice, type FoundDevice } from './answer-devices.server';
import type { Permission } from './permissions';
import { findAskedMember } from './received-side.server';
import { forRespondent, type InResponse } from './tenant-db.server';

/** What a door opens to: whoever answers the whole request, or also a colleague who was given some sections. */
type Opens = 'to-whole' | 'to-part';

export type Respondent = Omit<Extract<FoundDevice, { kind: 'open' }>, 'kind' | 'deviceId'> & {
  /** Under which answers are kept: the device, or the person when a member of the asked organization answers. */
  deviceId: string;
  /** The member who answers; undefined on a device without account. */
  member: { userId: string; orgSlug: string } | undefined;
  responseId: string;
  /** Everything a respondent reads and writes: the database lets it touch this one assessment alone. */
  inResponse: InResponse;
};

/**
 * Who is answering: a signed-in member of the organization that was asked (403 where his role may not: reading asks for "read:response", all
 * else for `needs`), or a device that a link opened. 404 where this device was never let in, for an assessment that is unknown as for one that is
 * not his, and for a colleague who was given some sections where the door does not open `to-part`: such a door looks at `sections` itself; 410 when the device was locked out, has waited too long, or the request was withdrawn.
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
