import type { AlertKind } from '#scoring';
import { m } from '~/paraglide/messages';
import { Chip } from '~/ui/alert-chip';
import { formatNumber } from '~/ui/format';
import { kindIcon, kindName } from './labels';

const bans: ReadonlySet<AlertKind> = new Set<AlertKind>(['presumed-region', 'listed-entity', 'import-order']);

/** An alert of a supplier. `others`: further kinds of alerts of the same supplier. `isToBeConfirmed`: no person has confirmed yet that the row is about this party. */
export function AlertChip({
  kind,
  isToBeConfirmed = false,
  others = 0,
  detail,
}: {
  kind: AlertKind;
  isToBeConfirmed?: boolean;
  others?: number;
  /** Source and date, after the kind. */
  detail?: string;
}) {
  const isNameMatch = isToBeConfirmed && kind === 'listed-entity';
  return (
    <Chip
      look={bans.has(kind) && !isNameMatch ? 'import-ban' : 'neutral'}
      icon={kindIcon(kind, isNameMatch)}
      isToBeConfirmed={isToBeConfirmed}
    >
      {isNameMatch ? m.alerts_kind_name_match() : kind === 'state-imposed' ? m.suppliers_mark_state_imposed() : kindName(kind)}
      {detail && <span className="font-normal">· {detail}</span>}
      {others > 0 && <span className="font-normal">+{formatNumber(others)}</span>}
    </Chip>
  );
}

/** An import ban further up the chain. */
export function UpstreamChip() {
  return <Chip look="import-ban">{m.alerts_kind_ban_upstream()}</Chip>;
}
