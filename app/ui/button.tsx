import { Link, type LinkProps } from '@remix-run/react';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong hover:text-on-accent',
  secondary: 'border-edge bg-surface text-ink hover:bg-sunken hover:text-ink',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-sunken hover:text-accent-strong',
  danger: 'border-danger bg-surface text-danger hover:bg-danger-soft hover:text-danger',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-7 px-2 text-xs whitespace-nowrap pointer-coarse:min-h-11',
  md: 'min-h-9 px-3 text-sm whitespace-nowrap pointer-coarse:min-h-11',
  // May contain the name of an organization, which can be longer than a phone is wide.
  lg: 'min-h-11 px-5 py-1.5 text-base',
};

function look({ variant, size, className }: { variant: ButtonVariant; size: ButtonSize; className: string | undefined }): string {
  return classNames(
    'inline-flex items-center justify-center gap-1.5 rounded border font-semibold no-underline transition-colors duration-100 disabled:opacity-55 aria-disabled:opacity-55',
    variants[variant],
    sizes[size],
    className,
  );
}

type Common = { variant?: ButtonVariant; size?: ButtonSize; icon?: IconName; children: ReactNode; className?: string };

/** A button, labelled with verb and object. `busy` during its action. `type` is "submit" by default. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  busy = false,
  children,
  className,
  type = 'submit',
  ...rest
}: Common & { busy?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'style'>) {
  return (
    <button {...rest} type={type} aria-busy={busy || undefined} className={look({ variant, size, className })}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button, for an act that begins on another page. */
export function LinkButton({ variant = 'secondary', size = 'md', icon, children, className, ...rest }: Common & Omit<LinkProps, 'style'>) {
  return (
    <Link data-print="none" {...rest} className={look({ variant, size, className })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A link to a place within this page, that looks like a button: works without the router. */
export function PlaceButton({
  variant = 'secondary',
  size = 'md',
  icon,
  children,
  className,
  ...rest
}: Common & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style'>) {
  return (
    <a data-print="none" {...rest} className={look({ variant, size, className })}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

/** The default button for the Enter key in a form whose first visible button does something else: put it first. Invisible and not focusable. `intent`: what it does, where the form has several acts. */
export function DefaultSubmit({ intent }: { intent?: string }) {
  const named = intent === undefined ? {} : { name: 'intent', value: intent };
  return <button type="submit" {...named} hidden tabIndex={-1} aria-hidden="true" />;
}
