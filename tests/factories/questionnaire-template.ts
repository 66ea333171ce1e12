import { readFileSync } from 'node:fs';
import type { MadeMember } from './member';

const released = (key: string): { scales: object } => JSON.parse(readFileSync(`scoring/instruments/${key.replace('@', '/')}.json`, 'utf8'));

const question = (key: string, more: object) => ({
  ...{ key, text: { en: `Asked by ${key}` }, typicalEvidence: { en: 'Papers' }, mayBeNotApplicable: false, dependsOn: null },
  ...{ indicators: [], clause: null, provenance: 'D', whyWeAsk: { en: 'To know' } },
  ...more,
});

/** What a questionnaire with one question of each type asks. */
export function ownContent(
  code: string,
  { section = 'GATE', isZeroTolerance = false }: { section?: string; isZeroTolerance?: boolean } = {},
) {
  return {
    ...{ id: `own-${code}`, version: '1.0.0', title: { en: `Checklist ${code}` }, owner: 'Made house', licence: 'Own', source: 'Own' },
    ...{ language: 'en', audience: ['member', 'auditor'], kind: 'audit', scores: false, consistency: [] },
    scales: {
      ...released('short-form@1.0.0').scales,
      ...released('better-work-cat@1.0.0').scales,
      ...released('ilo-ten-principles@1.0.0').scales,
    },
    sections: [
      {
        ...{ key: section, title: { en: `Section ${section}` }, summary: { en: 'At the gate' }, displayShare: 0, provenance: 'D' },
        questions: [
          question(`${section}.Q1`, { type: 'G4' }),
          question(`${section}.Q2`, { type: 'PCT' }),
          question(`${section}.Q3`, {
            ...{ type: 'NC', verify: ['observation'], nonCompliantWhen: 'no' },
            ...(isZeroTolerance ? { zeroTolerance: true } : {}),
          }),
          question(`${section}.Q4`, { type: 'NUMBER' }),
        ],
      },
    ],
  };
}

/** A published questionnaire of a member’s organization, with one question of each type. @returns the key of its first version */
export async function makeQuestionnaireTemplate(
  member: MadeMember,
  options: { code: string; section?: string; isZeroTolerance?: boolean; equals?: { question: string; target: string } },
): Promise<string> {
  const { code, equals } = options;
  const key = `own-${code}@1.0.0`;
  const content = ownContent(code, options);
  await member.inOrganization((db) =>
    db.questionnaireTemplate.create({
      data: {
        ...{ code: `own-${code}`, version: 1, key, createdById: member.user.id, content, status: 'offered' },
        crosswalk: equals ? [{ ...equals, relation: 'equal', instrument: 'ilo-ten-principles@1.0.0' }] : [],
      },
    }),
  );
  return key;
}
