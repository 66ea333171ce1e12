import { useRef, useState } from 'react';

/** The current value with unsaved choices on top: a control keeps its state, and two quick clicks do not undo each other. */
export function useDraft<Value extends object>(current: Value, save: (part: Partial<Value>) => Promise<void>) {
  const [draft, setDraft] = useState<Partial<Value>>({});
  const waiting = useRef(0);
  const change = (part: Partial<Value>) => {
    waiting.current += 1;
    setDraft((now) => ({ ...now, ...part }));
    void save(part).finally(() => {
      waiting.current -= 1;
      if (waiting.current === 0) setDraft({});
    });
  };
  return { value: { ...current, ...draft }, change };
}
