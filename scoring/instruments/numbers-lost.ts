/**
 * Numbers of an English text that its translation leaves out. They may be written as digits or, where a language counts by ten thousands, as
 * a value ("1000万" for 10 million), and grouped otherwise ("1,00,000"). Digits are European ones. Pure.
 */
export function numbersLost(english: string, translated: string): string[] {
  const digits = (text: string): string[] => text.match(/\d+/g) ?? [];
  const grouped = translated.match(/\d{1,3}(?:[,.\u202f\u00a0 ]\d{2,3})+/g) ?? [];
  const values = [
    ...grouped.map((text) => Number(text.replace(/\D/g, ''))),
    ...[...translated.matchAll(/(\d+)万/g)].map(([, count]) => Number(count) * 1e4),
  ];
  return [...english.matchAll(/(\d[\d,]*)( million)?/g)].flatMap(([whole, number = '', million]) => {
    const value = Number(number.replaceAll(',', '')) * (million ? 1e6 : 1);
    const isThere = values.includes(value) || digits(number).every((each) => digits(translated).includes(each));
    return isThere ? [] : [whole];
  });
}
