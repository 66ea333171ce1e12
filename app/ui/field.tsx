import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react';
import { m } from '~/paraglide/messages';
import { comingDayBounds, dayBounds, pastDayBounds } from './day-bounds';
import { classNames } from './class-names';
import { TextLimit } from './text-limit';

/** What every control of a form shares. `error` is the sentence shown under it; `name` is also its id unless `id` is given. */
export type FieldCommon = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  id?: string;
  /** Marks a field that may stay empty; required is the rule and is not marked. */
  optional?: boolean;
  className?: string;
};

/** The attributes that tie a control to its hint and error. */
export function controlAttributes({
  id,
  hint,
  error,
  limit,
}: {
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
  limit?: number | undefined;
}) {
  const described = [hint ? `${id}-hint` : null, limit ? `${id}-limit` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined };
}

/** Label above, control, hint between, error below: the frame of every control. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  optional,
  className,
  children,
}: Omit<FieldCommon, 'name' | 'id'> & { id: string; children: ReactNode }) {
  return (
    <div className={classNames('grid content-start gap-1', className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional && <span className="font-normal text-muted"> ({m.shell_optional()})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'style' | 'className'>;
/**
 * `isPast`: of a date that reports what has happened, so that none after today is taken. `isComing`: of a date by which something is due, so that none before
 * today is taken.
 */
type DateProps = { isPast?: boolean; isComing?: boolean };

/** From here on the length of a line is a limit for a text, not the form of a code: a longer one is kept and refused, never cut. */
const leastTextLimit = 60;

/** One line of text, number, date, e-mail … Takes `defaultValue`, so that what was typed survives an error. */
export function Field({
  name,
  label,
  hint,
  error,
  id,
  optional,
  className,
  isPast = false,
  isComing = false,
  maxLength,
  ...input
}: FieldCommon & InputProps & DateProps) {
  const ownId = id ?? `field-${name}`;
  const isText = maxLength !== undefined && maxLength >= leastTextLimit && ['text', undefined].includes(input.type);
  const limit = isText ? maxLength : undefined;
  const { earliest, latest } = isPast ? pastDayBounds() : isComing ? comingDayBounds() : dayBounds;
  return (
    <FieldFrame id={ownId} label={label} hint={hint} error={error} optional={optional} className={className}>
      <input
        {...(input.type === 'date' ? { min: earliest, max: latest } : {})}
        {...input}
        {...controlAttributes({ id: ownId, hint, error, limit })}
        {...(limit === undefined ? { maxLength } : {})}
        name={name}
        className={classNames('control', input.type === 'number' && 'text-end')}
      />
      {limit !== undefined && <TextLimit id={ownId} most={limit} written={input.defaultValue} />}
    </FieldFrame>
  );
}

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id' | 'style' | 'className'>;

/** Several lines of text. One over `maxLength` is kept as it was typed, and refused. */
export function TextArea({ name, label, hint, error, id, optional, className, rows = 4, maxLength, ...area }: FieldCommon & TextAreaProps) {
  const ownId = id ?? `field-${name}`;
  return (
    <FieldFrame id={ownId} label={label} hint={hint} error={error} optional={optional} className={className}>
      <textarea
        {...area}
        {...controlAttributes({ id: ownId, hint, error, limit: maxLength })}
        name={name}
        rows={rows}
        className="control"
      />
      {maxLength !== undefined && <TextLimit id={ownId} most={maxLength} written={area.defaultValue} />}
    </FieldFrame>
  );
}

/** A file input. State `accept` and the size limit in `hint`. The form needs encType="multipart/form-data". */
export function FileField({ name, label, hint, error, id, optional, className, ...input }: FieldCommon & Omit<InputProps, 'type'>) {
  const ownId = id ?? `field-${name}`;
  return (
    <FieldFrame id={ownId} label={label} hint={hint} error={error} optional={optional} className={className}>
      <input
        {...input}
        {...controlAttributes({ id: ownId, hint, error })}
        type="file"
        name={name}
        className="control border-dashed bg-sunken py-4 file:me-3 file:rounded file:border file:border-solid file:border-edge file:bg-surface file:px-3 file:py-1 file:font-semibold file:text-ink"
      />
    </FieldFrame>
  );
}

/** A checkbox with its label. Sends `value` (default "on") when checked. */
export function Checkbox({ name, label, hint, error, id, className, ...input }: Omit<FieldCommon, 'optional'> & Omit<InputProps, 'type'>) {
  const fallback = useId();
  const ownId = id ?? fallback;
  return (
    <div className={classNames('grid grid-cols-[auto_1fr] gap-x-2 gap-y-1 pointer-coarse:gap-y-0', className)}>
      <input
        {...input}
        {...controlAttributes({ id: ownId, hint, error })}
        type="checkbox"
        name={name}
        className="mt-0.5 size-4 pointer-coarse:mt-3 pointer-coarse:size-5"
      />
      <label htmlFor={ownId} className="pointer-coarse:flex pointer-coarse:min-h-11 pointer-coarse:items-center">
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${ownId}-hint`} className="col-start-2 text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${ownId}-error`} className="col-start-2 text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
