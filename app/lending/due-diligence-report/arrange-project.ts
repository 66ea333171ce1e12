import { bandName } from '~/ui/band-badge';
import { bands } from '#scoring';
import { designatedListOn } from '~/lending/categorisation/designation';
import { hostCountriesLabel, moneyLabel, riskFigure } from './record-labels';
import { criterionLabel, outcomeLabel, scopeLabel } from '~/lending/applicability/labels';
import {
  categoryLabel,
  decisionLabel,
  partLabel,
  productLabel,
  projectSectorLabel,
  roleLabel,
  stageLabel,
  stateLabel,
  themeLabel,
} from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import type { LenderDocument } from '~/documents/frozen-documents/lender-report/schema';
import { formatCountry, formatDate, formatNumber } from '~/ui/format';
import { itemTable, notInRecord } from './report-blocks';
import type { Diligence } from './read-diligence.server';

type Part = LenderDocument['parts'][number];

const unknown = () => m.shell_unknown();

/** 1: the deal, its project, its category with the reasons, and the categorisation history. */
export function projectPart({ deal }: Diligence): Part {
  const { record, client, categories, number, status, steps } = deal;
  const [newest] = categories;
  return {
    key: 'project',
    title: m.due_diligence_report_part_project(),
    blocks: [
      {
        kind: 'pairs',
        title: m.due_diligence_report_part_project(),
        rows: [
          [m.deals_number(), number],
          [m.deals_project(), record.projectName],
          [m.deals_client(), `${client.name} (${client.publicId})`],
          [m.deals_sponsor(), record.sponsor || unknown()],
          [m.deals_countries(), hostCountriesLabel(record.hostCountries)],
          [m.deals_sector(), [projectSectorLabel(record.sector), record.sectorCode].filter(Boolean).join(' · ')],
          [m.deals_product(), productLabel(record.product)],
          [m.deals_stage(), stageLabel(record.stage)],
          [m.deals_role(), roleLabel(record.lenderRole)],
          [m.deals_capital_cost(), moneyLabel(record.capitalCostMinor, record.currency)],
          [m.deals_loan_total(), moneyLabel(record.loanTotalMinor, record.currency)],
          [m.deals_commitment(), moneyLabel(record.commitmentMinor, record.currency)],
          [m.deals_signed_on(), record.signedOn ? formatDate(record.signedOn) : unknown()],
          [m.deals_closed_on(), record.closedOn ? formatDate(record.closedOn) : unknown()],
          [m.deals_status(), stateLabel(status)],
        ],
      },
      { kind: 'heading', level: 2, text: m.due_diligence_report_category_title() },
      ...(newest
        ? [
            { kind: 'paragraph' as const, text: categoryLabel(newest.category), isStrong: true },
            {
              kind: 'list' as const,
              items: Object.entries(newest.reasons).map(([theme, text]) => ({ lead: themeLabel(theme), text })),
            },
          ]
        : [notInRecord()]),
      ...(categories.length > 1
        ? [
            { kind: 'heading' as const, level: 3 as const, text: m.due_diligence_report_category_before() },
            {
              kind: 'list' as const,
              items: categories.slice(1).map(({ at, category, by, reasons }) => ({
                lead: `${formatDate(at)} · ${category}${by ? ` · ${by}` : ''}`,
                text: Object.values(reasons).join(' '),
              })),
            },
          ]
        : []),
      ...(steps.some(({ decision }) => decision !== null)
        ? [
            { kind: 'heading' as const, level: 2 as const, text: m.due_diligence_report_decisions_title() },
            {
              kind: 'list' as const,
              items: steps
                .filter(({ decision }) => decision !== null)
                .map(({ at, decision, by, reason }) => ({
                  lead: `${formatDate(at)} · ${decisionLabel(decision ?? '')}${by ? ` · ${by}` : ''}`,
                  text: reason,
                })),
            },
          ]
        : []),
    ],
  };
}

