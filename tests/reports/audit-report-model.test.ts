import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { EntryValue } from '~/audits/entries/entries';
import { arrangeReport } from '~/audits/report/audit-report/arrange-report';
import { countHours, countWages } from '~/audits/report/count-pay';
import { countInterviews } from '~/audits/report/count-interviews';
import type { FindingSince } from '~/audits/report/audit-report/arrange-findings';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import { auditReportSchema } from '~/audits/report/audit-report/schema';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { reportHash } from '~/documents/verification/report-hash.server';
import { restrictedQuestions, restrictedTopics } from '#scoring';
import { answered, auditReportInput, pay, tally, week } from './audit-report-input';
import { costlyRuns } from '../../scoring/testing/costly-runs.ts';

const keys = { checklist: 'better-work-cat@1.0.0' };

describe('the report', () => {
  it('has the thirteen parts in the expected order (A40)', () => {
    const { parts } = arrangeReport(buildAuditReport(auditReportInput()), 'full');
    expect(['cover', ...parts.map(({ key }) => key)]).toEqual([
      ...['cover', 'declaration', 'summary', 'site', 'workforce', 'parameters', 'results', 'wages', 'interviews', 'systems', 'practices'],
      ...['plan', 'annex'],
    ]);
  });

  it('has the columns of a corrective action plan in their order', () => {
    const [plan] = arrangeReport(buildAuditReport(auditReportInput()), 'plan').parts;
    const table = plan?.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.columns.map(({ label }) => label)).toEqual([
      ...['No.', 'New or carried over', 'Details', 'Root cause', 'Preventive and corrective action', 'Timescale', 'Verification method'],
      ...['Agreed by management; person responsible', 'Verification evidence and comments', 'Status'],
    ]);
  });

  it('is hashed over its whole content, and is the same again from the same record', () => {
    const report = buildAuditReport(auditReportInput());
    expect(report.hash).toBe(reportHash(report));
    expect(buildAuditReport(auditReportInput())).toEqual(report);
    expect(buildAuditReport(auditReportInput({ agencies: [] })).hash).not.toBe(report.hash);
  });

  it('never contains a restricted note, a code of a sampled worker, nor a count under five', () => {
    const text = JSON.stringify(buildAuditReport(auditReportInput()));
    expect(text).not.toContain('Worker B told us');
    expect(text).not.toMatch(/"W\d+"/);
    const { findings, workforce } = buildAuditReport(auditReportInput());
    expect(findings.map(({ affected }) => affected)).toContainEqual({ kind: 'few' });
    expect(findings.map(({ affected }) => affected)).toContainEqual({ kind: 'nearly-all' });
    expect(workforce.find(({ field }) => field === 'BW.SI.n')?.value).toEqual({ kind: 'few' });
    expect(workforce.find(({ field }) => field === 'migrantShare')?.value).toEqual({ kind: 'few' });
  });

  it('names no source for statements made only by workers', () => {
    const { findings } = buildAuditReport(auditReportInput());
    const alone = findings.filter(({ sources }) => sources === 'several');
    expect(alone.length).toBeGreaterThan(0);
    expect(alone.every(({ agreement }) => agreement === null)).toBe(true);
  });

  it('prints the legal definition with its reasons, and no statements of workers alone in a draft, or where fewer than five were interviewed', () => {
    const input = auditReportInput();
    const printed = (report: ReturnType<typeof buildAuditReport>) => JSON.stringify(arrangeReport(report, 'full').parts);
    const full = buildAuditReport(input);
    const element = (report: typeof full, wanted: string) => report.definition?.elements.find(({ element: each }) => each === wanted);
    expect(element(full, 'work')).toMatchObject({ speaksFor: expect.stringContaining('Eleven hours on the line.') });
    expect(printed(full)).toContain('Eleven hours on the line.');
    const work = { ...input.definition?.elements.get('work'), methods: ['workers'] } as EntryValue<'element'>;
    const definition = input.definition && { ...input.definition, elements: new Map([...input.definition.elements, ['work', work]]) };
    expect(element(buildAuditReport({ ...input, definition }), 'work')).toMatchObject({ sources: 'several' });
    const few = { ...input.figures, interviews: countInterviews([tally({ women: 3 })], { locale: 'en' }) };
    for (const report of [
      buildAuditReport({ ...input, definition, state: 'draft' }),
      buildAuditReport({ ...input, definition, figures: few }),
    ]) {
      expect(element(report, 'work')).toMatchObject({ sources: 'several', speaksFor: null });
      expect(printed(report)).not.toContain('Eleven hours on the line.');
      expect(printed(report)).toContain('Not printed: it rests on worker statements');
    }
    const none = buildAuditReport({ ...input, definition: null });
    expect(none.definition).toBeNull();
    expect(printed(none)).toContain('The legal definition was not assessed.');
  });

  it('prints interview topics in the language of the report', () => {
    const parts = (locale: 'en' | 'fr') => JSON.stringify(arrangeReport(buildAuditReport(auditReportInput({ locale })), 'full').parts);
    expect(parts('en')).toContain('Wages and deductions');
    expect(parts('fr')).toContain('Salaires et retenues');
  });

  const withSince = (more: Partial<FindingSince>) => {
    const input = auditReportInput();
    const id = input.record.findings[0]?.id ?? '';
    const since = new Map([[id, { status: 'open' as const, dueOn: null, verifiedOn: null, actions: [], replies: [], ...more }]]);
    return buildAuditReport({ ...input, since });
  };
  const text = 'The safe is the workers’ own.';

  it('prints a reply beside its finding: when, whether it disputes, and the response', () => {
    const answer = { on: '2026-12-20', verdict: 'upheld' as const, text: 'Two workers asked for theirs in vain.' };
    const reported = [`Disputed, 10 Dec 2026: ${text}`, 'Answer of the auditing organization, 20 Dec 2026, upheld: Two workers asked'];
    const model = withSince({ replies: [{ on: '2026-12-10', isDispute: true, kind: 'dispute', text, answer }] });
    for (const kind of ['plan', 'full', 'better-work'] as const)
      for (const words of reported) expect(JSON.stringify(arrangeReport(model, kind).parts)).toContain(words);
    const withoutText = withSince({ replies: [{ on: '2026-12-10', isDispute: false, kind: 'accept', text: '' }] });
    expect(JSON.stringify(arrangeReport(withoutText, 'full').parts)).toContain('"Accepted, 10 Dec 2026"');
    // Reports frozen before the type was stored.
    const before = withSince({ replies: [{ on: '2026-12-10', isDispute: true, text }] });
    expect(JSON.stringify(arrangeReport(before, 'plan').parts)).toContain(`Disputed, 10 Dec 2026: ${text}`);
  });

  it('marks in the plan what is overdue on the day of the report, and what was extended', () => {
    const action = {
      ...{
        kind: 'corrective' as const,
        what: 'Give the passports back',
        rootCause: '',
        responsible: 'HR manager',
        timescale: '30' as const,
      },
      ...{ verification: 'desktop' as const, agreedBy: '', agreedOn: null, evidence: '', verifiedOn: null },
    };
    type Action = FindingSince['actions'][number];
    const printed = (more: Pick<Action, 'status' | 'dueOn' | 'extensions'>) =>
      JSON.stringify(arrangeReport(withSince({ actions: [{ ...action, ...more }] }), 'plan').parts);
    const today = auditReportInput().preparedAt.slice(0, 10);
    const dayBefore = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    expect(printed({ status: 'pending', dueOn: dayBefore })).toContain('Open\\nOverdue by 1 day');
    expect(printed({ status: 'pending', dueOn: today })).not.toContain('overdue');
    expect(printed({ status: 'completed', dueOn: dayBefore })).not.toContain('overdue');
    const extensions = [{ from: '2026-12-01', to: '2027-01-30', reason: 'Lockers come by ship' }];
    expect(printed({ status: 'in-progress', dueOn: '2027-01-30', extensions })).toContain(
      'Extended from 1 Dec 2026 to 30 Jan 2027: Lockers come by ship',
    );
  });

  it('prints the opening before the closing, whatever their order in the record', () => {
    const input = auditReportInput();
    const meetings = new Map([...input.record.meetings].sort(([a], [b]) => (a < b ? -1 : 1)));
    const { parts } = arrangeReport(buildAuditReport({ ...input, record: { ...input.record, meetings } }), 'full');
    const said = (parts.find(({ key }) => key === 'parameters')?.blocks ?? []).flatMap((block) =>
      block.kind === 'heading' ? block.text : [],
    );
    expect(said.indexOf('Opening meeting')).toBeLessThan(said.indexOf('Closing meeting'));
    expect(said).toContain('Opening meeting');
  });
});

