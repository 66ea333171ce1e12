import type { ReactNode } from 'react';
import type { AlertKind } from '#scoring';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { kindIcon, kindName } from './words';

const bans: ReadonlySet<AlertKind> = new Set<AlertKind>(['presumed-region', 'listed-entity', 'import-order']);

/**
 * An alert as text with a style, never by colour alone: an import ban in outlined danger, unconfirmed ones dashed, all else plain.
 * `others`: further kinds of alerts of the same supplier. `isToBeConfirmed`: no person has confirmed yet that the row is about this party.
 */
export function AlertChip({ kind, isToBeConfirmed = false, others = 0 }: { kind: AlertKind; isToBeConfirmed?: boolean; others?: number }) {
  const isNameMatch = isToBeConfirmed && kind === 'listed-entity';
  return (
    <Chip look={isToBeConfirmed ? 'dashed' : bans.has(kind) ? 'ban' : 'plain'}>
      <Icon name={kindIcon(kind, isNameMatch)} />
      {isNameMatch ? m.alerts_kind_name_match() : kind === 'state-imposed' ? m.suppliers_mark_state_imposed() : kindName(kind)}
      {others > 0 && <span className="font-normal">+{formatNumber(others)}</span>}
    </Chip>
  );
}

/** An import ban further up the chain. */
export function UpstreamChip() {
  return (
    <Chip look="ban">
      <Icon name="ban" />
      {m.alerts_kind_ban_upstream()}
    </Chip>
  );
}

const looks = {
  ban: 'border-danger bg-danger-soft font-semibold text-danger',
  dashed: 'border-dashed border-edge text-ink',
  plain: 'border-line text-ink',
} as const;

function Chip({ look, children }: { look: keyof typeof looks; children: ReactNode }) {
  return (
    <span className={classNames('inline-flex items-center gap-1 rounded border px-1.5 py-0.5 text-xs sm:whitespace-nowrap', looks[look])}>
      {children}
    </span>
  );
}
