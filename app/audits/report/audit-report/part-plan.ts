import { capital, countryLabel, gradeLabel, isolate, statusLabel, writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import type { Cell } from '~/documents/pdf/draw-table.server';
import type { Block, Part } from '~/documents/pdf/block';
import { personDays } from './part-cover';
import { lawLink, replyLines } from './finding-blocks';
import { revisitTable } from './part-revisits';
import { momentLabel } from './moment-label';
import type { AuditReportFinding } from './findings-schema';
import type { AuditReport } from './schema';
import { orDash, type Say, saidAtClosing, word } from './labels';

/** 12: the corrective action plan: heading, a row for each finding, and signatures, with space to dispute a finding. */
export function planPart(model: AuditReport, say: Say): Part {
  const { findings } = model;
  const blocks: Block[] = [{ kind: 'pairs', title: m.audit_report_plan_head({}, say), rows: planHeadRows(model, say), isTwofold: true }];
  blocks.push({ kind: 'heading', level: 2, text: m.audit_report_plan_rows({}, say) });
  blocks.push(findings.length === 0 ? { kind: 'paragraph', text: m.audit_report_findings_none({}, say) } : planTable(model, say));
  blocks.push(...revisitTable(model, say));
  const cited = new Map(findings.filter(({ legalUrl }) => legalUrl !== '').map((finding) => [finding.legalUrl, finding]));
  if (cited.size > 0) blocks.push({ kind: 'heading', level: 2, text: m.audit_report_laws({}, say) });
  for (const finding of cited.values()) blocks.push(lawLink(finding, say));
  blocks.push(...signedPlanBlocks(model, say), ...signOffBlocks(model, say));
  return { key: 'plan', title: m.audit_report_part_plan({}, say), isWide: true, blocks };
}

/** What identifies the audit at the head of its corrective action plan. */
export function planHeadRows(model: AuditReport, say: Say): [string, string][] {
  const { audit, supplier, site, team, meetings, signatures, organization } = model;
  const meeting = (key: string) => meetings.find((each) => each.key === key);
  const presence = meeting('presence') ?? meeting('opening');
  const [arrived, left] = [presence, meeting('presence') ?? meeting('closing')];
  const leads = team.filter(({ part }) => part === 'lead').flatMap(({ name }) => name ?? []);
  const country = site?.country ?? supplier.country;
  return [
    [m.audit_report_number({}, say), audit.number],
    [
      m.audit_report_dates({}, say),
      m.audit_report_from_to({ from: writeDate(audit.startsOn, say), to: writeDate(audit.endsOn, say) }, say),
    ],
    [
      m.audit_report_time_in_out({}, say),
      `${momentLabel(arrived?.at, { offset: arrived?.offset, say })} – ${momentLabel(left?.until, { offset: left?.offset, say })}`,
    ],
    [m.audits_person_days({}, say), personDays(audit.personDays, say)],
    [m.audits_type({}, say), word(audit.type, say)],
    [m.audits_announcement({}, say), word(audit.announcement, say)],
    [
      m.auditpapers_report_self({}, say),
      audit.selfAssessedOn
        ? m.auditpapers_report_self_sent({ date: writeDate(audit.selfAssessedOn, say) }, say)
        : m.auditpapers_report_self_none({}, say),
    ],
    [m.audit_report_auditors({}, say), orDash(team.flatMap(({ name }) => name ?? []).join(', '))],
    [m.audit_report_writer({}, say), orDash(audit.concludedBy ?? leads.join(', '))],
    [m.audit_report_reviewer({}, say), orDash(audit.approvedBy)],
    [m.audit_report_issued({}, say), audit.approvedOn === null ? '–' : writeDate(audit.approvedOn, say)],
    [m.audits_supplier({}, say), `${isolate(supplier.name)} (${supplier.publicId})`],
    [m.audits_site({}, say), site?.name ?? m.audits_site_none({}, say)],
    [m.audit_report_country({}, say), country === null ? m.supplier_report_country_unknown({}, say) : countryLabel(country, say)],
    [m.audit_report_address({}, say), orDash(site?.address ?? '')],
    [m.auditpapers_contact({}, say), orDash(audit.contact ?? '')],
    [m.auditpapers_licences({}, say), orDash(audit.licences ?? '')],
    [m.audit_report_products({}, say), orDash(supplier.products.join(', '))],
    [m.audit_report_results_reviewed({}, say), saidAtClosing(meeting('closing')?.resultsReviewed, say)],
    [m.audit_report_reviewed_with({}, say), orDash((meeting('closing')?.functions ?? []).join(', '))],
    [m.audit_report_signed_by({}, say), orDash(signatures.map(({ by }) => by).join(', '))],
    [m.audit_report_may_change({}, say), saidAtClosing(meeting('closing')?.mayChange, say)],
    [
      m.audit_report_previous({}, say),
      audit.previous === null ? m.audits_previous_none({}, say) : `${audit.previous.number}, ${writeDate(audit.previous.on, say)}`,
    ],
    [m.audit_report_for({}, say), organization.name],
  ];
}

function planTable({ findings, preparedAt }: AuditReport, say: Say): Block {
  return {
    kind: 'table',
    title: m.audit_report_plan_rows({}, say),
    size: 7.5,
    columns: [
      { label: m.audit_report_finding_no({}, say), share: 6 },
      { label: m.audit_report_new_or_carried({}, say), share: 7 },
      { label: m.audit_report_details({}, say), share: 20 },
      { label: m.audit_report_root_cause({}, say), share: 12 },
      { label: m.audit_report_action({}, say), share: 16 },
      { label: m.audit_report_timescale({}, say), share: 10 },
      { label: m.audit_report_verification({}, say), share: 8 },
      { label: m.audit_report_agreed({}, say), share: 9 },
      { label: m.audit_report_verified_by({}, say), share: 12 },
      { label: m.supplier_report_column_status({}, say), share: 8 },
    ],
    rows: findings.map((finding) => planRow(finding, { today: preparedAt.slice(0, 10), say })),
  };
}

function planRow(finding: AuditReportFinding, { today, say }: { today: string; say: Say }): Cell[] {
  const { no, isCarriedOver, what, grade, rootCause, actions, dueOn, status, replies } = finding;
  type Action = AuditReportFinding['actions'][number];
  const each = (write: (action: Action, index: number) => string) =>
    orDash(
      actions
        .map(write)
        .filter((text) => text !== '')
        .join('\n'),
    );
  // With more than one action, each line of a cell says whose it is.
  const of = (index: number, text: string) => (text === '' || actions.length === 1 ? text : `${index + 1}. ${text}`);
  const replied = replies.flatMap((reply) => replyLines(reply, say));
  const late = actions.flatMap((action, index) => {
    const days = action.status === 'pending' || action.status === 'in-progress' ? daysBetween(action.dueOn, today) : 0;
    return days > 0 ? [of(index, capital(m.audit_report_overdue({ count: days }, say)))] : [];
  });
  const extended = actions.flatMap(({ extensions = [] }, index) =>
    extensions.map(({ from, to, reason }) =>
      of(index, m.audit_report_extended({ from: writeDate(from, say), to: writeDate(to, say), reason }, say)),
    ),
  );
  const causes = [...new Set([rootCause, ...actions.map((action) => action.rootCause)])].filter((cause) => cause !== '');
  return [
    no,
    isCarriedOver ? m.audit_report_carried_over({}, say) : m.audit_report_new({}, say),
    { text: what, note: [capital(gradeLabel(grade, say)), ...replied].join('\n') },
    orDash(causes.join('\n')),
    actions.length === 0
      ? m.audit_report_action_open({}, say)
      : each(({ what: act, kind }, index) => of(index, m.audit_report_pair({ name: word(kind, say), value: act }, say))),
    {
      text:
        actions.length === 0 && dueOn !== null
          ? writeDate(dueOn, say)
          : each((action, index) => of(index, `${timescaleLabel(action.timescale, say)}, ${writeDate(action.dueOn, say)}`)),
      ...(extended.length === 0 ? {} : { note: extended.join('\n') }),
    },
    each(({ verification }, index) => of(index, word(verification, say))),
    each(({ agreedBy, agreedOn, responsible }, index) =>
      of(
        index,
        [
          agreedOn === null
            ? m.audit_report_not_agreed({}, say)
            : m.audit_report_agreed_on({ name: agreedBy, date: writeDate(agreedOn, say) }, say),
          responsible,
        ]
          .filter((text) => text !== '')
          .join('; '),
      ),
    ),
    each(({ evidence, verifiedOn, lookedAt, accepted }, index) =>
      of(
        index,
        [
          [verifiedOn === null ? '' : writeDate(verifiedOn, say), evidence].filter((text) => text !== '').join(': '),
          ...lookedAtLines(lookedAt, say),
          ...(accepted ? [m.audit_review_plan_accepted({ name: orDash(accepted.by), reason: accepted.reason }, say)] : []),
        ]
          .filter((text) => text !== '')
          .join('\n'),
      ),
    ),
    statusCell({ status, late, of: actions.map((action, index) => of(index, word(action.status, say))) }, say),
  ];
}

/** Open or closed, what is overdue, and how far the finding and its actions are; no word twice. */
function statusCell({ status, late, of }: { status: AuditReportFinding['status']; late: string[]; of: string[] }, say: Say): Cell {
  const state = status === 'verified' ? m.audit_report_closed({}, say) : m.audit_report_open({}, say);
  const further = [status === 'verified' ? '' : capital(statusLabel(status, say)), ...of.map(capital)];
  const note = [...new Set(further)].filter((text) => text !== '' && text !== state).join('\n');
  return { text: [state, ...late].join('\n'), strong: late.length > 0, ...(note === '' ? {} : { note }) };
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const timescaleLabel = (days: AuditReportFinding['actions'][number]['timescale'], say: Say): string =>
  days === 'immediate' ? m.corrective_actions_timescale_immediate({}, say) : m.corrective_actions_timescale_days({ days }, say);

type LookedAt = AuditReportFinding['actions'][number]['lookedAt'];

/** What a verification looked at, in one line. */
function lookedAtLines(lookedAt: LookedAt, say: Say): string[] {
  if (lookedAt === undefined) return [];
  const { documents, photographs, hasInterviews, audit } = lookedAt;
  const parts = [
    ...(audit === null ? [] : [m.corrective_actions_looked_audit({ number: audit }, say)]),
    ...(documents > 0 ? [m.audit_review_plan_documents({ count: documents }, say)] : []),
    ...(photographs > 0 ? [m.audit_review_plan_photographs({ count: photographs }, say)] : []),
    ...(hasInterviews ? [m.corrective_actions_looked_interviews({}, say)] : []),
  ];
  return parts.length === 0 ? [] : [parts.join(', ')];
}

/** The plan that was signed in the closing meeting, by its hash. Reports of before it was asked for have none. */
function signedPlanBlocks({ closingPlan }: AuditReport, say: Say): Block[] {
  if (closingPlan === undefined) return [];
  const title = m.closing_plan_report_title({}, say);
  if (closingPlan === null)
    return [
      { kind: 'heading', level: 2, text: title },
      { kind: 'paragraph', text: m.closing_plan_report_none({}, say) },
    ];
  const { version, agreedOn, site, auditor, hash, isChanged } = closingPlan;
  const named = { version, site: isolate(site), auditor: isolate(auditor), hash, date: writeDate(agreedOn, say) };
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'paragraph', text: m.closing_plan_report_signed(named, say) },
    ...(isChanged ? [{ kind: 'paragraph' as const, text: m.closing_plan_report_changed({}, say), isStrong: true }] : []),
  ];
}

/** The signatures given on site. */
export function signOffBlocks({ signatures }: AuditReport, say: Say): Block[] {
  const signed = signatures.map(({ by, says, ratio, strokes }) => ({
    title: [
      says === '' ? by : m.audit_report_pair({ name: by, value: says }, say),
      ...(strokes.length === 0 ? [m.audit_report_signed_on_paper({}, say)] : []),
    ].join('\n'),
    alt: m.audit_report_signature_of({ name: by }, say),
    ...{ ratio, strokes },
  }));
  return [
    { kind: 'heading', level: 2, text: m.audit_report_sign_off({}, say) },
    { kind: 'paragraph', text: m.audit_report_sign_off_note({}, say) },
    signed.length === 0 ? { kind: 'paragraph', text: m.audit_report_signatures_none({}, say) } : { kind: 'signatures', signatures: signed },
  ];
}
