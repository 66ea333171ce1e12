import { m } from '~/paraglide/messages';
import { formatAlternatives } from '~/ui/format';
import { RadioGroup } from '~/ui/select';
import { audienceLabel, kindLabel } from './instrument-kinds';
import type { OfferedInstrument } from './list-instruments.server';

/** Choice of a questionnaire: each with its kind, its respondent, and whether its answers can lower the score. Defaults to the first. */
export function InstrumentChoice({
  instruments,
  chosen,
  error,
}: {
  instruments: readonly OfferedInstrument[];
  chosen: string | undefined;
  error?: string | undefined;
}) {
  return (
    <RadioGroup
      name="instrument"
      label={m.responses_new_instrument()}
      defaultValue={chosen ?? instruments[0]?.key}
      options={instruments.map((instrument) => ({
        value: instrument.key,
        label: instrument.title,
        hint: (
          <>
            <span className="block">
              {kindLabel(instrument.kind)} · {m.templates_counts({ questions: instrument.questions })}{' '}
              {m.templates_answered_by({ audience: formatAlternatives(instrument.audience.map(audienceLabel)) })}
            </span>
            {instrument.summary && <span className="block">{instrument.summary}</span>}
            <span className="block">
              {instrument.equal !== null
                ? m.builder_counts({ questions: instrument.equal })
                : instrument.scores
                  ? m.templates_scores()
                  : m.templates_scores_not()}
            </span>
          </>
        ),
      }))}
      {...(error ? { error } : {})}
    />
  );
}
