import type { ValidationReport } from '#scoring';
import { factWord } from '~/locales/method-words';
import { m } from '~/paraglide/messages';
import { formatNumber, formatPercent } from '~/ui/format';
import { NumberTable } from './validation-table';
import { areaWord, outcomeWord } from './validation-words';

type Calibration = ValidationReport['calibration'];
type Stability = ValidationReport['stability'][number];

const points = (value: number) => areaWord(value, 1);
const share = (value: number) => formatPercent(value, { digits: 1 });

/** Whether intervals hold what is hidden, and what is measured with error. */
export function CalibrationTables({ calibration }: { calibration: Calibration }) {
  const { suppliers, facts, errors, blend } = calibration;
  const gaps = facts.filter((each) => each.coverage < 1);
  const [first] = errors;
  return (
    <div className="grid gap-4">
      <NumberTable
        caption={m.validation_calibration_title()}
        nameHeader={m.validation_column_hidden()}
        headers={[
          m.validation_column_suppliers(),
          m.validation_column_held(),
          m.validation_column_width(),
          m.validation_column_bias(),
          m.validation_column_error(),
          m.validation_column_enough(),
        ]}
        rows={suppliers.map(({ hidden, suppliers: count, coverage, width, bias, error, enough }) => ({
          key: hidden,
          name: hidden === 'facts' ? m.validation_hidden_facts() : m.validation_hidden_answers(),
          cells: [formatNumber(count), share(coverage), points(width), points(bias), points(error), share(enough)],
        }))}
      />
      <p className="max-w-prose">{m.validation_calibration_reading()}</p>
      <h3>{m.validation_facts_title()}</h3>
      <NumberTable
        caption={m.validation_facts_title()}
        nameHeader={m.validation_column_fact()}
        headers={[m.validation_column_held(), m.validation_column_width(), m.validation_column_error()]}
        rows={facts.map(({ fact, coverage, width, error }) => ({
          key: fact,
          name: factWord(fact),
          isStrong: coverage < 1,
          cells: [share(coverage), points(width), points(error)],
        }))}
      />
      {gaps.map(({ fact }) => (
        <p key={fact} className="max-w-prose">
          {m.validation_facts_gap({ fact: factWord(fact) })}
        </p>
      ))}
      <h3>{m.validation_errors_title()}</h3>
      <p className="max-w-prose">
        {m.validation_errors_lead({ countries: formatNumber(first?.countries ?? 0), truths: formatNumber(first?.truths ?? 0) })}
      </p>
      <NumberTable
        caption={m.validation_errors_title()}
        nameHeader={m.validation_column_errors()}
        headers={[m.validation_column_promised(), m.validation_column_held()]}
        rows={errors.map(({ errors: kind, nominal, coverage }) => ({
          key: kind,
          name: kind === 'together' ? m.validation_errors_together() : m.validation_errors_apart(),
          cells: [share(nominal), share(coverage)],
        }))}
      />
      <p className="max-w-prose">
        {m.validation_blend({
          complete: formatNumber(blend.complete),
          coverage: share(blend.coverage),
          error: areaWord(blend.error, 3),
          bias: areaWord(blend.bias, 3),
        })}
      </p>
    </div>
  );
}

/** How the ranks and the areas move when the weights of the country figure are drawn. */
export function StabilityTables({ stability }: { stability: readonly Stability[] }) {
  const nameOf = ({ weights }: Stability) => (weights === 'half' ? m.validation_weights_half() : m.validation_weights_any());
  const areas = stability.flatMap((each) => each.areas.map((area) => ({ each, ...area })));
  return (
    <div className="grid gap-4">
      <NumberTable
        caption={m.validation_stability_title()}
        nameHeader={m.validation_column_weights()}
        headers={[
          m.validation_column_correlation(),
          m.validation_column_places(),
          m.validation_column_settled(),
          m.validation_column_top(),
        ]}
        rows={stability.map((each) => ({
          key: each.weights,
          name: nameOf(each),
          cells: [
            rangeWord(each.correlation, areaWord),
            m.validation_places({ middle: formatNumber(each.rankWidth.middle), most: formatNumber(each.rankWidth.most) }),
            share(each.settledPairs),
            rangeWord(each.topKept, (value) => formatPercent(value)),
          ],
        }))}
      />
      <h3>{m.validation_stability_areas()}</h3>
      <NumberTable
        caption={m.validation_stability_areas()}
        nameHeader={m.validation_column_weights()}
        headers={[
          m.validation_column_outcome(),
          m.validation_figure_country(),
          m.validation_column_drawn(),
          m.validation_column_most(),
          m.validation_column_below(),
        ]}
        rows={areas.map(({ each, outcome, ours, drawn, belowOurs }) => ({
          key: `${each.weights} ${outcome}`,
          name: nameOf(each),
          cells: [outcomeWord(outcome), areaWord(ours), rangeWord(drawn, areaWord), areaWord(drawn.most), share(belowOurs)],
        }))}
      />
    </div>
  );
}

function rangeWord({ low, middle, high }: Stability['correlation'], write: (value: number) => string): string {
  return m.validation_estimate({ value: write(middle), low: write(low), high: write(high) });
}
