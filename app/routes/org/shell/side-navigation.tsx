import { Link, useLocation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Icon } from '~/ui/icon';
import type { Place, PlaceGroup } from './navigation';

/** Whether the current page belongs to this item, and to no deeper one. */
function isHere(place: Place, places: readonly Place[], pathname: string): boolean {
  const isWithin = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  const isActive = ({ to, end, alsoUnder: others = [] }: Place) => pathname === to || (!end && isWithin(to)) || others.some(isWithin);
  return isActive(place) && !places.some((other) => other.to.length > place.to.length && isActive(other));
}

/** The list of places; the current one is marked by weight, a bar and `aria-current`. */
export function SideNavigation({ groups }: { groups: readonly PlaceGroup[] }) {
  const { pathname } = useLocation();
  const all = groups.flatMap(({ places }) => places);
  return (
    <nav aria-label={m.shell_navigation_main()} className="grid gap-4">
      {groups.map((group) => (
        <div key={group.key}>
          {group.label && <p className="px-3 pb-1 text-xs text-muted">{group.label}</p>}
          <ul className="grid gap-px">
            {group.places.map((place) => {
              const isCurrent = isHere(place, all, pathname);
              return (
                <li key={place.to}>
                  <Link to={place.to} prefetch="intent" aria-current={isCurrent ? 'page' : undefined} className="nav-link">
                    <Icon name={place.icon} />
                    {place.label}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
