import { circumstanceLabel, lowerStatistical, reasonWords, truthLabel, upperStatistical } from '~/audits/entries/statistical-labels';
import { m } from '~/paraglide/messages';
import { FoldedSection } from '~/ui/fold';
import { KeyValueList } from '~/ui/key-value';
import type { StatisticalReading } from './statistical-reading.server';

/** The statistical definition of forced labour read from an audit's indicators, with the note that it is no legal finding. */
export function StatisticalSection({ reading }: { reading: StatisticalReading }) {
  const { work, involuntary, menace, because, collect } = reading;
  return (
    <FoldedSection
      id="statistical"
      title={m.screening_statistical_title()}
      status={[
        m.shell_named({ name: m.screening_statistical_lower(), text: truthLabel(lowerStatistical(reading)) }),
        m.shell_named({ name: m.screening_statistical_upper(), text: truthLabel(upperStatistical(reading)) }),
      ].join(' · ')}
      lead={m.screening_statistical_note()}
    >
      <KeyValueList
        pairs={[
          { key: 'work', label: m.screening_statistical_work(), value: truthLabel(work) },
          {
            key: 'involuntary',
            label: m.screening_statistical_involuntary(),
            value: truthLabel(involuntary),
            note: reasonWords(because.involuntariness),
          },
          { key: 'menace', label: m.screening_statistical_menace(), value: truthLabel(menace), note: reasonWords(because.menace) },
          { key: 'lower', label: m.screening_statistical_lower(), value: truthLabel(lowerStatistical(reading)) },
          { key: 'upper', label: m.screening_statistical_upper(), value: truthLabel(upperStatistical(reading)) },
          ...(collect.length > 0 ? [{ key: 'collect', label: m.screening_collect(), value: <Circumstances codes={collect} /> }] : []),
        ]}
      />
      <p className="mt-3 max-w-prose text-muted">{m.screening_statistical_withheld()}</p>
    </FoldedSection>
  );
}

function Circumstances({ codes }: { codes: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-0.5 ps-5">
      {codes.map((code) => (
        <li key={code}>{circumstanceLabel(code)}</li>
      ))}
    </ul>
  );
}
