import type { LawRequirement } from '#scoring';

/** A legal requirement as pages, the recorder and reports show it. The texts are in English, as the table is. */
export type ShownRequirement = {
  /** Number of the row within the country. */
  number: number;
  topic: string;
  /** Value, unit and condition: "14 years: a child is a person under 14". */
  text: string;
  /** Law with its article; null where it is not known. */
  law: string | null;
  inForceSince: string | null;
  certainty: LawRequirement['certainty'];
  checkedOn: string;
  note: string | null;
};

export function showRequirement(row: LawRequirement): ShownRequirement {
  const { number, topic, value, unit, condition, law, article, inForceSince, certainty, checkedOn, note } = row;
  const amount = unit === null ? value : unit.startsWith('%') ? `${value} ${unit}` : `${grouped(value)} ${unit}`;
  return {
    ...{ number, topic, inForceSince, certainty, checkedOn, note },
    text: condition === null ? amount : `${amount}: ${condition}`,
    law: [law, article].filter(Boolean).join(', ') || null,
  };
}

/** "12500" as "12,500"; anything else as it is. */
const grouped = (value: string): string => (/^\d{5,}$/.test(value) ? Number(value).toLocaleString('en') : value);
