import { type Role, roles } from '~/access/permissions';
import { roleName } from '~/organizations/accounts/labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { DateText } from '~/ui/values';
import { type FormFailure, fieldOf } from '~/ui/form-values';

export type ShownLink = { email: string; url: string; expiresAt: Date };

/** The form that invites; after it, where no mail goes out, the link: once. */
export function InviteSection({ failure, link }: { failure: FormFailure | undefined; link: ShownLink | undefined }) {
  const role = fieldOf(failure, 'role', 'viewer');
  return (
    <Section title={m.accounts_invite_title()} id="invite">
      {link ? (
        <Notice tone="success" title={m.accounts_invite_link_title({ email: link.email })} isLive>
          <p className="mb-2">{m.accounts_invite_link_once({ date: formatDate(link.expiresAt) })}</p>
          <input
            className="control w-[min(44rem,75vw)]!"
            readOnly
            value={link.url}
            aria-label={m.accounts_invite_link_title({ email: link.email })}
          />
        </Notice>
      ) : null}
      <Form key={link?.url} method="post" noValidate className="mt-3 grid max-w-2xl gap-4">
        <ErrorSummary errors={failure?.errors} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field {...fieldOf(failure, 'email')} label={m.accounts_email()} type="email" autoComplete="off" required />
          <Select {...role} label={m.accounts_members_role()} options={roles.map((value) => ({ value, label: roleName(value) }))} />
        </div>
        <div>
          <Button variant="primary" name="intent" value="invite">
            {m.accounts_invite_button()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

type ShownInvitation = { id: string; email: string; role: Role; expiresAt: Date };

/** Invitations that can still be accepted, each with the button that withdraws it. */
export function InvitationsSection({ invitations }: { invitations: readonly ShownInvitation[] }) {
  return (
    <Section title={m.accounts_invitations_title()}>
      <DataTable
        caption={m.accounts_invitations_title()}
        rows={invitations}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{m.accounts_invitations_none()}</p>}
        columns={[
          { key: 'email', header: m.accounts_email(), cell: ({ email }) => email, isRowHeader: true },
          { key: 'role', header: m.accounts_members_role(), cell: ({ role }) => roleName(role) },
          { key: 'until', header: m.accounts_invitations_until(), cell: ({ expiresAt }) => <DateText value={expiresAt} /> },
          {
            key: 'revoke',
            header: m.accounts_members_actions(),
            cell: ({ id }) => (
              <Form method="post">
                <input type="hidden" name="invitationId" value={id} />
                <Button size="sm" name="intent" value="revoke">
                  {m.accounts_invitations_revoke()}
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  );
}
