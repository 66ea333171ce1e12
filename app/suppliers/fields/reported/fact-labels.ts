import type { PlacedFacts } from '#scoring';
import { definitionOf, definitions, isFieldKey } from '../definition/read-fields';
import { textOf } from '../definition/text';
import { m } from '~/paraglide/messages';
import { getLocale, type Locale } from '~/paraglide/runtime';
import type { ReportedField } from './reported-facts';

/** Facts that are gathered from several records and are no field. */
const gatheredMessages = {
  countries: m.supplier_report_fact_countries,
  subdivisions: m.supplier_report_fact_subdivisions,
  recruitmentCost: m.supplier_report_fact_recruitment_cost,
};
type GatheredFact = keyof typeof gatheredMessages;
const isGathered = (field: string): field is GatheredFact => Object.hasOwn(gatheredMessages, field);

/** Whether this input of a calculation is a fact of a party; answers, findings and others are not. */
export function isFact(field: string): field is keyof PlacedFacts {
  return isGathered(field) || (isFieldKey(field) && definitionOf(field).report !== undefined);
}

/** The name of a fact that the method uses or a report lists: "Worker representation". */
export function factLabel(field: keyof PlacedFacts | ReportedField, locale: Locale = getLocale()): string {
  if (isGathered(field)) return gatheredMessages[field]({}, { locale });
  const { report, label } = definitionOf(field);
  return textOf(report?.label ?? label, locale);
}

/** The label of one choice of a fact; an unknown choice is returned unchanged. "none" is one label for subcontracting, housing and worker representation. */
export function choiceLabel(choice: string, locale: Locale = getLocale()): string {
  if (choice === 'none') return m.supplier_report_choice_none({}, { locale });
  const field = definitions.find(({ report, type }) => report && type.choices && Object.hasOwn(type.choices, choice));
  const text = field?.report?.choices?.[choice] ?? field?.type.choices?.[choice];
  return text ? textOf(text, locale) : choice;
}
