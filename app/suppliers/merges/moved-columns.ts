/** What follows a party into another when two are merged: table, the column that names the party, the column that names the row. */
export const movedColumns = [
  { table: 'QuestionnaireResponse', column: 'partyId', key: 'id' },
  { table: 'Finding', column: 'partyId', key: 'id' },
  { table: 'AttachedReport', column: 'partyId', key: 'id' },
  { table: 'GivenOverride', column: 'partyId', key: 'id' },
  { table: 'Audit', column: 'partyId', key: 'id' },
  { table: 'Deal', column: 'clientPartyId', key: 'id' },
  { table: 'GoodPractice', column: 'partyId', key: 'id' },
  { table: 'FindingShare', column: 'partyId', key: 'id' },
  { table: 'Note', column: 'partyId', key: 'id' },
  { table: 'Task', column: 'partyId', key: 'id' },
  { table: 'SupplierTag', column: 'partyId', key: 'id' },
  { table: 'SupplierFollower', column: 'partyId', key: 'id' },
  { table: 'SupplyLink', column: 'fromPartyId', key: 'id' },
  { table: 'SupplyLink', column: 'toPartyId', key: 'id' },
  { table: 'OrderTotal', column: 'fromPartyId', key: 'id' },
  { table: 'OrderTotal', column: 'toPartyId', key: 'id' },
] as const;

/** Tables with one row of a party and another record: of two that would become one, the moved row is removed, and undo puts it back. */
export const onceColumns = [
  { table: 'SupplierTag', other: 'tagId' },
  { table: 'SupplierFollower', other: 'userId' },
] as const;

/** What stays where it is, each with its reason. A table that references a party and is in neither list fails a test. */
export const stayingColumns: Readonly<Record<string, string>> = {
  'Fact.partyId': 'facts are never changed: FactTransfer says which of them count for the other party',
  'Notification.partyId': 'a notification names what happened; its link leads on to the supplier that the company is part of now',
  'Score.partyId': 'scores are never changed: the merged supplier keeps its own, the other is scored anew',
  'Supplier.partyId': 'the record itself: put away, and taken back by undo',
  'Site.partyId': 'the record itself',
  'LabourRecruiter.partyId': 'the record itself; suppliers alone are merged',
  'Site.supplierPartyId': 'moved by the merge, which leaves behind the sites that the other supplier has too',
  'Alert.partyId': 'what that record meets: alerts of the merged supplier are detected again, and its override goes along',
  'GivenOverride.recruiterPartyId': 'the recruiter that the reason was seen at; suppliers alone are merged',
  'Approval.partyId': 'what two people decided of that record alone: the merged supplier is judged anew',
  'PartyMerge.keptPartyId': 'what happened to whom',
  'PartyMerge.otherPartyId': 'what happened to whom',
  'MergedParty.partyId': 'what happened to whom',
  'MergedParty.intoPartyId': 'led on by the merge',
  'FactTransfer.fromPartyId': 'what an earlier act took; facts are taken again by their id',
  'FactTransfer.toPartyId': 'what an earlier act brought; facts are taken again by their id',
  'MatchDecision.aPartyId': 'an answer about that record',
  'MatchDecision.bPartyId': 'an answer about that record',
  'DuplicatePair.aPartyId': 'a question about that record; hidden while it is merged',
  'DuplicatePair.bPartyId': 'a question about that record; hidden while it is merged',
  'CampaignTarget.partyId': 'who was chosen for a campaign then; its request follows the response',
  'SupplierContact.partyId': 'the address of the record itself',
  'ContactPerson.partyId': 'a person named for that record, until the end of the term',
  'Audit.sitePartyId': 'the site goes with its supplier and keeps its record',
  'DealParty.partyId': 'what that record is to a project; its page leads on to the one that was kept',
  'DeclaredParty.partyId': 'what a supplier named, as it named it',
  'MatchProposal.partyId': 'a question of an import about that record',
};
