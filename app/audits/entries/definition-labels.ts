import type { DefinitionElement, DefinitionReading, ElementState, LegalException } from './definition';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';

export type Say = { locale: 'en' | 'fr' | 'es' };
/** The reader's language unless a locale is given, as reports do. */
type Said = { locale?: Say['locale'] | undefined };
type Message = (inputs: Record<string, never>, options?: { locale?: Say['locale'] }) => string;
const options = ({ locale }: Said) => (locale === undefined ? {} : { locale });

const titles = {
  work: m.audits_definition_work,
  penalty: m.audits_definition_penalty,
  'not-voluntary': m.audits_definition_not_voluntary,
  exceptions: m.audits_definition_exceptions,
} satisfies Record<DefinitionElement, Message>;
export const elementTitle = (element: DefinitionElement, said: Said = {}): string => titles[element]({}, options(said));

const explanations = {
  work: m.audits_definition_work_text,
  penalty: m.audits_definition_penalty_text,
  'not-voluntary': m.audits_definition_not_voluntary_text,
  exceptions: m.audits_definition_exceptions_text,
} satisfies Record<DefinitionElement, Message>;
/** A plain explanation of an element of the legal definition. */
export const elementText = (element: DefinitionElement, said: Said = {}): string => explanations[element]({}, options(said));

const states = {
  supported: m.audits_definition_supported,
  unclear: m.audits_definition_unclear,
  'not-supported': m.audits_definition_not_supported,
} satisfies Record<ElementState, Message>;
const exceptionStates = {
  supported: m.audits_definition_exception_may_apply,
  unclear: m.audits_definition_unclear,
  'not-supported': m.audits_definition_exception_none,
} satisfies Record<ElementState, Message>;
export const elementStateLabel = (element: DefinitionElement, state: ElementState | null, said: Said = {}): string =>
  state === null
    ? m.audits_definition_not_looked_at({}, options(said))
    : (element === 'exceptions' ? exceptionStates : states)[state]({}, options(said));

const exceptions = {
  'military-service': m.audits_definition_military_service,
  'civic-obligation': m.audits_definition_civic_obligation,
  'prison-labour': m.audits_definition_prison_labour,
  emergency: m.audits_definition_emergency,
  'communal-service': m.audits_definition_communal_service,
} satisfies Record<LegalException, Message>;
export const exceptionLabel = (exception: LegalException, said: Said = {}): string => exceptions[exception]({}, options(said));

/** The conclusion from the elements; it never presents an indicator as proof. */
export function definitionReadingLabel(
  { reading, because }: { reading: DefinitionReading; because: readonly DefinitionElement[] },
  said: Said = {},
): string {
  const locale = said.locale ?? getLocale();
  const elements = new Intl.ListFormat(locale, { type: 'conjunction' }).format(because.map((element) => elementTitle(element, said)));
  switch (reading) {
    case 'open':
      return m.audits_definition_reads_open({ elements }, options(said));
    case 'not-supported':
      return m.audits_definition_reads_not_supported({ elements }, options(said));
    case 'unclear':
      return m.audits_definition_reads_unclear({ elements }, options(said));
    case 'exception':
      return m.audits_definition_reads_exception({}, options(said));
    case 'fits':
      return m.audits_definition_reads_fits({}, options(said));
  }
}
