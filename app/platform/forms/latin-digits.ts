/** First digits of the scripts that numbers are typed in here: Arabic, Urdu, Hindi, Bengali, and the wide ones of Chinese keyboards. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

/** A number as it is typed on a keyboard of any of our languages, with European digits and decimal point: "১২٫৫" → "12.5". Other signs stay. */
export function latinDigits(text: string): string {
  return [...text]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      const zero = zeros.find((first) => code >= first && code <= first + 9);
      return zero === undefined ? sign : String(code - zero);
    })
    .join('')
    .replace(/[٫．]/g, '.')
    .replace(/[،，]/g, ',');
}
