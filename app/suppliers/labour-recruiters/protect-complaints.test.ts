import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doOverlap, isMore, protectComplaints } from './protect-complaints';

test('small complaint counts are saved as ranges, and numbers that would reveal them are suppressed', () => {
  expect(protectComplaints({ received: 3, upheld: 2, remedied: 0 })).toEqual({ received: 'under-5', upheld: 'under-5', remedied: 0 });
  expect(protectComplaints({ received: 40, upheld: 38, remedied: 30 })).toEqual({ received: 40, upheld: 'withheld', remedied: 30 });
  expect(protectComplaints({ received: 40, upheld: 20, remedied: 18 })).toEqual({ received: 40, upheld: 20, remedied: 'withheld' });
  expect(protectComplaints({ received: 40, upheld: 20, remedied: null })).toEqual({ received: 40, upheld: 20, remedied: null });
  expect(protectComplaints({ received: 'under-5', upheld: null, remedied: null }).received).toBe('under-5');
});

test('no two saved numbers differ by one to four', () => {
  const three = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(three, (typed) => {
      const [remedied = 0, upheld = 0, received = 0] = [...typed].sort((a, b) => a - b);
      const kept = protectComplaints({ received, upheld, remedied });
      const numbers = Object.values(kept).filter((count) => typeof count === 'number');
      for (const a of [0, ...numbers]) for (const b of numbers) expect(Math.abs(a - b) === 0 || Math.abs(a - b) >= 5).toBe(true);
      // The same values again are no change.
      expect(protectComplaints(kept)).toEqual(kept);
    }),
  );
});

test('a part is not more than its whole, and periods do not share a day', () => {
  expect([isMore(6, 5), isMore(5, 'under-5'), isMore('under-5', 0), isMore(5, null), isMore(5, 5)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  const year = { periodFrom: '2025-01-01', periodTo: '2025-12-31' };
  expect(doOverlap(year, { periodFrom: '2025-12-31', periodTo: '2026-01-31' })).toBe(true);
  expect(doOverlap(year, { periodFrom: '2026-01-01', periodTo: '2026-01-31' })).toBe(false);
});
