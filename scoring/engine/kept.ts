type Known<Key, Value> = {
  get: (key: Key) => Value | undefined;
  set: (key: Key, value: Value) => unknown;
  size?: number;
  clear?: () => void;
};

/**
 * The value under a key: made when it is first asked for, then kept. A map that holds `most` of them is emptied first, so it does not grow
 * without end. What is made must follow from the key alone.
 */
export function kept<Key, Value extends object | string | number | null>(
  known: Known<Key, Value>,
  key: Key,
  make: () => Value,
  most = Number.POSITIVE_INFINITY,
): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  if ((known.size ?? 0) >= most) known.clear?.();
  known.set(key, made);
  return made;
}
