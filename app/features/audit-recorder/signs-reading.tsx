import { totalWord } from '~/features/assessment/screening-words';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { readSigns } from './read-signs';
import { useRecorder } from './recorder-context';
import { answersOf } from './section-list';

const strengths = ['strong', 'medium', 'weak'] as const;

/** The operational indicators as answered so far, by dimension, read twice: what nobody knows as absent, and as present. */
export function SignsReading() {
  const { recording } = useRecorder();
  const { pack } = recording;
  if (!pack.signs) return null;
  const reading = readSigns(pack.signs, answersOf(recording));
  const yesNo = (is: boolean) => (is ? m.recorder_yes() : m.recorder_no());
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
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{m.screening_dimension()}</th>
              {strengths.map((strength) => (
                <th key={strength} scope="col" className="text-end">
                  {strengthWords[strength]()}
                </th>
              ))}
              <th scope="col" className="text-end">
                {m.screening_state_unknown()}
              </th>
              <th scope="col">{m.recorder_reading_lower()}</th>
              <th scope="col">{m.recorder_reading_upper()}</th>
            </tr>
          </thead>
          <tbody>
            {reading.dimensions.map(({ code, counts, unknown, lower, upper }) => (
              <tr key={code}>
                <th scope="row" className="text-start font-normal">
                  {pack.sections.find(({ key }) => key === code)?.title ?? code}
                </th>
                {strengths.map((strength) => (
                  <td key={strength} className="text-end tabular-nums">
                    {formatNumber(counts[strength])}
                  </td>
                ))}
                <td className="text-end tabular-nums">{formatNumber(unknown)}</td>
                <td>{yesNo(lower)}</td>
                <td>{yesNo(upper)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="max-w-prose">
        {m.screening_lower()} <strong>{totalWord(reading.lower)}</strong> {m.screening_upper()} <strong>{totalWord(reading.upper)}</strong>
      </p>
    </section>
  );
}

const strengthWords = {
  strong: m.instrument_strength_strong,
  medium: m.instrument_strength_medium,
  weak: m.instrument_strength_weak,
};
