import { expect, it } from 'vitest';
import { lastStep } from './last-step';

const points = (...scores: number[]) => scores.map((score, on) => ({ score, on }));

it('finds the last change of the number that is shown, and by how much', () => {
  expect(lastStep(points(63, 96, 96.2))).toMatchObject({ before: { on: 0 }, after: { on: 1 }, by: 33 });
  expect(lastStep(points(96, 63))?.by).toBe(-33);
});

it('finds none where the number stays, beyond the end of the scale too', () => {
  expect([lastStep(points(50)), lastStep(points(50.1, 50.4)), lastStep(points(104, 130)), lastStep([])]).toEqual([null, null, null, null]);
});
