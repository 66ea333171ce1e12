import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPack } from '~/audits/recorder/read-pack.server';
import type { requireRecorder } from '~/audits/recorder/require-recorder.server';
import { prepareAuditReport } from '~/audits/report/prepare-audit-report.server';
import { readAuditReport } from '~/audits/report/read-audit-report.server';
import { arrangeReport } from '~/audits/report/audit-report/arrange-report';
import {
  checkValue,
  closingValue,
  concludeAndApprove,
  findingValue,
  makeAudit,
  makeEntry,
  sendEntries,
  withAudit,
} from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeQuestionnaireTemplate } from '../../../tests/factories/questionnaire-template';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { chooseChecklists, offeredChecklists } from '~/audits/planning/checklist-choices.server';
import { checkRecord } from './check-record.server';

const now = new Date('2026-12-02T18:00:00Z');
const tenPrinciples = 'ilo-ten-principles@2.0.0';
let owner: MadeMember;
let second: MadeMember;
let own: string;
beforeAll(async () => {
  owner = await makeMember();
  second = await makeMember({ organization: owner.organization });
  own = await makeQuestionnaireTemplate(owner, { code: 'gate', equals: { question: 'GATE.Q1', target: 'P1.Q1' } });
});

describe('additional questionnaires of an audit', () => {
  it('include every published questionnaire about a site, except those whose answers would be revealed or mixed up', async () => {
    const critical = await makeQuestionnaireTemplate(owner, { code: 'critical', section: 'DEEP', isZeroTolerance: true });
    const equal = await makeQuestionnaireTemplate(owner, {
      code: 'equal',
      section: 'SAME',
      equals: { question: 'SAME.Q3', target: 'BW.FL.1.b.1' },
    });
    const mixed = await makeQuestionnaireTemplate(owner, { code: 'mixed', section: 'BW.FL' });
    const again = await makeQuestionnaireTemplate(owner, { code: 'again' });
    const { offered, choose } = await owner.inOrganization(async (db) => ({
      offered: await offeredChecklists(db),
      choose: {
        both: await chooseChecklists(db, [own, again]),
        critical: await chooseChecklists(db, [critical]),
        unknown: await chooseChecklists(db, ['own-nobody@1.0.0']),
        good: await chooseChecklists(db, [own, tenPrinciples]),
        depths: await chooseChecklists(db, ['workshop-core@1.0.0', 'short-form@2.0.0', tenPrinciples]),
      },
    }));
    const obstacles = Object.fromEntries(offered.map(({ key, obstacle }) => [key, obstacle]));
    expect(obstacles).toMatchObject({
      [critical]: 'asks-grave',
      [equal]: 'asks-grave',
      [mixed]: 'same-codes',
      [own]: null,
      [tenPrinciples]: null,
    });
    for (const key of ['better-work-cat@2.0.0', 'ilo-eleven-indicators@2.0.0', 'equator-review@1.0.0'])
      expect(obstacles).not.toHaveProperty(key);
    expect(choose).toMatchObject({ both: 'checklists-clash', critical: 'checklist-unknown', unknown: 'checklist-unknown' });
    expect(choose.good).toHaveLength(2);
    // The ten principles ask all that the short form and the core ask.
    expect(choose.depths).toEqual([instrument(tenPrinciples)]);
  });

  it('exclude those of another organization', async () => {
    const other = await makeMember();
    expect(await other.inOrganization((db) => chooseChecklists(db, [own]))).toBe('checklist-unknown');
    expect((await other.inOrganization(offeredChecklists)).map(({ key }) => key)).not.toContain(own);
  });
});

