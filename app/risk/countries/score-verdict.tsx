import type { ReactNode } from 'react';
import { BandLine, BandLineCompact } from '~/documents/charts/band-line';
import { m } from '~/paraglide/messages';
import { BandBadge, bandName } from '~/ui/band-badge';
import { formatNumber } from '~/ui/format';
import { verdictSentence } from '~/documents/charts/odds-labels';
import type { ShownPlace, ShownScore } from './read-score.server';

/** What a line of bands shows, in a sentence: the score and its interval. */
export const scoreSentence = ({ score, low, high, band }: ShownScore): string =>
  m.countries_score_sentence({ band: bandName(band), score: formatNumber(score), low: formatNumber(low), high: formatNumber(high) });

/** The answer first: how high, how sure, which place; the score of child labour beside it, and never mixed with it. */
export function ScoreVerdict({
  score,
  child,
  places,
  marks,
}: {
  score: ShownPlace | null;
  child: ShownScore | null;
  places: readonly string[];
  marks: readonly ReactNode[];
}) {
  return (
    <div className="grid gap-8 lg:grid-cols-[2fr_1fr]">
      <section aria-labelledby="forced-labour" className="grid content-start gap-3">
        <h2 id="forced-labour" className="text-base">
          {m.countries_forced_labour()}
        </h2>
        {score === null ? (
          <>
            <BandBadge band={null} size="lg" />
            <p>{m.countries_not_scored()}</p>
          </>
        ) : (
          <>
            <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-lg">
              <BandBadge band={score.band} size="lg" />
              <span>{verdictSentence(score)}</span>
            </p>
            <BandLine reading={score} title={scoreSentence(score)} />
            <ul className="grid gap-1">
              {places.map((place) => (
                <li key={place}>{place}</li>
              ))}
            </ul>
            {(score.band === 'low' || score.band === 'moderate') && <p className="text-muted">{m.countries_never_clean()}</p>}
          </>
        )}
        {marks.length > 0 && (
          <ul className="grid gap-2">
            {marks.map((mark, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the marks of a page stay in their order
              <li key={at} className="border-s-4 border-warning ps-3">
                {mark}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="child-labour" className="grid content-start gap-3">
        <h2 id="child-labour" className="text-base">
          {m.countries_child_labour()}
        </h2>
        {child === null ? (
          <BandBadge band={null} />
        ) : (
          <>
            <BandBadge band={child.band} size="lg" />
            <BandLineCompact reading={child} width={280} title={scoreSentence(child)} />
            <p>{scoreSentence(child)}</p>
          </>
        )}
        <p className="text-sm text-muted">{m.countries_child_apart()}</p>
      </section>
    </div>
  );
}
