import { m } from '~/paraglide/messages';
import type { ShownShare } from './shown-fact';

/** What stands under the box of a share: that empty is unknown, or that the sign in it stands for a share which is kept but not shown. */
export function shareHint(share: ShownShare | null | undefined): string {
  return typeof share === 'string' ? m.labour_recruiters_share_kept() : m.suppliers_hint_empty_unknown();
}
