import { getLocale } from '~/paraglide/runtime';
import type { Choice } from '~/ui/combobox/choice';
import { Combobox, type ComboboxProps } from '~/ui/combobox/combobox';
import type { ComboboxHandle } from '~/ui/combobox/combobox-input';
import { formatCountry } from '~/ui/format';

type Common = Omit<ComboboxProps, 'source' | 'list' | 'chosen' | 'isMultiple'>;
type One = Common & { defaultValue?: string | undefined };

const countries = () => ({ source: { list: `/choices/countries?language=${getLocale()}` }, list: 'countries' });
const countryOf = (code: string): Choice => ({ value: code, label: formatCountry(code) });

/** One country. */
export function CountryField({ defaultValue, ...field }: One) {
  return <Combobox {...field} {...countries()} chosen={defaultValue ? [countryOf(defaultValue)] : []} />;
}

/** Several countries; `values`: their codes. */
export function CountriesField({ values, ...field }: Common & { values: readonly string[] }) {
  return <Combobox {...field} {...countries()} chosen={values.map(countryOf)} isMultiple />;
}

const sectors = (isDivisionOnly: boolean) => ({
  source: { list: `/choices/sectors?language=${getLocale()}`, isCoarse: isDivisionOnly },
  list: isDivisionOnly ? 'divisions' : 'sectors',
});
/** A title that the page does not know is read from the list once that is there. */
const sectorOf = (code: string, known: readonly Choice[]): Choice =>
  known.find(({ value }) => value === code) ?? { value: code, label: code };

/** One sector of ISIC Rev.4: a division, or a class unless `isDivisionOnly`. `known`: titles of what may be chosen already. */
export function SectorField({
  defaultValue,
  known,
  isDivisionOnly = false,
  handle,
  ...field
}: One & { known: readonly Choice[]; isDivisionOnly?: boolean; handle?: React.Ref<ComboboxHandle> }) {
  const chosen = defaultValue ? [sectorOf(defaultValue, known)] : [];
  return <Combobox {...field} {...sectors(isDivisionOnly)} chosen={chosen} ref={handle ?? null} />;
}

/** Several divisions of ISIC Rev.4. */
export function SectorsField({ values, known, ...field }: Common & { values: readonly string[]; known: readonly Choice[] }) {
  return <Combobox {...field} {...sectors(true)} chosen={values.map((code) => sectorOf(code, known))} isMultiple />;
}

const products = () => ({ source: { list: `/choices/products?language=${getLocale()}` }, list: 'products', isFree: true });
const productOf = (words: string): Choice => ({ value: words, label: words });

/** One product: a good or word of the list, or any other words. */
export function ProductField({ defaultValue, ...field }: One) {
  return <Combobox {...field} {...products()} chosen={defaultValue ? [productOf(defaultValue)] : []} />;
}

/** Several products; `values`: their words. */
export function ProductsField({ values, ...field }: Common & { values: readonly string[] }) {
  return <Combobox {...field} {...products()} chosen={values.map(productOf)} isMultiple />;
}
