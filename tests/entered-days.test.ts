import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { serviceActs } from '~/audits/independence/consulting.server';
import { publishFields } from '~/audits/published-results/schema';
import { planForm } from '~/findings/corrective-actions/schema';
import { checkForm } from '~/lending/consultant-independence/independence-schema';
import { covenantActs } from '~/lending/covenants/covenant-schema';
import { recordFields } from '~/lending/deals/schema';
import { versionActs } from '~/lending/esap/handle-version-action.server';
import { campaignActFields, campaignFields } from '~/questionnaires/campaigns/schema';
import { askFields } from '~/questionnaires/requests/schema';
import { entryForm, periodForm } from '~/lending/stakeholder-engagement/engagement-schema';
import {
  comingDay,
  comingDayFault,
  dayFault,
  enteredDay,
  pastDay,
  pastDayFault,
  readComingDay,
  readEnteredDay,
  readPastDay,
} from '~/platform/forms/entered-day';
import { retireFormSchema } from '~/suppliers/import/retired';
import { lineFormSchemas, proposalFormSchema, replyFormSchema } from '~/suppliers/labour-recruiters/record-forms';
import { linkEndSchema } from '~/suppliers/supply-links/link-form';
import { comingDayBounds, dayBounds, pastDayBounds } from '~/ui/day-bounds';

/** Files that read a date by zod alone, by why none of them takes one into a record that a person typed without bounds. */
const others = {
  'has closer bounds, or checks them after': [
    'app/audits/auditors/schema.ts',
    'app/audits/commissions/schema.ts',
    'app/audits/planning/schema.ts',
    'app/audits/entries/entries.ts',
    'app/audits/closing-plan/schema.ts',
    'app/risk/overrides/raise-schema.ts',
    'app/platform/forms/entered-day.ts',
  ],
  'states the law, which may be older': ['app/audits/national-law/entered-requirement.ts'],
  'keeps nothing': ['app/risk/methodology/calculator-input.ts', 'app/risk/methodology/compare-methods.server.ts'],
  'reads the address: a filter, or the day for which a page is shown': [
    'app/audits/planning/list-audits.server.ts',
    'app/platform/changes/changes-filter.ts',
    'app/routes/org/findings/supplier-progress.tsx',
    'app/routes/org/suppliers/labour-recruiter.tsx',
    'app/routes/org/suppliers/site.tsx',
    'app/routes/org/suppliers/supplier-sites.tsx',
    'app/routes/org/suppliers/supplier-supply-chain.tsx',
    'app/supply-chain/analysis/read-overview.server.ts',
    'app/supply-chain/map/map-state.ts',
  ],
  'names a period of a schedule': ['app/lending/monitoring/write-report.server.ts'],
  'reads a list or a plan file, whose rows are checked one by one': [
    'app/suppliers/import/pipeline/record.ts',
    'app/lending/esap/schema.ts',
  ],
  'reads what was kept before': [
    'app/audits/published-results/schema.ts',
    'app/audits/report/audit-report/evidence-schema.ts',
    'app/audits/report/audit-report/findings-schema.ts',
    'app/audits/report/audit-report/schema.ts',
    'app/audits/report/read-explained.server.ts',
    'app/documents/pdf/map-report/schema.ts',
    'app/findings/corrective-actions/verification-basis.ts',
    'app/lending/esap/action-plan/schema.ts',
    'app/lending/esap/plan-content.ts',
    'app/platform/approvals/approval-kinds.ts',
    'app/questionnaires/print-form/paper-form/schema.ts',
    'app/questionnaires/responses/read-shared.server.ts',
    'app/risk/supplier-report/assessment-report/parts-schema.ts',
    'app/risk/supplier-report/list-report/schema.ts',
    'app/risk/supplier-report/prepare-report.server.ts',
    'app/suppliers/facts/recruiter-record.ts',
    'app/suppliers/import/retired.ts',
    'app/supply-chain/board-paper/schema.ts',
    'app/supply-chain/supplier-brief/schema.ts',
  ],
};

