import { useSearchParams } from '@remix-run/react';
import { useEffect, useId, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate, formatNumber } from '~/ui/format';
import { useScripted } from '~/ui/use-scripted';
import type { YearOfLinks } from './read-years.server';

/** Milliseconds without a further step after which the year is asked for. */
const rest = 250;
const ownNames = ['year', 'after', 'before'];

/** `day`: the day whose knowledge the page shows (ISO date), null for today. */
type Shown = { years: readonly YearOfLinks[]; year: number | null; day?: string | null };

/**
 * Chooses the year whose relations a page shows; the last place of the slider, after the newest year, is no year: today, or the day whose knowledge is shown. The year
 * is in the URL (`year=2019`) with the other parameters. Without script a list of years and a button. Nothing with fewer than two years.
 */
export function YearSlider({ years, year, day = null }: Shown) {
  const isScripted = useScripted();
  const told = years.map((row) => row.year);
  const all = year === null || told.includes(year) ? years : [...years, { year, edges: 0 }].sort((a, b) => a.year - b.year);
  if (all.length < 2) return null;
  return isScripted ? <Slider years={all} year={year} day={day} /> : <YearForm years={all} year={year} day={day} />;
}

const dayWords = (day: string | null | undefined) => (day ? formatDate(day) : m.years_today());
const yearWords = ({ year, edges }: YearOfLinks) => m.years_option({ year: String(year), count: edges, edges: formatNumber(edges) });

function YearForm({ years, year, day }: Shown) {
  const [params] = useSearchParams();
  return (
    <Form method="get" className="mb-4 flex min-h-24 flex-wrap items-end gap-2" data-print="none">
      {[...params]
        .filter(([name]) => !ownNames.includes(name))
        .map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
      <label className="grid gap-1">
        <span className="text-xs text-muted">{m.years_label()}</span>
        <select name="year" defaultValue={year ?? undefined} className="control w-auto!">
          <option value="">{dayWords(day)}</option>
          {years.map((row) => (
            <option key={row.year} value={row.year}>
              {yearWords(row)}
            </option>
          ))}
        </select>
      </label>
      <Button>{m.years_show()}</Button>
      <YearNote year={year} day={day} />
    </Form>
  );
}

function Slider({ years, year, day }: Shown) {
  const id = useId();
  const [params, setParams] = useSearchParams();
  const placeOf = (chosen: number | null) => {
    const at = years.findIndex((row) => row.year === chosen);
    return at < 0 ? years.length : at;
  };
  const [place, setPlace] = useState(placeOf(year));
  const asked = placeOf(year);
  useEffect(() => setPlace(asked), [asked]);
  useEffect(() => {
    if (place === asked) return;
    const waiting = setTimeout(() => {
      const next = new URLSearchParams([...params].filter(([name]) => !ownNames.includes(name)));
      const chosen = years[place];
      if (chosen) next.set('year', String(chosen.year));
      setParams(next, { preventScrollReset: true });
    }, rest);
    return () => clearTimeout(waiting);
  }, [place, asked, params, setParams, years]);
  const chosen = years[place];
  const words = chosen ? yearWords(chosen) : dayWords(day);
  const most = Math.max(1, ...years.map(({ edges }) => edges));
  return (
    <div className="mb-4 grid max-w-2xl gap-1" data-print="none">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="text-xs text-muted">
          {m.years_label()}
        </label>
        <output htmlFor={id} className="text-sm font-semibold tabular-nums">
          {words}
        </output>
      </div>
      <div
        aria-hidden
        className="grid h-10 items-end gap-px"
        style={{ gridTemplateColumns: `repeat(${years.length + 1}, minmax(0, 1fr))` }}
      >
        {years.map((row, at) => (
          <span
            key={row.year}
            className={at === place ? 'mx-auto w-3/5 rounded-t bg-accent' : 'mx-auto w-3/5 rounded-t bg-edge'}
            style={{ height: `${Math.max(2, (row.edges / most) * 100)}%` }}
          />
        ))}
      </div>
      <input
        id={id}
        type="range"
        name="year"
        min={0}
        max={years.length}
        step={1}
        value={place}
        onChange={(event) => setPlace(Number(event.currentTarget.value))}
        aria-valuetext={words}
        className="h-6"
        style={{ marginInline: `calc(${50 / (years.length + 1)}% - 0.75rem)` }}
      />
      <div
        aria-hidden
        className="grid text-center text-xs text-muted tabular-nums"
        style={{ gridTemplateColumns: `repeat(${years.length + 1}, minmax(0, 1fr))` }}
      >
        {years.map((row, at) => (
          <span
            key={row.year}
            className={isLabelled(at, years.length) ? 'flex justify-center whitespace-nowrap' : 'invisible overflow-hidden'}
          >
            {row.year}
          </span>
        ))}
        <span className="flex justify-center whitespace-nowrap">{day ? m.years_day_short() : m.years_today_short()}</span>
      </div>
      <YearNote year={year} day={day} />
    </div>
  );
}

/** Which relations and which suppliers are shown. */
function YearNote({ year, day }: Pick<Shown, 'year' | 'day'>) {
  const words =
    year !== null ? m.years_note({ year: String(year) }) : day ? m.years_note_day({ day: formatDate(day) }) : m.years_note_today();
  return <p className="basis-full text-xs text-muted">{words}</p>;
}

/** Every year is labelled where space allows, else every second, fifth or tenth, with a gap before "Today". */
function isLabelled(at: number, count: number): boolean {
  const step = [1, 2, 5, 10].find((each) => count / each <= 8) ?? 10;
  return (count - at) % step === 0;
}
