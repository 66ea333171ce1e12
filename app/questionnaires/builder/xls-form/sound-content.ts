import { instrumentSchema } from '#scoring';
import { placeOf } from '../problems-of-draft';

/** Issues of the schema that a draft may have while it is written: too few of something, and what does not go together. */
const ofDrafts = ['custom', 'too_small'];
const mostListed = 50;

/**
 * Errors that make the content of a file unusable as a questionnaire, even as a draft: pages could not render it. Texts may be empty, because a draft reports
 * missing ones later. Pure.
 */
export function structuralProblems(content: unknown): string[] {
  const parsed = instrumentSchema.safeParse(withWords(content));
  if (parsed.success) return [];
  return parsed.error.issues
    .filter(({ code }) => !ofDrafts.includes(code))
    .slice(0, mostListed)
    .map(({ message, path }) => {
      const { question, section } = placeOf(content, path);
      return `${question ?? section ?? path.map(String).join('.')}: ${message}`;
    });
}

/** A copy with placeholders for empty texts and version-only fields, as the schema requires. */
function withWords(content: unknown): unknown {
  const filled = JSON.parse(JSON.stringify(content), (key, value) =>
    key === 'en' && typeof value === 'string' && value.trim() === '' ? '—' : value,
  );
  const isNamed = typeof filled === 'object' && filled !== null && typeof filled.id === 'string' && typeof filled.version === 'string';
  return isNamed ? { ...filled, id: 'form', version: '1.0.0' } : filled;
}
