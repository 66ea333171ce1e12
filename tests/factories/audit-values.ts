import type { EntryValue } from '~/audits/entries/entries';

/** The answer to a question of the checklist. */
export const checkValue = (answer: string | number | null, more: Partial<EntryValue<'check'>> = {}): EntryValue<'check'> => ({
  ...{ answer, methods: ['documents', 'workers'], agreement: 'agree', isLegalContext: false, note: '', restricted: '' },
  ...more,
});

/** A finding about a question. */
export const findingValue = (question: string, more: Partial<EntryValue<'finding'>> = {}): EntryValue<'finding'> => ({
  ...{
    question,
    point: null,
    grade: 'major',
    what: 'Passports of agency workers lie in the office.',
    howOften: 'all of them',
    affected: 40,
  },
  ...{ extent: 'systemic', rootCause: '', legalReference: '', legalUrl: '', codeReference: '', evidence: 'Seen in the safe' },
  ...{ photos: [], methods: ['workers', 'observation'], agreement: 'agree', isLegalContext: false, repeats: null, isWithdrawn: false },
  ...more,
});

export const closingValue: EntryValue<'meeting'> = {
  ...{ at: '2026-12-02T15:00:00Z', until: '2026-12-02T16:00:00Z', functions: ['General manager'], saysWorkers: 'present', notes: '' },
};
