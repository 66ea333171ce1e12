/** Letters that no decomposition makes plain. */
const plain: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae' };

/** A name of a place as it is compared: lower case without accents, signs and the kind of place ("Bac Ninh Province"). */
export function foldPlace(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đłøıßæ]/g, (letter) => plain[letter] ?? letter)
    .replace(/[’'`ʻ‘.-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:city of|tp|thanh pho|tinh|kota|kab|kabupaten|prov|provinsi|district of|distt?|state of)\s+/, '')
    .replace(/\s+(?:city|province|prov|pref|prefecture|district|distt?|state|division|municipality|shi|sheng|ili|il)$/, '');
}

const mostWords = 3;
/** Words that begin a longer name: Vista of Bela Vista, Colorado of San Luis Río Colorado. */
const beginnings = new Set(
  'san santa santo sao saint st el la los las le les new north south east west bela bella rio nova novo port fort grand mount upper lower great british de do da di of al nueva nuevo villa vila cidade kota kuala'.split(
    ' ',
  ),
);

/**
 * The parts of an address that can be the name of a place: between commas, without numbers and postal codes, and the last one to three words of the
 * address where it has no commas.
 */
export function addressParts(address: string): string[] {
  const parts = address.split(/[,;，、/|\n()]|\s[-–]\s/).flatMap((part) => {
    const bare = foldPlace(part.replace(/[#\w-]*\d[\w-]*/g, ' '));
    return bare === '' ? [] : [bare];
  });
  const words = (parts.at(-1) ?? '').split(' ');
  const ends = Array.from({ length: Math.min(mostWords, words.length - 1) }, (_, at) => at + 1)
    .filter((length) => !beginnings.has(words.at(-1 - length) ?? ''))
    .map((length) => words.slice(-length).join(' '));
  return [...new Set([...parts, ...ends])];
}
