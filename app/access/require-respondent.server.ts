import { findDevice, type FoundDevice } from './answer-devices.server';
import { forRespondent, type InAssessment } from './tenant-db.server';

export type Respondent = Omit<Extract<FoundDevice, { kind: 'open' }>, 'kind'> & {
  assessmentId: string;
  /** Everything a respondent reads and writes: the database lets it touch this one assessment alone. */
  inAssessment: InAssessment;
};

/**
 * Who is answering, on a device that a link opened. 404 where this device was never let in, for an assessment that is unknown as for one that is
 * not his; 410 when the device was locked out, has waited too long, or the request was withdrawn.
 */
export async function requireRespondent(request: Request, params: { assessmentId?: string | undefined }): Promise<Respondent> {
  const assessmentId = params.assessmentId ?? '';
  const found = await findDevice(request, assessmentId);
  switch (found.kind) {
    case 'unknown':
      throw new Response(null, { status: 404, statusText: 'Not Found' });
    case 'over':
      throw new Response(null, { status: 410, statusText: 'Gone' });
    case 'open': {
      const { deviceId, asker, request: asked } = found;
      const inAssessment = forRespondent({
        supplierOrganizationId: asked.supplierOrganizationId,
        askerOrganizationId: asker.id,
        assessmentId: asked.assessmentId,
      });
      return { deviceId, asker, request: asked, assessmentId: asked.assessmentId, inAssessment };
    }
  }
}
