import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createInvitation } from '~/access/invitations.server';
import { requireMember } from '~/access/require-member.server';
import { roleName } from '~/organizations/accounts/labels';
import { changeRole } from '~/organizations/members/change-role.server';
import { inviteMember } from '~/organizations/members/invite-member.server';
import { InvitationsSection, InviteSection } from '~/organizations/members/invite-section';
import { listInvitations, listMembers } from '~/organizations/members/list-members.server';
import { mailInvitation } from '~/organizations/members/mail-invitation.server';
import { MemberTable } from '~/organizations/members/member-table';
import { removeMember } from '~/organizations/members/remove-member.server';
import { revokeInvitation } from '~/organizations/members/revoke-invitation.server';
import { RoleMatrix } from '~/organizations/members/role-matrix';
import { memberActFields } from '~/organizations/members/schema';
import { shownAddress } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { ErrorSummary } from '~/ui/form-errors';
import { formatNumber } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, inOrganization, can } = await requireMember(request, params, 'read:member');
  const canEdit = can('edit:member');
  return inOrganization(async (db) => ({
    members: await listMembers(db),
    invitations: canEdit ? await listInvitations(db) : [],
    ownUserId: user.id,
    canEdit,
  }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'edit:member');
  const form = await readForm(request);
  const read = parseForm(form, memberActFields);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const act = read.value;
  const here = `/o/${organization.slug}/settings/members`;
  const done = (text: string) => redirectWithFlash(here, { tone: 'success', text });
  const refused = (text: string) => data({ failure: formFailure(form, { '': [text] }) }, { status: 422 });
  switch (act.intent) {
    case 'invite': {
      const invited = await inOrganization((db) => inviteMember(db, { ...act, byUserId: user.id }, createInvitation));
      if (invited.kind === 'already-member')
        return data({ failure: formFailure(form, { email: [m.accounts_invite_already_member()] }) }, { status: 422 });
      const { email, token, expiresAt } = invited;
      const isMailed = await mailInvitation({
        email,
        token,
        expiresAt,
        role: act.role,
        inviter: user.name,
        organization: organization.name,
      });
      if (isMailed) return done(m.accounts_invite_mailed({ email }));
      return data({ link: { email, expiresAt, url: shownAddress(`/join/${token}`, new URL(request.url).origin) } });
    }
    case 'revoke': {
      const isRevoked = await inOrganization((db) => revokeInvitation(db, { invitationId: act.invitationId, byUserId: user.id }));
      if (!isRevoked) throw notFound();
      return done(m.accounts_invitations_revoked());
    }
    case 'change-role': {
      const change = await inOrganization((db) => changeRole(db, { userId: act.userId, role: act.role, byUserId: user.id }));
      switch (change.kind) {
        case 'no-member':
          throw notFound();
        case 'last-owner':
          return refused(m.accounts_members_last_owner());
        case 'unchanged':
          return redirectWithFlash(here, { tone: 'info', text: m.accounts_members_role_same() });
        case 'changed':
          return done(m.accounts_members_role_changed({ name: change.name, role: roleName(act.role) }));
      }
      break;
    }
    case 'remove': {
      const removal = await inOrganization((db) => removeMember(db, { userId: act.userId, byUserId: user.id }));
      switch (removal.kind) {
        case 'no-member':
          throw notFound();
        case 'last-owner':
          return refused(m.accounts_members_last_owner());
        case 'removed':
          return done(removedText(removal));
      }
    }
  }
}

/** Names the number of suppliers and tasks that lost their owner or assignee, if any. */
function removedText({ name, released: { suppliers, tasks } }: { name: string; released: { suppliers: number; tasks: number } }): string {
  if (suppliers + tasks === 0) return m.accounts_members_removed({ name });
  return m.ownership_released({ name, suppliers: formatNumber(suppliers), tasks: formatNumber(tasks) });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_members_title()} · Manumit` }];

export default function Members() {
  const { members, invitations, ownUserId, canEdit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = answer && 'failure' in answer ? answer.failure : undefined;
  const link = answer && 'link' in answer ? answer.link : undefined;
  const isInvite = failure?.values.intent?.[0] === 'invite';
  return (
    <>
      <PageHeader title={m.accounts_members_title()} />
      {failure && !isInvite ? <ErrorSummary errors={failure.errors} /> : null}
      <MemberTable members={members} ownUserId={ownUserId} canEdit={canEdit} />
      {canEdit ? (
        <>
          <InviteSection failure={isInvite ? failure : undefined} link={link} />
          <InvitationsSection invitations={invitations} />
        </>
      ) : null}
      <Section title={m.accounts_matrix_title()}>
        <RoleMatrix />
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
