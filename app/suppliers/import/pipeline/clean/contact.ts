import { z } from 'zod';
import { type Cleaned, clean, flag } from '../problems';
import { saysNothing } from './text';

const email = z.email().max(254);

/** The first email address of a cell, in small letters; a name around it is left out. */
export function cleanEmail(cell: string): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const found = cell
    .toLowerCase()
    .split(/[\s;,<>()|/]+/)
    .map((part) => part.replace(/^mailto:/, '').replace(/\.$/, ''))
    .find((part) => email.safeParse(part).success);
  return found === undefined ? flag<string>(null, 'bad-contact-email', 'warning', { value: cell }) : clean(found);
}
