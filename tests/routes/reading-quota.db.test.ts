import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { countAttempt } from '~/access/rate-limit.server';
import { withRequestMemory } from '~/access/request-memory.server';
import { refusalText } from '~/questionnaires/evidence/labels';
import { mayReadDocument } from '~/platform/parser/count-reading.server';
import { action } from '~/routes/org/questionnaires/import-template';
import { makeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';

const newAddress = () => `2001:db8::${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}`;

async function exhaust(name: 'read-address' | 'document-address', address: string, times: number) {
  await Promise.all(Array.from({ length: times }, () => countAttempt(name, address)));
}

test('an address that sends too many files is asked to try again later, another one is not', async () => {
  const member = await makeMember();
  const [busy, other] = [newAddress(), newAddress()];
  await exhaust('read-address', busy, 300);
  const send = (address: string) => {
    const form = new FormData();
    form.append('file', new File(['{}'], 'template.json'));
    const request = new Request('http://localhost/x', { method: 'POST', body: form, headers: { Cookie: member.cookie } });
    return callRoute((args: object) => (action as (args: object) => unknown)({ ...args, request }), {
      ...{ url: '/', params: { orgSlug: member.organization.slug }, address },
    });
  };
  expect(await send(busy)).toMatchObject({
    status: 422,
    body: { message: expect.stringMatching(/^You sent too many files. Try again in \d+ min\.$/) },
  });
  expect(await send(other)).toMatchObject({ status: 422, body: { message: expect.not.stringMatching(/too many files/) } });
});

test('documents are counted by the address of their request', async () => {
  const [busy, other] = [newAddress(), newAddress()];
  await exhaust('document-address', busy, 600);
  expect(await withRequestMemory(() => mayReadDocument('mill'), { address: busy })).toBe(false);
  expect(await withRequestMemory(() => mayReadDocument('mill'), { address: other })).toBe(true);
  expect(await mayReadDocument('mill')).toBe(true);
  expect(refusalText('file-too-often')).toBe('You sent too many files. Try again in 10 min.');
});
