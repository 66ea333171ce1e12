import { bandLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { formatNumber, formatPercent } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { ScrollRegion } from '~/ui/scroll-region';
import { NumberTable } from './number-table';
import type { ShownTargets } from './read-targets.server';
import {
  areaLabel,
  askedLabel,
  caseSetLabel,
  checkLabel,
  estimateLabel,
  lineLabel,
  outcomeLabel,
  reachedLabel,
  resultLabel,
  signed,
  targetLabel,
} from './target-labels';

type Report = ShownTargets['report'];

/** Every check of every target: what is asked, what was reached, met or missed. */
export function CheckTable({ checks }: { checks: ShownTargets['checks'] }) {
  return (
    <ScrollRegion label={m.targets_all()} className="max-h-[75dvh] overflow-y-auto text-sm">
      <table className="table">
        <caption className="sr-only">{m.targets_all()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.targets_column_target()}</th>
            <th scope="col">{m.targets_column_check()}</th>
            <th scope="col" className="text-end!">
              {m.targets_column_asked()}
            </th>
            <th scope="col" className="text-end!">
              {m.targets_column_reached()}
            </th>
            <th scope="col">{m.targets_column_result()}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check, at) => (
            <tr key={`${check.id} ${check.of ?? ''}`}>
              <td className="whitespace-nowrap">{checks[at - 1]?.target === check.target ? '' : targetLabel(check.target)}</td>
              <th scope="row" className="min-w-56 font-normal!">
                {checkLabel(check)}
              </th>
              <td className="text-end! whitespace-nowrap text-muted">{askedLabel(check)}</td>
              <td className="text-end! whitespace-nowrap">{reachedLabel(check)}</td>
              <td className={classNames('whitespace-nowrap', check.isMet === false && 'font-semibold')}>
                {check.isMet !== null && <Icon name={check.isMet ? 'check' : 'close'} />} {resultLabel(check.isMet)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Situations outside the bands that evidence supports; their texts are English, as the file has them. */
export function SituationTable({ off }: { off: ShownTargets['off'] }) {
  return (
    <ScrollRegion label={m.targets_face_title()} className="text-sm">
      <table className="table">
        <caption className="sr-only">{m.targets_face_title()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.targets_column_situation()}</th>
            <th scope="col" className="text-end!">
              {m.targets_column_score()}
            </th>
            <th scope="col">{m.targets_column_supported()}</th>
          </tr>
        </thead>
        <tbody>
          {off.map(({ id, situation, evidence, score, bands }) => (
            <tr key={id}>
              <th scope="row" className="min-w-56 font-normal!" lang="en">
                {situation}
                <span className="block text-xs text-muted">{evidence}</span>
              </th>
              <td className="text-end!">{formatNumber(score)}</td>
              <td className="whitespace-nowrap">{bands.map((band) => bandLabel(band)).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function ListTable({ lists }: { lists: Report['separation'] }) {
  if (lists.length === 0) return <p className="text-muted">{m.targets_lists_none()}</p>;
  return (
    <NumberTable
      caption={m.targets_lists_title()}
      nameHeader={m.targets_column_list()}
      headers={[
        m.targets_column_suppliers(),
        m.targets_column_scored(),
        m.targets_column_deviation(),
        m.targets_column_width(),
        m.targets_column_apart(),
        m.targets_column_largest(),
      ]}
      rows={lists.map(({ title, sha256, suppliers, scored, deviation, width, toldApart, bands }) => ({
        key: sha256,
        name: (
          <>
            {title} <span className="block font-mono text-xs text-muted">{sha256.slice(0, 12)}</span>
          </>
        ),
        cells: [
          formatNumber(suppliers),
          formatNumber(scored),
          formatNumber(deviation, { digits: 1 }),
          formatNumber(width),
          formatPercent(toldApart),
          formatPercent(Math.max(...Object.values(bands)) / Math.max(1, scored)),
        ],
      }))}
    />
  );
}

export function CaseTable({ sets }: { sets: Report['knownCases'] }) {
  return (
    <NumberTable
      caption={m.targets_cases_title()}
      nameHeader={m.targets_column_set()}
      headers={[m.targets_column_cases(), m.targets_column_countries(), m.targets_column_by_sector(), m.targets_column_with_product()]}
      rows={sets.map(({ set, cases, countries, bySector, withProduct }) => ({
        key: set,
        name: caseSetLabel(set),
        cells: [formatNumber(cases), formatNumber(countries), estimateLabel(bySector), estimateLabel(withProduct)],
      }))}
    />
  );
}

export function ListOfGoodsTable({ list }: { list: Report['list'] }) {
  return (
    <NumberTable
      caption={m.targets_pairs_title()}
      nameHeader={m.targets_column_outcome()}
      headers={[
        m.targets_column_pairs(),
        m.targets_column_both(),
        m.targets_column_sector_alone(),
        m.targets_column_country_alone(),
        m.targets_column_country_area(),
      ]}
      rows={list.map(({ outcome, pairs, countries }) => ({
        key: outcome,
        name: outcomeLabel(outcome),
        cells: [
          `${formatNumber(pairs.listed)} / ${formatNumber(pairs.count)}`,
          estimateLabel(pairs.area),
          estimateLabel(pairs.bySector),
          estimateLabel(pairs.byCountry),
          estimateLabel(countries.area),
        ],
      }))}
    />
  );
}

export function TotalTable({ totals }: { totals: Report['totals'] }) {
  const inUnit = (kind: Report['totals'][number]['kind'], value: number) =>
    kind === 'sector' ? formatPercent(value, { digits: 1 }) : areaLabel(value);
  return (
    <NumberTable
      caption={m.targets_totals_title()}
      nameHeader={m.targets_column_total()}
      headers={[m.targets_column_published(), m.targets_column_ours(), m.targets_column_difference()]}
      rows={totals.map(({ kind, name, published, ours, ratio }) => ({
        key: `${kind} ${name}`,
        name: <span lang="en">{name}</span>,
        cells: [inUnit(kind, published), inUnit(kind, ours), signed(ratio - 1)],
      }))}
    />
  );
}

export function LineTable({ lines }: { lines: Report['sensitivity']['lines'] }) {
  return (
    <NumberTable
      caption={m.targets_lines_title()}
      nameHeader={m.targets_column_line()}
      headers={[m.targets_column_correlation(), m.targets_column_other_band()]}
      rows={lines.map(({ line, correlation, otherBand }) => ({
        key: line,
        name: lineLabel(line),
        cells: [areaLabel(correlation), formatPercent(otherBand)],
      }))}
    />
  );
}
