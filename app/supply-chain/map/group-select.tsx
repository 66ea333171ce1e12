import { useSearchParams, useSubmit } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { useScripted } from '~/ui/use-scripted';
import { type Grouping, groupings } from './flow/flow';
import { groupingLabel } from './flow/labels';
import { KeptParams } from './kept-params';

/** Chooses what the tiers are grouped by. The choice is in the address; opened groups close with it. */
export function GroupSelect({ current }: { current: Grouping | 'none' }) {
  const [params] = useSearchParams();
  const submit = useSubmit();
  const isScripted = useScripted();
  const select = useRef<HTMLSelectElement>(null);
  // Not a new element: the one that was changed keeps the focus.
  useEffect(() => {
    if (select.current) select.current.value = current;
  }, [current]);
  return (
    <Form method="get" preventScrollReset className="flex flex-wrap items-center gap-2" data-print="none">
      <KeptParams params={params} without={['group', 'at', 'in', 'full', 'gap', 'draw', 'fold']} />
      <label className="flex min-w-0 items-center gap-2">
        <span className="text-xs whitespace-nowrap text-muted">{m.map_group_label()}</span>
        <select
          ref={select}
          name="group"
          defaultValue={current}
          className="control w-auto! min-w-0"
          onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
        >
          {groupings.map((grouping) => (
            <option key={grouping} value={grouping}>
              {groupingLabel(grouping)}
            </option>
          ))}
          <option value="none">{m.map_group_none()}</option>
        </select>
      </label>
      {!isScripted && <Button>{m.map_group_show()}</Button>}
    </Form>
  );
}
