import type { Respondent } from '~/access/require-respondent.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { ChainStatement } from './states';

/** How complete the declared chain is: all named, some, none exist, unknown, or withheld. Stored with the request, as data. False when the request is over. */
export async function stateChain(respondent: Respondent, options: { statement: ChainStatement; note: string }): Promise<boolean> {
  const { responseId, request } = respondent;
  if (request.status === 'withdrawn') return false;
  const { statement: chainStatement, note: chainNote } = options;
  return respondent.inResponse((_db, atAsker) =>
    atAsker(async (side) => {
      await side.questionnaireRequest.updateMany({ where: { responseId }, data: { chainStatement, chainNote: chainNote || null } });
      await recordActivity(side, {
        recordKind: 'response',
        recordId: responseId,
        act: 'state-chain',
        after: { chainStatement, chainNote },
      });
      return true;
    }),
  );
}
