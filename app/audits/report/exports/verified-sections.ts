/**
 * The sections of SLCP’s Data Collection Tool by its public overview (slcp.zendesk.com, article 360011591000, read on 2026-12-01), in its order. Its
 * "above and beyond" is empty in audits by these checklists and left out; `other` takes what belongs to none.
 */
export const verifiedSections = [
  'facility-profile',
  'recruitment-and-hiring',
  'working-hours',
  'wages-and-benefits',
  'worker-treatment',
  'worker-involvement',
  'health-and-safety',
  'termination',
  'management-systems',
  'other',
] as const;
export type VerifiedSection = (typeof verifiedSections)[number];

/** Where the topics of our checklists belong: by compliance point, or by section; our own assignment. Unknown ones are `other`. */
export const sectionOf: ReadonlyMap<string, VerifiedSection> = new Map([
  ['BW.CL', 'recruitment-and-hiring'],
  ['BW.FL.1', 'worker-treatment'],
  ['BW.FL.2', 'recruitment-and-hiring'],
  ['BW.FL.3', 'worker-treatment'],
  ['BW.FL.4', 'recruitment-and-hiring'],
  ['BW.DI', 'worker-treatment'],
  ['BW.FA', 'worker-involvement'],
  ['BW.CO', 'wages-and-benefits'],
  ['BW.HR.1', 'recruitment-and-hiring'],
  ['BW.HR.2', 'recruitment-and-hiring'],
  ['BW.HR.3', 'worker-treatment'],
  ['BW.HR.4', 'termination'],
  ['BW.OS', 'health-and-safety'],
  ['BW.WT', 'working-hours'],
  ['ilo-employers-checklist HA', 'recruitment-and-hiring'],
  ['ilo-employers-checklist HB', 'worker-treatment'],
  ['ilo-employers-checklist HC', 'recruitment-and-hiring'],
  ['ilo-employers-checklist HP', 'recruitment-and-hiring'],
  ['ilo-employers-checklist HT', 'management-systems'],
  ['ilo-ten-principles P1', 'management-systems'],
  ['ilo-ten-principles P2', 'management-systems'],
  ['ilo-ten-principles P3', 'management-systems'],
  ['ilo-ten-principles P4', 'management-systems'],
  ['ilo-ten-principles P5', 'recruitment-and-hiring'],
  ['ilo-ten-principles P6', 'recruitment-and-hiring'],
  ['ilo-ten-principles P7', 'management-systems'],
  ['ilo-ten-principles P8', 'management-systems'],
  ['ilo-ten-principles P9', 'management-systems'],
  ['ilo-ten-principles P10', 'management-systems'],
]);
