import type { LawRequirement } from '#scoring';

/** A legal requirement as pages, the recorder and reports show it. The texts are in English, as the table is. */
export type ShownRequirement = {
  /** Number of the row within the country. */
  number: number;
  topic: string;
  /** What it is about, value, unit and condition: "Daily normal: 8 hours; adult". */
  text: string;
  /** Law with its article; null where it is not known. */
  law: string | null;
  inForceSince: string | null;
  certainty: LawRequirement['certainty'];
  checkedOn: string;
  note: string | null;
  /** Of one that a member of the organization entered: who, when, where it is read, and who confirmed it. Absent in rows of the released table. */
  entered?: { id: string; by: string | null; on: string; url: string | null; confirmedBy: string | null; confirmedOn: string | null };
};

export function showRequirement(row: LawRequirement): ShownRequirement {
  const { number, topic, fact, value, unit, condition, law, article, inForceSince, certainty, checkedOn, note } = row;
  const amount = unit === null ? value : unit.startsWith('%') ? `${value} ${unit}` : `${grouped(value)} ${unit}`;
  return {
    ...{ number, topic, inForceSince, certainty, checkedOn, note },
    text: `${named(fact)}: ${[amount, condition].filter(Boolean).join('; ')}`,
    law: [law, article].filter(Boolean).join(', ') || null,
  };
}

/** "12500" as "12,500"; anything else as it is. */
const grouped = (value: string): string => (/^\d{5,}$/.test(value) ? Number(value).toLocaleString('en') : value);

/** "daily_normal" as "Daily normal". */
const named = (fact: string): string => `${fact.charAt(0).toUpperCase()}${fact.slice(1).replaceAll('_', ' ')}`;
