const clamp = (value: number) => Math.min(100, Math.max(0, value));

/** Where a score and its interval lie between 0 and 100, beside the figures: for the eye alone. */
export function IntervalBar({ score, low, high }: { score: number; low: number; high: number }) {
  const [at, from, to] = [clamp(score), clamp(low), clamp(high)];
  return (
    <svg aria-hidden="true" viewBox="0 0 100 8" className="h-2 w-20 shrink-0 text-muted" preserveAspectRatio="none">
      <path d="M0 4h100" className="stroke-line" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      <path d={`M${from} 4H${to}`} className="stroke-current opacity-50" strokeWidth="4" vectorEffect="non-scaling-stroke" />
      <path d={`M${at} 0v8`} className="stroke-ink" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
