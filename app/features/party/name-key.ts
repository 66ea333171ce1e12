/** Letters that Unicode does not decompose into a base letter and a mark. */
const undecomposed: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ə: 'e',
  ƒ: 'f',
};

/** Legal forms as they stand after folding, longest first where one begins another. Word sequences, matched on whole words. */
const legalForms: readonly string[] = [
  // Viet Nam
  'cong ty trach nhiem huu han mot thanh vien',
  'cong ty trach nhiem huu han',
  'cong ty tnhh mtv',
  'cong ty tnhh',
  'cong ty co phan',
  'cong ty cp',
  'cong ty',
  'cty tnhh',
  'cty cp',
  'cty',
  'tnhh mtv',
  'tnhh',
  'mtv',
  'ctcp',
  'jsc',
  'joint stock company',
  // English
  'private limited',
  'public company limited',
  'company limited',
  'co limited',
  'co ltd',
  'coltd',
  'pte ltd',
  'pty ltd',
  'pvt ltd',
  'p ltd',
  'sdn bhd',
  'limited liability company',
  'limited',
  'ltd',
  'llc',
  'l l c',
  'llp',
  'lp',
  'plc',
  'pcl',
  'incorporated',
  'inc',
  'corporation',
  'corp',
  'company',
  'co',
  'pte',
  'pty',
  'pvt',
  'fze',
  'fzco',
  'fzc',
  'wll',
  'w l l',
  // German, Dutch, Scandinavian, Baltic
  'gesellschaft mit beschrankter haftung',
  'gmbh und co kg',
  'gmbh and co kg',
  'gmbh co kg',
  'gmbh',
  'mbh',
  'ag',
  'kg',
  'ohg',
  'ug',
  'e k',
  'ek',
  'b v',
  'bv',
  'n v',
  'nv',
  'bvba',
  'sprl',
  'a s',
  'as',
  'aps',
  'ab',
  'oy',
  'oyj',
  'asa',
  'uab',
  'sia',
  // Romance
  'sociedad anonima de capital variable',
  's a de c v',
  'sa de cv',
  's de r l de c v',
  's de rl de cv',
  's a s',
  'sas',
  's a r l',
  'sarl',
  's r l',
  'srl',
  's l u',
  'slu',
  's l',
  'sl',
  's p a',
  'spa',
  's a',
  'sa',
  'ltda',
  'lda',
  'limitada',
  'eirl',
  'e i r l',
  's c s',
  'snc',
  'eurl',
  'sasu',
  's a c',
  'sac',
  'saa',
  's a a',
  'cia',
  'c a',
  // Slavic, Turkish, Hungarian, Romanian
  'sp z o o',
  'sp zoo',
  'spolka z o o',
  's r o',
  'sro',
  'd o o',
  'doo',
  'd d',
  'kft',
  'zrt',
  'nyrt',
  'ooo',
  'oao',
  'zao',
  'pao',
  'eood',
  'ood',
  'ead',
  'san ve tic',
  'sanayi ve ticaret',
  'san tic',
  'anonim sirketi',
  'limited sirketi',
  'ltd sti',
  'sti',
  'a o',
  // Indonesia, Malaysia, Thailand, Philippines, Myanmar
  'pt',
  'p t',
  'tbk',
  'cv',
  'c v',
  'bhd',
  'berhad',
  'sendirian berhad',
  // East Asia (romanized)
  'kabushiki kaisha',
  'kabushikigaisha',
  'k k',
  'kk',
  'yugen kaisha',
  'gk',
];

/** The forms that also stand before a name. Short forms such as AS or AG at the beginning are more often part of the name. */
const formsBefore = /^(?:cong ty|cty|tnhh|pt|p t|cv|c v|ooo|oao|zao|pao|kabushiki kaisha|kabushikigaisha|yugen kaisha|sarl|sas)\b/;

/** East Asian legal forms, which stand without spaces at either end. */
const eastAsianForms =
  /^(?:株式会社|有限会社|合同会社|주식회사|유한회사)|(?:股份有限公司|有限责任公司|有限責任公司|有限公司|集团公司|株式会社|有限会社|合同会社|주식회사|유한회사)$/u;

const formsByWords = new Map<string, number>();
for (const form of legalForms) formsByWords.set(form, form.split(' ').length);
const longestForm = Math.max(...formsByWords.values());
const lastWords: ReadonlySet<string> = new Set(legalForms.map((form) => form.slice(form.lastIndexOf(' ') + 1)));

/**
 * A name as it is sorted, searched and matched: lower case, no accents, no punctuation, one space between words, no legal form
 * at its beginning or end. A name that is nothing but legal forms keeps them. Letters of scripts without case are kept.
 */
export function foldName(name: string): string {
  const words = foldText(name).replace(eastAsianForms, '').trim().split(' ').filter(Boolean);
  const kept = stripForms(words);
  return (kept.length > 0 ? kept : words).join(' ');
}

/** Letters, digits and signs of ASCII alone. */
const plain = /^[ -~]*$/;

/** Lower case, no accents, no punctuation, one space between words: as `foldName`, with its legal form. */
export function foldText(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= mostFolded) folded.clear();
  const key = fold(text);
  folded.set(text, key);
  return key;
}

/** An import folds each of its names a dozen times, row after row: the last ones are kept. */
const folded = new Map<string, string>();
const mostFolded = 10_000;

function fold(text: string): string {
  // Most names are plain.
  if (plain.test(text))
    return text
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      // Marks of Latin, Greek and Cyrillic letters only: in Indic and Arabic scripts a mark is a vowel.
      .replace(/[\u0300-\u036f]/gu, '')
      .replace(/[đðøłßæœþıħŋəƒ]/gu, (letter) => undecomposed[letter] ?? letter)
      .normalize('NFC')
      .replace(/&/gu, ' and ')
      .replace(/['’‘`´]/gu, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** Takes legal forms away from the end, then from the beginning, as long as a word stays. */
function stripForms(words: readonly string[]): string[] {
  let rest = [...words];
  // Most names begin and end with no word of a form.
  if (!lastWords.has(rest.at(-1) ?? '') && !formsBefore.test(rest.join(' '))) return rest;
  for (let found = true; found; ) {
    found = false;
    for (let length = Math.min(longestForm, rest.length - 1); length > 0; length--) {
      if (formsByWords.has(rest.slice(-length).join(' '))) {
        rest = rest.slice(0, -length);
      } else if (formsByWords.has(rest.slice(0, length).join(' ')) && formsBefore.test(rest.slice(0, length).join(' '))) {
        rest = rest.slice(length);
      } else continue;
      found = true;
      break;
    }
  }
  return rest;
}
