import { m } from '~/paraglide/messages';
import type { ReadRefusal } from './limits';

const refusals = {
  'too-large': m.reader_too_large,
  'too-many-cells': m.reader_too_many_cells,
  'too-many-entries': m.reader_too_many_entries,
  inflates: m.reader_inflates,
  'too-many-pixels': m.reader_too_many_pixels,
  'too-deep': m.reader_too_deep,
  'too-long': m.reader_too_long,
  'not-readable': m.reader_not_readable,
  busy: m.reader_busy,
} satisfies Record<ReadRefusal, () => string>;

/** Why a file was not read, and what to do. */
export const readRefusalText = (code: ReadRefusal): string => refusals[code]();

/** That too many files were sent, and when the next may be. */
export const tooOftenText = (minutes: number): string => m.reader_too_often({ minutes });
