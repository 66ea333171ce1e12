import { can, type Permission, type Role } from '~/access/permissions';
import { m } from '~/paraglide/messages';

/** Where a step leads: a page of the organization, or a page of one of its records, which `resolveStep` finds. */
export type StepTarget =
  | { path: string }
  | { record: 'supplier-with-import-ban' | 'approved-audit' | 'first-deal'; page: string; instead: string };

export type TourStep = { key: string; title: () => string; text: () => string; target: StepTarget; needs?: Permission };
type StoryName = 'company' | 'auditor' | 'lender' | 'firm';

const severe = (page: string): StepTarget => ({ record: 'supplier-with-import-ban', page, instead: '/suppliers' });
const audit = (page: string): StepTarget => ({ record: 'approved-audit', page, instead: '/audits' });
const deal = (page: string): StepTarget => ({ record: 'first-deal', page, instead: '/deals' });
const step = (key: string, [title, text]: readonly [() => string, () => string], target: StepTarget): TourStep => ({
  key,
  title,
  text,
  target,
});

const ofFirm = (key: string, words: readonly [() => string, () => string]): TourStep => ({
  ...step(key, words, { path: `/${key}` }),
  needs: 'read:commission',
});

const home = step('home', [m.demonstration_step_home, m.demonstration_step_home_text], { path: '' });

/** The tours of the demonstration. The position in a tour is its step's index: steps may be reordered, since a tour lasts minutes. */
const stories: Readonly<Record<StoryName, readonly TourStep[]>> = {
  company: [
    home,
    {
      ...step('import', [m.demonstration_step_import, m.demonstration_step_import_text], { path: '/suppliers/import' }),
      needs: 'import:supplier',
    },
    step('suppliers', [m.demonstration_step_suppliers, m.demonstration_step_suppliers_text], { path: '/suppliers' }),
    step('verdict', [m.demonstration_step_verdict, m.demonstration_step_verdict_text], severe('')),
    step('score', [m.demonstration_step_score, m.demonstration_step_score_text], severe('/score')),
    step('map', [m.demonstration_step_map, m.demonstration_step_map_text], { path: '/map' }),
    step('requests', [m.demonstration_step_requests, m.demonstration_step_requests_text], { path: '/requests' }),
    step('findings', [m.demonstration_step_findings, m.demonstration_step_findings_text], { path: '/findings' }),
    step('board-paper', [m.demonstration_step_board_paper, m.demonstration_step_board_paper_text], { path: '/board-paper' }),
  ],
  auditor: [
    home,
    step('audits', [m.demonstration_step_audits, m.demonstration_step_audits_text], { path: '/audits' }),
    step('audit-record', [m.demonstration_step_audit_record, m.demonstration_step_audit_record_text], audit('/record')),
    step('audit-conclusion', [m.demonstration_step_audit_conclusion, m.demonstration_step_audit_conclusion_text], audit('/conclusion')),
    step('audit-reports', [m.demonstration_step_audit_reports, m.demonstration_step_audit_reports_text], audit('/reports')),
    step('actions', [m.demonstration_step_actions, m.demonstration_step_actions_text], { path: '/corrective-actions' }),
  ],
  firm: [
    home,
    ofFirm('commissions', [m.demonstration_step_commissions, m.demonstration_step_commissions_text]),
    ofFirm('clients', [m.demonstration_step_clients, m.demonstration_step_clients_text]),
    ofFirm('auditors', [m.demonstration_step_auditors, m.demonstration_step_auditors_text]),
    step('audits', [m.demonstration_step_audits, m.demonstration_step_audits_text], { path: '/audits' }),
  ],
  lender: [
    home,
    step('deals', [m.demonstration_step_deals, m.demonstration_step_deals_text], { path: '/deals' }),
    step('deal', [m.demonstration_step_deal, m.demonstration_step_deal_text], deal('')),
    step('esap', [m.demonstration_step_esap, m.demonstration_step_esap_text], deal('/esap')),
    step('monitoring', [m.demonstration_step_monitoring, m.demonstration_step_monitoring_text], deal('/monitoring')),
    step('portfolio', [m.demonstration_step_portfolio, m.demonstration_step_portfolio_text], { path: '/portfolio' }),
    step('annual-report', [m.demonstration_step_annual_report, m.demonstration_step_annual_report_text], { path: '/deals/annual-report' }),
  ],
};

/** The tour of a person: a lender's, an auditor's, an audit firm's, or that of a company's other roles; without the pages that the role may not open. */
export function tourOf({ kind, role }: { kind: string; role: Role }): readonly TourStep[] {
  const story: StoryName =
    kind === 'lender' ? 'lender' : kind === 'audit-firm' && role !== 'auditor' ? 'firm' : role === 'auditor' ? 'auditor' : 'company';
  return stories[story].filter(({ needs }) => needs === undefined || can(role, needs));
}
