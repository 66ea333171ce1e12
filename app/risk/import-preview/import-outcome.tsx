import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { AlertChip } from '~/risk/alerts/alert-chip';
import type { BatchCounts } from '~/suppliers/import/schema';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { LinkButton } from '~/ui/button';
import { formatCountry } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { RunProgress } from '~/ui/progress';
import { ScoreTile } from '~/ui/score-tile';
import type { ImportOutcome } from './read-import-outcome.server';

/** What came of an import: how many are scored, what needs a person, the five most at risk, and what to do next. */
export function ImportOutcomeSection({
  outcome,
  counts,
  organization,
  here,
  mayAsk,
}: {
  outcome: SerializeFrom<ImportOutcome>;
  counts: BatchCounts;
  organization: string;
  here: string;
  mayAsk: boolean;
}) {
  const { scored, unscored, duplicates, run, riskiest, publicIds } = outcome;
  const needs = [
    ...(run === null && unscored > 0
      ? [
          {
            key: 'unscored',
            count: unscored,
            label: m.import_outcome_unscored({ count: unscored }),
            to: `${organization}/suppliers?view=not-scored`,
          },
        ]
      : []),
    ...(duplicates > 0
      ? [
          {
            key: 'duplicates',
            count: duplicates,
            label: m.import_outcome_duplicates({ count: duplicates }),
            to: `${organization}/suppliers/duplicates`,
          },
        ]
      : []),
    ...(counts.invalid > 0
      ? [
          {
            key: 'left-out',
            count: counts.invalid,
            label: m.import_count_left_out({ count: counts.invalid }),
            to: `${here}?step=check&status=invalid`,
          },
        ]
      : []),
  ];
  const waiting = needs.reduce((sum, { count }) => sum + count, 0);
  const asked = publicIds.length > 0 ? `?${publicIds.map((id) => `id=${encodeURIComponent(id)}`).join('&')}` : '';
  return (
    <section aria-labelledby="outcome" className="mb-8 grid grid-cols-[minmax(0,1fr)] gap-5">
      <h2 id="outcome" className="text-2xl font-semibold">
        {waiting > 0
          ? m.import_outcome_title_needs({
              scored: m.import_outcome_title({ count: scored }),
              needs: m.import_outcome_need_you({ count: waiting }),
            })
          : m.import_outcome_title({ count: scored })}
      </h2>
      {run !== null && <RunProgress url={`${organization}/jobs/${run.id}/progress`} initial={run} label={run.title} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {riskiest.length > 0 && (
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
            <h3>{m.import_outcome_riskiest({ count: riskiest.length })}</h3>
            <ol className="grid border-t border-line">
              {riskiest.map(({ publicId, name, score, band, alerts, isToBeConfirmed, country }) => (
                <li key={publicId} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
                  <ScoreTile score={score} isBeside />
                  <span className="grid min-w-0 flex-1 basis-48">
                    <Link to={`${organization}/suppliers/${publicId}`} className="font-semibold">
                      <bdi>{name}</bdi>
                    </Link>
                    {country !== null && <span className="text-xs text-muted">{formatCountry(country)}</span>}
                  </span>
                  {alerts[0] && <AlertChip kind={alerts[0]} isToBeConfirmed={isToBeConfirmed} others={alerts.length - 1} />}
                  <BandBadge band={band} />
                </li>
              ))}
            </ol>
          </div>
        )}
        <div className="grid content-start gap-5">
          {needs.length > 0 && (
            <div className="grid gap-2">
              <h3>{m.import_outcome_needs()}</h3>
              <ul className="grid gap-2">
                {needs.map(({ key, label, to }) => (
                  <li key={key} className="flex items-start gap-2">
                    <Icon name="question" className="mt-0.5 text-warning" />
                    <Link to={to}>{label}</Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <div className="grid gap-2">
            <h3>{m.import_outcome_next()}</h3>
            <div className="flex flex-wrap gap-2">
              {mayAsk && (
                <LinkButton to={`${organization}/campaigns/new${asked}`} variant="primary" icon="mail">
                  {m.import_outcome_ask()}
                </LinkButton>
              )}
              <LinkButton to={`${organization}/map`} icon="map">
                {m.import_see_map()}
              </LinkButton>
            </div>
          </div>
        </div>
      </div>
    </section>
  );
}