describe('an own questionnaire in an audit', () => {
  it('is included in the offline package, concluded into an assessment, counted as verified, and printed in the report', async () => {
    const { auditId } = await makeAudit(owner, { checklists: [own, tenPrinciples] });
    const pack = await withAudit(owner, auditId, (db, audit) =>
      readPack(db, { audit, member: { ...owner, role: 'owner' } } as unknown as Awaited<ReturnType<typeof requireRecorder>>),
    );
    const taken = new Map(
      pack?.sections.map(({ key, instrument, questions }) => [key, { instrument, keys: questions.map((each) => each.key) }]),
    );
    expect(taken.get('GATE')).toEqual({ instrument: 'Checklist gate', keys: ['GATE.Q1', 'GATE.Q2', 'GATE.Q3', 'GATE.Q4'] });
    // Facts of the site are not asked on site.
    expect(taken.get('P0')?.keys).not.toContain('PEO.1');
    expect([...taken.keys()].indexOf('GATE')).toBeGreaterThan([...taken.keys()].indexOf('BW.FL'));

    const sent = await sendEntries(owner, auditId, [
      await makeEntry(
        'check',
        'GATE.Q1',
        checkValue(3, { note: 'Seen at the gate', restricted: 'TOLD by one', methods: ['documents', 'workers'] }),
      ),
      await makeEntry('check', 'GATE.Q2', checkValue(80, { methods: ['documents'] })),
      await makeEntry('check', 'GATE.Q3', checkValue('not-compliant')),
      await makeEntry('check', 'GATE.Q4', checkValue(3)),
      await makeEntry('check', 'POL.1', checkValue('written', { methods: [] })),
      await makeEntry('meeting', 'closing', closingValue),
    ]);
    expect(sent).toMatchObject({ refused: [] });
    const before = await withAudit(owner, auditId, (db, audit) => checkRecord(db, audit));
    expect(before.obstacles.withoutFinding).toEqual(['GATE.Q3']);
    await sendEntries(owner, auditId, [await makeEntry('finding', randomUUID(), findingValue('GATE.Q3', { what: 'The gate is locked' }))]);
    await concludeAndApprove(auditId, { owner, second, now });

    const { responses, scores } = await owner.inOrganization(async (db) => {
      const found = await db.audit.findFirstOrThrow({ where: { id: auditId }, select: { partyId: true } });
      return {
        responses: await db.questionnaireResponse.findMany({
          where: { furtherOf: { auditId } },
          orderBy: { furtherOf: { position: 'asc' } },
          select: {
            instrumentKey: true,
            status: true,
            kind: true,
            answers: { orderBy: { question: 'asc' } },
            reviews: { orderBy: { question: 'asc' } },
          },
        }),
        scores: await db.score.findMany({ where: { partyId: found.partyId }, orderBy: { createdAt: 'desc' } }),
      };
    });
    // The approval scores several times within its transaction: the last is the newest.
    const [score] = scores;
    expect(new Set(scores.map(({ createdAt }) => createdAt.getTime())).size).toBe(scores.length);
    expect(scores.length).toBeGreaterThan(1);
    expect(responses.map(({ instrumentKey, status, kind }) => [instrumentKey, status, kind])).toEqual([
      [own, 'approved', 'audit'],
      [tenPrinciples, 'approved', 'self-assessment'],
    ]);
    expect(responses[0]?.answers.map(({ question, value }) => [question, value])).toEqual([
      ['GATE.Q1', 3],
      ['GATE.Q2', 80],
      ['GATE.Q3', 'not-compliant'],
      ['GATE.Q4', 3],
    ]);
    expect(responses[0]?.reviews.map(({ question, grade }) => [question, grade])).toEqual([
      ['GATE.Q1', 'audit-unannounced'],
      ['GATE.Q2', 'document-checked'],
    ]);
    // A question that was not asked is unknown; an answer without a stated source is a claim.
    expect(responses[1]?.answers.find(({ question }) => question === 'TRN.2')?.value).toBe('dont-know');
    const counted = (score?.input as { answers: { question: string; value: unknown; evidence: string }[] } | undefined)?.answers ?? [];
    expect(counted.find(({ question }) => question === 'POL.1')).toMatchObject({ value: 'written', evidence: 'self-declared' });
    // What the own question is equal to in edition one counts for a question of edition two.
    expect(counted.find(({ question }) => question === 'POL.3')).toMatchObject({ value: 75, evidence: 'audit-unannounced' });

    const asked = {
      ...{ auditId, userId: owner.user.id, role: 'owner' as const, organizationName: 'Made house', locale: 'en' as const },
      ...{ publicUrl: 'https://manumit.example', now },
    };
    const model = await owner.inOrganization(async (db) => {
      const prepared = await prepareAuditReport(db, asked);
      return prepared.kind === 'prepared' ? readAuditReport(db, asked, prepared.reportId) : null;
    });
    const [gate, principles] = model?.further ?? [];
    expect(principles?.title).toContain('ten principles');
    expect(gate?.sections[0]?.questions.map(({ code, answerText, findings }) => [code, answerText, findings])).toMatchObject([
      ['GATE.Q1', expect.any(String), []],
      ['GATE.Q2', '80%', []],
      ['GATE.Q3', 'Not compliant', ['NC-1']],
      // It may count people: fewer than five are suppressed.
      ['GATE.Q4', 'Not reported: this could be fewer than five people', []],
    ]);
    const printed = JSON.stringify(model ? arrangeReport(model, 'full') : null);
    for (const said of ['Checklist gate', 'Seen at the gate', 'The gate is locked']) expect(printed).toContain(said);
    expect(printed).not.toContain('TOLD');
    expect(printed.split('The gate is locked').length).toBe(
      JSON.stringify(arrangeReport({ ...model, further: [] } as never, 'full')).split('The gate is locked').length,
    );
  });
});
