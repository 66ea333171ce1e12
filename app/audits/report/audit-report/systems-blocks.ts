import type { Block } from '~/documents/pdf/block';
import { m } from '~/paraglide/messages';
import { orDash, type Say } from './labels';
import type { AuditReport } from './schema';
import type { systemElements, systemStates } from './vocabulary';

const elements = {
  policy: m.audit_report_system_policy,
  people: m.audit_report_system_people,
  procedures: m.audit_report_system_procedures,
  monitoring: m.audit_report_system_monitoring,
  remedy: m.audit_report_system_remedy,
} satisfies Record<(typeof systemElements)[number], unknown>;
const states = {
  'in-place': m.audit_report_system_in_place,
  partly: m.audit_report_system_partly,
  absent: m.audit_report_system_absent,
  'not-assessed': m.audit_report_not_assessed,
} satisfies Record<(typeof systemStates)[number], unknown>;

/** Policy, people, procedures, monitoring and remedy: what the answers show, on how many questions it rests, and what was not assessed. */
export function systemsTable({ systems = [] }: AuditReport, say: Say): Block[] {
  if (systems.length === 0) return [];
  return [
    {
      kind: 'table',
      title: m.audit_report_part_systems({}, say),
      columns: [
        { label: m.audit_report_system_element({}, say), share: 26 },
        { label: m.audit_report_system_state({}, say), share: 16 },
        { label: m.audit_report_system_met({}, say), share: 14, align: 'end' },
        { label: m.audit_report_system_rests({}, say), share: 24 },
        { label: m.audit_report_system_gaps({}, say), share: 20 },
      ],
      rows: systems.map(({ element, state, assessed, met, questions, gaps }) => [
        elements[element]({}, say),
        { text: states[state]({}, say), strong: state === 'absent' },
        assessed === 0 ? '–' : m.audit_report_system_of({ met, assessed }, say),
        orDash(questions.join(', ')),
        orDash(gaps.join(', ')),
      ]),
    },
  ];
}

/** How many elements are in each state, the worst first. */
export const systemCounts = ({ systems = [] }: AuditReport, say: Say): [state: string, count: number][] =>
  worstFirst.map((state) => [states[state]({}, say), systems.filter((each) => each.state === state).length]);
const worstFirst = ['absent', 'partly', 'not-assessed', 'in-place'] as const satisfies readonly (typeof systemStates)[number][];

/** The elements that were not assessed, named; nothing where all were. */
export function unassessedSystems({ systems = [] }: AuditReport, say: Say): Block[] {
  const missing = systems.filter(({ state }) => state === 'not-assessed').map(({ element }) => elements[element]({}, say));
  return missing.length === 0
    ? []
    : [{ kind: 'paragraph', text: m.audit_report_system_unassessed({ elements: missing.join(', ') }, say), isSmall: true }];
}
