import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Lines } from './count-lists';
import type { Announced, Changed } from './schema';

const labels: Record<keyof Announced, (values: { before: string; after: string }) => string> = {
  suppliers: m.import_changed_suppliers,
  sites: m.import_changed_sites,
  providers: m.import_changed_providers,
  links: m.import_changed_links,
  facts: m.import_changed_facts,
  changedParties: m.import_changed_parties,
};
const order = ['suppliers', 'sites', 'providers', 'links', 'facts', 'changedParties'] as const;

/**
 * Of a list that was accepted and returned to the check, or (`isWritten`) written after others that were accepted with it: which of the announced numbers are
 * others now.
 */
export function ChangedNotice({ changed, isWritten = false }: { changed: Changed; isWritten?: boolean }) {
  const lines = order
    .filter((field) => changed.shown[field] !== changed.now[field])
    .map((field) => labels[field]({ before: formatNumber(changed.shown[field]), after: formatNumber(changed.now[field]) }));
  return (
    <div className="mb-6">
      <Notice tone={isWritten ? 'info' : 'warning'} title={isWritten ? m.import_shared_title() : m.import_changed_title()}>
        <p className="mb-2">{isWritten ? m.import_shared_text() : m.import_changed_text()}</p>
        <Lines lines={lines} />
      </Notice>
    </div>
  );
}
