import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compiledMessages } from './compiled-messages';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A development server of which a test sees what it sends and logs. */
function served(generate: () => Promise<void>) {
  const watcher = Object.assign(new EventEmitter(), { add: vi.fn() });
  const [send, error] = [vi.fn(), vi.fn()];
  const { configureServer } = compiledMessages(generate);
  if (typeof configureServer !== 'function') throw new Error('no server to configure');
  Reflect.apply(configureServer, undefined, [{ config: { root: '/project', logger: { error } }, watcher, ws: { send } }]);
  const change = (file: string) => watcher.emit('all', 'change', file);
  return { watcher, send, error, change };
}

test('development makes changed messages once by the generation of the build, and has pages fetched again', async () => {
  const generate = vi.fn(async () => undefined);
  const { watcher, send, change } = served(generate);
  expect(watcher.add).toHaveBeenCalledWith(['/project/app/locales', '/project/project.inlang/settings.json']);
  change('/project/app/locales/bn/respondent.json');
  change('/project/app/locales/en/respondent.json');
  change('/project/app/ui/fold.tsx');
  await vi.runAllTimersAsync();
  expect(generate).toHaveBeenCalledTimes(1);
  expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'full-reload' });
});

test('a message that cannot be compiled is reported, and the pages stay', async () => {
  const { send, error, change } = served(() => Promise.reject(new Error('Unexpected token')));
  change('/project/app/locales/en/respondent.json');
  await vi.runAllTimersAsync();
  expect(error).toHaveBeenCalledWith('Unexpected token');
  expect(send).not.toHaveBeenCalled();
});
