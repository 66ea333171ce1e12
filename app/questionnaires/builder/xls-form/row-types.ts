/** Where the choices of a question lie: on the sheet, on the sheet of external choices, in a file of its own, or in earlier answers. */
export type ChoiceSource = 'choices' | 'external' | 'file' | 'answers';
export type GroupKind = 'group' | 'repeat' | 'loop';

/** What a row of the survey is, by its type. `left-out`: the form language knows the type, a questionnaire has no counterpart. */
export type RowType =
  | { kind: 'begin'; group: GroupKind; list: string | undefined }
  | { kind: 'end'; group: GroupKind }
  | { kind: 'gathered'; type: 'TEXT' | 'NUMBER' | 'DATE'; isWhole: boolean; isRange: boolean }
  | { kind: 'choice'; list: string; orOther: boolean; source: ChoiceSource }
  | { kind: 'several'; list: string; orOther: boolean; source: ChoiceSource }
  | { kind: 'note' | 'calculate' | 'device' | 'left-out' | 'include' | 'unknown' }
  | { kind: 'setting'; name: 'form_id' | 'form_title' };

const begin = /^begin[ _](group|lgroup|looped group|repeat|loop)(?: (?:over )?(\S+))?$/;
const end = /^end[ _](group|lgroup|looped group|repeat|loop)$/;
const groupOf = (word: string | undefined): GroupKind => (word === 'group' || word === 'loop' ? word : 'repeat');
const one =
  /^(select one from file|select one external|add select one prompt using|select one from|select one using|select one|select1|q select1) (\S+)( (?:or specify other|or other))?$/;
const several =
  /^(select multiple from file|add select multiple prompt using|select all that apply from|select all that apply|select multiple from|select multiple using|select multiple|q select|rank) (\S+)( (?:or specify other|or other))?$/;

const gathered = new Map<string, ['TEXT' | 'NUMBER' | 'DATE', ('whole' | 'range')?]>([
  ['text', ['TEXT']],
  ['string', ['TEXT']],
  ['q string', ['TEXT']],
  ['add text prompt', ['TEXT']],
  ['integer', ['NUMBER', 'whole']],
  ['int', ['NUMBER', 'whole']],
  ['q int', ['NUMBER', 'whole']],
  ['add integer prompt', ['NUMBER', 'whole']],
  ['decimal', ['NUMBER']],
  ['q decimal', ['NUMBER']],
  ['add decimal prompt', ['NUMBER']],
  ['percentage', ['NUMBER', 'range']],
  ['range', ['NUMBER', 'range']],
  ['date', ['DATE']],
  ['q date', ['DATE']],
  ['add date prompt', ['DATE']],
]);

/** Filled in by the device or the app that collects, not by a person. */
const device =
  /^(start|end|today|username|email|deviceid|phonenumber|simserial|subscriberid|imei|audit|(get )?(start|end) time|get today|(get )?(device|subscriber|sim) id|(get )?phone number|uri:\w+|start geopoint|background audio|background geopoint)$/;
const leftOut =
  /^(time|date ?time|q date ?time|date time|add date ?time prompt|add date time prompt|acknowledge|trigger|(q|add) acknowledge( prompt)?|geopoint|geotrace|geoshape|gps|location|(q|add) (location|geopoint|geoshape|geotrace)( prompt)?|image|photo|audio|video|file|barcode|(q|add) (image|photo|picture|audio|video|file|barcode)( prompt)?|hidden|xml external|csv external|number of days in last (month|six months|year)|osm( \S+)?|binary)$/;

/** Reads the type of a row, however it is spelt. Pure. */
export function readType(text: string): RowType {
  const clean = text.trim().replace(/\s+/g, ' ');
  const low = clean.toLowerCase();
  const began = begin.exec(low);
  if (began) return { kind: 'begin', group: groupOf(began[1]), list: began[2] };
  const ended = end.exec(low);
  if (ended) return { kind: 'end', group: groupOf(ended[1]) };
  for (const [kind, pattern] of [
    ['choice', one],
    ['several', several],
  ] as const) {
    const command = commandOf(clean, pattern);
    if (command) return { kind, ...command };
  }
  const plain = low.replace(/[_-]/g, ' ');
  const answer = gathered.get(plain);
  if (answer) return { kind: 'gathered', type: answer[0], isWhole: answer[1] === 'whole', isRange: answer[1] === 'range' };
  if (/^(note|q note|add note prompt)$/.test(plain)) return { kind: 'note' };
  if (/^(calculate|q calculate|add calculate prompt)$/.test(plain)) return { kind: 'calculate' };
  if (/^(set )?form (id|title)$/.test(plain)) return { kind: 'setting', name: plain.endsWith('id') ? 'form_id' : 'form_title' };
  if (plain === 'include') return { kind: 'include' };
  if (device.test(plain)) return { kind: 'device' };
  return { kind: leftOut.test(plain) ? 'left-out' : 'unknown' };
}

/** "select_one yes_no or_other" in its parts: the command with spaces or underscores, the name of the list as it is written. */
function commandOf(clean: string, pattern: RegExp): { list: string; orOther: boolean; source: ChoiceSource } | null {
  const parts = clean.split(' ');
  for (let at = 1; at < parts.length; at += 1) {
    const list = parts[at] ?? '';
    const command = parts.slice(0, at).join(' ').toLowerCase().replaceAll('_', ' ');
    const after = parts
      .slice(at + 1)
      .join(' ')
      .toLowerCase()
      .replaceAll('_', ' ');
    const match = pattern.exec(`${command} x${after === '' ? '' : ` ${after}`}`);
    if (!match) continue;
    const source = /from file$/.test(command)
      ? 'file'
      : /external$/.test(command)
        ? 'external'
        : list.includes('${')
          ? 'answers'
          : 'choices';
    return { list, orOther: match[3] !== undefined, source };
  }
  return null;
}