/** Checks when the field is left, by the bounds of its question. */
const recorderDate = 'app/audits/recorder/date-answer.tsx';

const sources = execFileSync('git', ['ls-files', 'app'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

it('reads a date by zod alone in no file but those that are named here with their reason', () => {
  const found = sources.filter(({ text }) => /iso\s*\.date\(/.test(text)).map(({ file }) => file);
  expect(found.sort()).toEqual(Object.values(others).flat().sort());
});

it('refuses 1926, 9999, days that do not exist and what is no date, each with its own sentence', () => {
  const schema = enteredDay(() => 'Enter a date.');
  const said = (typed: unknown) => schema.safeParse(typed).error?.issues.map(({ message }) => message);
  expect(said('2026-12-02')).toBeUndefined();
  for (const day of ['1926-01-01', '9999-12-31', '2100-01-01']) {
    expect(said(day)).toEqual(['Enter a date between 1950 and 2099.']);
    expect(readEnteredDay(day)).toBeUndefined();
    expect(dayFault(day, () => 'Enter a date.')).toBe('Enter a date between 1950 and 2099.');
  }
  for (const none of ['2026-02-30', '2 May', '', undefined]) {
    expect(said(none)).toEqual(['Enter a date.']);
    expect(dayFault(none, () => 'Enter a date.')).toBe('Enter a date.');
  }
  expect([dayBounds.earliest.slice(0, 4), dayBounds.latest.slice(0, 4)]).toEqual(['1950', '2099']);
});

it('bounds each date that is typed outside of a field of the kit by its own limits, unless it only filters', () => {
  const bare = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/<input\b[^>]*type="date"[^>]*>/g)].flatMap(([tag]) =>
      /\bmin=|\bmax=|known-on|filter\.name/.test(tag) || file === recorderDate ? [] : [file],
    ),
  );
  expect(bare).toEqual([]);
});

/** Every date that a form takes by a field of the kit, as one that reports what has happened (none after today), one by which something is due (none before today), or any. */
const takenDays = {
  past: {
    // Where its form says that the first day has been (services to a supplier).
    'app/audits/form-parts/day-fields.tsx': ['first'],
    'app/audits/published-results/publish-page.tsx': ['agreedOn'],
    'app/findings/corrective-actions/action-steps.tsx': ['committeeOn'],
    'app/findings/corrective-actions/plan-form.tsx': ['agreedOn'],
    'app/findings/corrective-actions/verify-form.tsx': ['lookedOn'],
    'app/findings/right-of-reply/reply-section.tsx': ['sentOn', 'repliedOn'],
    'app/lending/consultant-independence/check-form.tsx': ['reportOn'],
    'app/lending/covenants/covenant-page.tsx': ['testedOn'],
    'app/lending/deals/deal-form.tsx': ['usdRateOn'],
    'app/lending/esap/version-page.tsx': ['agreedOn'],
    'app/lending/stakeholder-engagement/engagement-forms.tsx': ['heldOn', 'periodFrom', 'periodTo'],
    'app/risk/overrides/raise-form.tsx': ['since'],
    'app/suppliers/import/gone-form.tsx': ['on'],
    'app/suppliers/labour-recruiters/assessment-section.tsx': ['assessedOn'],
    'app/suppliers/labour-recruiters/complaint-section.tsx': ['periodFrom', 'periodTo'],
    'app/suppliers/labour-recruiters/sanction-section.tsx': ['beganOn'],
    'app/suppliers/labour-recruiters/status-section.tsx': ['notifiedOn', 'repliedOn'],
  },
  /** By which something that is asked now is due: none before today. */
  coming: {
    'app/questionnaires/campaigns/campaign-form.tsx': ['dueOn'],
    'app/questionnaires/campaigns/campaign-page.tsx': ['dueOn'],
    'app/questionnaires/requests/ask-form.tsx': ['dueOn'],
    'app/routes/org/questionnaires/new-response.tsx': ['dueOn'],
  },
  any: {
    // A credential is renewed before the last one expires.
    'app/audits/auditors/auditor-page.tsx': ['validFrom', 'validUntil'],
    'app/audits/form-parts/day-fields.tsx': ['last'],
    'app/findings/corrective-actions/extension-section.tsx': ['newDueOn'],
    'app/findings/findings/finding-form.tsx': ['dueOn'],
    'app/findings/site-responses/site-forms.tsx': ['newDueOn'],
    'app/lending/covenants/covenant-consequences.tsx': ['dueOn', 'untilOn'],
    'app/lending/covenants/covenant-form.tsx': ['firstTestOn'],
    'app/lending/covenants/covenant-page.tsx': ['endedOn'],
    // Planned until they come: actions are due before signing.
    'app/lending/deals/deal-form.tsx': ['signedOn', 'closedOn'],
    'app/lending/esap/item-form.tsx': ['dueOn'],
    'app/lending/monitoring/reports-page.tsx': ['endedOn', 'firstPeriodFrom'],
    // An answer: the question decides what it is a date of.
    'app/questionnaires/responses/gathered-field.tsx': ['answer'],
    'app/risk/methodology/calculator-form.tsx': ['asOf'],
    'app/routes/org/findings/supplier-progress.tsx': ['since'],
    'app/routes/org/sharing/shared-access-record.tsx': ['until'],
    'app/routes/org/suppliers/supplier-link.tsx': ['validTo'],
    'app/sharing/shared-access/shared-access-terms.tsx': ['until'],
    'app/suppliers/labour-recruiters/certification-section.tsx': ['expiresOn'],
    'app/suppliers/labour-recruiters/licence-section.tsx': ['expiresOn'],
    'app/suppliers/labour-recruiters/relation-section.tsx': ['validTo'],
    'app/suppliers/labour-recruiters/sanction-section.tsx': ['endedOn'],
    'app/suppliers/supply-links/link-fields.tsx': ['validFrom', 'validTo'],
    'app/suppliers/tasks/task-fields.tsx': ['dueOn'],
  },
};

