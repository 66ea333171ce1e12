import { latinDigits } from '~/platform/forms/latin-digits';
import type { Span } from './finding';
import { end, start } from './find-numbers';

const name = "(?:\\p{L}[\\p{L}\\p{M}.'’-]*|\\d{1,4}(?:st|nd|rd|th)?)";
const capital = "(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*)";
const number = '\\d{1,5}(?:[-/]\\d{1,4})?[A-Za-z]?';
const no = "(?:[\\s,]*(?:no|nº|n°|n\\.º|núm|num|number|#|nomor|kapı no|no'su)\\.?[\\s:]*)";
const flags = 'giu';

const patterns: readonly RegExp[] = [
  // 14 Lake View Road; House 12, Road 4, Block C; Flat 3B, Rose Tower; P.O. Box 4431.
  new RegExp(
    `${start}${number},?\\s(?:${name}\\s){1,4}(?:street|st\\.|road|rd\\.?|avenue|ave\\.?|lane|drive|boulevard|blvd|crescent|terrace|close|way|court)${end}`,
    flags,
  ),
  new RegExp(
    `${start}(?:house|holding|plot|flat|apartment|apt\\.?|h\\.?no\\.?|door)\\s?(?:no\\.?|number|#)?\\s?[:#]?\\s?${number}[A-Z]?(?:,|\\s(?:on|in|at|of)\\s|\\s)\\s?(?:\\p{L}|\\d)`,
    flags,
  ),
  new RegExp(
    `${start}(?:p\\.?\\s?o\\.?\\s?box|post box|b\\.?p\\.?|apartado(?: postal)?|caixa postal|kotak pos|posta kutusu|ص\\.?\\s?ب\\.?|صندوق بريد)\\s?(?:no\\.?)?\\s?[:.]?\\s?\\d{2,6}`,
    flags,
  ),
  new RegExp(`${start}(?:road|street|lane|gali|gully|sector)\\s(?:no\\.?\\s)?\\d{1,3}[A-Z]?,\\s?(?:${name}\\s?){1,3}`, flags),
  // Village and police station, as people of South Asia give it.
  new RegExp(
    `${start}(?:vill(?:age)?|gram)\\.?[\\s:]+${name}(?:\\s${name})?,\\s?(?:post|p\\.?o\\.?|upazila|thana|p\\.?s\\.?|tehsil|ward|union)[.:\\s]`,
    flags,
  ),
  // 12 bis, rue des Lilas; 7 avenue Jean Jaurès.
  new RegExp(
    `${start}${number}\\s?(?:bis|ter)?,?\\s(?:rue|avenue|av\\.|boulevard|bd|allée|chemin|impasse|place|quai|route|cité|lotissement)\\s(?:de |du |des |de la |d['’]|la |le )?${name}`,
    flags,
  ),
  // Calle Olmo 45; Av. Los Pinos n.º 120; carrera 7 # 12-30.
  new RegExp(
    `${start}(?:calle|c/|av\\.|avenida|avda\\.?|jirón|jr\\.|pasaje|psje\\.?|calzada|prolongación|callejón|camino)\\s(?:${name}\\s?){1,5}?,?${no}?\\s?${number}${end}`,
    flags,
  ),
  new RegExp(
    `${start}(?:carrera|cra\\.?|kra\\.?|calle|cll?\\.?|transversal|diagonal)\\s?\\d{1,3}[A-Z]?\\s?(?:#|no\\.?|n[°º])\\s?\\d{1,3}[A-Z]?\\s?[-–]\\s?\\d{1,3}`,
    flags,
  ),
  new RegExp(`${start}(?:manzana|mz\\.?)\\s?[\\p{L}\\d]{1,3},?\\s(?:lote|lt\\.?)\\s?\\d{1,3}`, flags),
  // Rua das Acácias, 210; travessa São Jorge nº 8.
  new RegExp(
    `${start}(?:rua|r\\.|travessa|tv\\.|alameda|al\\.|estrada|ladeira|beco|rodovia|praça|avenida|av\\.)\\s(?:${name}\\s?){1,6}?,?${no}?\\s?${number}${end}`,
    flags,
  ),
  // 15 đường Hoa Mai; số nhà 27; ngõ 102 Trương Định; thôn Đoài, xã Yên Lạc.
  new RegExp(`${start}(?:số(?: nhà)?\\s)?${number},?\\s(?:đường|phố|ngõ|hẻm|ngách|đ\\.)\\s(?:${name}|\\d)`, flags),
  new RegExp(`${start}(?:số nhà|nhà số|ngõ|hẻm|ngách|kiệt)\\s\\d{1,4}`, flags),
  new RegExp(`${start}(?:thôn|ấp|xóm|bản|tổ dân phố|khu phố)\\s(?:${name}\\s?){1,3},\\s?(?:xã|phường|thị trấn|huyện|quận)`, flags),
  // Jl. Melati No. 7; Gang Mawar III; RT 03/RW 05; Dusun Krajan, Desa …
  new RegExp(`${start}(?:jl|jln|jalan)\\.?\\s(?:${name}\\s?){1,5}?,?${no}?\\s?${number}${end}`, flags),
  new RegExp(`${start}rt\\.?\\s?\\d{1,3}\\s?[/,]?\\s?rw\\.?\\s?\\d{1,3}`, flags),
  new RegExp(`${start}(?:gang|gg\\.)\\s${capital}(?:\\s${name})?,?${no}?\\s?\\d{1,3}`, flags),
  new RegExp(`${start}(?:dusun|kampung|kp\\.)\\s${capital}(?:\\s${capital})?,\\s?(?:desa|kelurahan|rt)`, flags),
  // Gül Sokak No: 12; Lale Mah. Nergis Cad. 5/3.
  new RegExp(
    `${start}(?:${name}\\s){1,3}(?:sokak|sokağı|sok\\.|sk\\.|caddesi|cadde|cad\\.|bulvarı|blv\\.|mahallesi|mah\\.)\\p{L}*[\\s,]*(?:(?:${name}\\s){1,3}(?:sokak|sokağı|sok\\.|sk\\.|caddesi|cad\\.|apartmanı|apt\\.)[\\s,]*)?${no}?\\s?${number}`,
    flags,
  ),
  // 光明路12号; 3栋502室; 幸福村8组.
  /\p{Script=Han}{1,8}(?:路|街|巷|弄|胡同|大道)\s?\d{1,5}\s?(?:号|弄)(?:\s?\d{1,3}\s?(?:栋|号楼|幢|单元))?(?:\s?\d{1,4}\s?室)?/gu,
  /\d{1,3}\s?(?:栋|号楼|幢|座)\s?(?:\d{1,2}\s?单元\s?)?\d{2,4}\s?(?:室|房|号房)/gu,
  /\p{Script=Han}{2,8}(?:镇|乡)\p{Script=Han}{1,6}村(?:\s?\d{1,3}\s?(?:组|号|队))?/gu,
  // বাড়ি নং ১২, রোড ৪; গ্রাম: চরপাড়া, ডাকঘর …
  /(?:বাড়ি|বাড়ি|বাসা|হোল্ডিং|ফ্ল্যাট|প্লট)\s?(?:নং|নম্বর|নম্বরে)?\s?[:#-]?\s?\d{1,4}/gu,
  /(?:সড়ক|সড়ক|রোড|লেন|গলি)\s?(?:নং|নম্বর)?\s?\d{1,3}/gu,
  /গ্রাম\s?[:ঃ-]?\s?[\p{L}\p{M}]+,\s?(?:ডাকঘর|পোস্ট|থানা|উপজেলা|ইউনিয়ন|ইউনিয়ন)/gu,
  // मकान नंबर 45, गली नंबर 3; ग्राम रामपुर, थाना …
  /(?:मकान|घर|फ्लैट|फ़्लैट|प्लॉट|म\.)\s?(?:नंबर|नं\.?|संख्या|क्रमांक)\s?[:#-]?\s?[A-Za-z]?-?\d{1,4}/gu,
  /(?:गली)\s?(?:नंबर|नं\.?|संख्या)?\s?\d{1,3}/gu,
  /(?:ग्राम|गाँव|गांव)\s?[:-]?\s?[\p{L}\p{M}]+,\s?(?:पोस्ट|थाना|तहसील|ज़िला|जिला|पंचायत)/gu,
  // مکان نمبر 12، گلی نمبر 4، محلہ …
  /(?:مکان|فلیٹ|کوارٹر|پلاٹ)\s?(?:نمبر)?\s?[:#-]?\s?\d{1,4}/gu,
  /(?:گلی|سڑک|بلاک)\s?(?:نمبر)\s?\d{1,3}/gu,
  /(?:گاؤں|موضع|محلہ|چک)\s?(?:نمبر)?\s?[\p{L}\p{M}\d]+[,،]\s?(?:ڈاکخانہ|تحصیل|تھانہ|ضلع|ڈاک)/gu,
  // شارع النخيل رقم 14; عمارة 6 شقة 12; حي الزهور، منزل 9.
  /(?:شارع|نهج|زنقة|طريق|حارة|درب|زقاق)\s[\p{L}\p{M}\s]{2,30}?[,،]?\s?(?:رقم|عدد|بناية|مبنى|عمارة|منزل)?\s?\d{1,4}/gu,
  /\d{1,4}\s?[,،]?\s?(?:شارع|نهج|زنقة|حارة)\s[\p{L}\p{M}]+/gu,
  /(?:عمارة|بناية|مبنى|منزل|بيت|شقة|الشقة|المنزل|العمارة)\s?(?:رقم)?\s?\d{1,4}[,،]?\s(?:في\s)?(?:شقة|الطابق|حي|شارع|الشقة|بحي)/gu,
  /(?:حي|بحي)\s[\p{L}\p{M}\s]{2,25}?[,،]\s?(?:منزل|عمارة|شقة|بيت|بناية|شارع)\s?(?:رقم)?\s?\d{0,4}/gu,
];

/** Addresses at which a person could live: street and house number, or village and its post office, as each language writes them. */
export function findAddresses(text: string): Span[] {
  const plain = latinDigits(text);
  if (plain.length !== text.length) return [];
  // A comma of Arabic script is read as a comma, in patterns too.
  return patterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
}
