import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';

type Shown = { knownOn: string | null };

/** Says that an earlier day is shown; `page` leads back to today. */
export function KnownOnNotice({ knownOn, page }: Shown & { page: string }) {
  return (
    knownOn && (
      <div className="mb-3">
        <Notice
          title={m.suppliers_known_on_title({ day: formatDate(knownOn) })}
          actions={<Link to={page}>{m.suppliers_known_today()}</Link>}
        />
      </div>
    )
  );
}

/** Asks of which day to show what was known. */
export function KnownOnForm({ knownOn }: Shown) {
  return (
    <Form method="get" className="my-4 flex flex-wrap items-end gap-2" data-print="none">
      <label className="grid gap-1">
        <span className="text-xs text-muted">{m.suppliers_known_on()}</span>
        <input type="date" name="known-on" defaultValue={knownOn ?? undefined} className="control w-auto!" />
      </label>
      <Button>{m.suppliers_known_on_show()}</Button>
    </Form>
  );
}