it('knows of each date field of a form whether it reports what has happened or may be yet to come', () => {
  const found: typeof takenDays | Record<string, Record<string, string[]>> = { past: {}, coming: {}, any: {} };
  const nameOf =
    /\bname="(\w+)|\b(?:fieldOf|of|named)\((?:[^()']|'[^']*'\)|\([^()]*\))*'(\w+)'|\bfieldOf\(failureOf\(\w+, '[\w-]+'\), '(\w+)'|\bfieldOf\(\w+, (\w+),/;
  for (const { file, text } of sources)
    for (const [tag] of text.matchAll(/<Field\b(?:=>|[^>])*type="date"(?:=>|[^>])*>/g)) {
      const [, ...names] = nameOf.exec(tag) ?? [];
      const kind = /\bisPast\b|\bmax=\{today\}/.test(tag) ? found.past : /\bisComing\b/.test(tag) ? found.coming : found.any;
      (kind as Record<string, string[]>)[file] = [...((kind as Record<string, string[]>)[file] ?? []), names.find(Boolean) ?? 'answer'];
    }
  expect(found).toEqual(takenDays);
});

const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const saidOf = (schema: z.ZodType, field: string, given: object) =>
  schema.safeParse(given).error?.issues.flatMap(({ path, message }) => (path.at(-1) === field ? [message] : [])) ?? [];

