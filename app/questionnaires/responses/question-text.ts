import type { LocalizedQuestion, LocalizedSection } from '#scoring';

/** A question as it reads apart from its page: a row of a table with the question of its table before it. Pure. */
export function questionText({ points }: Pick<LocalizedSection, 'points'>, { text, layout, point }: LocalizedQuestion): string {
  const table = layout === 'row' ? points.find(({ key }) => key === point) : undefined;
  return table ? `${table.title.text} ${text.text}` : text.text;
}
