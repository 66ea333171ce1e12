import type { Span } from './finding';
import {
  doubleRoles,
  nameLinks,
  nameParts,
  nameWords,
  namedAfter,
  naming,
  namingVerbs,
  particles,
  roles,
  speech,
  titles,
  titlesAfter,
} from './name-cues';
import { sureNames, vietnameseFamilyKeys, vietnameseFamilyNames } from './name-lists';
import { isDefinite, isAcronym, isDoubtful, isOrganizationRun, isSure, isUnknown, runAround, spanOf } from './name-runs';
import { isKnownWord } from './not-names';
import { type Word, wordsOf } from './words-of-text';

const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
/** Titles that everybody writes with a capital where they are titles: what follows is a name even in small letters. */
const strongTitles = new Set(['mr', 'mrs', 'ms', 'mme', 'mlle', 'sr', 'sra', 'srta', 'dr', 'md', 'mst']);
/** Small-letter words that are titles too: they need a capital of their own or a known name after them. */
const weakTitles = new Set(['don', 'mas', 'em', 'bay', 'bang', 'sir', 'cô', 'bà', 'bác', 'bu', 'seu', 'dona', 'chú']);
const vietnameseTitle = /^(?:anh|chị|ông|bà|cô|chú|bác)$/u;
/** What makes a place of a name: "فیصل آباد", "अहमद नगर". */
const placeEnding = /^(?:آباد|گڑھ|پور|نگر|नगर|पुर|गंज|आबाद|নগর|পুর|গঞ্জ|আবাদ)/u;

/** The name that begins at word `at`, recognized by what precedes it. */
function nameFrom(words: readonly Word[], at: number): Span | null {
  const word = words[at];
  if (!word) return null;
  const [, to] = runAround(words, at);
  if (isOrganizationRun(words, [at, to])) return null;
  // A known word ends the name: "Mr Karim Monday"; but syllables of Vietnamese names also occur in names of countries: "Nguyen Thi Hoa", "Hoa Kỳ".
  const isVietnamese = vietnameseFamilyKeys.has(word.key);
  const endsName = ({ isLatin, isCapital, key }: Word) => isLatin && isCapital && isKnownWord(key) && !(isVietnamese && key.length <= 4);
  const ending = words.slice(at + 1, to + 1).findIndex(endsName);
  return spanOf(words, at, ending < 0 ? to : at + ending);
}

/** "M. Dupont": a single letter is a title only with its point. */
const isTitle = (word: Word, next: Word): boolean => titles.has(word.lower) || (word.text === 'M' && /^\.\s/u.test(next.gap));

function afterTitle(words: readonly Word[], at: number): Span | null {
  const title = words[at];
  const next = words[at + 1];
  if (!title || !next || !isTitle(title, next) || !/^(?:\.?\s{1,2}|[-.])$/u.test(next.gap)) return null;
  if (!next.isLatin) return isDefinite(next) ? null : nameFrom(words, at + 1);
  if (strongTitles.has(title.lower) && title.isCapital) return next.isCapital || !isKnownWord(next.key) ? nameFrom(words, at + 1) : null;
  if (weakTitles.has(title.lower) && !title.isCapital && !isSure(next) && !isDoubtful(next) && !isUnknown(next)) return null;
  if (vietnameseTitle.test(title.lower) && next.isCapital && !isAcronym(next)) return next.lower === 'rịa' ? null : nameFrom(words, at + 1);
  const isName =
    isSure(next) ||
    isUnknown(next) ||
    isDoubtful(next) ||
    (next.isCapital && next.text.length === 1 && /^[.\s]/u.test(next.gap) && strongTitles.has(title.lower));
  if (isName) return nameFrom(words, at + 1);
  return sureNames.has(next.key) && strongTitles.has(title.lower) ? spanOf(words, at + 1, at + 1) : null;
}

/** A role of one word, or of two as Vietnamese writes them. */
function isRole(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower ?? '';
  return roles.has(lower) || doubleRoles.has(`${words[at - 1]?.lower ?? ''} ${lower}`);
}

