/** What the buttons of a form do in which a missing company is added: the values of `intent`. */
export const partyActs = { open: 'open-party', save: 'save-party', leave: 'leave-party' } as const;

/** Fields of the company that is added; those of the form around it have other names. */
export const partyFieldNames = { kind: 'addedKind', name: 'addedName', country: 'addedCountry' } as const;

/** What can be added in place; a subcontractor is a supplier, which its link tells. */
export const addableKinds = ['supplier', 'labour-recruiter'] as const;
