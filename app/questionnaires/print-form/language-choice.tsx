import { localeNames } from '~/locales/locale-names';
import { m } from '~/paraglide/messages';
import type { Locale } from '~/paraglide/runtime';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { Select } from '~/ui/select';

/** In which language a form is to be: those its questions are written in. */
export function LanguageChoice({ offered, locale, isBlank = false }: { offered: readonly Locale[]; locale: Locale; isBlank?: boolean }) {
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3" data-print="none">
      <Select
        name="in"
        label={m.print_form_language()}
        defaultValue={locale}
        options={offered.map((value) => ({ value, label: localeNames[value] }))}
      />
      {isBlank && <input type="hidden" name="answers" value="none" />}
      <Button type="submit">{m.print_form_show()}</Button>
    </Form>
  );
}
