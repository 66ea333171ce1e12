import { type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import { classNames } from './class-names';
import { controlAttributes, type FieldCommon, FieldFrame } from './field';

export type Option = { value: string; label: string; hint?: ReactNode; disabled?: boolean };
/** `isShort`: in a column, beside others of its kind where they fit. */
type Choice = Option & { isShort?: boolean };

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id' | 'style' | 'className' | 'children'>;

/** A native select. `empty`: the label of no choice. */
export function Select({
  name,
  label,
  hint,
  error,
  id,
  optional,
  className,
  options,
  empty,
  ...select
}: FieldCommon & SelectProps & { options: readonly Option[]; empty?: string }) {
  const ownId = id ?? `field-${name}`;
  return (
    <FieldFrame id={ownId} label={label} hint={hint} error={error} optional={optional} className={className}>
      <select {...select} {...controlAttributes({ id: ownId, hint, error })} name={name} className="control">
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** One choice of a few, each visible, with big targets. `layout` "row" puts short answers side by side. */
export function RadioGroup({
  name,
  label,
  hint,
  error,
  options,
  defaultValue,
  layout = 'column',
  required,
  disabled,
  className,
  onChange,
}: Omit<FieldCommon, 'optional'> & {
  options: readonly Choice[];
  defaultValue?: string | undefined;
  layout?: 'column' | 'row';
  required?: boolean;
  disabled?: boolean;
  onChange?: (value: string) => void;
}) {
  const id = useId();
  return (
    <fieldset className={classNames('grid gap-1.5', className)} disabled={disabled} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <div className="text-muted">{hint}</div>}
      <div className={`flex flex-wrap ${layout === 'row' || options.some(({ hint: each }) => each) ? 'gap-2' : 'gap-1'}`}>
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              'flex min-h-11 cursor-pointer gap-2.5 rounded border border-edge bg-surface px-3 has-checked:border-accent has-checked:bg-accent-soft hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              option.hint !== undefined ? 'items-start py-2.5' : 'items-center py-1.5',
              layout === 'column' && (option.isShort ? 'grow' : 'basis-full'),
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              required={required}
              disabled={option.disabled}
              onChange={onChange ? (event) => onChange(event.currentTarget.value) : undefined}
              className={classNames('size-4 shrink-0 outline-none', option.hint !== undefined && 'mt-0.5')}
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
