import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import type { AuditReport } from './schema';
import type { Say } from './labels';

/** Which points no report states, and why: the same sentence wherever a rate is printed. Nothing where a checklist has none. */
export function notStatedBlocks({ clusters }: Pick<AuditReport, 'clusters'>, say: Say): Block[] {
  const codes = clusters.flatMap(({ points }) => points.filter(({ isNotStated }) => isNotStated).map(({ code }) => code));
  if (codes.length === 0) return [];
  return [{ kind: 'paragraph', text: m.compliance_not_stated_note({ points: codes.join(', ') }, say), isSmall: true }];
}
