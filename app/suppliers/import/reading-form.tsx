import { useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { Select } from '~/ui/select';
import { delimiterName } from './detected-facts';
import { delimiters, encodings, type Reading } from './pipeline/repairs';
import type { Detected } from './schema';

/** What was seen of a file's form, and the choice of something else. A collection of places has one form only. */
export function ReadingForm({ detected, reading }: { detected: Detected; reading: Reading }) {
  const { state, formData } = useNavigation();
  if (detected.format === 'geojson') return null;
  const isChosen = Object.keys(reading).length > 0;
  return (
    <details open={isChosen} className="mt-4">
      <summary className="cursor-pointer">{m.import_cleaning_reading_title()}</summary>
      <Form method="post" className="mt-3 flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="reading" />
        {detected.format === 'csv' && (
          <>
            <Select
              name="encoding"
              label={m.import_encoding()}
              empty={m.import_cleaning_reading_found({ found: (detected.encoding ?? '').toUpperCase() })}
              defaultValue={reading.encoding ?? undefined}
              options={encodings.map((encoding) => ({ value: encoding, label: encoding.toUpperCase() }))}
            />
            <Select
              name="delimiter"
              label={m.import_cleaning_reading_delimiter()}
              empty={m.import_cleaning_reading_found({ found: delimiterName(detected.delimiter ?? '') })}
              defaultValue={reading.delimiter ?? undefined}
              options={delimiters.map((delimiter) => ({ value: delimiter, label: delimiterName(delimiter) }))}
            />
          </>
        )}
        <Field
          name="headerRow"
          label={m.import_cleaning_reading_header()}
          inputMode="numeric"
          pattern="[0-9]{0,4}"
          defaultValue={reading.headerRow ?? undefined}
          placeholder={String(detected.headerRow)}
          className="w-60"
          optional
        />
        <Button busy={state !== 'idle' && formData?.get('intent') === 'reading'}>{m.import_cleaning_reading_read()}</Button>
      </Form>
    </details>
  );
}
