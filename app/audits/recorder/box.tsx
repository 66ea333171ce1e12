/** A box or one of several to choose from, as large as a finger. */
export function Box({
  label,
  isChecked,
  onChange,
  type = 'checkbox',
  name,
}: {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  type?: 'checkbox' | 'radio';
  name?: string;
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded border border-edge bg-surface px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type={type}
        name={name}
        checked={isChecked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="size-4 shrink-0 outline-none"
      />
      <span>{label}</span>
    </label>
  );
}
