import { timeLabel } from '~/questionnaires/templates/time-label';
import { m } from '~/paraglide/messages';
import { type Depth, mostWorkers } from '~/questionnaires/templates/depths';
import { formatAlternatives, formatNumber } from '~/ui/format';
import { RadioGroup } from '~/ui/select';
import { audienceLabel, kindLabel } from './instrument-kinds';
import type { OfferedInstrument } from './list-instruments.server';

/** A depth that the facts of those asked propose, and why. */
export type DepthProposal = { depth: Depth; reason: string };

const fits: Record<Depth, () => string> = {
  core: () => m.responses_depth_core_fits({ most: formatNumber(mostWorkers.core) }),
  short: () => m.responses_depth_short_fits({ most: formatNumber(mostWorkers.short) }),
  whole: () => m.responses_depth_whole_fits({ least: formatNumber(mostWorkers.short) }),
};

/**
 * Choice of a questionnaire: each with its kind, its respondent, and whether its answers can lower the score. A proposed depth is marked, and chosen unless
 * something else is; without a proposal the first is.
 */
export function InstrumentChoice({
  instruments,
  chosen,
  proposal = null,
  error,
}: {
  instruments: readonly OfferedInstrument[];
  chosen: string | undefined;
  proposal?: DepthProposal | null;
  error?: string | undefined;
}) {
  const proposed = proposal && instruments.find(({ depth }) => depth === proposal.depth);
  return (
    <RadioGroup
      name="instrument"
      label={m.responses_new_instrument()}
      defaultValue={chosen ?? proposed?.key ?? instruments[0]?.key}
      options={instruments.map((instrument) => ({
        value: instrument.key,
        label: instrument.title,
        hint: (
          <>
            {instrument.depth && <span className="block">{fits[instrument.depth]()}</span>}
            {proposal && instrument === proposed && (
              <span className="block font-semibold text-accent">{m.responses_depth_proposed({ reason: proposal.reason })}</span>
            )}
            <span className="block">
              {kindLabel(instrument.kind)} · {m.templates_counts({ questions: instrument.questions })}{' '}
              {m.templates_answered_by({ audience: formatAlternatives(instrument.audience.map(audienceLabel)) })}
            </span>
            {instrument.minutes !== null && (
              <span className="block">
                {m.shell_named({
                  name: timeLabel(instrument.isEstimate),
                  text: m.responses_about_minutes({ minutes: instrument.minutes }),
                })}
              </span>
            )}
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
