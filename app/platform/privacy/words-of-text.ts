/** One word of a text with its position and the text before it. */
export type Word = {
  text: string;
  start: number;
  end: number;
  /** Lower case, composed; what cues and titles are compared with. */
  lower: string;
  /** Without accents, nuktas and the spelling variants of Arabic script; what lists of names are compared with. */
  key: string;
  /** The text between this word and the one before. */
  gap: string;
  isLatin: boolean;
  isCapital: boolean;
  isFirst: boolean;
};

const arabicVariants: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ک: 'ك',
  ہ: 'ه',
  ة: 'ه',
  ۃ: 'ه',
  ھ: 'ه',
};

/** The form in which two spellings of one name are equal: "Ayşe" and "ayse", "أحمد" and "احمد", "फ़ातिमा" and "फातिमा". */
export function nameKey(word: string): string {
  const lower = word.normalize('NFC').toLowerCase();
  if (/^\p{Script=Latin}/u.test(lower))
    return lower
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[đıłø]/g, (sign) => ({ đ: 'd', ı: 'i', ł: 'l', ø: 'o' })[sign] ?? sign);
  return lower
    .normalize('NFD')
    .replace(/[\u093c\u09bc\u0640\u064b-\u0655\u0670\u200c\u200d]/g, '')
    .normalize('NFC')
    .replace(/[\u0600-\u06ff]/g, (sign) => arabicVariants[sign] ?? sign);
}

const endsSentence = /[.!?。！？।؟؛;:：\n•“"«(（…]|(?:^|\s)[-–—*]\s*$/u;
const abbreviation = /^(?:mr|mrs|ms|dr|sr|sra|srta|md|mst|st|no|mme|mlle|prof)$/u;

/** The words of a text in any script. An apostrophe and a hyphen part words: "Ayşe'nin" is a name and its ending. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const { 0: found, index } of text.matchAll(/\p{L}[\p{L}\p{M}\u200c\u200d]*/gu)) {
    const gap = text.slice(last, index);
    const before = words.at(-1);
    const afterAbbreviation = before !== undefined && /^\.\s*$/.test(gap) && (abbreviation.test(before.lower) || before.text.length === 1);
    words.push({
      ...{ text: found, start: index, end: index + found.length, gap },
      ...{ lower: found.normalize('NFC').toLowerCase(), key: nameKey(found) },
      isLatin: /^\p{Script=Latin}/u.test(found),
      isCapital: /^\p{Lu}/u.test(found),
      isFirst: before === undefined || (endsSentence.test(gap) && !afterAbbreviation),
    });
    last = index + found.length;
  }
  return words;
}
