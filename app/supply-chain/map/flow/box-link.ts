import type { SerializeFrom } from '@remix-run/node';
import { boxHref, fullHref, gapHref, mapHref } from '../map-state';
import type { FlowBox } from './flow';

/** Where pressing a box leads: a group opens in place and closes again, a supplier opens in the panel, a rest shows its boxes, a gap lists who to ask. */
export function boxLink(box: SerializeFrom<FlowBox>, { params }: { params: URLSearchParams; base: string }): string {
  const { tier, values } = box.address;
  switch (box.kind) {
    case 'party':
      return mapHref(params, { open: box.party?.publicId ?? null });
    case 'rest':
      return fullHref(params, tier);
    case 'unknown':
      return gapHref(params, (tier ?? 1) - 1);
    case 'group':
      return box.isOpen ? boxHref(params, values.length > 1 ? { tier, values: values.slice(0, -1) } : null) : boxHref(params, box.address);
  }
}