/** 2: what the principles ask of it, by which standards, and what the due diligence itself held. */
export function scopePart({ deal, reviews }: Diligence): Part {
  const [test] = deal.scopes;
  const documents = reviews.flatMap(({ which, items }) => (which === 'equator' ? items.filter(({ section }) => section === 'EQD') : []));
  const unmet = documents.flatMap(({ notMet, partly }) => [...notMet, ...partly]);
  return {
    key: 'scope',
    title: m.due_diligence_report_part_scope(),
    blocks: [
      ...(test
        ? [
            {
              kind: 'paragraph' as const,
              text: m.due_diligence_report_scope_result({
                result: scopeLabel(test.result),
                edition: test.edition,
                day: formatDate(test.at),
              }),
              isStrong: true,
            },
            ...(test.exception
              ? [{ kind: 'paragraph' as const, text: m.due_diligence_report_scope_exception({ reason: test.exception }) }]
              : []),
            ...(test.fits ? [] : [{ kind: 'paragraph' as const, text: m.due_diligence_report_scope_stale() }]),
            {
              kind: 'table' as const,
              title: m.due_diligence_report_part_scope(),
              columns: [
                { label: m.due_diligence_report_column_criterion(), share: 70 },
                { label: m.due_diligence_report_column_outcome(), share: 30 },
              ],
              rows: test.criteria.map((criterion) => [criterionLabel(criterion), outcomeLabel(criterion)]),
            },
          ]
        : [notInRecord()]),
      { kind: 'heading', level: 2, text: m.due_diligence_report_standards_title() },
      {
        kind: 'paragraph',
        text:
          deal.designation.kind === 'unknown'
            ? m.due_diligence_report_standards_unknown({ day: formatDate(designatedListOn) })
            : deal.designation.kind === 'designated'
              ? m.due_diligence_report_standards_designated({ day: formatDate(designatedListOn) })
              : m.due_diligence_report_standards_other({
                  countries: deal.designation.nonDesignated.map((code) => formatCountry(code)).join(', '),
                  day: formatDate(designatedListOn),
                }),
      },
      { kind: 'heading', level: 2, text: m.due_diligence_report_documents_title() },
      ...(documents.length > 0
        ? [
            itemTable(m.due_diligence_report_documents_title(), documents),
            ...(unmet.length > 0 ? [{ kind: 'list' as const, items: unmet.map((lead) => ({ lead })) }] : []),
          ]
        : [notInRecord()]),
    ],
  };
}

/** 3: known suppliers, contractors, recruiters and accommodation, and facts about the workforce. */
export function chainPart({ deal, parties, links, reviews }: Diligence): Part {
  const workforce = reviews.flatMap(({ said }) => said.filter(({ key }) => key.startsWith('EQW.')));
  const count = (kind: string) => formatNumber(links[kind] ?? 0);
  const riskOf = (score: (typeof parties)[number]['score']) =>
    score === null ? bandName(null) : riskFigure({ ...score, band: bands.find((band) => band === score.band) ?? null });
  return {
    key: 'chain',
    title: m.due_diligence_report_part_chain(),
    blocks: [
      {
        kind: 'paragraph',
        text: m.due_diligence_report_chain_counts({
          client: deal.client.name,
          suppliers: formatNumber((links.supplies ?? 0) + (links.subcontracts ?? 0)),
          providers: count('recruits'),
        }),
      },
      ...(parties.length > 0
        ? [
            {
              kind: 'table' as const,
              title: m.due_diligence_report_part_chain(),
              size: 8,
              columns: [
                { label: m.due_diligence_report_column_company(), share: 34 },
                { label: m.due_diligence_report_column_part(), share: 22 },
                { label: m.deals_country(), share: 18 },
                { label: m.due_diligence_report_column_risk(), share: 26 },
              ],
              rows: parties.map(({ name, note, part, country, score }) => [
                { text: name, ...(note ? { note } : {}) },
                partLabel(part),
                country ? formatCountry(country) : unknown(),
                riskOf(score),
              ]),
            },
          ]
        : [{ kind: 'paragraph' as const, text: m.due_diligence_report_chain_none() }]),
      { kind: 'heading', level: 2, text: m.due_diligence_report_workforce_title() },
      ...(workforce.length > 0
        ? [
            {
              kind: 'pairs' as const,
              title: m.due_diligence_report_workforce_title(),
              rows: workforce.map(({ text, answer }): [string, string] => [text, answer]),
            },
          ]
        : [notInRecord()]),
    ],
  };
}
