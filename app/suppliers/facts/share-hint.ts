import { m } from '~/paraglide/messages';
import type { ShownShare } from './shown-fact';

/** The hint of a share: that empty means unknown, or that the placeholder is a share that is stored but not shown. */
export function shareHint(share: ShownShare | null | undefined): string {
  return typeof share === 'string' ? m.labour_recruiters_share_kept() : m.suppliers_hint_empty_unknown();
}
