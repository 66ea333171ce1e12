import type { HasScore } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { componentLabel, domainLabel, scoreLabel } from '~/documents/charts/labels';
import { oddsLabel, verdictSentence } from '~/documents/charts/odds-labels';
import { memberLocale } from '~/locales/member-locales';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { basisValue, childValue, peopleValue, stateSentences } from '~/risk/supplier-report/assessment-report/score-labels';
import type { LenderBlock, LenderDocument } from '~/documents/frozen-documents/lender-report/schema';
import { bandName } from '~/ui/band-badge';
import { formatDate, formatNumber, formatPercent } from '~/ui/format';
import { itemTable, notInRecord } from './report-blocks';
import type { Diligence, ReviewItem } from './read-diligence.server';

type Part = LenderDocument['parts'][number];
const tenth = (value: number) => formatNumber(value, { digits: 1 });
const signed = (value: number) => writeNumber(value, { locale: getLocale(), decimals: 1, signed: true });

/** 4: the ten principles, Performance Standard 2 in full, and whether who reviews it is independent. */
export function assessmentPart({ reviews, independence }: Diligence): Part {
  const of = (which: 'equator' | 'ps2') => reviews.find((review) => review.which === which);
  const [equator, ps2] = [of('equator'), of('ps2')];
  const tableOf = (review: typeof equator, title: string, items: readonly ReviewItem[]): LenderBlock[] => [
    { kind: 'heading', level: 2, text: title },
    ...(review && items.length > 0
      ? [
          ...(review.isHandedIn ? [] : [{ kind: 'paragraph' as const, text: m.due_diligence_report_review_open() }]),
          itemTable(title, items),
        ]
      : [notInRecord()]),
  ];
  return {
    key: 'assessment',
    title: m.due_diligence_report_part_assessment(),
    blocks: [
      ...tableOf(equator, m.due_diligence_report_equator_title(), equator?.items.filter(({ section }) => /^EQ\d/.test(section)) ?? []),
      ...tableOf(ps2, m.due_diligence_report_ps2_title(), ps2?.items ?? []),
      ...independence,
      { kind: 'heading', level: 2, text: m.due_diligence_report_ps_others_title() },
      { kind: 'paragraph', text: m.due_diligence_report_ps_others() },
    ],
  };
}

/** 5: human rights; the review's result on their assessment, and the findings by severity. */
export function rightsPart({ humanRights, reviews }: Diligence): Part {
  const asked = reviews.flatMap(({ items }) => items).find(({ key }) => key === 'EQ2');
  const gap = [...(asked?.notMet ?? []), ...(asked?.partly ?? [])].find((text) => text.startsWith('EQ2.2 '));
  return {
    key: 'rights',
    title: m.due_diligence_report_part_rights(),
    blocks: [
      ...(gap ? [{ kind: 'paragraph' as const, text: m.due_diligence_report_rights_gap({ question: gap }) }] : []),
      ...(humanRights ?? [notInRecord()]),
      { kind: 'paragraph', text: m.due_diligence_report_rights_restricted(), isSmall: true },
    ],
  };
}

/** 6: the client's risk score and its meaning, line by line, inherited risk of the project, public lists, and the tables read. */
export function inherentPart({ result, tables, deal, chain }: Diligence): Part {
  return {
    key: 'inherent',
    title: m.due_diligence_report_part_inherent(),
    blocks: [
      ...(result?.status === 'scored'
        ? scoreBlocks(result, deal.client.name)
        : [{ kind: 'paragraph' as const, text: m.due_diligence_report_inherent_none({ client: deal.client.name }) }]),
      ...chain,
      ...(tables.length > 0
        ? [
            { kind: 'heading' as const, level: 2 as const, text: m.due_diligence_report_sources_title() },
            {
              kind: 'list' as const,
              items: tables.map(({ title, producer, vintage, licence }) => ({
                lead: title,
                text: m.due_diligence_report_source({ producer, vintage, licence }),
              })),
            },
          ]
        : []),
    ],
  };
}

function scoreBlocks(result: HasScore, client: string): LenderBlock[] {
  const { score, low, high, band, asOf, engineVersion: version, components, lines } = result;
  const shown = { score: scoreLabel(score), low: scoreLabel(low), high: scoreLabel(high) };
  const say = { locale: memberLocale(getLocale()) };
  return [
    {
      kind: 'paragraph',
      isStrong: true,
      text: m.due_diligence_report_inherent_score({ client, band: bandName(band), ...shown, day: formatDate(asOf), version }),
    },
    { kind: 'paragraph', text: verdictSentence({ exact: score, probability: result.probability.point }) },
    {
      kind: 'pairs',
      title: m.due_diligence_report_part_inherent(),
      rows: [
        [m.supplier_report_basis(), basisValue(result, say)],
        [m.supplier_report_people(), peopleValue(result, say)],
        [m.supplier_report_child(), childValue(result, say)],
        [m.supplier_report_state(), stateSentences(result, say).join(' ')],
      ],
    },
    {
      kind: 'table',
      title: m.due_diligence_report_part_inherent(),
      columns: [
        { label: m.due_diligence_report_column_component(), share: 40 },
        { label: m.due_diligence_report_column_points(), share: 14, align: 'end' },
        { label: m.supplier_report_column_odds(), share: 22 },
        { label: m.supplier_report_column_error(), share: 24, align: 'end' },
      ],
      rows: [
        ...components.map(({ id, points, error, known }) => [
          componentLabel(id),
          known ? signed(points) : m.supplier_report_unknown(),
          known ? oddsLabel(points) : '–',
          tenth(error),
        ]),
        [m.supplier_report_line_inherent(), tenth(lines.inherent), '', ''],
      ],
    },
  ];
}

/** 7: what the client does about it: the management system of the review, and the controls that the score credits. */
export function systemPart({ result, reviews }: Diligence): Part {
  const items = reviews.flatMap(({ items: each }) => each.filter(({ key }) => key === 'EQ4' || key === 'EQ5' || key === 'EQ6'));
  const domains = result?.status === 'scored' ? result.domains.filter(({ questions }) => questions > 0) : [];
  return {
    key: 'system',
    title: m.due_diligence_report_part_system(),
    blocks: [
      ...(items.length > 0 ? [itemTable(m.due_diligence_report_part_system(), items)] : [notInRecord()]),
      { kind: 'heading', level: 2, text: m.due_diligence_report_controls_title() },
      ...(domains.some(({ answered }) => answered > 0)
        ? [
            {
              kind: 'table' as const,
              title: m.due_diligence_report_controls_title(),
              columns: [
                { label: m.due_diligence_report_column_domain(), share: 50 },
                { label: m.due_diligence_report_column_answered(), share: 25, align: 'end' as const },
                { label: m.due_diligence_report_column_effect(), share: 25, align: 'end' as const },
              ],
              rows: domains.map(({ domain, answered, questions, effectiveness }) => [
                domainLabel(domain),
                m.due_diligence_report_points_of({ points: formatNumber(answered), max: formatNumber(questions) }),
                formatPercent(effectiveness),
              ]),
            },
          ]
        : [{ kind: 'paragraph' as const, text: m.due_diligence_report_controls_none() }]),
    ],
  };
}
