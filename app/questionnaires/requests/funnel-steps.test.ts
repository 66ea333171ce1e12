import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawFunnel, foldSteps, funnelStages, funnelTitle } from './funnel-steps';

const request = fc.record({
  status: fc.constantFrom('invited', 'opened', 'started', 'submitted', 'refused', 'bounced'),
  hasOpened: fc.boolean(),
  hasStarted: fc.boolean(),
  isAccepted: fc.boolean(),
  count: fc.integer({ min: 1, max: 50 }),
});
const plain = { hasOpened: false, hasStarted: false, isAccepted: false };

test('who reached a stage waits there, refused there, or reached the next, for all requests', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
      const steps = foldSteps(requests);
      expect(steps.invited.reached).toBe(requests.reduce((sum, { count }) => sum + count, 0));
      for (const [at, stage] of funnelStages.entries()) {
        const { reached, waiting, refused } = steps[stage];
        const next = funnelStages[at + 1];
        if (next) expect(reached - waiting - refused).toBe(steps[next].reached);
        else expect([waiting, refused]).toEqual([0, 0]);
      }
    }),
  );
});

test('the finding names the stage at which most wait', () => {
  const steps = foldSteps([
    { ...plain, status: 'invited', count: 2 },
    { ...plain, status: 'opened', hasOpened: true, count: 5 },
    { ...plain, status: 'submitted', hasOpened: true, hasStarted: true, isAccepted: true, count: 3 },
  ]);
  expect(funnelTitle(steps)).toBe('5 opened the request and have not started, of 10 invited: the most at any stage');
  const done = foldSteps([{ ...plain, status: 'submitted', isAccepted: true, count: 3 }]);
  expect(funnelTitle(done)).toBe('None of 3 requests waits; accepted: 3');
});

test('a bar is as long as the requests that reached its stage', () => {
  const steps = foldSteps([
    { ...plain, status: 'invited', count: 6 },
    { ...plain, status: 'opened', hasOpened: true, count: 4 },
  ]);
  const drawing = drawFunnel(steps, 'wide');
  const [invited, waiting, opened] = drawing.shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape.width] : []));
  expect((invited ?? 0) + (waiting ?? 0)).toBeCloseTo(560);
  expect(opened).toBeCloseTo(224);
});
