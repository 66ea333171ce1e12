import { deductions } from '~/audits/entries/entries';
import { readDay } from './read-time';

export const sampleKinds = ['hours', 'wage'] as const;
export type SampleKind = (typeof sampleKinds)[number];

const hourFields = [
  ...['code', 'date', 'timeIn', 'timeOut', 'secondIn', 'secondOut', 'break'],
  ...['hours', 'regular', 'overtime', 'daysWorked', 'isRestDay'],
] as const;
const payFields = ['code', 'month', 'periodFrom', 'periodTo', 'currency', 'regularHours', 'overtimeHours'] as const;
const amountFields = ['basic', 'piece', 'overtimePay', 'allowances', 'gross', 'net'] as const;
const deductionFields = deductions.map((kind) => `deduction-${kind}` as const);

export type HourField = (typeof hourFields)[number];
export type PayField = (typeof payFields)[number] | (typeof amountFields)[number] | (typeof deductionFields)[number];
/** `day 2026-03-01`, `day 1`: the hours of that day, or of that day of the month. */
export type Field = HourField | PayField | `day ${string}`;

/** Fields that a person may choose for a column. Days come from their headers. */
export const fieldsOf = (kind: SampleKind): readonly Field[] =>
  kind === 'hours' ? hourFields : [...payFields, ...amountFields, ...deductionFields];

/** A sum of several columns: allowances of several names, deductions of one kind. */
export const mayRepeat = (field: Field): boolean => field === 'allowances' || field.startsWith('deduction-') || field === 'overtimePay';

/** Why a column is never kept. */
export const droppedReasons = ['name', 'contact', 'identity', 'person'] as const;
export type DroppedReason = (typeof droppedReasons)[number];

export const foldHeader = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Headers of columns that are about a person. Read first: "bank code" is no worker code. */
const personal: readonly [DroppedReason, RegExp][] = [
  [
    'contact',
    /\b(e ?mail|mail|correo|courriel|phone|telephone|telefono|tel|mobile|movil|portable|whatsapp|address|adresse|direccion|contact)\b/,
  ],
  [
    'identity',
    /\b(bank|banque|banco|iban|account|compte|cuenta|passport|passeport|pasaporte|nid|nin|ssn|cnic|aadhaar|aadhar|pan|uan|esic|epf|pf no|pf number|national id|id card|identity|identite|identidad|dni|nie|cedula|curp|rfc|nss|cpf|npwp|ktp|tax no|tax id|tin|visa|permit|iqama|qid|social security (no|number)|insurance (no|number))\b/,
  ],
  [
    'name',
    /\b(name|names|nom|noms|prenom|prenoms|nombre|nombres|apellido|apellidos|surname|forename|father|mother|husband|spouse|nama|nome|isim|adi|ten)\b/,
  ],
  [
    'person',
    /\b(birth|dob|naissance|nacimiento|age|sex|gender|sexe|sexo|genre|genero|nationality|nationalite|nacionalidad|religion|caste|married|marital|signature|remarks?|remarques?|observaciones|notes?|comments?)\b/,
  ],
];

export const droppedReason = (header: string): DroppedReason | null => {
  const folded = foldHeader(header);
  return personal.find(([, known]) => known.test(folded))?.[0] ?? null;
};

const shared: readonly [Field, RegExp][] = [
  [
    'code',
    /^((emp|employee|worker|staff|badge|card|clock|payroll|personnel|employe|salarie|ouvrier|trabajador|empleado|operario)( ?(id|code|no|nr|num|number|numero|codigo))?|(id|code|no|numero|codigo|matricule|legajo|ficha)( (du |de |del |of )?(emp|employee|worker|staff|employe|salarie|ouvrier|trabajador|empleado|operario))?|matricule|legajo|no emp|token( no)?|nik|工号)$/,
  ],
];

const hourWords: readonly [Field, RegExp][] = [
  ...shared,
  ['secondIn', /^(in|time in|clock in|entree|entrada) ?2$|^(2nd|second) in$/],
  ['secondOut', /^(out|time out|clock out|sortie|salida) ?2$|^(2nd|second) out$/],
  [
    'timeIn',
    /^((time|clock|punch|shift|check) ?)?(in|start|from)( ?1| time)?$|^(start|arrival)( time)?$|^(heure )?(d )?(arrivee|entree|debut)$|^(hora )?(de )?(entrada|inicio)$/,
  ],
  [
    'timeOut',
    /^((time|clock|punch|shift|check) ?)?(out|end|to)( ?1| time)?$|^(end|departure|leaving)( time)?$|^(heure )?(de )?(depart|sortie|fin)$|^(hora )?(de )?(salida|fin)$/,
  ],
  ['break', /^(break|lunch|rest time|pause|descanso|comida)( ?(time|hours|hrs|minutes|mins|min))?$/],
  [
    'overtime',
    /^(total )?(ot|o t|overtime|over time|extra|heures? sup(plementaires?)?|hs|horas? extras?|tiempo extra|lembur)( ?(hours|hrs|h))?$/,
  ],
  [
    'regular',
    /^(total )?(regular|normal|basic|ordinary|standard|straight|heures? normales?|horas? normales?|horas? ordinarias?)( ?(time|hours|hrs|h))?$/,
  ],
  [
    'daysWorked',
    /^(total )?(days?|jours?|dias?)( (worked|present|attended|travailles?|trabajados?))?$|^(worked|present|working) days?$|^attendance( days)?$/,
  ],
  ['isRestDay', /^(rest|off|weekly off|rest day|off day|day off|jour de repos|repos|dia de descanso)$/],
  [
    'hours',
    /^(total |worked |working |actual )?(hours|hrs|heures|horas|jam)( (worked|total|totales|travaillees|trabajadas))?$|^total( time)?$/,
  ],
  [
    'date',
    /^(date|day|work ?date|working day|attendance date|fecha|dia|jour|tanggal|week( of| start| starting| commencing| beginning)?|semaine( du)?|semana( del?)?)$/,
  ],
];

