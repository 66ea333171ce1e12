import { Link } from '@remix-run/react';
import { useEffect } from 'react';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { areKeysOn } from '~/ui/key-setting';
import { isTyping } from '~/ui/list-keys';
import { type ListPlace, mostCounted } from './list-place';

const neighbour = { j: 'next', k: 'prev' } as const;

/** The place of a record in the list that it was opened from, with its neighbours there, also by J and K. `hrefOf`: the same page of another record. */
export function ListPlaceLinks({
  place,
  labels,
  hrefOf,
}: {
  place: ListPlace;
  labels: { previous: string; next: string };
  hrefOf: (id: string) => string;
}) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || !areKeysOn() || (event.key !== 'j' && event.key !== 'k')) return;
      document.querySelector<HTMLAnchorElement>(`nav[data-list-place] a[rel="${neighbour[event.key]}"]`)?.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const many = m.lists_more_than({ count: formatNumber(mostCounted) });
  const [completed, total] = [place.number, place.total].map((count) => (count > mostCounted ? many : formatNumber(count)));
  return (
    <nav aria-label={m.lists_place()} data-list-place="" data-print="none" className="flex items-center gap-1 text-muted">
      <Step to={place.previous && hrefOf(place.previous)} rel="prev" label={labels.previous} />
      <span className="tabular-nums">{m.shell_progress_of({ completed: completed ?? '', total: total ?? '' })}</span>
      <Step to={place.next && hrefOf(place.next)} rel="next" label={labels.next} />
    </nav>
  );
}

function Step({ to, rel, label }: { to: string | null; rel: 'prev' | 'next'; label: string }) {
  const icon = <Icon name="chevron" className={rel === 'prev' ? '-scale-x-100 rtl:scale-x-100' : undefined} />;
  if (to === null) return <span className="flex size-8 items-center justify-center opacity-40">{icon}</span>;
  return (
    <Link
      to={to}
      rel={rel}
      prefetch="intent"
      aria-label={label}
      title={label}
      className="flex size-8 items-center justify-center rounded text-ink no-underline hover:bg-sunken pointer-coarse:size-11"
    >
      {icon}
    </Link>
  );
}
