import type { Scored } from '#scoring';
import { BandLine } from '~/charts/band-line';
import { readingOf } from '~/charts/words';
import { m } from '~/paraglide/messages';
import { bandName, ConfidenceWord } from '~/ui/band-badge';
import { formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';

type IsScored = Extract<Scored, { status: 'scored' }>;

/** The score on its line, and its band, interval, confidence and coverage in words. */
export function ScoreSummary({ result }: { result: IsScored }) {
  const { score, low, high, band, bandLow, bandHigh, confidence, coverage, components } = result;
  const tenth = (value: number) => formatNumber(value, { digits: 1 });
  return (
    <div className="grid gap-6">
      <BandLine reading={readingOf(result)} />
      <KeyValueList
        columns={2}
        pairs={[
          {
            key: 'band',
            label: m.method_summary_band(),
            value: <strong>{bandName(band)}</strong>,
            note: m.method_summary_score({ score: tenth(score) }),
          },
          {
            key: 'interval',
            label: m.method_summary_interval(),
            value: m.shell_interval({ low: tenth(low), high: tenth(high) }),
            note:
              bandLow === bandHigh
                ? m.method_summary_same_band({ band: bandName(bandLow) })
                : m.method_summary_bands({ low: bandName(bandLow), high: bandName(bandHigh) }),
          },
          {
            key: 'confidence',
            label: m.method_summary_confidence(),
            value: <ConfidenceWord confidence={confidence.grade} />,
            note: m.method_summary_confidence_note({ value: formatNumber(confidence.value, { digits: 2 }) }),
          },
          {
            key: 'coverage',
            label: m.method_summary_coverage(),
            value: formatPercent(coverage),
            note: m.method_summary_coverage_note({ known: components.filter(({ known }) => known).length, total: components.length }),
          },
        ]}
      />
    </div>
  );
}
