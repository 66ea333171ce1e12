import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

const looks: Record<Tone, { box: string; icon: IconName; mark: string }> = {
  info: { box: 'border-accent bg-accent-soft', icon: 'info', mark: 'text-accent' },
  success: { box: 'border-success bg-success-soft', icon: 'success', mark: 'text-success' },
  warning: { box: 'border-warning bg-warning-soft', icon: 'attention', mark: 'text-warning' },
  danger: { box: 'border-danger bg-danger-soft', icon: 'error', mark: 'text-danger' },
};

const words = {
  info: m.shell_notice_info,
  success: m.shell_notice_success,
  warning: m.shell_notice_warning,
  danger: m.shell_notice_danger,
} satisfies Record<Tone, () => string>;

/** A message in the page. `isLive` announces it to screen readers when it appears after loading. */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
  isLive = false,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  isLive?: boolean;
}) {
  const { box, icon, mark } = looks[tone];
  return (
    <div
      role={isLive ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={classNames('flex gap-3 rounded border-s-4 p-3', box)}
    >
      <Icon name={icon} label={words[tone]()} className={classNames('mt-0.5', mark)} />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
