import { expect, it } from 'vitest';
import { parseForm } from '~/platform/forms/parse-form';
import { askFields } from '~/questionnaires/requests/schema';
import { campaignFields } from './schema';

it.each([
  ['a campaign', campaignFields, { name: 'Autumn', instrument: 'workshop-core@1.0.0', locale: 'en' }],
  ['a request', askFields, { supplier: 's', instrument: 'workshop-core@1.0.0', locale: 'en' }],
])('refuses a message of %s over its limit at the field, and keeps every character of it', (_of, schema, fields) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, message: 'x'.repeat(6000) })) form.set(name, value);
  const read = parseForm(form, schema);
  expect(read).toMatchObject({ ok: false, errors: { message: ['Enter at most 2,000 characters.'] } });
  expect(read.ok ? '' : read.values.message?.[0]).toHaveLength(6000);
});
