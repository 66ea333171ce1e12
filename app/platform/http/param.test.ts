import { expect, it } from 'vitest';
import { param } from './param.server';

it('answers the parameter of a route', () => {
  expect(param({ dealId: '7' }, 'dealId')).toBe('7');
});

it.each([{}, { dealId: '' }, { dealId: undefined }])('answers 404 for a route without it: %o', (params) => {
  expect(() => param(params, 'dealId')).toThrow(expect.objectContaining({ status: 404 }));
});
