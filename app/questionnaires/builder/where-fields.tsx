import { useActionData } from '@remix-run/react';
import { type AppliesTo, type PresenceFact, presenceFacts } from '#scoring';
import { CountriesField, SectorsField } from '~/suppliers/choices/closed-lists';
import { m } from '~/paraglide/messages';
import { Checkbox } from '~/ui/field';
import type { Option } from '~/ui/select';

export const presenceWords = {
  foreignWorkers: m.builder_where_foreign_workers,
  internalMigrants: m.builder_where_internal_migrants,
  labourProviders: m.builder_where_labour_recruiters,
  employerHousing: m.builder_where_employer_housing,
  outsideWork: m.builder_where_outside_work,
} satisfies Record<PresenceFact, () => string>;

/** What of a site calls for a question or a section: countries, sectors, facts. Nothing chosen: it is asked everywhere. */
export function WhereFields({ appliesTo, sectors }: { appliesTo: AppliesTo | undefined; sectors: readonly Option[] }) {
  const { countries = [], sectors: divisions = [], some = [] } = appliesTo ?? {};
  const reply = useActionData();
  const hasSearched = typeof reply === 'object' && reply !== null && 'found' in reply;
  return (
    <details open={appliesTo !== undefined || hasSearched}>
      <summary className="cursor-pointer py-2 font-semibold">{m.builder_where()}</summary>
      <div className="grid gap-4">
        <p className="text-muted">{m.builder_where_lead()}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <CountriesField name="whereCountries" label={m.builder_where_countries()} values={countries} />
          <SectorsField name="whereSectors" label={m.builder_where_sectors()} values={divisions} known={sectors} />
        </div>
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-semibold">{m.builder_where_facts()}</legend>
          {presenceFacts.map((fact) => (
            <Checkbox
              key={fact}
              id={`whereFacts-${fact}`}
              name="whereFacts"
              value={fact}
              label={presenceWords[fact]()}
              defaultChecked={some.includes(fact)}
            />
          ))}
        </fieldset>
      </div>
    </details>
  );
}
