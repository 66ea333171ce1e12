import type { ReferenceOrigin } from '../../scoring/reference/schema.ts';

export const dateAccessed = '2026-11-24';
/** The first day of the method. The first vintage of each table is in force from this day; a later one from its publication. */
export const methodStart = '2026-01-01';

export const ccBy4: ReferenceOrigin['licence'] = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  redistribution: 'allowed-with-credit',
};
export const usGovernment: ReferenceOrigin['licence'] = {
  name: 'Work of the United States government (no copyright in the US)',
  url: 'https://www.usa.gov/government-copyright',
  redistribution: 'allowed',
};

/** The part of an origin block that is the same for all tables transcribed by the program. */
export function origin(
  given: Omit<ReferenceOrigin, 'dateAccessed' | 'transcribed' | 'urlDownload'> & { urlDownload?: string; transcribed?: string },
): ReferenceOrigin {
  return {
    ...given,
    urlDownload: given.urlDownload ?? null,
    dateAccessed,
    transcribed:
      given.transcribed ??
      'by script, cli/transcribe-reference.ts, from our own CSV of the published figures; the publisher’s file was reached through a stored public copy',
  };
}

export const plain = (meaning: string, unit = 'text') => ({ meaning, unit, direction: 'none' as const });
export const confidenceField = plain('how the row is known: confirmed, derived or memory', 'word');
