import type { EarlierResult } from '~/risk/scores/earlier-result';
import { writeNumber } from '~/documents/charts/numbers';
import { componentLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { BandBadge } from '~/ui/band-badge';
import { type Column, DataTable } from '~/ui/data-table';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { isComponent } from './labels';

const tenth = (value: number) => writeNumber(value, { locale: getLocale(), decimals: 1 });
type Line = { key: string; label: string; points: number };

/** A score of an earlier method as the dated document it is: what it stated, without a new computation and without comparison. */
export function EarlierScore({ result, version, asOf }: { result: EarlierResult; version: string; asOf: string }) {
  const { score, low, high, band, confidence, components } = result;
  const columns: Column<Line>[] = [
    { key: 'line', header: m.method_column_component(), cell: ({ label }) => label },
    { key: 'points', header: m.method_column_points(), align: 'end', cell: ({ points }) => tenth(points) },
  ];
  const table = (caption: string, rows: Line[]) => <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />;
  return (
    <>
      <Notice title={m.scores_earlier_title({ version, date: formatDate(asOf) })}>{m.scores_earlier_text()}</Notice>
      <div className="mt-6">
        <KeyValueList
          columns={2}
          pairs={[
            {
              key: 'score',
              label: m.method_score(),
              value: score === null ? m.shell_band_none() : m.scores_of_hundred({ score: tenth(score) }),
            },
            { key: 'band', label: m.method_summary_band(), value: <BandBadge band={band} /> },
            ...(low === null || high === null
              ? []
              : [{ key: 'interval', label: m.method_summary_interval(), value: m.shell_interval({ low: tenth(low), high: tenth(high) }) }]),
            ...(confidence === null
              ? []
              : [{ key: 'confidence', label: m.scores_earlier_confidence(), value: confidenceLabel(confidence) }]),
          ]}
        />
      </div>
      {result.lines && (
        <Section id="lines" title={m.scores_earlier_lines()}>
          {table(m.scores_earlier_lines(), linesOf(result.lines))}
        </Section>
      )}
      {components.length > 0 && (
        <Section id="components" title={m.method_components_title()}>
          {table(
            m.method_components_title(),
            components.map(({ id, label, points }) => ({ key: id, label: isComponent(id) ? componentLabel(id) : label || id, points })),
          )}
        </Section>
      )}
    </>
  );
}

function linesOf({ inherent, controlCredit, findingsUplift, overrideUplift }: NonNullable<EarlierResult['lines']>): Line[] {
  return [
    { key: 'inherent', label: m.scores_earlier_inherent(), points: inherent },
    { key: 'credit', label: m.method_step_credit(), points: controlCredit },
    { key: 'findings', label: m.method_step_findings(), points: findingsUplift },
    { key: 'overrides', label: m.method_step_overrides(), points: overrideUplift },
  ];
}

const confidences: Readonly<Record<string, (() => string) | undefined>> = {
  low: m.scores_earlier_confidence_low,
  medium: m.scores_earlier_confidence_medium,
  high: m.scores_earlier_confidence_high,
};
const confidenceLabel = (grade: string): string => confidences[grade]?.() ?? grade;
