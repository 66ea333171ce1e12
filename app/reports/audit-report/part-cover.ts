import { writeNumber } from '~/charts/numbers';
import { countryWord, isolate, writeDate } from '../assessment-report/words';
import { m } from '~/paraglide/messages';
import type { Block, Part } from './block';
import type { AuditReport } from './schema';
import { orDash, type Say, word } from './words';

/** 1: who, where, what kind of audit, when, by whom, paid by whom. */
export function coverBlocks(model: AuditReport, say: Say): Block[] {
  const { audit, supplier, site, team, organization } = model;
  const place = (code: string | null) => (code === null ? m.report_country_unknown({}, say) : countryWord(code, say));
  const rows: [string, string][] = [
    [m.auditreport_number({}, say), audit.number],
    [m.audit_supplier({}, say), `${isolate(supplier.name)} (${supplier.publicId}), ${place(supplier.country)}`],
    [
      m.audit_site({}, say),
      site === null ? m.audit_site_none({}, say) : `${isolate(site.name)} (${site.publicId}), ${place(site.country)}`,
    ],
    [m.audit_type({}, say), `${word(audit.type, say)}, ${word(audit.announcement, say)}`],
    [m.auditreport_dates({}, say), m.auditreport_from_to({ from: writeDate(audit.startsOn, say), to: writeDate(audit.endsOn, say) }, say)],
    [
      m.auditreport_auditors({}, say),
      orDash(team.flatMap(({ name, part }) => (name === null || part === 'observer' ? [] : [name])).join(', ')),
    ],
    [m.auditreport_for({}, say), organization.name],
    [m.audit_paid_by({}, say), orDash(audit.paidBy)],
    [m.auditreport_state({}, say), stateOf(model, say)],
  ];
  const references = supplier.references.map(({ scheme, value }) => `${scheme} ${value}`).join(', ');
  if (references !== '') rows.splice(3, 0, [m.auditreport_references({}, say), references]);
  return [{ kind: 'pairs', title: m.auditreport_cover({}, say), rows }];
}

function stateOf({ state, audit }: AuditReport, say: Say): string {
  if (state === 'draft') return m.auditreport_is_draft({}, say);
  const { approvedBy, approvedOn } = audit;
  return m.auditreport_is_approved({ name: approvedBy ?? '–', date: approvedOn === null ? '–' : writeDate(approvedOn, say) }, say);
}

/** 2: independence, and where the audit departed from its method. */
export function declarationPart(model: AuditReport, say: Say): Part {
  const { team, audit } = model;
  const blocks: Block[] = [
    { kind: 'paragraph', text: m.auditreport_declaration_text({}, say) },
    {
      kind: 'table',
      title: m.auditreport_declarations({}, say),
      columns: [
        { label: m.auditreport_name({}, say), share: 28 },
        { label: m.auditreport_part({}, say), share: 18 },
        { label: m.auditreport_declared({}, say), share: 54 },
      ],
      rows: team.map(({ name, part, declaration, interest }) => [
        orDash(name),
        word(part, say),
        declaration === null ? m.auditreport_undeclared({}, say) : declaration === 'interest' ? interest : word(declaration, say),
      ]),
    },
    { kind: 'heading', level: 2, text: m.auditreport_deviations({}, say) },
    { kind: 'paragraph', text: audit.limits.trim() === '' ? m.auditreport_deviations_none({}, say) : audit.limits },
  ];
  if (audit.announcement === 'announced') blocks.push({ kind: 'paragraph', text: m.auditreport_deviation_announced({}, say) });
  if (audit.checklist.isDrafted) blocks.push({ kind: 'paragraph', text: m.report_answers_drafted({}, say) });
  return { key: 'declaration', title: m.auditreport_part_declaration({}, say), blocks };
}

/** How many person-days, in words. */
export const personDays = (days: number, say: Say): string => writeNumber(days, { ...say, decimals: Number.isInteger(days) ? 0 : 1 });