it.each<[string, z.ZodType, object]>([
  ['agreedOn', planForm, {}],
  ['agreedOn', versionActs, { intent: 'paper' }],
  ['agreedOn', publishFields, {}],
  ['assessedOn', lineFormSchemas.assessment, {}],
  ['beganOn', lineFormSchemas.sanction, {}],
  ['heldOn', entryForm, {}],
  ['notifiedOn', proposalFormSchema, {}],
  ['on', retireFormSchema, {}],
  ['periodFrom', lineFormSchemas.complaints, {}],
  ['periodTo', lineFormSchemas.complaints, {}],
  ['periodTo', periodForm, {}],
  ['repliedOn', replyFormSchema, {}],
  ['reportOn', checkForm, {}],
  ['startedOn', serviceActs, { intent: 'add-service' }],
  ['testedOn', covenantActs, { intent: 'test' }],
  ['usdRateOn', recordFields, {}],
])('refuses %s after today, since it reports what has happened', (field, schema, rest) => {
  expect(saidOf(schema, field, { ...rest, [field]: ahead(2) })).toEqual(['Enter today’s date or an earlier one.']);
  expect(saidOf(schema, field, { ...rest, [field]: ahead(0) })).toEqual([]);
});

it.each<[string, z.ZodType, object]>([
  ['endedOn', serviceActs, { intent: 'add-service' }],
  ['endedOn', lineFormSchemas.sanction, {}],
  ['expiresOn', lineFormSchemas.licence, {}],
  ['untilOn', covenantActs, { intent: 'ask-waiver' }],
  ['validTo', linkEndSchema, {}],
])('takes %s after today', (field, schema, rest) => {
  expect(saidOf(schema, field, { ...rest, [field]: ahead(400) })).toEqual([]);
});

it('takes today wherever on earth it has begun, and names the years of a date that is too old', () => {
  const now = new Date('2026-12-02T11:00:00Z');
  expect(pastDayBounds(now).latest).toBe('2026-12-03');
  expect(pastDayBounds(new Date('2026-12-02T09:59:00Z')).latest).toBe('2026-12-02');
  const none = () => 'Enter a date.';
  expect(readPastDay('2026-12-03', now)).toBe('2026-12-03');
  expect(readPastDay('2026-12-04', now)).toBeUndefined();
  expect(pastDayFault('2026-12-04', none, now)).toBe('Enter today’s date or an earlier one.');
  expect(pastDayFault('9999-12-31', none, now)).toBe('Enter today’s date or an earlier one.');
  expect(pastDayFault('1926-01-01', none, now)).toBe('Enter a date between 1950 and 2026.');
  expect(pastDayFault('2026-02-30', none, now)).toBe('Enter a date.');
  expect(
    pastDay(none)
      .safeParse('')
      .error?.issues.map(({ message }) => message),
  ).toEqual(['Enter a date.']);
});

it('takes no due date before today, as long as it is today anywhere', () => {
  const now = new Date('2026-12-02T11:00:00Z');
  expect(comingDayBounds(now).earliest).toBe('2026-12-01');
  expect(comingDayBounds(new Date('2026-12-02T12:00:00Z')).earliest).toBe('2026-12-02');
  const none = () => 'Enter a date.';
  expect(readComingDay('2026-12-01', now)).toBe('2026-12-01');
  expect(readComingDay('2020-01-01', now)).toBeUndefined();
  expect(comingDayFault('2020-01-01', none, now)).toBe('Enter today’s date or a later one.');
  expect(comingDayFault('2101-01-01', none, now)).toBe('Enter a date between 2026 and 2099.');
  expect(comingDayFault('2026-02-30', none, now)).toBe('Enter a date.');
  const said = (schema: z.ZodType, form: object) =>
    schema.safeParse(form).error?.issues.map(({ path, message }) => [path.join('.'), message]);
  const refused = [['dueOn', 'Enter today’s date or a later one.']];
  const draft = { name: 'Autumn', instrument: 'workshop-core@1.0.0', locale: 'en' };
  expect(said(campaignFields, { ...draft, dueOn: '2020-01-01' })).toEqual(refused);
  expect(said(campaignFields, { ...draft, dueOn: ahead(30) })).toBeUndefined();
  expect(said(campaignActFields, { intent: 'change-due', dueOn: '2020-01-01' })).toEqual(refused);
  expect(said(askFields, { supplier: 's', instrument: 'workshop-core@1.0.0', locale: 'en', dueOn: '2020-01-01' })).toEqual(refused);
  expect(comingDay(none).safeParse(ahead(0)).success).toBe(true);
});
