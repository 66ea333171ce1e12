import { useParams, useRouteLoaderData } from '@remix-run/react';
import { can, roles } from '~/access/permissions';
import { m } from '~/paraglide/messages';
import { Combobox, type ComboboxProps } from '~/ui/combobox/combobox';
import { Icon } from '~/ui/icon';

/** A person to choose, found by name and, where the page knows it, by email address. */
export type Choosable = { id: string; name: string; email?: string };

/** One of the people that came with the page; sends the id. `offersInvitation`: who may invite gets a link to it, in a tab of its own: this form stays as it is. */
export function PersonField({
  people,
  defaultValue,
  offersInvitation = false,
  className,
  ...field
}: Omit<ComboboxProps, 'source' | 'list' | 'chosen' | 'isMultiple'> & {
  people: readonly Choosable[];
  defaultValue?: string | undefined;
  offersInvitation?: boolean;
}) {
  const options = people.map(({ id, name, email }) => ({ value: id, label: name, ...(email ? { detail: email, also: [email] } : {}) }));
  return (
    <div className={className}>
      <Combobox {...field} source={{ options }} chosen={options.filter(({ value }) => value === defaultValue)} />
      {offersInvitation && <InviteLink />}
    </div>
  );
}

/** A person is chosen once they have accepted, so the form cannot go on with the invitation. */
function InviteLink() {
  const { orgSlug } = useParams();
  const shell: unknown = useRouteLoaderData('routes/org/shell/layout');
  const role = typeof shell === 'object' && shell !== null && 'role' in shell ? roles.find((each) => each === shell.role) : undefined;
  if (!role || !can(role, 'edit:member')) return null;
  return (
    <a
      href={`/o/${orgSlug}/settings/members#invite`}
      target="_blank"
      rel="noopener"
      className="mt-1 inline-flex min-h-7 items-center gap-1.5 px-2 text-xs font-semibold"
    >
      <Icon name="add" className="size-3" />
      {m.choices_invite()}
    </a>
  );
}
