import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import type { ContactPersonShown } from './list-contact-people.server';

/** The people named at a supplier, each with the end of the term and the button that erases. For a `dl`. */
export function ContactPeopleLine({
  people,
  action,
  mayErase,
}: {
  people: readonly ContactPersonShown[];
  action: string;
  mayErase: boolean;
}) {
  if (people.length === 0) return null;
  return (
    <>
      <dt className="text-muted">{m.ownership_people()}</dt>
      <dd>
        <ul className="grid gap-2">
          {people.map(({ id, name, role, email, phone, keptUntil }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-x-3">
              <span className="grid min-w-0">
                <span>
                  <bdi className="font-semibold">{name ?? email ?? phone}</bdi>
                  {role !== null && <span className="text-muted"> · {role}</span>}
                </span>
                {name !== null && email !== null && (
                  <a href={`mailto:${email}`} className="min-w-0 break-all">
                    {email}
                  </a>
                )}
                {(name !== null || email !== null) && phone !== null && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}
                <span className="text-xs text-muted">{m.ownership_people_until({ date: formatDate(keptUntil) })}</span>
              </span>
              {mayErase && (
                <Form method="post" action={action}>
                  <input type="hidden" name="person" value={id} />
                  <Button
                    name="intent"
                    value="erase"
                    size="sm"
                    variant="quiet"
                    aria-label={m.ownership_people_erase_of({ name: name ?? email ?? phone ?? '' })}
                  >
                    {m.ownership_people_erase()}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
