import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { environment } from '~/env.server';

const stampSchema = z.object({ response: z.string(), instrument: z.string(), locale: z.string(), madeAt: z.iso.datetime() });
/** Whose questionnaire a workbook is, in which language, and as of when. */
export type WorkbookStamp = z.infer<typeof stampSchema>;

/** What no one may alter unnoticed: the stamp, and of each line its code and what was answered when the file was made. */
function signature(stamp: WorkbookStamp, lines: readonly (readonly [string, string])[]): Buffer {
  const key = createHmac('sha256', environment().APP_SECRET).update('questionnaire workbook').digest();
  return createHmac('sha256', key)
    .update(JSON.stringify([stamp, lines]))
    .digest();
}

export function writeStamp(stamp: WorkbookStamp, lines: readonly (readonly [string, string])[]): string {
  return `manumit.${Buffer.from(JSON.stringify(stamp)).toString('base64url')}.${signature(stamp, lines).toString('base64url')}`;
}

/** The stamp in a cell; null without one. `isSigned` verifies it. */
export function readStamp(text: string): WorkbookStamp | null {
  const [mark, body] = text.split('.');
  if (mark !== 'manumit' || !body) return null;
  try {
    const parsed = stampSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function isSigned(text: string, stamp: WorkbookStamp, lines: readonly (readonly [string, string])[]): boolean {
  const given = Buffer.from(text.split('.')[2] ?? '', 'base64url');
  const expected = signature(stamp, lines);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
