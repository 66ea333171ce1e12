import type { ReactNode } from 'react';
import { housingChoices, lineIds, mostCountryPoints, mostFactor, subcontractingChoices, workerVoiceChoices } from '#scoring';
import { factLabel } from '~/risk/scores/labels';
import { countryOptions } from '~/suppliers/facts/country-options';
import { PartyField } from '~/suppliers/choices/party-field';
import { choiceLabel } from '~/suppliers/fields/reported/fact-labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox/combobox';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { gradeOf, lineLabel } from './change-list';
import { type ChangeKind, writeChange, type Change } from './changes';
import type { Choices } from './list-choices.server';

const typed = [
  'migrantShare',
  'internalMigrantShare',
  'agencyShare',
  'peakRatio',
  'countries',
  'sector',
  'products',
  'migrantOrigins',
] as const;
const chosen = { subcontracting: subcontractingChoices, housing: housingChoices, workerVoice: workerVoiceChoices } as const;

/** Facts to suppose: those of a closed list with their choice, the others with a value to type. */
function factOptions(): { value: string; label: string }[] {
  return [
    ...typed.map((field) => ({ value: field, label: factLabel(field) })),
    ...(['subcontracting', 'housing', 'workerVoice'] as const).flatMap((field) =>
      chosen[field].map((choice) => ({
        value: `${field}=${choice}`,
        label: m.what_if_fact_choice({ fact: factLabel(field), choice: choiceLabel(choice) }),
      })),
    ),
  ];
}

/** The five things to suppose, each a form of its own that keeps what is supposed already. */
export function ChangeForms({
  changes,
  unread,
  choices,
  failure,
  also = '',
}: {
  changes: readonly Change[];
  unread: readonly string[];
  choices: Choices;
  failure: FormFailure | undefined;
  /** A query that the address keeps beside what is supposed ("sector=power"). */
  also?: string;
}) {
  const kept: [string, string][] = [
    ...[...changes.map(writeChange), ...unread].map((text): [string, string] => ['change', text]),
    ...new URLSearchParams(also),
  ];
  const countries = countryOptions(choices.countries).map((option) => ({ ...option, codes: [option.value] }));
  const of = (kind: ChangeKind) => (failure?.values.add?.[0] === kind ? failure : undefined);
  return (
    <div className="grid gap-6 md:grid-cols-2 xl:grid-cols-3" data-print="none">
      <Suppose kind="country" title={m.what_if_suppose_country()} kept={kept}>
        <Combobox
          label={m.suppliers_column_country()}
          empty="—"
          source={{ options: countries }}
          chosen={countries.filter(({ value }) => value === of('country')?.values.iso2?.[0])}
          {...fieldOf(of('country'), 'iso2')}
        />
        <Field
          label={m.what_if_points_label()}
          hint={m.what_if_points_hint({ most: formatNumber(mostCountryPoints) })}
          inputMode="decimal"
          {...fieldOf(of('country'), 'points')}
        />
      </Suppose>
      <Suppose kind="factor" title={m.what_if_suppose_factor()} kept={kept}>
        <Select
          label={m.what_if_line_label()}
          empty="—"
          options={lineIds.map((id) => ({ value: id, label: lineLabel(id) }))}
          {...fieldOf(of('factor'), 'line')}
        />
        <Field
          label={m.what_if_percent_label()}
          hint={m.what_if_percent_hint({ most: formatNumber(100 * mostFactor) })}
          inputMode="decimal"
          {...fieldOf(of('factor'), 'percent')}
        />
      </Suppose>
      <Suppose kind="fact" title={m.what_if_suppose_fact()} kept={kept}>
        <PartyField label={m.suppliers_column_name()} intent="fact" {...fieldOf(of('fact'), 'supplier')} />
        <Select label={m.what_if_column_fact()} empty="—" options={factOptions()} {...fieldOf(of('fact'), 'fact')} />
        <Field
          label={m.what_if_value_label()}
          hint={m.what_if_value_hint()}
          optional
          autoComplete="off"
          {...fieldOf(of('fact'), 'value')}
        />
      </Suppose>
      <Suppose kind="close" title={m.what_if_suppose_close()} kept={kept} isEmpty={choices.findings.length === 0}>
        <Select
          label={m.method_column_finding()}
          empty="—"
          options={choices.findings.map(({ id, grade, supplier, question }) => ({
            value: id,
            label: [supplier, gradeOf(grade), question].filter(Boolean).join(' · '),
          }))}
          {...fieldOf(of('close'), 'finding')}
        />
      </Suppose>
      <Suppose kind="drop" title={m.what_if_suppose_drop()} kept={kept}>
        <PartyField
          label={m.suppliers_column_name()}
          hint={m.what_if_drop_hint()}
          intent="drop"
          {...fieldOf(of('drop'), 'supplier')}
          id="field-dropped"
        />
      </Suppose>
    </div>
  );
}

function Suppose({
  kind,
  title,
  kept,
  isEmpty = false,
  children,
}: {
  kind: ChangeKind;
  title: string;
  kept: readonly [string, string][];
  /** There is nothing to choose from. */
  isEmpty?: boolean;
  children: ReactNode;
}) {
  if (isEmpty)
    return (
      <div className="grid content-start gap-3 border-t border-line pt-3">
        <h3 className="text-base font-semibold">{title}</h3>
        <p className="text-muted">{m.what_if_no_findings()}</p>
      </div>
    );
  return (
    <Form method="get" preventScrollReset className="grid content-start gap-3 border-t border-line pt-3" aria-label={title}>
      <h3 className="text-base font-semibold">{title}</h3>
      {kept.map(([name, text]) => (
        <input key={name + text} type="hidden" name={name} value={text} />
      ))}
      {children}
      <div>
        <Button name="add" value={kind}>
          {m.what_if_suppose()}
        </Button>
      </div>
    </Form>
  );
}
