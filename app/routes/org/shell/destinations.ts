import type { Permission } from '~/access/permissions';
import { m } from '~/paraglide/messages';

/** Search targets beside records and the pages of the navigation. `key` names their terms in `search-words`. */
export type Destination = { key: string; kind: 'command' | 'list' | 'page'; label: () => string; to: string; needs: Permission };

/** Addresses are relative to the organization; those that begin with `//` are relative to the site. */
export const destinations: readonly Destination[] = [
  { key: 'import-suppliers', kind: 'command', label: m.shell_home_empty_import, to: '/suppliers/import', needs: 'import:supplier' },
  { key: 'add-supplier', kind: 'command', label: m.shell_home_empty_add, to: '/suppliers/new', needs: 'edit:supplier' },
  { key: 'send-questionnaire', kind: 'command', label: m.requests_new, to: '/requests/new', needs: 'ask:supplier' },
  { key: 'new-campaign', kind: 'command', label: m.campaigns_new, to: '/campaigns/new', needs: 'ask:supplier' },
  { key: 'plan-audit', kind: 'command', label: m.audits_plan, to: '/audits/new', needs: 'plan:audit' },
  { key: 'record-finding', kind: 'command', label: m.findings_record, to: '/findings/new', needs: 'edit:finding' },
  { key: 'serious-concern', kind: 'command', label: m.sensitive_cases_open_here, to: '/sensitive-cases/new', needs: 'open:sensitive-case' },
  { key: 'share-answers', kind: 'command', label: m.shared_access_new, to: '/shared-access/new', needs: 'share:answers' },
  { key: 'open-deal', kind: 'command', label: m.deals_open, to: '/deals/new', needs: 'edit:deal' },
  { key: 'board-paper', kind: 'command', label: m.board_paper_prepare, to: '/board-paper', needs: 'read:report' },
  { key: 'what-if', kind: 'command', label: m.what_if_what_if, to: '/what-if', needs: 'read:supplier' },
  { key: 'score-all', kind: 'command', label: m.method_score_all_title, to: '/score-all', needs: 'run:score' },
  { key: 'sign-out', kind: 'command', label: m.shell_sign_out, to: '//sign-out', needs: 'read:organization' },
  { key: 'severe-risk', kind: 'list', label: m.shell_find_severe, to: '/suppliers?band=severe', needs: 'read:supplier' },
  { key: 'high-risk', kind: 'list', label: m.shell_find_at_risk, to: '/suppliers?view=at-risk', needs: 'read:supplier' },
  { key: 'not-scored', kind: 'list', label: m.shell_find_not_scored, to: '/suppliers?view=not-scored', needs: 'read:supplier' },
  {
    ...{ key: 'import-ban', kind: 'list', label: m.shell_find_import_ban, needs: 'read:supplier' },
    to: '/suppliers?alert=presumed-region&alert=listed-entity&alert=import-order',
  },
  { key: 'xinjiang', kind: 'list', label: m.shell_find_region, to: '/suppliers?alert=presumed-region', needs: 'read:supplier' },
  { key: 'state-imposed', kind: 'list', label: m.shell_find_state_imposed, to: '/suppliers?alert=state-imposed', needs: 'read:supplier' },
  { key: 'to-confirm', kind: 'list', label: m.shell_find_to_confirm, to: '/alerts?status=to-confirm', needs: 'read:supplier' },
  { key: 'late-tasks', kind: 'list', label: m.shell_find_late_tasks, to: '/queue?when=overdue', needs: 'read:organization' },
  { key: 'late-suppliers', kind: 'list', label: m.shell_find_late_suppliers, to: '/suppliers?view=late', needs: 'read:supplier' },
  { key: 'late-answers', kind: 'list', label: m.shell_find_waiting, to: '/requests?status=late', needs: 'read:response' },
  { key: 'to-review', kind: 'list', label: m.shell_find_to_review, to: '/responses?status=submitted', needs: 'read:response' },
  { key: 'late-actions', kind: 'list', label: m.shell_find_late_actions, to: '/corrective-actions?when=overdue', needs: 'read:finding' },
  { key: 'to-verify', kind: 'list', label: m.shell_find_to_verify, to: '/corrective-actions?status=completed', needs: 'read:finding' },
  { key: 'critical-findings', kind: 'list', label: m.shell_find_critical, to: '/findings?grade=critical', needs: 'read:finding' },
  { key: 'late-monitoring', kind: 'list', label: m.shell_find_monitoring, to: '/monitoring', needs: 'read:deal' },
  { key: 'what-changed', kind: 'page', label: m.changes_name, to: '/changes', needs: 'read:organization' },
  { key: 'duplicates', kind: 'page', label: m.match_duplicates_title, to: '/suppliers/duplicates', needs: 'read:supplier' },
  { key: 'inherited-risk', kind: 'page', label: m.what_if_inherited_title, to: '/inherited-risk', needs: 'read:supplier' },
  { key: 'supply-chain', kind: 'page', label: m.supply_chain_title, to: '/supply-chain', needs: 'read:supplier' },
  {
    ...{ key: 'notification-settings', kind: 'page', label: m.notifications_settings },
    ...{ to: '/settings/notifications', needs: 'read:organization' },
  },
  { key: 'glossary', kind: 'page', label: m.terms_title, to: '//glossary', needs: 'read:organization' },
  { key: 'guides', kind: 'page', label: m.shell_guides, to: '//guides', needs: 'read:organization' },
  { key: 'method', kind: 'page', label: m.shell_nav_method, to: '//methodology', needs: 'read:organization' },
  { key: 'verify', kind: 'page', label: m.shell_help_verify, to: '//verify', needs: 'read:organization' },
];