function afterRole(words: readonly Word[], at: number): Span | null {
  const role = words[at];
  const next = words[at + 1];
  if (!role || !next || !isRole(words, at) || !/^[\s,(:“"-]{1,2}$/u.test(next.gap)) return null;
  const isVietnamese =
    !roles.has(role.lower) && vietnamese.test(role.lower + (words[at - 1]?.lower ?? '')) && next.isCapital && !isAcronym(next);
  return isVietnamese || isSure(next) || isDoubtful(next) || isUnknown(next) ? nameFrom(words, at + 1) : null;
}

function afterNaming(words: readonly Word[], at: number): Span | null {
  const cue = words[at];
  const next = words[at + 1];
  if (!cue || !next) return null;
  const isWord = naming.has(cue.lower) || namingVerbs.has(cue.lower);
  if (isWord && /^[\s:“"«]{1,3}$/u.test(next.gap)) return fits(next) ? nameFrom(words, at + 1) : null;
  if (!nameWords.has(cue.lower) || isOfOrganization(words, at)) return null;
  if (/[:：]/.test(next.gap)) return fits(next) ? nameFrom(words, at + 1) : null;
  const after = words[at + 2];
  if (nameLinks.has(next.lower) && after && /^[\s:“"«]{1,3}$/u.test(after.gap) && after.isLatin)
    return fits(after) ? nameFrom(words, at + 2) : null;
  return !next.isLatin && isSaidNext(words, at) ? nameFrom(words, at + 1) : null;
}

/** "उसका नाम सुनील है", "তার নাম রহিমা": the name directly follows the word and ends the sentence. */
function isSaidNext(words: readonly Word[], at: number): boolean {
  const [before, next, after] = [words[at - 1], words[at + 1], words[at + 2]];
  if (
    !before ||
    !next ||
    !/^\s$/u.test(next.gap) ||
    !/^(?:का|की|ा|کا|کی)$|(?:का|ার|াঁর|ের|ীর|ٹির)$/u.test(before.lower) ||
    /^(?:आप|अपन|আপন|آپ)/u.test(before.lower)
  )
    return false;
  if (/^\p{Script=Bengali}/u.test(next.text))
    return (
      !bengaliVerb.test(next.lower) && (after === undefined || after.isFirst || /^\s?[,—-]/u.test(after.gap) || nameLinks.has(after.lower))
    );
  return (
    after !== undefined &&
    nameLinks.has(after.lower) &&
    !/^(?:क्या|नहीं|کیا|نہیں|यह|यही|یہ|\p{L}\p{M}*(?:ता|ती|تا|تی))$|(?:ता|ती|تا|تی)$/u.test(next.lower)
  );
}
const bengaliVerb = /^(?:লিখ|দিন|দিত|দেওয়া|দেওয়া|আছে|নেই|বল|যা|বা$|এখানে|কী|কি$|না$|হল|হয়|জান)/u;
const fits = (word: Word): boolean =>
  word.isLatin ? isSure(word) || isDoubtful(word) || isUnknown(word) || sureNames.has(word.key) : !isDefinite(word);
const isOfOrganization = (words: readonly Word[], at: number): boolean =>
  words
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) =>
      /^(?:कंपनी|फ़ैक्टरी|फैक्ट्री|एजेंसी|কোম্পানি\p{L}*|কারখানা\p{M}*\p{L}*|এজেন্সি\p{L}*|کمپنی|فیکٹری|ایجنسی|الشركة|المصنع|company|factory|agency|site|brand|supplier)$/u.test(
        lower,
      ),
    );

/** "X नाम का", "X নামের", "X نامی", "Ayşe Hanım", "सुनीता जी": the name precedes its cue. */
function beforeCue(words: readonly Word[], at: number): Span | null {
  const cue = words[at];
  const before = words[at - 1];
  if (!cue || !before || !/^[\s'’]{1,2}$/u.test(cue.gap)) return null;
  const isNamed = namedAfter.has(cue.lower) || (cue.lower === 'नाम' && /^(?:का|की|के)$/u.test(words[at + 1]?.lower ?? ''));
  if (!isNamed && !titlesAfter.has(cue.lower)) return null;
  const isName = before.isLatin
    ? isSure(before) || isDoubtful(before) || isUnknown(before)
    : isNamed || isSure(before) || isDoubtful(before);
  if (!isName || isOfOrganization(words, at)) return null;
  const [from] = runAround(words, at - 1);
  return spanOf(words, from, at - 1);
}

function beforeSpeech(words: readonly Word[], at: number): Span | null {
  const verb = words[at];
  const before = words[at - 1];
  if (!verb || !before || !speech.has(verb.lower) || !/^\s$/u.test(verb.gap) || !isUnknown(before)) return null;
  const [from, to] = runAround(words, at - 1);
  if (words.slice(from, to + 1).some((word) => isKnownWord(word.key))) return null;
  return spanOf(words, from, to);
}

/** A known name, or within a sentence two capitalised words that are nothing else that is known. */
function byItself(words: readonly Word[], at: number, isVietnamese: boolean): Span | null {
  const word = words[at];
  if (!word) return null;
  const run = runAround(words, at);
  const [from, to] = run;
  if (isOrganizationRun(words, run) || placeEnding.test(words[to + 1]?.lower ?? '')) return null;
  const inRun = words.slice(from, to + 1).filter((each) => !particles.has(each.lower) || each.isCapital);
  if (isSure(word)) {
    // A short known name within a run of places or papers is part of it ("Santa Rosa Industrial Park"): only a run of names is a name.
    const known = inRun.filter((each) => !isSure(each) && isKnownWord(each.key));
    if (known.length > 0 && word.isLatin && known.length >= inRun.length - known.length) return null;
    // "Yesterday Supervisor Karim": the name begins where the known words end.
    let first = from;
    while (first < at && words[first]?.isLatin && (isKnownWord(words[first]?.key ?? '') || roles.has(words[first]?.lower ?? '')))
      first += 1;
    return spanOf(words, first, to);
  }
  if (isDoubtful(word) || nameParts.has(word.lower)) {
    const others = inRun.filter(
      (each) => each !== word && (isSure(each) || isDoubtful(each) || nameParts.has(each.lower) || isUnknown(each)),
    );
    const isKnownRun = inRun.some((each) => each !== word && !isSure(each) && !isDoubtful(each) && isKnownWord(each.key));
    if (isVietnamese) return vietnameseRun(words, run);
    return others.length > 0 && !isKnownRun ? spanOf(words, from, to) : null;
  }
  if (isVietnamese) return at === from ? vietnameseRun(words, run) : null;
  const isPair =
    word.isLatin && word.isCapital && !titles.has(word.lower) && at === from && !word.isFirst && inRun.length >= 2 && inRun.length <= 4;
  return isPair &&
    inRun.every((each) => isUnknown(each) || isDoubtful(each)) &&
    words.slice(from + 1, to + 1).every(({ gap }) => gap !== '-')
    ? spanOf(words, from, to)
    : null;
}

/** Two to four syllables with capitals that begin with a family name. */
function vietnameseRun(words: readonly Word[], [from, to]: [number, number]): Span | null {
  const first = words.findIndex((word, at) => at >= from && at <= to && vietnameseFamilyNames.has(word.lower));
  if (first < 0 || to - first < 1 || to - first > 4) return null;
  const rest = words
    .slice(first, to + 1)
    .map(({ lower }) => lower)
    .join(' ');
  return /^(?:hồ chí minh|hà nội|hà nam|hà giang|hà tĩnh|cao bằng|lâm đồng|lý thường kiệt|cần giờ|lê duẩn|trần hưng đạo)/u.test(rest)
    ? null
    : spanOf(words, first, to);
}

/** Names of people in a text of any supported language, recognized by neighbouring words and by short lists of common names. */
export function findNames(text: string): Span[] {
  const words = wordsOf(text);
  const isVietnamese = vietnamese.test(text.normalize('NFC'));
  return words.flatMap((_, at) =>
    [
      afterTitle,
      afterRole,
      afterNaming,
      beforeCue,
      beforeSpeech,
      (all: readonly Word[], place: number) => byItself(all, place, isVietnamese),
    ].flatMap((find) => find(words, at) ?? []),
  );
}
