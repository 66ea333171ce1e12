import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

/** What an alert is about. `neutral`: a listed good, a priority sector, anything that informs. */
export type ChipLook = 'import-ban' | 'critical-finding' | 'late' | 'neutral';

const looks = {
  'import-ban': 'border-band-severe-mark bg-band-severe-soft font-semibold text-band-severe-mark',
  'critical-finding': 'border-band-high-mark bg-surface font-semibold text-band-high-mark',
  late: 'border-warning bg-surface text-warning',
  neutral: 'border-line bg-surface text-ink',
} satisfies Record<ChipLook, string>;

const icons = { 'import-ban': 'ban', 'critical-finding': 'finding', late: 'clock', neutral: 'list' } satisfies Record<ChipLook, IconName>;

/** An alert as icon, word and colour, never colour alone. A solid border is confirmed, a dashed one is to be confirmed. */
export function Chip({
  look,
  icon = icons[look],
  isToBeConfirmed = false,
  children,
}: {
  look: ChipLook;
  icon?: IconName;
  isToBeConfirmed?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex min-h-5.5 items-center gap-1 rounded-sm border px-1.5 text-xs sm:whitespace-nowrap',
        looks[look],
        isToBeConfirmed && 'border-dashed',
        isToBeConfirmed && look === 'neutral' && 'border-edge',
      )}
    >
      <Icon name={icon} className="size-3.5" />
      {children}
    </span>
  );
}
