import type { Block } from '~/documents/pdf/block';
import { countryLabel, writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { shortCodes } from './item-groups';
import { orDash, type Say } from './labels';
import type { ReportLaw } from './evidence-schema';
import type { AuditReport } from './schema';

const certainties = {
  confirmed: m.national_law_confirmed,
  'second-hand': m.national_law_second_hand,
  'to-be-checked': m.national_law_to_be_checked,
} satisfies Record<ReportLaw['requirements'][number]['certainty'], unknown>;

/** The legal requirements that questions were held against, each with law, article and how certain it is. Reports of before they were printed have none. */
export function lawBlocks({ law, clusters, further = [] }: AuditReport, say: Say): Block[] {
  if (law === undefined) return [];
  const title = m.audit_report_requirements({}, say);
  const heading: Block = { kind: 'heading', level: 2, text: title };
  if (law === null || law.requirements.length === 0)
    return [heading, { kind: 'paragraph', text: m.audit_report_requirements_none({}, say) }];
  const questions = [
    ...clusters.flatMap((each) => each.questions),
    ...further.flatMap(({ sections }) => sections.flatMap((each) => each.questions)),
  ];
  const heldAgainst = (no: string) => questions.filter(({ requirements = [] }) => requirements.includes(no)).map(({ code }) => code);
  return [
    heading,
    {
      kind: 'paragraph',
      text: m.audit_report_requirements_note({ country: countryLabel(law.country, say), date: writeDate(law.on, say) }, say),
      isSmall: true,
    },
    {
      kind: 'table',
      title,
      ...{ size: 7.5, isDense: true },
      columns: [
        { label: m.audit_report_finding_no({}, say), share: 6 },
        { label: m.audit_report_requirement({}, say), share: 41 },
        { label: [m.audit_report_law({}, say), m.audit_report_certainty({}, say)].join(' · '), share: 33 },
        { label: m.audit_report_held_against({}, say), share: 20 },
      ],
      rows: law.requirements.map(({ no, text, law: article, certainty, checkedOn, url }) => [
        no,
        text,
        {
          text: orDash(article),
          note: [`${certainties[certainty]({}, say)}, ${writeDate(checkedOn, say)}`, ...(url ? [url] : [])].join('\n'),
        },
        shortCodes(heldAgainst(no)),
      ]),
    },
  ];
}