const payWords: readonly [Field, RegExp][] = [
  ...shared,
  [
    'periodFrom',
    /^(period |pay period )?(from|start|begin)( date)?$|^(debut|du|desde|inicio)( periode| de periode| periodo)?$|^(pay )?period (start|from|begin)$/,
  ],
  ['periodTo', /^(period |pay period )?(to|end|until)( date)?$|^(fin|au|hasta)( periode| de periode| periodo)?$|^(pay )?period (end|to)$/],
  ['month', /^(month|pay ?month|wage month|salary month|(pay |payroll )?period|mois|periode|mes|periodo|bulan)$/],
  ['currency', /^(currency|curr|devise|moneda)$/],
  [
    'overtimePay',
    /^(ot|o t|overtime|over time|heures? sup(plementaires?)?|horas? extras?|extra)( ?(pay|paid|amount|amt|wages?|payment|earnings?|montant|importe))$/,
  ],
  ['overtimeHours', /^(total )?(ot|o t|overtime|over time|heures? sup(plementaires?)?|horas? extras?|lembur)( ?(hours|hrs|h))?$/],
  [
    'regularHours',
    /^(total )?(regular|normal|basic|ordinary|worked|working)? ?(hours|hrs|heures|horas)( (worked|normales?|ordinarias?|travaillees|trabajadas))?$/,
  ],
  ['piece', /^piece ?(rate|work)?( ?(pay|earnings?|wages?|amount))?$|^(production (pay|earnings?|wages?))$|^destajo$|^(a la )?piece$/],
  [
    'basic',
    /^(basic|base|regular|normal)( ?(pay|salary|wages?|earnings?|paid))?$|^salaire( de)? base$|^(salario|sueldo)( base)?$|^gaji pokok$/,
  ],
  [
    'gross',
    /^(total )?(gross|brut|bruto)( ?(pay|salary|wages?|earnings?|amount))?$|^(salaire|salario|sueldo) brut[oe]?$|^total (earnings?|pay)$/,
  ],
  [
    'net',
    /^(total )?(net|neto)( ?(pay|paid|salary|wages?|payable|amount|a payer))?$|^(salaire|salario|sueldo) net[oe]?$|^take home( pay)?$|^net a payer$|^amount paid$/,
  ],
  ['allowances', /\b(allowances?|bonus|incentives?|primes?|indemnites?|bono|bonos|tunjangan|hra)\b/],
  ['deduction-tax', /^(income )?(tax|tds|paye|impots?|impuestos?|isr)( deducted| deduction)?$/],
  [
    'deduction-social-security',
    /^(social (security|insurance)|pf|epf|esi|provident fund|cnss|imss|insurance|cotisations?|seguro social|bpjs)( deduction| contribution| employee)?$/,
  ],
  ['deduction-housing', /^(housing|accommodation|dormitory|rent|hostel|logement|vivienda|alojamiento)( deduction| charges?)?$/],
  ['deduction-food', /^(food|meals?|canteen|mess|repas|comida|alimentacion)( deduction| charges?)?$/],
  ['deduction-transport', /^(transport|transportation|bus)( deduction| charges?)$/],
  ['deduction-recruitment-fee', /^(recruitment|agency|visa)( fees?)( deduction| recovery)?$|^frais de recrutement$/],
  ['deduction-loan', /^(loan|advance|salary advance|pret|avance|prestamo|anticipo|adelanto)s?( deduction| repayment| recovery)?$/],
  ['deduction-fine', /^(fine|penalty|amende|multa|disciplinary)s?( deduction)?$/],
  ['deduction-deposit', /^(deposit|security deposit|caution|deposito)( deduction)?$/],
  ['deduction-tools', /^(tools?|uniforms?|ppe|outils?|herramientas?|uniformes?)( deduction)?$/],
  ['deduction-other', /^(other|total|misc)? ?(deductions?|retenues?|deducciones|descuentos?|potongan)$/],
];

/** A column of hours by its day: "2026-03-01", "1-Mar-26", "Mon 3", "3". */
function dayHeader(header: string): Field | null {
  const on = readDay(header);
  if (on !== null && !/^\d{5}$/.test(header.trim())) return `day ${on}`;
  const found =
    /^(?:(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mie|jue|vie|sab|dom|day|d|j)[a-z]*\.? ?)?(\d{1,2})(?:st|nd|rd|th)?(?: ?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?$/i.exec(
      header.trim(),
    );
  const number = Number(found?.[1]);
  return found && number >= 1 && number <= 31 ? `day ${number}` : null;
}

/** The field that a header names; null for none that is known. Headers about a person never name one. */
export function fieldOfHeader(header: string, kind: SampleKind): Field | null {
  const folded = foldHeader(header);
  if (folded === '') return null;
  const found = (kind === 'hours' ? hourWords : payWords).find(([, known]) => known.test(folded))?.[0];
  if (found === 'code') return 'code';
  if (droppedReason(header) !== null) return found?.startsWith('deduction-') ? found : null;
  return found ?? (kind === 'hours' ? dayHeader(header) : null);
}

/** "A" for 0, "AA" for 26. */
export function columnLetter(column: number): string {
  return `${column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
