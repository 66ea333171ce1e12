import { writeNumber } from '~/documents/charts/numbers';
import { sectorName } from '~/locales/sector-names';
import { countryLabel } from '~/documents/pdf/labels';
import { factLabel, writeFact } from '~/suppliers/fields/reported/fact-text';
import { m } from '~/paraglide/messages';
import type { Block, Part } from '~/documents/pdf/block';
import { acceptedBlocks } from './part-accepted';
import { contradictionBlocks } from './part-contradictions';
import { isLeftOpen } from './item-groups';
import type { AuditReport } from './schema';
import { scopeBlocks } from './scope-blocks';
import { momentLabel } from './moment-label';
import { countLabel, orDash, type Say, saidAtClosing, word } from './labels';

/** 4: what the site is. */
export function siteProfilePart(model: AuditReport, say: Say): Part {
  const { supplier, site, agencies, gathered } = model;
  const known = (text: string) => (text === '' ? m.audit_report_unknown({}, say) : text);
  const blocks: Block[] = [
    {
      kind: 'pairs',
      title: m.audit_report_part_site({}, say),
      rows: [
        [
          m.audit_report_address({}, say),
          known([site?.address ?? '', site?.country ? countryLabel(site.country, say) : ''].filter(Boolean).join(', ')),
        ],
        [m.auditpapers_contact({}, say), known(model.audit.contact ?? '')],
        [m.auditpapers_licences({}, say), known(model.audit.licences ?? '')],
        [m.audit_report_products({}, say), known(supplier.products.join(', '))],
        [
          m.supplier_report_fact_sector({}, say),
          supplier.sector === null ? known('') : (sectorName(supplier.sector, say) ?? supplier.sector),
        ],
        [m.audit_report_owner({}, say), known(supplier.parent ?? '')],
        [m.audit_report_agencies({}, say), known(agencies.join(', '))],
      ],
    },
  ];
  for (const { title, rows } of gathered) {
    blocks.push({ kind: 'heading', level: 2, text: title });
    blocks.push({ kind: 'pairs', title, rows: rows.map(({ text, answer }): [string, string] => [text, answer]), isLong: true });
  }
  if (gathered.length === 0) blocks.push({ kind: 'paragraph', text: m.audit_report_gathered_none({}, say) });
  return { key: 'site', title: m.audit_report_part_site({}, say), blocks };
}

/** 5: who works there, and whom the team planned to hear. */
export function workforcePart(model: AuditReport, say: Say): Part {
  const { workforce, plannedInterviews, interviews } = model;
  const name = (field: string, label: string) =>
    label !== '' ? label : field === 'femaleShare' ? m.audit_report_female_share({}, say) : (factLabel(field, say) ?? field);
  const blocks: Block[] = [
    {
      kind: 'table',
      title: m.audit_report_part_workforce({}, say),
      columns: [
        { label: m.audit_report_group({}, say), share: 70 },
        { label: m.audit_report_people({}, say), share: 30, align: 'end' },
      ],
      rows: workforce.map(({ field, label, value }) => [
        name(field, label),
        value === null ? m.audit_report_unknown({}, say) : writeFact(value, say),
      ]),
    },
    { kind: 'heading', level: 2, text: m.audit_report_sample({}, say) },
    {
      kind: 'paragraph',
      text:
        plannedInterviews.by.length === 0
          ? m.audit_report_sample_planned_all({ people: writeNumber(plannedInterviews.people, say) }, say)
          : m.audit_report_sample_planned(
              {
                people: writeNumber(plannedInterviews.people, say),
                by: plannedInterviews.by.map((dimension) => word(dimension, say)).join(', '),
              },
              say,
            ),
    },
    {
      kind: 'paragraph',
      text:
        interviews.state === 'told'
          ? m.audit_report_sample_heard({ people: countLabel(interviews.people, say) }, say)
          : m.audit_report_not_yet({}, say),
    },
  ];
  return { key: 'workforce', title: m.audit_report_part_workforce({}, say), blocks };
}

/** 6: whom the team met, when, for how long, and what it could not do. */
export function parametersPart(model: AuditReport, say: Say): Part {
  const { audit, meetings } = model;
  const saysWorkers = { present: m.audit_report_reps_present, absent: m.audit_report_reps_absent, 'none-exist': m.audit_report_reps_none };
  const blocks: Block[] = [
    ...scopeBlocks(model, say),
    {
      kind: 'pairs',
      title: m.audit_report_part_parameters({}, say),
      rows: [
        [m.audit_report_checklist({}, say), `${audit.checklist.title} (${audit.checklist.key})`],
        ...(model.further ?? []).map(({ key, title }): [string, string] => [m.audits_further({}, say), `${title} (${key})`]),
        [m.audits_purpose({}, say), orDash(audit.purpose)],
      ],
    },
  ];
  for (const { key, at, until, functions, saysWorkers: said, notes, resultsReviewed, mayChange, offset } of inOrder(meetings)) {
    blocks.push({ kind: 'heading', level: 2, text: word(key, say) });
    blocks.push({
      kind: 'pairs',
      title: word(key, say),
      rows: [
        [m.audit_report_time_in({}, say), momentLabel(at, { offset, say })],
        [m.audit_report_time_out({}, say), momentLabel(until, { offset, say })],
        ...(key === 'presence' && functions.length === 0
          ? []
          : ([
              [m.audit_report_met({}, say), orDash(functions.join(', '))],
              [m.audit_report_reps({}, say), said === null ? m.audit_report_unknown({}, say) : saysWorkers[said]({}, say)],
            ] as [string, string][])),
        ...(key === 'closing'
          ? ([
              [m.audit_report_results_reviewed({}, say), saidAtClosing(resultsReviewed, say)],
              [m.audit_report_may_change({}, say), saidAtClosing(mayChange, say)],
            ] as [string, string][])
          : []),
        ...(key === 'presence' && notes === '' ? [] : ([[m.audit_report_notes({}, say), orDash(notes)]] as [string, string][])),
      ],
    });
  }
  if (meetings.length === 0) blocks.push({ kind: 'paragraph', text: m.audit_report_meetings_none({}, say) });
  const unverified = model.clusters.flatMap(({ questions }) => questions.filter(isLeftOpen));
  blocks.push({ kind: 'heading', level: 2, text: m.audit_report_limits({}, say) });
  blocks.push({ kind: 'paragraph', text: unverifiedText(model, unverified.length, say) });
  if (unverified.length > 0) blocks.push({ kind: 'paragraph', text: unverified.map(({ code }) => code).join(', '), isSmall: true });
  blocks.push(...contradictionBlocks(model, say), ...acceptedBlocks(model, say));
  return { key: 'parameters', title: m.audit_report_part_parameters({}, say), blocks };
}

/** What a draft has not assessed may still be assessed; of an approved audit it could not be. */
const unverifiedText = ({ state }: AuditReport, questions: number, say: Say): string =>
  state === 'draft'
    ? m.audit_report_pair({ name: m.audit_report_not_yet_assessed({}, say), value: writeNumber(questions, say) }, say)
    : m.audit_report_unverified({ questions }, say);

/** The opening first, then the closing, then who was there when. */
const inOrder = (meetings: AuditReport['meetings']) =>
  [...meetings].sort((a, b) => meetingOrder.indexOf(a.key) - meetingOrder.indexOf(b.key));
const meetingOrder = ['opening', 'closing', 'presence'];
