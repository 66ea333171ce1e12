import { totalLabel } from '~/audits/conclusion/screening-labels';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { readSigns } from './read-signs';
import { useRecorder } from './recorder-context';
import { answersOf } from './proposals';

const strengths = ['strong', 'medium', 'weak'] as const;
/** Styles that make blocks of rows must not take away what the table is to a screen reader. */
const as = (role: string) => ({ role });

/** The operational indicators answered so far, by dimension, read twice: unknown as absent, and as present. */
export function SignsReading() {
  const { recording } = useRecorder();
  const { pack } = recording;
  if (!pack.signs) return null;
  const reading = readSigns(pack.signs, answersOf(recording));
  const yesNo = (is: boolean) => (is ? m.recorder_yes() : m.recorder_no());
  type Dimension = (typeof reading.dimensions)[number];
  const columns: { head: string; isNumber: boolean; text: (dimension: Dimension) => string }[] = [
    ...strengths.map((strength) => ({
      ...{ head: strengthWords[strength](), isNumber: true },
      text: ({ counts }: Dimension) => formatNumber(counts[strength]),
    })),
    { head: m.screening_state_unknown(), isNumber: true, text: ({ unknown }) => formatNumber(unknown) },
    { head: m.recorder_reading_lower(), isNumber: false, text: ({ lower }) => yesNo(lower) },
    { head: m.recorder_reading_upper(), isNumber: false, text: ({ upper }) => yesNo(upper) },
  ];
  return (
    <section className="grid gap-3" aria-labelledby="signs-reading">
      <h3 id="signs-reading">{m.recorder_signs_title()}</h3>
      <p className="max-w-prose text-muted">{m.recorder_signs_lead()}</p>
      <section
        aria-label={m.shell_table_scroll({ caption: m.recorder_signs_title() })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto"
      >
        <table className="table stacked-table" {...as('table')}>
          <thead {...as('rowgroup')}>
            <tr {...as('row')}>
              <th scope="col" {...as('columnheader')}>
                {m.screening_dimension()}
              </th>
              {columns.map(({ head, isNumber }) => (
                <th key={head} scope="col" {...as('columnheader')} className={isNumber ? 'text-end' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...as('rowgroup')}>
            {reading.dimensions.map((dimension) => (
              <tr key={dimension.code} {...as('row')}>
                <th scope="row" {...as('rowheader')} className="text-start font-normal">
                  {pack.sections.find(({ key }) => key === dimension.code)?.title ?? dimension.code}
                </th>
                {columns.map(({ head, isNumber, text }) => (
                  <td key={head} {...as('cell')} data-head={head} className={isNumber ? 'text-end tabular-nums' : undefined}>
                    {text(dimension)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="max-w-prose">
        {m.screening_lower()} <strong>{totalLabel(reading.lower)}</strong> {m.screening_upper()}{' '}
        <strong>{totalLabel(reading.upper)}</strong>
      </p>
    </section>
  );
}

const strengthWords = {
  strong: m.templates_strength_strong,
  medium: m.templates_strength_medium,
  weak: m.templates_strength_weak,
};
