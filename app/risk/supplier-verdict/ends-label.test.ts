import { expect, test } from 'vitest';
import { endsLabel } from './labels';

test.each([
  [{ score: 52, best: 40.2, worst: 60.4 }, '−12 to +8'],
  [{ score: 64.9, best: 64.9, worst: 65.1 }, '0 to +1'],
  [{ score: 64.2, best: 63.8, worst: 64.3 }, 'stays at 64'],
  [{ score: 129.5, best: 104, worst: 150 }, 'stays at 100'],
  [{ score: 129.5, best: 90, worst: 150 }, '−10 to 0'],
])('an unknown fact moves the score as it is shown: %o', (ends, label) => {
  expect(endsLabel(ends)).toBe(label);
});
