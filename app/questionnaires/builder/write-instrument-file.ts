import type { Draft } from './draft';

/** What a file of a questionnaire is: the released form, and beside it its translations and relations. */
export const fileFormat = 'manumit-instrument';

/** A questionnaire as a file: the same JSON as the released ones, with its translations and relations beside it. */
export function writeInstrumentFile({ content, translations, crosswalk }: Draft): string {
  return `${JSON.stringify({ format: fileFormat, instrument: content, translations, crosswalk }, null, 2)}\n`;
}
