import { Form, Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';

/** Asks of which day to show what was known, and says so while an earlier one is shown. `page` leads back to today. */
export function KnownOnForm({ knownOn, page }: { knownOn: string | null; page: string }) {
  return (
    <>
      {knownOn && (
        <div className="mb-3">
          <Notice
            title={m.supplier_known_on_title({ day: formatDate(knownOn) })}
            actions={<Link to={page}>{m.supplier_known_today()}</Link>}
          />
        </div>
      )}
      <Form method="get" className="mb-4 flex flex-wrap items-end gap-2" data-print="none">
        <label className="grid gap-1">
          <span className="text-xs text-muted">{m.supplier_known_on()}</span>
          <input type="date" name="known-on" defaultValue={knownOn ?? ''} className="control w-auto!" />
        </label>
        <Button>{m.supplier_known_on_show()}</Button>
      </Form>
    </>
  );
}
