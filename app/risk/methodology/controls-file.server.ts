import { engineVersion, scoringInstrumentKeys } from '#scoring';
import { csvLine } from '~/platform/lists/csv';
import {
  type ControlLimit,
  type ControlQuestionnaire,
  type ControlRow,
  type Controls,
  readControls,
  readQuestionnaire,
} from './read-controls.server';

const columns = [
  ...[
    'questionnaire',
    'key',
    'question',
    'type',
    'domain',
    'domain_weight',
    'weight',
    'weights_in_domain',
    'weight_left_out',
    'most_points',
  ],
  ...[
    'answer_values',
    'may_be_not_applicable',
    'not_asked_when',
    'evidence_void_when',
    'value_at_most',
    'finding_grade',
    'finding_indicator',
  ],
  ...['licence', 'method', 'as_of'],
];

/** Every question of every version of the questionnaires that score as CSV, in English, with a byte order mark; no cell is read as a formula. */
export function controlsCsv(asOf: string): string {
  const { values } = readControls(asOf, 'en');
  const rows = scoringInstrumentKeys()
    .map((key) => readQuestionnaire(key, { asOf, locale: 'en' }))
    .flatMap((questionnaire) => questionnaire.rows.map((row) => [...cellsOf(row, questionnaire, values), engineVersion, asOf]));
  return `\ufeff${[columns, ...rows].map((row) => csvLine(row)).join('')}`;
}

function cellsOf(row: ControlRow, { key, domains, licence }: ControlQuestionnaire, values: Controls['values']) {
  const { kind, domain, raises } = row;
  const of = domains.find((each) => each.domain === domain);
  const counts = kind !== 'RF' && kind !== 'FACT';
  return [
    ...[key, row.key, row.text.text, kind, domain, of?.weight ?? null, row.weight],
    ...[counts ? (of?.asked ?? null) : null, counts ? (of?.leftOut ?? null) : null, row.mostPoints],
    counts ? valuesText(row, kind, values) : null,
    row.mayBeNotApplicable ? 'yes' : 'no',
    ...[limitText(row, ['parent', 'ticked']), limitText(row, ['flag', 'indicator']), limitText(row, ['cap', 'ceiling'])],
    ...[raises?.grade ?? null, raises?.indicator ?? null, licence],
  ];
}

/** "yes 1; partial 0.5; no 0"; of ticks what none is worth, and what each adds: "none 0; pay +0.25; hours +0.25" */
function valuesText({ worth, base }: ControlRow, kind: Exclude<ControlRow['kind'], 'RF' | 'FACT'>, values: Controls['values']): string {
  if (kind === 'PICK') return worth.map(({ answer, value }) => `${answer} ${value}`).join('; ');
  if (kind === 'TICKS')
    return [`none ${base}`, ...worth.map(({ answer, value }) => `${answer} ${value < 0 ? value : `+${value}`}`)].join('; ');
  return kind === 'PCT' ? 'percentage / 100' : values[kind].map(({ answer, value }) => `${answer} ${value}`).join('; ');
}

const limitText = ({ limits }: ControlRow, kinds: readonly ControlLimit['kind'][]): string | null =>
  limits
    .filter(({ kind }) => kinds.includes(kind))
    .map(oneLimit)
    .join('; ') || null;

function oneLimit(limit: ControlLimit): string {
  switch (limit.kind) {
    case 'parent':
      return `${limit.question} is ${limit.unless.join(' or ')}`;
    case 'ticked':
      return `${limit.question} does not tick ${limit.ticked.join(' or ')}`;
    case 'flag':
      return `${limit.question} is ${limit.is.join(' or ')}`;
    case 'indicator':
      return `a finding with indicator ${limit.indicator} is not verified`;
    case 'cap':
      return `${limit.cap} while ${limit.question} is below ${limit.below}`;
    case 'ceiling':
      return `${limit.question} / 100`;
  }
}
