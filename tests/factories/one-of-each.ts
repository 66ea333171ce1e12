import { randomUUID } from 'node:crypto';
import { signedPlan } from './closing-plan';
import { makeDocument } from './document';
import { reportHash } from '~/documents/verification/report-hash.server';
import { arrangeBoardPaper } from '~/supply-chain/board-paper/model';
import { boardPaperInput } from '../reports/board-paper-input';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import type { MadeMember } from './member';
import { ownContent } from './questionnaire-template';

/**
 * One record of each kind that an address can name, in the organization of `member`: its id by the name of the route parameter. None is complete; `hasReport`
 * false leaves the report out, which is empty and which no page can show.
 */
export async function makeOneOfEach(member: MadeMember, { hasReport = true } = {}): Promise<Record<string, string>> {
  const by = member.user.id;
  return member.inOrganization(async (db) => {
    const party = await db.party.create({
      data: { kind: 'supplier', publicId: '7ZZZZZZZZZ0', name: 'Foreign mill', nameKey: 'foreign mill' },
    });
    await db.supplier.create({ data: { partyId: party.id, nameKey: 'foreign mill' } });
    const provider = await db.party.create({
      data: { kind: 'labour-recruiter', publicId: '8ZZZZZZZZZ0', name: 'Foreign agency', nameKey: 'x' },
    });
    await db.labourRecruiter.create({ data: { partyId: provider.id } });
    const site = await db.party.create({ data: { kind: 'site', publicId: '9ZZZZZZZZZ0', name: 'Foreign site', nameKey: 'x' } });
    await db.site.create({ data: { partyId: site.id, supplierPartyId: party.id } });
    const response = await db.questionnaireResponse.create({
      data: { partyId: party.id, kind: 'self-assessment', instrumentKey: 'ilo-ten-principles@1.0.0', openedById: by },
    });
    const supplierOrganizationId = randomUUID();
    await db.organization.create({
      data: {
        id: supplierOrganizationId,
        slug: `supplier-${supplierOrganizationId}`,
        name: 'Foreign mill',
        kind: 'company',
        isClaimed: false,
      },
    });
    await db.questionnaireRequest.create({
      data: { responseId: response.id, supplierOrganizationId, locale: 'en', invitedById: by },
    });
    const file = await db.storedFile.create({
      data: { sha256: '0'.repeat(64), fileName: 'f', mediaType: 'text/plain', sizeBytes: 1, uploadedById: by },
    });
    const evidence = await db.evidence.create({ data: { responseId: response.id, question: 'P1.Q1', fileId: file.id } });
    const upload = await db.evidenceUpload.create({
      data: { responseId: response.id, question: 'P1.Q1', fileName: 'f', sizeBytes: 9, createdById: by },
    });
    const finding = await db.finding.create({ data: { partyId: party.id, grade: 'minor', text: 't' } });
    const plan = { kind: 'corrective', action: 'Foreign mill', owner: 'x', timescale: '30', verification: 'desktop', createdById: by };
    const action = await db.correctiveAction.create({ data: { findingId: finding.id, ...plan, dueOn: new Date('2026-12-01') } });
    await db.questionnaireTemplate.create({
      data: {
        code: 'own-foreign',
        version: 1,
        key: 'own-foreign@1.0.0',
        createdById: by,
        content: { ...ownContent('foreign'), title: { en: 'Foreign mill' } },
      },
    });
    const templateImport = await db.questionnaireTemplateImport.create({
      data: {
        ...{ fileName: 'Foreign mill', sha256: '0'.repeat(64), createdById: by },
        content: {
          kind: 'read',
          draft: { content: ownContent('foreign'), translations: {}, crosswalk: [] },
          identity: null,
          isOwn: false,
          remarks: [],
        },
      },
    });
    const edition = await db.referenceTableEdition.create({
      data: {
        ...{
          kind: 'trafficking-tiers',
          title: 'Foreign mill',
          producer: 'Foreign mill',
          licence: 'Foreign mill',
          fileName: 'Foreign mill',
        },
        ...{ sha256: '0'.repeat(64), readRows: 1, refusedRows: 0, createdById: by },
        tables: { 'trafficking-tiers': { rows: [{ iso2: 'NO', tier: '2', confidence: 'confirmed', note: 'Foreign mill' }], removed: [] } },
      },
    });
    const task = await db.task.create({
      data: { partyId: party.id, title: 'Foreign mill', dueOn: new Date('2026-12-01'), createdById: by },
    });
    const batch = await db.importBatch.create({ data: { fileId: file.id, createdById: by } });
    const source = await db.source.create({ data: { kind: 'member', userId: by } });
    const link = await db.supplyLink.create({
      data: { fromPartyId: provider.id, toPartyId: party.id, kind: 'recruits', sourceId: source.id },
    });
    const run = await db.jobRun.create({ data: { kind: 'score-all' } });
    const campaign = await db.campaign.create({
      data: { name: 'Campaign of the other', instrumentKey: 'ilo-ten-principles@1.0.0', locale: 'en', createdById: by, status: 'going' },
    });
    await scoreSuppliers(db, { partyIds: [party.id], asOf: '2026-01-01' });
    const score = await db.score.findFirstOrThrow({ where: { partyId: party.id }, select: { id: true } });
    const alert = await db.alert.create({
      data: {
        ...{ partyId: party.id, kind: 'listed-entity', rank: 2, isToBeConfirmed: true, basisHash: 'x', lastSeenOn: new Date('2026-01-01') },
        ...{ sourceTable: 'listed-entities', sourceVintage: '2025-01', sourceRow: 'Foreign mill' },
        basis: {
          ...{
            subject: 'Foreign mill',
            country: 'CN',
            isSameCountry: null,
            since: null,
            state: 'in-force',
            labour: ['forced'],
            madeWith: null,
          },
          ...{ confidence: 'confirmed', countries: [], addresses: [] },
          comparisons: [{ of: 'supplier', site: null, by: 'name', given: 'Foreign mill', matched: 'Foreign mill' }],
        },
      },
    });
    const report = hasReport
      ? await makeDocument(db, { kind: 'assessment', subjectId: response.id, hash: 'f'.repeat(64) })
      : { id: randomUUID() };
    const content = arrangeBoardPaper(boardPaperInput);
    const hash = reportHash(content);
    const paper = await makeDocument(db, { kind: 'board-paper', subjectId: null, hash, content: { ...content, hash } });
    const snapshot = await makeDocument(db, { kind: 'answers', subjectId: response.id });
    await db.documentRecipient.create({ data: { documentId: snapshot.id, expiresAt: new Date('2030-01-01') } });
    const grant = await db.sharedAccess.create({
      data: {
        responseId: response.id,
        snapshotId: snapshot.id,
        instrumentKey: 'ilo-ten-principles@1.0.0',
        purpose: 'lender',
        reason: 'Foreign mill',
        createdById: by,
        expiresAt: new Date('2030-01-01'),
      },
    });
    const sensitiveCase = await db.sensitiveCase.create({ data: { openedById: by } });
    await db.sensitiveCaseMember.createMany({ data: [{ caseId: sensitiveCase.id, userId: by }] });
    const audit = await db.audit.create({
      data: {
        ...{ number: '2001-0001', partyId: party.id, type: 'initial', announcement: 'announced', responseId: response.id },
        ...{ startsOn: new Date('2026-12-01'), endsOn: new Date('2026-12-01'), personDays: 1, focus: [], plannedById: by },
        samplePlan: { interviews: 1, rows: [], unknown: [] },
      },
    });
    const commission = await db.auditCommission.create({
      data: {
        ...{ number: 'C-2001-0001', partyId: party.id, type: 'initial', announcement: 'announced', reason: 'Foreign mill', payer: 'buyer' },
        place: { supplier: 'Foreign mill', site: null, address: '', city: null, country: null, workers: null },
        ...{ wantedFrom: new Date('2026-12-01'), wantedTo: new Date('2026-12-31'), createdById: by },
      },
    });
    const credential = await db.auditorCredential.create({
      data: {
        ...{ userId: by, kind: 'other', number: 'Foreign mill', issuer: 'Foreign mill', validUntil: new Date('2030-01-01') },
        ...{ fileId: file.id, recordedById: by },
      },
    });
    const deal = await db.deal.create({
      data: {
        ...{ number: 'D-2001-0001', projectName: 'Foreign mill', clientPartyId: party.id, hostCountries: ['VN'], sector: 'power' },
        ...{ product: 'project-finance', stage: 'planning', lenderRole: 'lender', currency: 'USD', openedById: by },
      },
    });
    const line = await db.esapItem.create({
      data: { dealId: deal.id, number: 1, action: 'Foreign mill', createdById: by },
    });
    const share = await db.findingShare.create({
      data: { partyId: party.id, locale: 'en', message: 'Foreign mill', dueOn: new Date('2030-01-01'), createdById: by },
    });
    const covenant = await db.covenant.create({
      data: {
        ...{ dealId: deal.id, number: 1, kind: 'law', text: 'Foreign mill', frequency: 'yearly', tester: 'lender' },
        ...{ firstTestOn: new Date('2026-01-01'), createdById: by },
      },
    });
    await db.reportSchedule.create({
      data: { dealId: deal.id, frequency: 'yearly', firstPeriodFrom: new Date('2025-01-01'), dueDays: 45, createdById: by },
    });
    const incident = await db.monitoringIncident.create({
      data: {
        ...{ dealId: deal.id, number: 1, kind: 'other', text: 'Foreign mill', recordedById: by },
        ...{ happenedAt: new Date('2026-01-01'), learnedAt: new Date('2026-01-01') },
      },
    });
    await db.salientIssue.create({
      data: {
        ...{ dealId: deal.id, number: 1, version: 1, topic: 'safety', title: 'Foreign mill', assessedById: by },
        ...{ affected: [], vulnerable: [] },
      },
    });
    const recorded = { dealId: deal.id, number: 1, version: 1, recordedById: by };
    await db.stakeholderEngagement.create({
      data: {
        ...{ ...recorded, heldOn: new Date('2026-01-01'), groups: ['workers'], way: 'meeting', languages: 'Spanish' },
        ...{ people: 'unknown', subjects: 'Foreign mill' },
      },
    });
    await db.grievanceMechanism.create({
      data: {
        ...{ ...recorded, name: 'Foreign mill', audience: 'both', operator: 'client', channels: ['phone'], languages: 'Spanish' },
        ...{ isAnonymous: 'yes', isFree: 'yes', noRetaliation: 'unknown' },
      },
    });
    const { id: checkId } = await db.consultantCheck.create({
      data: {
        ...{ ...recorded, name: 'Foreign mill', firm: 'Foreign mill', purpose: 'review', isRequired: 'yes', requiredReason: 'A' },
        ...{ paidBy: 'x', earlierWork: 'x', financialInterest: 'x', ownDocuments: 'x', otherTies: 'x', isShared: 'no' },
      },
    });
    await db.approval.create({ data: { kind: 'consultant-independence', checkId, payload: {}, reason: '', proposedById: by } });
    await db.auditSampleFile.create({
      data: { auditId: audit.id, kind: 'hours', sha256: '0'.repeat(64), status: 'added', mapping: {}, counts: {}, createdById: by },
    });
    await db.enteredRequirement.create({
      data: {
        iso2: 'VN',
        topic: 'hours',
        text: 'Foreign requirement',
        law: 'Foreign law',
        readOn: new Date('2026-11-01'),
        enteredById: by,
      },
    });
    const planKey = randomUUID();
    await db.auditEntry.create({
      data: {
        ...{ auditId: audit.id, id: randomUUID(), kind: 'signedPlan', key: planKey, hash: '0'.repeat(64), deviceId: randomUUID() },
        ...{ byUserId: by, madeAt: new Date('2026-12-02T15:30:00Z'), value: signedPlan({}, { supplier: 'Foreign mill', site: null }) },
      },
    });
    return {
      planKey,
      alertId: alert.id,
      checkNumber: '1',
      issueNumber: '1',
      entryNumber: '1',
      mechanismNumber: '1',
      covenantId: covenant.id,
      periodFrom: '2025-01-01',
      incidentId: incident.id,
      shareId: share.id,
      dealId: deal.id,
      itemId: line.id,
      caseId: sensitiveCase.id,
      auditId: audit.id,
      commissionId: commission.id,
      auditorId: by,
      credentialId: credential.id,
      sharedAccessId: grant.id,
      supplierId: party.publicId,
      labourRecruiterId: provider.publicId,
      siteId: site.publicId,
      responseId: response.id,
      instrumentKey: 'own-foreign@1.0.0',
      evidenceId: evidence.id,
      question: 'P1.Q1',
      uploadId: upload.id,
      findingId: finding.id,
      actionId: action.id,
      taskId: task.id,
      batchId: batch.id,
      importId: templateImport.id,
      editionId: edition.id,
      runId: run.id,
      campaignId: campaign.id,
      linkId: link.id,
      sourceId: source.id,
      scoreId: score.id,
      reportId: report.id,
      paperId: paper.id,
      reportHash: 'f'.repeat(64),
      fileId: file.id,
      rowNumber: '1',
      sectionId: 'P1',
      versionId: snapshot.id,
      reportKind: 'full',
      iso2: 'VN',
      photoHash: '0'.repeat(64),
      sha256: '0'.repeat(64),
    };
  });
}
