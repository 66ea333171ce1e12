export const longestTag = 40;

/** A tag as it is written: without spaces around it, and single spaces within. */
export const tagName = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ');

/** What makes two spellings one tag. */
export const tagKey = (text: string): string => tagName(text).toLowerCase();
