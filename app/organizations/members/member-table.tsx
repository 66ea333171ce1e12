import { type Role, roles } from '~/access/permissions';
import { roleName } from '~/organizations/accounts/labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { type Column, DataTable } from '~/ui/data-table';
import { Dialog } from '~/ui/dialog';
import { Form } from '~/ui/form';
import { DateText } from '~/ui/values';

type ShownMember = { userId: string; name: string; email: string; role: Role; since: Date };

/** The people of the organization; with `canEdit`, each with the acts on him. */
export function MemberTable({ members, ownUserId, canEdit }: { members: readonly ShownMember[]; ownUserId: string; canEdit: boolean }) {
  const columns: Column<ShownMember>[] = [
    {
      key: 'name',
      header: m.accounts_members_name(),
      isRowHeader: true,
      cell: ({ name, email, userId }) => (
        <>
          <span className="font-semibold">{userId === ownUserId ? `${name} (${m.accounts_members_you()})` : name}</span>
          <span className="block text-muted">{email}</span>
        </>
      ),
    },
    {
      key: 'role',
      header: m.accounts_members_role(),
      cell: (member) => (canEdit ? <RoleForm member={member} /> : roleName(member.role)),
    },
    { key: 'since', header: m.accounts_members_since(), isWideOnly: true, cell: ({ since }) => <DateText value={since} /> },
  ];
  if (canEdit) columns.push({ key: 'remove', header: m.accounts_members_actions(), cell: (member) => <RemoveDialog member={member} /> });
  return <DataTable caption={m.accounts_members_caption()} columns={columns} rows={members} rowKey={({ userId }) => userId} />;
}

function RoleForm({ member: { userId, name, role } }: { member: ShownMember }) {
  return (
    <Form method="post" className="flex items-center gap-2">
      <input type="hidden" name="userId" value={userId} />
      <select key={role} name="role" defaultValue={role} aria-label={m.accounts_members_role_of({ name })} className="control w-auto!">
        {roles.map((option) => (
          <option key={option} value={option}>
            {roleName(option)}
          </option>
        ))}
      </select>
      <Button size="sm" name="intent" value="change-role">
        {m.accounts_members_change_role()}
      </Button>
    </Form>
  );
}

function RemoveDialog({ member: { userId, name } }: { member: ShownMember }) {
  return (
    <Dialog trigger={m.accounts_members_remove_button()} title={m.accounts_members_remove({ name })} size="sm" variant="quiet">
      <Form method="post" className="grid gap-4 whitespace-normal">
        <p>{m.accounts_members_remove_confirm({ name })}</p>
        <input type="hidden" name="userId" value={userId} />
        <div>
          <Button variant="danger" name="intent" value="remove">
            {m.accounts_members_remove({ name })}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
