import type { CSSProperties } from 'react';

const clamp = (value: number) => Math.min(100, Math.max(0, value));

/** Where a score and its interval lie between 0 and 100, beside the figures: for the eye alone. */
export function IntervalBar({ score, low, high }: { score: number; low: number; high: number }) {
  return <span className="interval-bar" style={{ '--at': clamp(score), '--from': clamp(low), '--to': clamp(high) } as CSSProperties} />;
}
