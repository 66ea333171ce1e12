import { expect, it } from 'vitest';
import { untilRead, whileRead } from './being-read.server';

it('a page waits for the request that reads its batch, whether it succeeds or not, and for no other', async () => {
  const done: string[] = [];
  let end = () => {};
  const reading = whileRead('a', () => new Promise<void>((resolve) => (end = resolve)).then(() => void done.push('read')));
  const page = untilRead('a').then(() => done.push('shown'));
  await untilRead('b').then(() => done.push('other'));
  end();
  await Promise.all([reading, page]);
  expect(done).toEqual(['other', 'read', 'shown']);
  const failing = whileRead('a', () => Promise.reject(new Error('failed')));
  await untilRead('a');
  await expect(failing).rejects.toThrow('failed');
});
