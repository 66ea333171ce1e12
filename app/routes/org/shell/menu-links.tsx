import { Link } from '@remix-run/react';
import { Icon, type IconName } from '~/ui/icon';

/** The entries of a menu of the top bar. */
export function MenuLinks({ links }: { links: readonly { to: string; label: string; icon?: IconName }[] }) {
  return (
    <ul>
      {links.map(({ to, label, icon }) => (
        <li key={to}>
          <Link
            to={to}
            className="flex min-h-8 items-center gap-2.5 rounded px-2 text-ink no-underline hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
          >
            {icon && <Icon name={icon} className="text-muted" />}
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
