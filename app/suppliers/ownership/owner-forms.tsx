import { PersonField } from '~/platform/forms/person-field';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { Icon } from '~/ui/icon';

type Person = { userId: string; name: string };
type Choosable = Person & { email: string };

/** The owner of a supplier, with the form that assigns another. For a `dl`. */
export function OwnerLine({
  owner,
  people,
  action,
  mayAssign,
}: {
  owner: Person | null;
  people: readonly Choosable[];
  action: string;
  mayAssign: boolean;
}) {
  return (
    <>
      <dt className="text-muted">{m.ownership_owner()}</dt>
      <dd className="flex flex-wrap items-center justify-between gap-x-3">
        {owner ? <bdi>{owner.name}</bdi> : <span className="text-muted">{m.ownership_none()}</span>}
        {mayAssign && (
          <Dialog
            trigger={owner ? m.ownership_change() : m.ownership_assign()}
            title={owner ? m.ownership_change() : m.ownership_assign()}
            variant="quiet"
            size="sm"
          >
            <Form method="post" action={action} className="grid gap-4">
              <PersonField
                name="ownerId"
                label={m.ownership_owner()}
                empty={m.ownership_none()}
                defaultValue={owner?.userId}
                people={people.map(({ userId, ...person }) => ({ id: userId, ...person }))}
              />
              <div>
                <Button variant="primary">{m.ownership_save()}</Button>
              </div>
            </Form>
          </Dialog>
        )}
      </dd>
    </>
  );
}

/** The address at which the supplier is asked, with the form that changes it. For a `dl`. */
export function ContactLine({
  contact,
  action,
  mayEdit,
}: {
  contact: { email: string; isWrong: boolean } | null;
  action: string;
  mayEdit: boolean;
}) {
  const title = contact ? m.ownership_contact_edit() : m.ownership_contact_add();
  return (
    <>
      <dt className="text-muted">{m.ownership_contact()}</dt>
      <dd className="flex flex-wrap items-center justify-between gap-x-3">
        {contact ? (
          <a href={`mailto:${contact.email}`} className="min-w-0 break-all">
            {contact.email}
          </a>
        ) : (
          <span className="text-muted">{m.ownership_contact_none()}</span>
        )}
        {mayEdit && (
          <Dialog trigger={title} title={title} variant="quiet" size="sm">
            <Form method="post" action={action} className="grid gap-4">
              <Field
                type="email"
                name="email"
                required
                label={m.ownership_contact_email()}
                hint={m.ownership_contact_hint()}
                defaultValue={contact?.email}
              />
              <div>
                <Button variant="primary">{m.ownership_save()}</Button>
              </div>
            </Form>
          </Dialog>
        )}
        {contact?.isWrong && (
          <p className="flex basis-full items-start gap-1 text-xs text-warning">
            <Icon name="attention" className="mt-0.5 size-3 shrink-0" />
            {m.ownership_contact_wrong()}
          </p>
        )}
      </dd>
    </>
  );
}

/** Follows the supplier, or follows it no more. */
export function FollowButton({ isFollowed, followers, action }: { isFollowed: boolean; followers: number; action: string }) {
  return (
    <Form method="post" action={action} className="flex items-center gap-2" data-print="none">
      {followers > 0 && <span className="text-xs text-muted">{m.ownership_followers({ count: followers })}</span>}
      <Button name="follow" value={isFollowed ? 'no' : 'yes'} size="sm">
        {isFollowed ? m.ownership_unfollow() : m.ownership_follow()}
      </Button>
    </Form>
  );
}
