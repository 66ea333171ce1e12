import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { classNames } from '~/ui/class-names';
import { formatNumber } from '~/ui/format';

/** One figure of the strip. `isAlarm`: on the dark ground, for what stops goods or money. */
export type Figure = { key: string; value: number | string; label: string; detail: ReactNode; to: string; isAlarm?: boolean };

/** The strip at the top of a home: what cannot wait, each figure leading to its list. A figure of nought stays, so that its absence is known. */
export function AlertFigures({ figures, label }: { figures: readonly Figure[]; label: string }) {
  // More than a row takes are two rows; the lines between them are the ground that shows through the gaps.
  const isTwoRows = figures.length > 4;
  return (
    <ul
      aria-label={label}
      className={classNames(
        'mb-5 grid overflow-hidden rounded border border-line sm:grid-cols-2',
        isTwoRows ? 'gap-px bg-line xl:grid-cols-3' : 'bg-surface xl:grid-cols-[1.2fr_1.5fr_1.1fr_1.1fr]',
      )}
    >
      {figures.map(({ key, value, label: name, detail, to, isAlarm = false }) => (
        <li
          key={key}
          className={classNames(
            'relative px-4 py-2',
            !isTwoRows && 'border-b border-line last:border-b-0 sm:border-e xl:border-b-0 xl:last:border-e-0',
            isAlarm ? 'border-alert-edge bg-alert text-on-alert' : 'bg-surface',
          )}
        >
          <p className="flex flex-wrap items-baseline gap-x-2.5">
            <span className="text-xl font-semibold">{typeof value === 'number' ? formatNumber(value) : value}</span>
            <Link
              to={to}
              className={classNames(
                'font-semibold no-underline after:absolute after:inset-0 hover:underline',
                isAlarm ? 'text-on-alert hover:text-on-alert' : 'text-ink hover:text-ink',
              )}
            >
              {name}
            </Link>
          </p>
          <p className={classNames('text-xs', isAlarm ? 'text-on-alert' : 'text-muted')}>{detail}</p>
        </li>
      ))}
    </ul>
  );
}
