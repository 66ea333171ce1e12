import { writeNumber } from '~/documents/charts/numbers';
import { countryLabel, isolate, writeDate } from '~/documents/pdf/labels';
import { conflictLabel } from '~/audits/independence/labels';
import { m } from '~/paraglide/messages';
import type { Block, Part } from '~/documents/pdf/block';
import type { AuditReport } from './schema';
import { orDash, type Say, word } from './labels';

/** 1: who, where, what kind of audit, when, by whom, paid by whom. */
export function coverBlocks(model: AuditReport, say: Say): Block[] {
  const { audit, supplier, site, team, organization } = model;
  const place = (code: string | null) => (code === null ? m.supplier_report_country_unknown({}, say) : countryLabel(code, say));
  const rows: [string, string][] = [
    [m.audit_report_number({}, say), audit.number],
    [m.audits_supplier({}, say), `${isolate(supplier.name)} (${supplier.publicId}), ${place(supplier.country)}`],
    [
      m.audits_site({}, say),
      site === null ? m.audits_site_none({}, say) : `${isolate(site.name)} (${site.publicId}), ${place(site.country)}`,
    ],
    [m.audits_type({}, say), `${word(audit.type, say)}, ${word(audit.announcement, say)}`],
    [
      m.audit_report_dates({}, say),
      m.audit_report_from_to({ from: writeDate(audit.startsOn, say), to: writeDate(audit.endsOn, say) }, say),
    ],
    [
      m.audit_report_auditors({}, say),
      orDash(team.flatMap(({ name, part }) => (name === null || part === 'observer' ? [] : [name])).join(', ')),
    ],
    ...(model.commission ? [[m.commissions_buyer({}, say), model.commission.buyer] satisfies [string, string]] : []),
    [m.audit_report_for({}, say), organization.name],
    [m.audits_paid_by({}, say), orDash(audit.paidBy)],
    [m.audit_report_state({}, say), stateOf(model, say)],
  ];
  const references = supplier.references.map(({ scheme, value }) => `${scheme} ${value}`).join(', ');
  if (references !== '') rows.splice(3, 0, [m.audit_report_references({}, say), references]);
  return [{ kind: 'pairs', title: m.audit_report_cover({}, say), rows }];
}

function stateOf({ state, audit }: AuditReport, say: Say): string {
  if (state === 'draft') return m.audit_report_is_draft({}, say);
  const { approvedBy, approvedOn } = audit;
  return m.audit_report_is_approved({ name: approvedBy ?? '–', date: approvedOn === null ? '–' : writeDate(approvedOn, say) }, say);
}

/** 2: independence, and where the audit departed from its method. */
export function declarationPart(model: AuditReport, say: Say): Part {
  const { team, audit } = model;
  const blocks: Block[] = [
    { kind: 'paragraph', text: m.audit_report_declaration_text({}, say) },
    {
      kind: 'table',
      title: m.audit_report_declarations({}, say),
      columns: [
        { label: m.audit_report_name({}, say), share: 28 },
        { label: m.audit_report_part({}, say), share: 18 },
        { label: m.audit_report_declared({}, say), share: 54 },
      ],
      rows: team.map(({ name, part, declaration, interest }) => [
        orDash(name),
        word(part, say),
        declaration === null ? m.audit_report_undeclared({}, say) : declaration === 'interest' ? interest : word(declaration, say),
      ]),
    },
    ...conflictBlocks(model, say),
    { kind: 'heading', level: 2, text: m.audit_report_deviations({}, say) },
    { kind: 'paragraph', text: audit.limits.trim() === '' ? m.audit_report_deviations_none({}, say) : audit.limits },
  ];
  if (audit.announcement === 'announced') blocks.push({ kind: 'paragraph', text: m.audit_report_deviation_announced({}, say) });
  if (audit.checklist.isDrafted) blocks.push({ kind: 'paragraph', text: m.supplier_report_answers_drafted({}, say) });
  return { key: 'declaration', title: m.audit_report_part_declaration({}, say), blocks };
}

/** Conflicts of interest of the commission with the decision of two people; nothing for an audit without one. */
function conflictBlocks({ commission }: AuditReport, say: Say): Block[] {
  if (!commission) return [];
  if (commission.conflicts.length === 0) return [{ kind: 'paragraph', text: m.commissions_report_none({}, say) }];
  return [
    {
      kind: 'table',
      title: m.commissions_report_title({}, say),
      columns: [
        { label: m.commissions_report_conflict({}, say), share: 24 },
        { label: m.commissions_report_facts({}, say), share: 38 },
        { label: m.commissions_report_decision({}, say), share: 38 },
      ],
      rows: commission.conflicts.map(({ code, facts, reason, isAccepted, proposedBy, decidedBy, decidedOn }) => {
        const names = { by: orDash(proposedBy), second: orDash(decidedBy), on: decidedOn === null ? '–' : writeDate(decidedOn, say) };
        const decision = isAccepted ? m.commissions_conflict_accepted(names, say) : m.commissions_report_undecided({}, say);
        return [conflictLabel(code, say), facts, [reason, decision].filter(Boolean).join(' ')];
      }),
    },
  ];
}

/** The number of person-days as text. */
export const personDays = (days: number, say: Say): string => writeNumber(days, { ...say, decimals: Number.isInteger(days) ? 0 : 1 });
