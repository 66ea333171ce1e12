import { writeNumber, writePercent } from '~/documents/charts/numbers';
import { countryLabel } from '~/documents/pdf/labels';
import type { MemberLocale } from '~/locales/member-locales';
import { m } from '~/paraglide/messages';
import * as facts from './fact-labels';
import type { FactValue } from './fact-value';

type Say = { locale: MemberLocale };

/** The name of a fact of a party; undefined for other inputs of the calculation, such as answers and findings. */
export function factLabel(field: string, { locale }: Say): string | undefined {
  return facts.isFact(field) ? facts.factLabel(field, locale) : undefined;
}

/** A fact as text. */
export function writeFact(value: FactValue, say: Say): string {
  switch (value.kind) {
    case 'people':
      return writeNumber(value.count, say);
    case 'share':
      return writePercent(value.share, { ...say, isExact: true });
    case 'few':
      return m.supplier_report_value_few({}, say);
    case 'nearly-all':
      return m.supplier_report_value_nearly_all({}, say);
    case 'ratio':
      return writeNumber(value.ratio, { ...say, decimals: 2 });
    case 'countries':
      return value.codes.length === 0
        ? m.supplier_report_value_none({}, say)
        : value.codes.map((code) => countryLabel(code, say)).join(', ');
    case 'choices':
      return value.codes.length === 0
        ? m.supplier_report_value_none({}, say)
        : value.codes.map((code) => facts.choiceLabel(code, say.locale)).join(', ');
    case 'texts':
      return value.texts.length === 0 ? m.supplier_report_value_none({}, say) : value.texts.join(', ');
    case 'sector':
      return value.title === null ? value.code : m.supplier_report_value_sector({ title: value.title, code: value.code }, say);
  }
}
