/** A form that was refused: what was typed, and what to correct. Field names are paths ("workforce.total"); '' is the whole form. */
export type FormFailure = {
  ok: false;
  values: Record<string, string[]>;
  errors: Record<string, string[]>;
};

/**
 * The value and error of one field after a refused submit, to spread into Field, Select or TextArea.
 * `saved` is the stored value; what was typed takes precedence.
 */
export function fieldOf(
  failure: FormFailure | null | undefined,
  name: string,
  saved?: string | number | null,
): { name: string; defaultValue: string; error: string | undefined } {
  const typed = failure?.values[name]?.[0];
  return { name, defaultValue: typed ?? (saved === null || saved === undefined ? '' : String(saved)), error: failure?.errors[name]?.[0] };
}

/** The same for a Checkbox: ticked when it was sent, or when the record says so and nothing was sent yet. */
export function checkboxOf(
  failure: FormFailure | null | undefined,
  name: string,
  saved = false,
): { name: string; defaultChecked: boolean; error: string | undefined } {
  return { name, defaultChecked: failure ? failure.values[name] !== undefined : saved, error: failure?.errors[name]?.[0] };
}

/** The same for a CheckboxGroup. */
export function boxesOf(
  failure: FormFailure | null | undefined,
  name: string,
  saved: readonly string[] = [],
): { name: string; ticked: readonly string[]; error: string | undefined } {
  return { name, ticked: failure ? (failure.values[name] ?? []) : saved, error: failure?.errors[name]?.[0] };
}
