import { type LocalizedInstrument, methodsOf, sitePlacesOf, questionsOf, restrictedQuestions, shownChoices } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { earlierFindings } from '~/audits/entries/earlier-findings.server';
import { countedQuestions, readAcceptances } from '~/audits/gate/read-gate.server';
import { readComments } from '~/audits/review/read-comments.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { responsesOf, auditQuestionIndex } from '~/audits/entries/audit-question-index.server';
import { auditRequirements } from '~/audits/national-law/audit-requirements.server';
import { isReleased, sameFactsOf } from '~/audits/proposals/released.server';
import { readAudit } from '~/audits/planning/read-audit.server';
import { recordingStatuses } from '~/audits/planning/states';
import { announcementLabel, auditTypeLabel, dimensionLabel, focusSentence, partLabel, sampleValueLabel } from '~/audits/planning/labels';
import { instrumentBesideRules } from '~/questionnaires/templates/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';
import { m } from '~/paraglide/messages';
import { formatLanguage } from '~/ui/format';
import type { Pack, PackEntry, PackSection } from './pack';
import { packConsistency } from './pack-consistency.server';
import { packSigns } from './pack-signs.server';
import type { Recorder } from './require-recorder.server';

/** All that a device needs to record this audit offline, in the reader's language, with the current entries. Grows with the entries of the audit. */
export async function readPack(db: TenantDb, { member, audit }: Recorder): Promise<Pack | null> {
  const read = await readAudit(db, { auditId: audit.id, userId: member.user.id, role: member.role });
  if (!read) return null;
  const { instruments, questions } = await auditQuestionIndex(db, audit);
  const order = responsesOf(audit);
  const asked = [...questions.keys()];
  const shown = [...instruments].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return {
    audit: {
      ...{ id: read.id, number: read.number, status: read.status, isOpen: recordingStatuses.includes(read.status) },
      ...{ type: auditTypeLabel(read.type), announcement: announcementLabel(read.announcement) },
      ...{ startsOn: dayOf(read.startsOn), endsOn: dayOf(read.endsOn), personDays: read.personDays, purpose: read.purpose },
    },
    supplier: read.supplier.name,
    site: read.site?.name ?? null,
    locale: getLocale(),
    you: member.user.name,
    team: read.team.map(({ name, part, languages }) => ({
      name: name ?? '',
      part: partLabel(part),
      languages: languages.map((code) => formatLanguage(code)),
    })),
    focus: read.focus.map((item) => ({ text: focusSentence(item), questions: questionsNamed(item) })),
    sample: {
      interviews: read.sample.interviews,
      rows: read.sample.rows.map((row) => ({
        ...row,
        label: m.shell_named({ name: dimensionLabel(row.dimension), text: sampleValueLabel(row.dimension, row.value) }),
      })),
    },
    findings: await openFindings(db, audit),
    signs: packSigns(dayOf(read.endsOn)),
    consistency: await packConsistency(db, audit, asked),
    comments: (await readComments(db, audit, { isForTeam: true })).filter(({ state }) => state !== 'withdrawn'),
    gate: { counted: await countedQuestions(db, audit), acceptances: await readAcceptances(db, audit.id) },
    ...(read.country === null
      ? {}
      : { law: { country: read.country, requirements: await auditRequirements(db, { country: read.country, on: dayOf(read.startsOn) }) } }),
    sections: shown.flatMap(({ instrumentKey }) => sectionsOf(instrumentKey)),
    sameFacts: sameFactsOf(questions),
    ...(await entriesOf(db, audit)),
  };
}

const dayOf = (day: Date): string => day.toISOString().slice(0, 10);

function questionsNamed(item: object): string[] {
  if ('questions' in item && Array.isArray(item.questions)) return item.questions.filter((key) => typeof key === 'string');
  return 'question' in item && typeof item.question === 'string' ? [item.question] : [];
}

async function openFindings(db: TenantDb, audit: FoundAudit): Promise<Pack['findings']> {
  return (await earlierFindings(db, audit)).map(({ actions, ...finding }) => ({
    ...finding,
    actions: actions.map(({ action, owner, dueOn, status }) => ({ what: action, owner, dueOn: dayOf(dueOn), status })),
  }));
}

function sectionsOf(instrumentKey: string): PackSection[] {
  const shown: LocalizedInstrument = instrumentBesideRules(instrumentKey, getLocale());
  const asked = new Map(questionsOf(shown).map((question) => [question.key, question]));
  const isOwn = !isReleased(instrumentKey);
  const usually = (question: (typeof shown.sections)[number]['questions'][number]) =>
    isOwn ? question.verify : methodsOf(question.key, question.verify);
  return shown.sections.map((section) => ({
    key: section.key,
    instrument: shown.title.text,
    title: section.title.text,
    summary: section.summary.text,
    points: section.points.map(({ key, title, whyWeAsk }) => ({ key, title: title.text, why: whyWeAsk.text })),
    questions: section.questions
      // Facts of the site come from its record and are not asked here.
      .filter(({ key, type }) => asked.has(key) && type !== 'FACT')
      .map((question) => ({
        key: question.key,
        type: question.type,
        mayBeNotApplicable: question.mayBeNotApplicable,
        dependsOn: question.dependsOn,
        point: question.point ?? null,
        text: question.text.text,
        lang: question.text.lang,
        hint: question.hint?.text,
        why: question.whyWeAsk.text,
        evidence: question.typicalEvidence.text,
        verify: usually(question),
        places: isOwn ? [] : sitePlacesOf(question.key, usually(question)),
        nonCompliantWhen: question.nonCompliantWhen ?? null,
        // Own questionnaires mark their questions themselves.
        isZeroTolerance: question.zeroTolerance === true || restrictedQuestions().has(question.key),
        choices: shownChoices(shown, question).map(({ value, text }) => ({ value, label: text.text })),
      })),
  }));
}

/** Current and replaced entries: a device may have an entry that was replaced more than once without its knowledge. */
async function entriesOf(db: TenantDb, audit: FoundAudit): Promise<Pick<Pack, 'entries' | 'replaced'>> {
  const rows = await db.auditEntry.findMany({
    where: { auditId: audit.id },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, key: true, value: true, replaces: true, hash: true, madeAt: true, byUserId: true },
  });
  const replaced = new Set(rows.flatMap(({ replaces }) => replaces));
  const people = await namePeople(db, [...new Set(rows.map(({ byUserId }) => byUserId))]);
  const entries = rows
    .filter(({ id }) => !replaced.has(id))
    .map(({ byUserId, madeAt, ...entry }) => ({ ...entry, madeAt: madeAt.toISOString(), by: people.get(byUserId) ?? '' }) as PackEntry);
  return { entries, replaced: [...replaced] };
}
