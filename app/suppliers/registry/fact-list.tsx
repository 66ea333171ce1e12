import type { ShownProjection } from '~/suppliers/sites/shown-fact';
import { KeyValueList } from '~/ui/key-value';
import { Unknown } from '~/ui/values';
import { scoredFields } from './fact-fields';
import { factName, factText, sectorGuessText } from './fact-words';
import type { SourceBrief } from './read-sources.server';
import { SourceNote } from './source-note';

/** The facts the method reads, known or not, then what else is known, each with its source. */
export function FactList({
  projection,
  sources,
  sectors,
  base,
}: {
  projection: ShownProjection;
  sources: Readonly<Record<string, SourceBrief>>;
  sectors: Readonly<Record<string, string>>;
  base: string;
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
