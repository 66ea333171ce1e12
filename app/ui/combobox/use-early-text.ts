import { useCallback, useEffect, useRef } from 'react';

/**
 * Takes what was typed into a field before the script of the page had started: without it the first drawing would throw the text away.
 * @returns the ref of the field
 */
export function useEarlyText(
  field: { current: HTMLInputElement | null },
  take: (text: string) => void,
): (input: HTMLInputElement | null) => void {
  const early = useRef<string | null>(null);
  const attach = useCallback(
    (input: HTMLInputElement | null) => {
      field.current = input;
      // Read while the field still has it: the next drawing writes the text of the state.
      if (input) early.current ??= input === document.activeElement ? input.value : '';
    },
    [field],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script starts
  useEffect(() => {
    if (early.current) take(early.current);
  }, []);
  return attach;
}
