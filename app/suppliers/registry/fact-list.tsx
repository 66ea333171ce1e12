import { Link } from '@remix-run/react';
import type { ShownFigure } from './contradicting-facts';
import { gatheredLabel } from './gathered-labels';
import type { ShownProjection } from '~/suppliers/facts/shown-fact';
import { KeyValueList } from '~/ui/key-value';
import { Unknown } from '~/ui/values';
import { scoredFields } from '~/suppliers/facts/fact-fields';
import { factName, factText, sectorGuessText } from '~/suppliers/facts/fact-labels';
import type { SourceBrief } from '~/suppliers/facts/read-sources.server';
import { SourceNote } from '~/suppliers/facts/source-note';

/** The facts the method reads, known or not, then what else is known, each with its source. `gathered`: what it reads of sites and labour recruiters instead. */
export function FactList({
  projection,
  gathered,
  sources,
  sectors,
  base,
  page,
}: {
  projection: ShownProjection;
  gathered: Readonly<Record<string, ShownFigure>>;
  sources: Readonly<Record<string, SourceBrief>>;
  sectors: Readonly<Record<string, string>>;
  base: string;
  page: string;
}) {
  const facts: Readonly<Record<string, { value: unknown; sourceId: string } | undefined>> = projection;
  const others = Object.keys(facts).filter(
    (field) => field !== 'name' && field !== 'sectorGuess' && !scoredFields.some((scored) => scored === field),
  );
  // A guess of an earlier sector says nothing of the one that counts now.
  const { sector, sectorGuess } = projection;
  const guess = sector && sectorGuess?.value.sector === sector.value ? sectorGuessText(sectorGuess.value) : null;
  return (
    <KeyValueList
      columns={2}
      pairs={[...scoredFields, ...others].map((field) => {
        const fact = facts[field];
        const instead = gathered[field];
        if (instead)
          return {
            key: field,
            label: factName(field),
            value: factText(field, instead.value, sectors) ?? <Unknown />,
            note: <GatheredNote figure={instead} source={sources[instead.source ?? '']} base={base} page={page} />,
          };
        const text = fact ? factText(field, fact.value, sectors) : null;
        return {
          key: field,
          label: factName(field),
          value: text ?? <Unknown />,
          note: fact ? (
            <>
              {field === 'sector' && guess && <span className="block">{guess}</span>}
              <SourceNote source={sources[fact.sourceId]} base={base} />
            </>
          ) : undefined,
        };
      })}
    />
  );
}

/** From how many sites or labour recruiters a value was gathered, as a link to them, and the first of their sources. */
function GatheredNote({
  figure: { from },
  source,
  base,
  page,
}: {
  figure: ShownFigure;
  source: SourceBrief | undefined;
  base: string;
  page: string;
}) {
  const words = gatheredLabel(from);
  return (
    <>
      {words && (
        <Link to={from?.sites ? `${page}/sites` : `${page}/supply-chain`} className="flex min-h-6 items-center">
          {words}
        </Link>
      )}
      <SourceNote source={source} base={base} />
    </>
  );
}