describe('the head of the plan', () => {
  it('shows whether the results were discussed, and whether the signatory is authorised', () => {
    const input = auditReportInput();
    const closing = input.record.meetings.get('closing');
    if (!closing) throw new Error('no closing meeting');
    const printed = (more: object) => {
      const meetings = new Map([...input.record.meetings, ['closing', { ...closing, ...more }]]);
      const { parts } = arrangeReport(buildAuditReport({ ...input, record: { ...input.record, meetings } }), 'plan');
      const [head] = parts[0]?.blocks ?? [];
      return new Map(head?.kind === 'pairs' ? head.rows.map(([label, value]) => [label, value]) : []);
    };
    const said = printed({ resultsReviewed: 'yes', mayChange: 'no' });
    expect(said.get('Results reviewed with management')).toBe('Yes');
    expect(said.get('Signatory authorized to agree changes')).toBe('No');
    expect(printed({}).get('Signatory authorized to agree changes')).toBe('Not stated');
  });
});

describe('rates (R12)', () => {
  const checklist = (words: Parameters<typeof answered>[1]['words'], also = {}) => answered(keys.checklist, { locale: 'en', words, also });
  it('one non-compliant question makes its point non-compliant; not assessed and not applicable count nowhere', () => {
    const model = buildAuditReport(
      auditReportInput({
        checklist: checklist(['not-assessed'], {
          'BW.FL.2.a': 'not-compliant',
          'BW.FL.2.b': 'compliant',
          'BW.FL.3.a': 'compliant',
          'BW.CL.3.a': 'not-applicable',
        }),
      }),
    );
    const forced = model.clusters.find(({ key }) => key === 'BW.FL');
    expect(forced?.rate).toEqual({ nonCompliant: 1, assessed: 2, rate: 0.5 });
    expect(model.overall).toEqual({ nonCompliant: 1, assessed: 2, rate: 0.5 });
    expect(model.clusters.find(({ key }) => key === 'BW.CL')?.rate.rate).toBeNull();
  });

  it('is compared with the previous audit, and with others only where five were assessed on the point', () => {
    const other = (index: number, bad: boolean) => ({
      ...{ supplier: `s${index}`, on: '2026-06-01', instrument: checklist([]).instrument },
      answers: { 'BW.FL.2.a': bad ? ('not-compliant' as const) : ('compliant' as const) },
    });
    const before = { ...other(0, true), number: '2025-0003' };
    const pointOf = (peers: number) => {
      const list = Array.from({ length: peers }, (_, index) => other(index + 1, index === 0));
      const model = buildAuditReport(auditReportInput({ before, peers: list }));
      return model.clusters.find(({ key }) => key === 'BW.FL')?.points.find(({ code }) => code === 'BW.FL.2');
    };
    expect(pointOf(5)).toMatchObject({ before: true, peers: { nonCompliant: 1, assessed: 5, rate: 0.2 } });
    expect(pointOf(4)).toMatchObject({ before: true, peers: null });
  });

  it('rates no point with a zero-tolerance question, now, before, at others or in a rate, whatever the answers', () => {
    const words = { 'BW.CL.1.b': 'compliant', 'BW.CL.3.a': 'compliant' } as const;
    const other = {
      supplier: 's',
      on: '2026-06-01',
      instrument: checklist([]).instrument,
      answers: { 'BW.CL.1.b': 'not-compliant' as const },
    };
    const said = (also: Record<string, string>) => {
      const given = { checklist: checklist(['not-assessed'], { ...words, ...also }), before: { ...other, number: '2025-0003' } };
      return buildAuditReport(
        auditReportInput({ ...given, peers: Array.from({ length: 6 }, (_, at) => ({ ...other, supplier: `s${at}` })) }),
      );
    };
    const bad = said({ 'BW.CL.1.a': 'not-compliant', 'BW.CL.2.c': 'not-compliant' });
    const children = bad.clusters.find(({ key }) => key === 'BW.CL');
    expect(children?.rate).toEqual({ nonCompliant: 0, assessed: 1, rate: 0 });
    expect(
      children?.points.map(({ code, isNotStated, nonCompliant, before, peers }) => [code, isNotStated, nonCompliant, before, peers]),
    ).toEqual([
      ['BW.CL.1', true, null, null, null],
      ['BW.CL.2', true, null, null, null],
      ['BW.CL.3', undefined, false, null, null],
    ]);
    expect(children?.questions.find(({ code }) => code === 'BW.CL.1.a')).toMatchObject({
      isNotStated: true,
      answer: null,
      answerText: null,
    });
    for (const same of [said({}), said({ 'BW.CL.1.a': 'compliant', 'BW.CL.2.c': 'not-applicable' })]) expect(same).toEqual(bad);
  });
});

