import { expect, test } from 'vitest';
import { formFailure } from '~/platform/forms/parse-form';
import { refusedForm, refusedReply, refuseForm } from './refused-form.server';

const page = 'https://here.example/guest/esap/7?sent';
const failureOf = (text: string) => {
  const form = new FormData();
  form.set('words', text);
  form.set('password', 'never kept');
  return { failure: formFailure(form, { words: ['Say more.'] }) };
};

function refuse(text: string, url = page) {
  const answer = refuseForm(new Request(url, { method: 'POST' }), failureOf(text));
  if (!(answer instanceof Response)) return { answer, cookie: '', location: '' };
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return { answer, cookie, location: new URL(answer.headers.get('location') ?? '', url).href };
}
const read = (url: string, cookie: string) => refusedForm(new Request(url, { headers: { cookie } }), refusedReply);

test('a rejected form is returned by GET with its values, on its own page only', () => {
  const { answer, cookie, location } = refuse('Nguyễn, १२ — ⁨العربية⁩');
  expect(answer).toMatchObject({ status: 303 });
  expect(location).toBe('https://here.example/guest/esap/7?sent=&refused=');
  expect(read(location, cookie)).toEqual({
    failure: { ok: false, values: { words: ['Nguyễn, १२ — ⁨العربية⁩'] }, errors: { words: ['Say more.'] } },
  });
  expect(read(page, cookie)).toBeNull();
  expect(read('https://here.example/guest/esap/8?refused', cookie)).toBeNull();
});

test('the cookie is encrypted, and an altered one is ignored', () => {
  const { answer, cookie, location } = refuse('three passports');
  if (!(answer instanceof Response)) throw new Error('not sent back');
  expect(Buffer.from(cookie.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain('passports');
  expect(answer.headers.get('set-cookie')).toMatch(/; Max-Age=600; Path=\/guest\/esap\/7; HttpOnly;.*SameSite=Lax/);
  const at = cookie.length - 3;
  expect(read(location, `${cookie.slice(0, at)}${cookie[at] === 'A' ? 'B' : 'A'}${cookie.slice(at + 1)}`)).toBeNull();
  expect(read(location, 'manumit_refused=')).toBeNull();
});

test('a form too large for a cookie is returned at once, and complete', () => {
  const long = Array.from({ length: 4_000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7_919) % 20_000))).join('');
  expect(refuse('ক'.repeat(1_000)).cookie).not.toBe('');
  expect(refuse(long).answer).toMatchObject({ data: failureOf(long), init: { status: 422 } });
});
