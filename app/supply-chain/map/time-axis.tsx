import { useSearchParams } from '@remix-run/react';
import { YearSlider } from '~/suppliers/supply-links/year-slider';
import type { YearOfLinks } from '~/suppliers/supply-links/read-years.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { KeptParams } from './kept-params';

/** The one place where the time of the map is chosen: the day whose knowledge it shows, and the year of the links. */
export function TimeAxis({
  years,
  year,
  on,
  today,
}: {
  years: readonly YearOfLinks[];
  year: number | null;
  on: string | null;
  today: string;
}) {
  const [params] = useSearchParams();
  return (
    <section
      aria-label={m.map_time()}
      className="mt-4 flex flex-wrap items-end gap-x-8 gap-y-2 border-t border-line pt-3"
      data-print="none"
    >
      <Form key={on ?? ''} method="get" preventScrollReset className="mb-4 flex items-end gap-2">
        <KeptParams params={params} without={['on']} />
        <label className="grid gap-1">
          <span className="text-xs text-muted">{m.map_filter_on()}</span>
          <input type="date" name="on" defaultValue={on ?? ''} max={today} className="control w-auto!" />
        </label>
        <Button>{m.map_time_show()}</Button>
      </Form>
      <div className="min-w-0 grow">
        <YearSlider years={years} year={year} day={on} />
      </div>
    </section>
  );
}