describe('what would reveal the answer to a zero-tolerance question', () => {
  const input = auditReportInput();
  const same = (change: Partial<typeof input>) => expect(buildAuditReport({ ...input, ...change })).toEqual(buildAuditReport(input));
  const withAnswer = (checklist: typeof input.eleven, key: string, answer: string) =>
    checklist && { ...checklist, answers: { ...checklist.answers, [key]: answer } };
  const signs = [...restrictedQuestions()].filter((key) => /^[ID]\d/.test(key) && key !== 'D0.b');

  it('is in no report: not by an indicator', () => {
    expect(signs).toEqual(expect.arrayContaining(['I5', 'D5.4']));
    for (const key of signs)
      for (const answer of ['present', 'absent', 'unknown'])
        same(
          key.startsWith('I')
            ? { eleven: withAnswer(input.eleven, key, answer) }
            : { operational: withAnswer(input.operational, key, answer) },
        );
    // Control: any other indicator is printed.
    const other = (answer: string) => buildAuditReport({ ...input, eleven: withAnswer(input.eleven, 'I7', answer) });
    expect(other('present').signs).not.toEqual(other('absent').signs);
    expect(JSON.stringify(arrangeReport(buildAuditReport(input), 'full').parts)).toContain('Not stated in reports');
  });

  it('nor by an element of the legal definition, nor by its conclusion', () => {
    if (!input.definition) throw new Error('no definition');
    for (const key of ['penalty', 'not-voluntary'])
      for (const state of ['supported', 'not-supported'] as const) {
        const held = input.definition.elements.get(key);
        if (!held) throw new Error(key);
        const elements = new Map([...input.definition.elements, [key, { ...held, state, speaksFor: 'MARKED' }]]);
        same({ definition: { reading: 'fits', because: [], elements } });
      }
  });

  it('nor by a topic of interviews, though one person alone raised it', () => {
    const reported = (topics: Parameters<typeof tally>[0]) =>
      countInterviews([tally({ women: 12, ...topics }), tally({ women: 1, ...topics })], { locale: 'en' });
    const quiet = reported({ topics: { wages: 'some-concern' } });
    for (const topic of restrictedTopics())
      expect(reported({ topics: { wages: 'some-concern', [topic]: 'grave-concern' } })).toEqual(quiet);
    expect(reported({ topics: { wages: 'grave-concern' } })).not.toEqual(quiet);
  });
});

