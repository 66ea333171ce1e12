/** Tables that belong to no organization, each with its reason. A table that is neither listed here nor guarded by row-level security fails the build (tests/tenancy.test.ts). */
export const globalTables: Readonly<Record<string, string>> = {
  User: 'A person signs in before any organization is chosen, and may belong to several.',
  Credential: 'Read only while signing in; kept apart from User so that no include can carry it.',
  Session: 'Looked up by the hash of its token before the person is known.',
  MagicLink: 'Looked up by the hash of its token before the person is known.',
  EmailChange: 'Belongs to a person, who may have several organizations or none.',
  Organization: 'The tenant itself: found by its slug before it is set.',
  GuestKey: 'Maps the hash of a token to (organizationId, accessId, kind), and contains nothing else.',
  NotificationKey: 'Maps the hash of a token to (organizationId, userId, purpose), and contains nothing else.',
  Translator: 'The words of a released instrument are one for all organizations, and so is who may correct them.',
  TranslatedString: 'As Translator; read by every page that shows a questionnaire.',
  MeasuredPace: 'Medians over the answers of all organizations, from at least five responses; written by the owner alone.',
  RateLimit: 'Counts attempts of callers who are not known yet.',
  _prisma_migrations: 'Written by migrations as the owner; the app role reads their names and whether they are applied.',
};
