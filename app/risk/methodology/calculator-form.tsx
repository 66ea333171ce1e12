import { recognisedLabel } from '~/risk/scores/recognised-labels';
import { factLabel } from '~/risk/scores/labels';
import { CountryField, ProductsField, SectorField } from '~/suppliers/choices/closed-lists';
import { choiceName } from '~/suppliers/facts/fact-labels';
import { choiceLabel } from '~/suppliers/fields/reported/fact-labels';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { Select } from '~/ui/select';
import type { Calculated } from './calculate.server';
import { type CalculatorField, calculatorChoices, groupChoices } from './calculator-input';

/** Input of the calculator: an empty field is unknown, never zero. All state is in the address. */
export function CalculatorForm({
  calculated: { values, groups, wrong, dayProblem, placeFound },
  sectors,
}: {
  calculated: Pick<Calculated, 'values' | 'groups' | 'wrong' | 'dayProblem' | 'placeFound'>;
  sectors: readonly { value: string; label: string }[];
}) {
  const of = (name: CalculatorField) => ({
    name,
    label: name === 'place' ? m.methodology_calc_place() : factLabel(name),
    defaultValue: values[name] ?? '',
    error: wrong.includes(name) ? m.what_if_error_value() : undefined,
  });
  const chosen = (name: 'subcontracting' | 'housing' | 'workerVoice') => (
    <Select
      {...of(name)}
      empty={m.what_if_unknown()}
      options={calculatorChoices[name].map((choice) => ({ value: choice, label: choiceLabel(choice) }))}
    />
  );
  const dayError = dayProblem === 'no-day' ? m.what_if_error_day() : dayProblem ? m.what_if_error_before_method() : undefined;
  return (
    <Form method="get" preventScrollReset className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-3">
      <CountryField {...of('countries')} label={m.what_if_calc_country()} empty={m.what_if_unknown()} />
      <SectorField {...of('sector')} empty={m.what_if_unknown()} known={sectors} />
      <Field
        {...of('place')}
        hint={(placeFound && placeText(placeFound)) ?? m.methodology_calc_place_hint()}
        error={placeFound?.kind === 'wrong' ? m.methodology_calc_place_wrong() : undefined}
        maxLength={400}
      />
      <ProductsField {...of('products')} hint={m.what_if_calc_products_hint()} values={itemsOf(values.products)} />
      <Field {...of('workers')} inputMode="numeric" />
      <Field {...of('migrantShare')} label={m.what_if_calc_percent({ fact: factLabel('migrantShare') })} inputMode="decimal" />
      <Field
        {...of('internalMigrantShare')}
        label={m.what_if_calc_percent({ fact: factLabel('internalMigrantShare') })}
        inputMode="decimal"
      />
      <CountryField {...of('migrantOrigins')} label={m.what_if_calc_origin()} empty={m.what_if_unknown()} />
      <Field {...of('agencyShare')} label={m.what_if_calc_percent({ fact: factLabel('agencyShare') })} inputMode="decimal" />
      {chosen('subcontracting')}
      {chosen('housing')}
      <Field {...of('peakRatio')} hint={m.what_if_calc_peak_hint()} inputMode="decimal" />
      {chosen('workerVoice')}
      <Field
        name="asOf"
        type="date"
        label={m.what_if_calc_day()}
        hint={m.what_if_calc_day_hint()}
        defaultValue={values.asOf ?? ''}
        error={dayError}
      />
      <fieldset className="grid gap-1.5 sm:col-span-2 xl:col-span-3">
        <legend className="mb-1 font-semibold">{factLabel('vulnerableGroups')}</legend>
        <p id="groups-hint" className="text-muted">
          {m.what_if_calc_groups_hint()}
        </p>
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          {groupChoices.map((group) => (
            <label key={group} className="flex min-h-7 items-start gap-2">
              <input
                type="checkbox"
                name="vulnerableGroups"
                value={group}
                aria-describedby="groups-hint"
                defaultChecked={groups.includes(group)}
                className="mt-0.5 size-4 shrink-0"
              />
              {group === 'none' ? m.what_if_calc_groups_none() : choiceName('vulnerableGroups', group)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex items-end gap-3 sm:col-span-2 xl:col-span-3">
        <Button variant="primary">{m.what_if_calculate()}</Button>
        <LinkButton to="?" variant="quiet">
          {m.what_if_clear()}
        </LinkButton>
      </div>
    </Form>
  );
}

const itemsOf = (text = '') =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

/** What was recognised in the place; null where its error says what is wrong. */
function placeText(found: NonNullable<Calculated['placeFound']>): string | null {
  switch (found.kind) {
    case 'found':
      return `${found.code} · ${recognisedLabel(found)}`;
    case 'possible':
      return m.methodology_calc_place_possible({ code: found.code, matched: found.matched });
    case 'none':
      return m.methodology_calc_place_none();
    case 'no-country':
      return m.methodology_calc_place_no_country();
    case 'wrong':
      return null;
  }
}
