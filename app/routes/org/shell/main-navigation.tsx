import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Menu } from '~/ui/menu';
import type { Entry, Navigation, SubjectKey } from './navigation';

/** The number of entries that the bar of a narrow screen shows beside More. */
const inBar = 4;

type Counts = Partial<Record<SubjectKey, number>>;

/** The entries of the navigation: a bar at the top, or below 1100 pixels a bar at the bottom with the rest under More. Works without script. */
export function MainNavigation({
  navigation: { row, more },
  current,
  counts,
}: {
  navigation: Pick<Navigation, 'row' | 'more'>;
  current: SubjectKey | undefined;
  counts: Counts;
}) {
  const late = row.slice(inBar);
  return (
    <nav aria-label={m.shell_navigation_main()} className="main-nav">
      <ul className="main-nav-list">
        {row.map((entry, index) => (
          <li key={entry.key} className={classNames(index >= inBar && 'max-[1100px]:hidden')}>
            <Link to={entry.to} prefetch="intent" aria-current={entry.key === current ? 'page' : undefined} className="main-link">
              <Icon name={entry.icon} className="min-[1100px]:hidden" />
              {entry.short === entry.label ? (
                entry.label
              ) : (
                <>
                  <span className="min-[1100px]:hidden">{entry.short}</span>
                  <span className="max-[1100px]:hidden">{entry.label}</span>
                </>
              )}
              <Count count={counts[entry.key]} />
            </Link>
          </li>
        ))}
        {(more.length > 0 || late.length > 0) && (
          <li className={classNames(more.length === 0 && 'min-[1100px]:hidden')}>
            <Menu
              className="h-full"
              align="start-when-wide"
              summaryClassName={classNames('main-link h-full', more.some(({ key }) => key === current) && 'main-link-current')}
              panelClassName="max-[1100px]:bottom-full max-[1100px]:mb-1 max-[1100px]:max-h-[70dvh]"
              summary={
                <>
                  <Icon name="more" className="min-[1100px]:hidden" />
                  {m.shell_more()}
                  <Icon name="down" className="size-3 text-muted max-[1100px]:hidden" />
                </>
              }
            >
              <ul>
                {[...late, ...more].map((entry) => (
                  <MoreLink
                    key={entry.key}
                    entry={entry}
                    isCurrent={entry.key === current}
                    count={counts[entry.key]}
                    className={classNames(late.includes(entry) && 'min-[1100px]:hidden')}
                  />
                ))}
              </ul>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

function MoreLink({
  entry,
  isCurrent,
  count,
  className,
}: {
  entry: Entry;
  isCurrent: boolean;
  count: number | undefined;
  className: string;
}) {
  return (
    <li className={className}>
      <Link
        to={entry.to}
        aria-current={isCurrent ? 'page' : undefined}
        className={classNames(
          'flex min-h-9 items-center gap-2.5 rounded px-2 text-ink no-underline hover:bg-sunken hover:text-ink pointer-coarse:min-h-11',
          isCurrent && 'font-semibold',
        )}
      >
        <Icon name={entry.icon} className="text-muted" />
        {entry.label}
        <Count count={count} />
      </Link>
    </li>
  );
}

/** The number of tasks of an entry; nothing when there are none. */
function Count({ count = 0 }: { count?: number | undefined }) {
  if (count === 0) return null;
  return (
    <span className="main-count">
      <span className="sr-only"> </span>
      <span aria-hidden="true">{count > 99 ? '99+' : formatNumber(count)}</span>
      <span className="sr-only">{m.shell_waiting({ count: formatNumber(count) })}</span>
    </span>
  );
}
