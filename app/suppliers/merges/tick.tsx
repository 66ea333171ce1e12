import type { ReactNode } from 'react';

/** One of several that can be chosen. */
export function Tick({ name, value, isChosen, children }: { name: string; value: string; isChosen: boolean; children: ReactNode }) {
  return (
    <label className="flex min-h-7 items-start gap-2">
      <input type="checkbox" name={name} value={value} defaultChecked={isChosen} className="mt-0.5 size-4" />
      <span>{children}</span>
    </label>
  );
}
