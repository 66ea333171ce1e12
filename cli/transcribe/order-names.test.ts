import { describe, expect, test } from 'vitest';
import { importOrders } from '#scoring';
import { namesInOrder, scopeOfOrder } from './order-names';

describe('the names in an order', () => {
  test.each([
    ['Firemount Group Ltd.', ['Firemount Group Ltd.']],
    ['Fishing vessel Zhen Fa 7', ['Zhen Fa 7']],
    ['Dalian Ocean Fishing Co., Ltd. (all vessels)', ['Dalian Ocean Fishing Co., Ltd.']],
    ['FGV Holdings Berhad, subsidiaries and joint ventures', ['FGV Holdings Berhad']],
    ['A Co., Ltd.; B Co., Ltd.', ['A Co., Ltd.', 'B Co., Ltd.']],
    ['All Turkmenistan cotton', []],
  ])('%s', (entity, names) => expect(namesInOrder(entity)).toEqual(names));

  test('an order without a name is about a place, and every other has a name', () => {
    for (const { entity, names, scope } of importOrders('2026-11-25')) {
      expect(scopeOfOrder(entity), entity).toBe(scope);
      expect(names.length > 0, entity).toBe(scope === 'named');
      for (const name of names) {
        expect(name, entity).not.toMatch(/[;|]|\bor\b|subsidiaries|^Fishing vessel/);
        expect(name.trim(), entity).toBe(name);
        expect(name.split('(').length, entity).toBe(name.split(')').length);
      }
    }
  });
});
