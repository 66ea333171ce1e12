import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkboxOf, fieldOf } from '~/ui/form-values';
import { parseForm } from './parse-form';
import { safePath } from '~/platform/http/responses.server';

const schema = z.object({ name: z.string({ error: 'Enter the name.' }), workers: z.coerce.number({ error: 'A number.' }).optional() });

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe('a form', () => {
  it('returns the parsed value', () => {
    expect(
      parseForm(
        form([
          ['name', 'Delta'],
          ['workers', ''],
        ]),
        schema,
      ),
    ).toEqual({ ok: true, value: { name: 'Delta' } });
  });

  it('keeps the entered values beside each error, but no secret', () => {
    const refused = parseForm(
      form([
        ['name', ''],
        ['workers', 'many'],
        ['password', 'hunter2'],
      ]),
      schema,
    );
    expect(refused).toEqual({
      ok: false,
      values: { name: [''], workers: ['many'] },
      errors: { name: ['Enter the name.'], workers: ['A number.'] },
    });
    if (refused.ok) return;
    expect(fieldOf(refused, 'workers', 12)).toEqual({ name: 'workers', defaultValue: 'many', error: 'A number.' });
    expect(checkboxOf(refused, 'agree', true).defaultChecked).toBe(false);
  });

  it('shows the record before submission', () => {
    expect(fieldOf(undefined, 'workers', 12).defaultValue).toBe('12');
    expect(fieldOf(undefined, 'workers', null).defaultValue).toBe('');
  });
});

describe('the redirect target', () => {
  it.each([
    ['/o/x?sort=name', '/o/x?sort=name'],
    ['//evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    [undefined, '/'],
  ])('%s → %s', (value, expected) => {
    expect(safePath(value)).toBe(expected);
  });
});