describe('people cannot be identified from figures', () => {
  const talk: fc.Arbitrary<EntryValue<'tally'>> = fc
    .record({
      women: fc.nat(9),
      men: fc.nat(9),
      isGroup: fc.boolean(),
      place: fc.constantFrom('on-site' as const, 'off-site' as const),
      chosenBy: fc.constantFrom('team' as const, 'management' as const),
      language: fc.constantFrom('ne', 'bn', 'my'),
      wages: fc.constantFrom('no-concern' as const, 'some-concern' as const, 'grave-concern' as const, 'not-raised' as const),
    })
    .map(({ isGroup, women, men, wages, ...more }) => {
      const alone = { women: women % 2, men: 1 - (women % 2), form: 'individual' as const };
      return tally({ ...more, ...(isGroup && women + men >= 2 ? { women, men, form: 'group' as const } : alone), topics: { wages } });
    });
  const talks = fc.array(talk, { maxLength: 8 });

  // `suppress-small-cells.test` proves that no count can be derived.
  it('no number of people interviewed is printed, only ranges of five, and no part of fewer than ten', () => {
    fc.assert(
      fc.property(talks, (given) => {
        const total = given.reduce((sum, { women, men }) => sum + women + men, 0);
        const reported = countInterviews(given, { locale: 'en' });
        const raised = reported.topics.map(({ people }) => people);
        const printed = [reported.people, ...raised, ...Object.values(reported.partitions).flatMap((parts) => Object.values(parts))];
        for (const count of printed) {
          if (typeof count === 'number') expect(count).toBe(0);
          if (typeof count === 'object') expect([count.from % 5, count.to - count.from]).toEqual([0, 4]);
        }
        if (total === 0 || total >= 10) return;
        expect(reported).toMatchObject({ languages: [], topics: [] });
        expect(new Set(Object.values(reported.partitions).flatMap((parts) => Object.values(parts)))).toEqual(new Set(['withheld']));
      }),
    );
  });

  const alone = (people: number, topics: EntryValue<'tally'>['topics']) => Array.from({ length: people }, () => tally({ topics }));
  const wagesOf = (...tallies: EntryValue<'tally'>[][]) =>
    countInterviews(tallies.flat(), { locale: 'en' }).topics.find(({ topic }) => topic === 'wages');

  it('prints for a topic the most severe answer that five people or more gave, and none for fewer', () => {
    const silent = alone(20, { wages: 'not-raised' });
    const none = { topic: 'wages', grade: 'too-few', people: 'too-few' };
    expect(wagesOf(silent)).toEqual(none);
    for (const people of [1, 4]) expect(wagesOf(silent, alone(people, { wages: 'grave-concern' }))).toEqual(none);
    const five = { topic: 'wages', grade: 'grave-concern', people: { from: 5, to: 9 } };
    expect(wagesOf(silent, alone(5, { wages: 'grave-concern' }))).toEqual(five);
    const mixed = [alone(4, { wages: 'grave-concern' }), alone(4, { wages: 'some-concern' }), alone(4, { wages: 'no-concern' })];
    expect(wagesOf(silent, ...mixed)).toEqual({ topic: 'wages', grade: 'some-concern', people: { from: 5, to: 9 } });
    expect(wagesOf(alone(20, { wages: 'no-concern' }), alone(4, { wages: 'grave-concern' }))).toMatchObject({
      grade: 'no-concern',
      people: 'too-few',
    });
    expect(wagesOf(alone(20, { wages: 'some-concern' }), alone(4, {}))).toMatchObject({ grade: 'some-concern', people: 'several' });
  });

  it('one answer more changes the output only where the fifth person gave it', () => {
    const grades = ['not-raised', 'no-concern', 'some-concern', 'grave-concern'] as const;
    const reported = (given: EntryValue<'tally'>[]) => JSON.stringify(wagesOf(given)?.grade);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...grades), { minLength: 10, maxLength: 30 }), fc.constantFrom(...grades), (given, more) => {
        const before = given.map((wages) => tally({ topics: { wages } }));
        const reached = given.filter((each) => grades.indexOf(each) >= grades.indexOf(more)).length;
        if (reported(before) !== reported([...before, tally({ topics: { wages: more } })]))
          expect(more !== 'not-raised' && reached < 5).toBe(true);
      }),
    );
  });

  it('lists the same topics whatever was raised', () => {
    const subjects = (given: EntryValue<'tally'>[]) => countInterviews(given, { locale: 'en' }).topics.map(({ topic }) => topic);
    expect(subjects(alone(10, {}))).toEqual(subjects([...alone(9, {}), ...alone(1, { wages: 'grave-concern', housing: 'no-concern' })]));
  });

  it('crosses no property of the people interviewed with another', () => {
    const { partitions } = countInterviews(alone(10, {}), { locale: 'en' });
    expect(Object.keys(partitions)).toEqual(['sex', 'form', 'place', 'chosenBy', 'origin', 'contract']);
    for (const parts of Object.values(partitions)) for (const count of Object.values(parts)) expect(count).not.toHaveProperty('women');
  });

  it('prints ranges, and for fewer than ten people only their number', () => {
    const printed = (tallies: EntryValue<'tally'>[]) => {
      const input = auditReportInput();
      const interviews = countInterviews(tallies, { locale: 'en' });
      const { parts } = arrangeReport(buildAuditReport({ ...input, figures: { ...input.figures, interviews } }), 'full');
      return JSON.stringify(parts.find(({ key }) => key === 'interviews'));
    };
    expect(printed(alone(12, {}))).toContain('Workers interviewed: 10–14.');
    expect(printed(alone(7, {}))).toContain('Workers interviewed: 5–9.');
    expect(printed(alone(7, {}))).toContain('Fewer than 10 workers were interviewed: groups and topics are not printed.');
    expect(printed(alone(4, {}))).toContain('Workers interviewed: fewer than 5.');
  });

  it('reads and prints a report that was issued before counts were shown in ranges, as issued', () => {
    const { hash: _, ...model } = buildAuditReport(auditReportInput());
    const issued = {
      ...model,
      interviews: {
        ...{ state: 'told' as const, people: 20, languages: ['Nepali'], hasFurtherLanguages: false },
        partitions: {
          ...{
            sex: { women: 11, men: 9 },
            form: { individual: 9, group: 11 },
            place: { 'on-site': 'withheld' as const, 'off-site': 'under-5' as const },
          },
          ...{ chosenBy: { team: 20 }, origin: { migrants: 11, locals: 0, unknown: 9 }, contract: { unknown: 20 } },
        },
        topics: [{ topic: 'wages', grade: 'grave-concern' as const, people: 6 }],
      },
    };
    const read = auditReportSchema.parse({ ...issued, hash: reportHash(issued) });
    expect(reportHash(read)).toBe(read.hash);
    const printed = JSON.stringify(arrangeReport(read, 'full').parts.find(({ key }) => key === 'interviews'));
    for (const words of ['Workers interviewed: 20.', 'women: 11', 'Most serious answer', '["Wages and deductions","serious concern","6"]'])
      expect(printed.toLowerCase()).toContain(words.toLowerCase());
  });

  it('a draft reveals nothing of interviews, hours and pay: nothing can be subtracted between two drafts; one state is ever printed', () => {
    fc.assert(
      fc.property(talks, talk, (given, more) => {
        const base = auditReportInput({ state: 'draft' }, { findings: 1 });
        const of = (tallies: EntryValue<'tally'>[], hours: number) =>
          buildAuditReport({
            ...base,
            figures: {
              ...base.figures,
              interviews: countInterviews(tallies, { locale: 'en' }),
              hours: countHours(Array.from({ length: hours }, (_, index) => week(`C${index}`))),
            },
          });
        const [before, after] = [of(given, 6), of([...given, more], 7)];
        expect(after).toEqual(before);
        expect(before.interviews).toEqual({ state: 'not-yet' });
      }),
      costlyRuns(fc, 15),
    );
  });

  it('every form of an approved report prints the same interview figures, or none', () => {
    const model = buildAuditReport(auditReportInput());
    const printed = auditReportKinds.map((kind) => JSON.stringify(arrangeReport(model, kind)).match(/Workers interviewed: [^".]+/g) ?? []);
    expect(new Set(printed.flat()).size).toBe(1);
  });

  it('hours and pay count workers once, by their worst week; unknown values stay unknown; fewer than five are suppressed', () => {
    const hours = countHours([
      ...Array.from({ length: 12 }, (_, index) => week(`A${index}`, { overtime: index < 5 ? 20 : 0, isOvertimeVoluntary: 'unknown' })),
      week('A0', { overtime: 30 }),
    ]);
    expect(hours).toEqual({
      ...{ state: 'told', workers: 12 },
      distribution: {
        lines: [
          { at: 48, kind: 'regular' },
          { at: 60, kind: 'long' },
        ],
        bins: [
          { from: 0, to: 40, count: 0 },
          { from: 40, to: 48, count: 7 },
          { from: 48, to: 60, count: 0 },
          { from: 60, to: null, count: 5 },
        ],
      },
      rows: [
        { row: 'above-60', yes: 5, no: 7, unknown: 0 },
        { row: 'no-rest-day', yes: 0, no: 12, unknown: 0 },
        { row: 'overtime-not-voluntary', yes: 0, no: 7, unknown: 5 },
      ],
    });
    const wages = countWages(
      Array.from({ length: 12 }, (_, index) => pay(`A${index}`, { basicPaid: index < 6 ? 19_000 : 20_000, minimumHourly: 100 })),
    );
    expect(wages.rows[0]).toEqual({ row: 'below-minimum', yes: 6, no: 6, unknown: 0 });
    const one = countWages([pay('A', { minimumHourly: null })]);
    expect(one.workers).toBe('under-5');
    expect(new Set(one.rows.flatMap(({ yes, no, unknown }) => [yes, no, unknown]))).toEqual(new Set(['withheld']));
    const mixed = countHours(Array.from({ length: 20 }, (_, index) => week(`A${index}`, { daysWorked: index < 2 ? 7 : 6 })));
    expect(mixed.rows[1]).toEqual({ row: 'no-rest-day', yes: 'under-5', no: 'withheld', unknown: 0 });
  });
});

describe('photos and earlier findings', () => {
  const id = (group: number, index: number) => `${String(group).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const photo = (index: number, about: string | null) => ({
    id: id(2, index),
    value: {
      ...{ sha256: String(index).repeat(64).slice(0, 64), mediaType: 'image/jpeg' as const, sizeBytes: 1, width: 40, height: 30 },
      ...{ about, caption: `Photo ${index}`, blurred: 0, isWithdrawn: false },
    },
  });
  const revisit = (index: number, standing: 'closed' | 'open' | 'worse' | null) => ({
    id: id(8, index),
    value: { standing, seen: `Seen ${index}`, methods: index === 1 ? ['workers' as const] : ['documents' as const] },
  });
  const earlier = new Map(
    [1, 2, 3].map((index) => [
      id(8, index),
      {
        ...{ what: `Earlier ${index}`, grade: 'major' as const, question: null, openedOn: '2025-12-01', audit: '2025-0007' },
        actions: [{ what: 'Give them back', responsible: 'HR', dueOn: '2026-02-01', status: 'completed' as const }],
      },
    ]),
  );
  const input = auditReportInput();
  const model = buildAuditReport({
    ...input,
    earlier,
    record: {
      ...input.record,
      // 23:30 in UTC is the next day at a site in Egypt.
      photos: [{ ...photo(1, id(1, 0)), firstAt: '2026-03-04T23:30:00.000Z' }, photo(2, null), photo(3, id(8, 2)), photo(4, id(8, 9))],
      revisits: [revisit(1, 'closed'), revisit(2, 'worse'), revisit(3, null), revisit(4, 'open')],
    },
  });

  it('appear once each: beside the finding, among the earlier ones, or on the pages of photos', () => {
    const shown = arrangeReport(model, 'full').parts.flatMap(({ key, blocks }) =>
      blocks.flatMap((block) => (block.kind === 'photo' ? [`${key} ${block.alt}`] : [])),
    );
    expect(shown.sort()).toEqual(['annex Photo 2', 'annex Photo 4', 'results Photo 1', 'results Photo 3']);
    expect(model.photos.map(({ about }) => about)).toEqual([
      model.findings.find(({ id: each }) => each === id(1, 0))?.no,
      null,
      null,
      null,
    ]);
    expect(arrangeReport(model, 'plan').parts.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'photo'))).toEqual([]);
  });

  it('are dated by the clocks at the site, and not dated where the moment or the time there is not known', () => {
    expect(model.photos.map(({ on }) => on)).toEqual(['2026-03-05', null, null, null]);
    const shown = JSON.stringify(arrangeReport(model, 'full').parts);
    expect(shown).toContain('Photo 1: Photo 1 · NC-1 · 5 Mar 2026');
    expect(shown).not.toContain('Photo 2: Photo 2 ·');
  });

  it('are listed most severe first, without unreported and withdrawn ones, and name no source for statements made only by workers', () => {
    expect(model.revisits?.map(({ what, standing, sources, photos }) => [what, standing, sources, photos])).toEqual([
      ['Earlier 2', 'worse', ['documents'], [3]],
      ['Earlier 1', 'closed', 'several', []],
    ]);
    for (const kind of ['full', 'plan', 'better-work'] as const) {
      const said = JSON.stringify(arrangeReport(model, kind));
      for (const words of ['Earlier 2', 'Seen 2', 'Give them back (HR', 'Followed up: 2. Closed: 1; still open: 0; worsened: 1.'])
        expect(said, kind).toContain(words);
    }
  });

  it('change nothing in a report from before they were included', () => {
    const { revisits: _, ...before } = buildAuditReport(auditReportInput());
    expect(auditReportSchema.parse(before).revisits).toBeUndefined();
    expect(JSON.stringify(arrangeReport(before, 'full'))).not.toContain('Followed up');
  });
});

/** A sentence that claims compliance with a law. */
const claim =
  /complian(t|ce) with (the )?[^.]{0,40}\b(law|act|directive|regulation|code|UFLPA|CSDDD|LkSG)\b|conforme (à|a) (la|al|le) (loi|ley)|cumple (con )?la ley|respecte la loi|complies with/i;
/** Every text within a value. Questions of the checklist are excluded: they claim nothing. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

test('no message and no report claims compliance with a law', () => {
  expect('The site is compliant with the Modern Slavery Act').toMatch(claim);
  for (const locale of ['en', 'fr', 'es'] as const) {
    const messages =
      readFileSync(`app/locales/${locale}/audit-report.json`, 'utf8') + readFileSync(`app/locales/${locale}/auditpapers.json`, 'utf8');
    expect(messages.split('\n').filter((line) => claim.test(line))).toEqual([]);
    for (const kind of auditReportKinds) {
      const said = textsOf(arrangeReport(buildAuditReport(auditReportInput({ locale })), kind)).filter((text) => !text.includes('?'));
      expect(said.filter((text) => claim.test(text))).toEqual([]);
    }
  }
});
