import { describe, expect, it } from 'vitest';
import { readForm } from './read-form.server';

const post = (body: BodyInit | null, type?: string) =>
  new Request('http://localhost/', { method: 'POST', body, ...(type === undefined ? {} : { headers: { 'Content-Type': type } }) });
const refusal = (request: Request) =>
  readForm(request).then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : Promise.reject(thrown)),
  );
const encoded = 'application/x-www-form-urlencoded';

describe('readForm', () => {
  it('reads both types of form, and accepts an empty request as a form without fields', async () => {
    expect((await readForm(post('a=1&a=2', `${encoded};charset=UTF-8`))).getAll('a')).toEqual(['1', '2']);
    const form = new FormData();
    form.set('name', 'Mill');
    expect((await readForm(post(form))).get('name')).toBe('Mill');
    for (const empty of [post(null), post('', encoded), post(new Uint8Array())]) expect([...(await readForm(empty))]).toEqual([]);
  });

  it('rejects other bodies with 415', async () => {
    expect(await refusal(post('{"name":"Mill"}', 'application/json'))).toBe(415);
    expect(await refusal(post('name=Mill', 'text/plain'))).toBe(415);
    expect(await refusal(post('name=Mill', `${encoded}/x`))).toBe(415);
    expect(await refusal(post(new Uint8Array([1])))).toBe(415);
  });

  it('rejects an incomplete form with 400', async () => {
    expect(await refusal(post('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', 'multipart/form-data; boundary=x'))).toBe(400);
    expect(await refusal(post('a', 'multipart/form-data'))).toBe(400);
  });

  it('rejects names that every object inherits with 400, and invalid characters with 422', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) expect(await refusal(post(`${name}=1`, encoded))).toBe(400);
    expect(await refusal(post('name=a%00b', encoded))).toBe(422);
    const form = new FormData();
    form.set('file', new File(['x'], 'a\u0000.csv'));
    expect([400, 422]).toContain(await refusal(post(form)));
  });

  it('passes an internal error on', async () => {
    const request = post('a=1', encoded);
    await request.text();
    await expect(readForm(request)).rejects.toBeInstanceOf(TypeError);
  });
});
