import type { ValidationReport } from '#scoring';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';
import type { ShownValidation } from './read-validation.server';
import { bestAndOurs } from './validation-countries';
import { areaWord, figureWord, outcomeWord } from './validation-words';

/** What the report says, in sentences that its figures fill. */
export function ValidationSummary({ report }: { report: ValidationReport }) {
  const { settings, countries, pairs, additions, calibration, stability } = report;
  const [forced, child] = countries;
  const size = forced?.figures.find((each) => each.kind === 'trap');
  const any = stability.find((each) => each.weights === 'any');
  const isBeyondWeights = any?.areas.every(({ outcome, drawn }) => drawn.most < settings.aims[outcome]);
  const mostOf = (at: number) => areaWord(any?.areas[at]?.drawn.most ?? null);
  const addedOf = (at: number) => areaWord(additions[at]?.figures.find((each) => each.id === 'with-product-then')?.within?.value ?? null);
  const [facts] = calibration.suppliers;
  const pairArea = (at: number, id: string) => pairs[at]?.figures.find((each) => each.id === id)?.within?.value ?? null;
  const isSectorAlone = [0, 1].every((at) => (pairArea(at, 'country-and-sector') ?? 0) <= (pairArea(at, 'sector-figure') ?? 0));
  const pairAreas = {
    forced: areaWord(pairArea(0, 'country-and-sector')),
    child: areaWord(pairArea(1, 'country-and-sector')),
    sectorForced: areaWord(pairArea(0, 'sector-figure')),
    sectorChild: areaWord(pairArea(1, 'sector-figure')),
  };
  return (
    <div className="max-w-[42rem] rounded border-s-4 border-accent bg-accent-soft p-4">
      <h2 className="text-base">{m.validation_short_title()}</h2>
      <ul className="mt-2 grid list-disc gap-2 ps-5">
        {countries.map(({ outcome, figures }) => (
          <li key={outcome}>
            <OutcomeSentence outcome={outcome} figures={figures} aim={settings.aims[outcome]} />
          </li>
        ))}
        {any && isBeyondWeights && (
          <li>{m.validation_short_weights({ draws: formatNumber(any.draws), forced: mostOf(0), child: mostOf(1) })}</li>
        )}
        <li>{m.validation_short_size({ raw: areaWord(size?.raw?.value ?? null), within: areaWord(size?.within?.value ?? null) })}</li>
        <li>{m.validation_short_wide({ forced: formatNumber(forced?.listed ?? 0), child: formatNumber(child?.listed ?? 0) })}</li>
        <li>{isSectorAlone ? m.validation_short_pairs(pairAreas) : m.validation_short_pairs_added(pairAreas)}</li>
        <li>{m.validation_short_time({ forced: addedOf(0), child: addedOf(1), chance: areaWord(0.5, 1) })}</li>
        {facts && (
          <li>
            {m.validation_short_intervals({
              share: formatPercent(facts.coverage, { digits: 1 }),
              count: formatNumber(facts.suppliers),
            })}
          </li>
        )}
      </ul>
    </div>
  );
}

function OutcomeSentence({ outcome, figures, aim }: Pick<ValidationReport['countries'][number], 'outcome' | 'figures'> & { aim: number }) {
  const { ours, best } = bestAndOurs(figures);
  if (!ours?.within || !best) return null;
  const filled = {
    outcome: outcomeWord(outcome),
    area: areaWord(ours.within.value),
    low: areaWord(ours.within.low),
    high: areaWord(ours.within.high),
    aim: areaWord(aim),
  };
  return (
    <>
      {ours.within.value < aim ? m.validation_short_missed(filled) : m.validation_short_met(filled)}{' '}
      {m.validation_short_best({
        index: figureWord(best.id),
        area: areaWord(best.within?.value ?? null),
        countries: formatNumber(best.countries),
        ours: areaWord(best.oursOnSame),
      })}
    </>
  );
}

/** What the areas are and how they come about. */
export function ReadingGuide({ report }: { report: ValidationReport }) {
  const { settings, countries } = report;
  const outside = [...new Set(countries.flatMap((each) => each.outside))].map((code) => formatCountry(code)).join(', ');
  return (
    <ul className="grid max-w-prose list-disc gap-2 ps-5">
      <li>{m.validation_read_area()}</li>
      <li>{m.validation_read_within({ count: formatNumber(countries[0]?.countries ?? 0) })}</li>
      <li>{m.validation_read_interval({ level: formatPercent(settings.level), draws: formatNumber(settings.countryDraws) })}</li>
      <li>{m.validation_read_list({ outside })}</li>
      <li>{m.validation_read_missing()}</li>
    </ul>
  );
}

/** What no figure of the report can say. */
export function ValidationLimits({ report }: { report: ValidationReport }) {
  const size = report.countries[0]?.figures.find((each) => each.kind === 'trap')?.within?.value ?? null;
  return (
    <ul className="grid max-w-prose list-disc gap-2 ps-5">
      <li>{m.validation_limit_list()}</li>
      <li>{m.validation_limit_goods()}</li>
      <li>{m.validation_limit_size({ within: areaWord(size) })}</li>
      <li>{m.validation_limit_source()}</li>
      <li>{m.validation_limit_company()}</li>
      <li>{m.validation_limit_fit()}</li>
      <li>{m.validation_limit_synthetic()}</li>
    </ul>
  );
}

/** The tables that were read, each with its vintage, and how to make the report again. */
export function MadeFrom({ tables }: { tables: ShownValidation['tables'] }) {
  return (
    <>
      <p className="max-w-prose">
        {m.validation_made_lead()} <code>{'npm run validate:method'}</code>
      </p>
      <ul className="mt-3 grid gap-1">
        {tables.map(({ id, vintage, title }) => (
          <li key={id}>
            <Link to={`/methodology/tables/${id}?vintage=${vintage}`} lang="en">
              {title}
            </Link>{' '}
            <span className="text-muted">{m.method_vintage({ vintage })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
