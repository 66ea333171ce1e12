import { expect, test } from 'vitest';
import { replyState } from './reply-states';

test.each([
  ['2026-03-13', null, null, 'sent'],
  ['2026-03-12', null, null, 'late'],
  ['2026-03-12', '2026-03-13', null, 'replied'],
  ['2026-03-12', '2026-03-10', 'upheld', 'answered'],
  ['2026-03-12', null, 'changed', 'answered'],
])('due %s, replied %s, answered %s: %s', (dueOn, repliedOn, verdict, state) => {
  expect(replyState({ dueOn, repliedOn, verdict }, '2026-03-13')).toBe(state);
});
