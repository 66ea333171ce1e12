import type { Component, PlacedFacts } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { choiceLabel, factLabel as methodFactLabel, isFact } from '~/suppliers/fields/reported/fact-labels';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';

/** The name of a fact that the method reads; an unknown field comes back as it was. */
export const factLabel = (field: string): string => (isFact(field) ? methodFactLabel(field) : field);

/** Points to one decimal with their sign: "+4.2", "−3.0". */
export const signedTenth = (points: number): string => writeNumber(points, { locale: getLocale(), decimals: 1, signed: true });

/** Whether this is the name of a line of place or workforce. */
export const isComponent = (id: string): id is Component['id'] => Object.hasOwn(factOfComponent, id);

/** The value of a fact as text; lists are separated by commas. */
export function factValue(field: string, value: number | string): string {
  if (typeof value === 'number') {
    if (field.endsWith('Share')) return formatPercent(value, { digits: Number.isInteger(value * 100) ? 0 : 1 });
    return formatNumber(value, { digits: Number.isInteger(value) ? 0 : 2 });
  }
  if (value === '') return m.supplier_report_value_none();
  const parts = value.split(', ');
  if (field === 'countries' || field === 'migrantOrigins') return parts.map((code) => formatCountry(code)).join(', ');
  return parts.map((part) => choiceLabel(part)).join(', ');
}

export { isFact } from '~/suppliers/fields/reported/fact-labels';
export { evidenceLabel, gradeLabel, statusLabel } from '~/locales/method-labels';

const answers: Readonly<Record<string, (() => string) | undefined>> = {
  yes: m.shell_yes,
  no: m.shell_no,
  partial: m.method_answer_partial,
  'dont-know': m.method_answer_dont_know,
  'not-applicable': m.method_answer_not_applicable,
};
/** An answer as text; a number is shown as given. */
export const answerLabel = (value: string | number): string => answers[String(value)]?.() ?? String(value);

/** The fact by which a component is known. */
export const factOfComponent = {
  country: 'countries',
  sector: 'sector',
  product: 'products',
  region: 'subdivisions',
  migrant: 'migrantShare',
  'internal-migrant': 'internalMigrantShare',
  debt: 'migrantOrigins',
  agency: 'agencyShare',
  subcontracting: 'subcontracting',
  housing: 'housing',
  seasonal: 'peakRatio',
  vulnerable: 'vulnerableGroups',
  voice: 'workerVoice',
} satisfies Record<Component['id'], keyof PlacedFacts>;
