import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { ErrorSection } from '~/ui/error-boundary';
import { AnswerFrame } from './answer-frame';

const overSchema = z.object({ takenBackBy: z.string() });

/** A device without access learns how to get it; a revoked one, that it was revoked. */
export function AnswerError() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status !== 404 && status !== 410)
    return (
      <AnswerFrame asker={null}>
        <ErrorSection />
      </AnswerFrame>
    );
  const takenBack = overSchema.safeParse(isRouteErrorResponse(error) ? error.data : null);
  if (takenBack.success)
    return (
      <AnswerFrame asker={null}>
        <div className="grid max-w-prose gap-3 py-8 text-base">
          <h1>{m.cascade_taken_back_title()}</h1>
          <p>{m.cascade_taken_back_over({ asker: takenBack.data.takenBackBy })}</p>
          <p>{m.cascade_taken_back_over_yours()}</p>
        </div>
      </AnswerFrame>
    );
  return (
    <AnswerFrame asker={null}>
      <div className="grid max-w-prose gap-3 py-8">
        <h1>{status === 410 ? m.respondent_device_over_title() : m.respondent_no_device_title()}</h1>
        <p className="text-base">{status === 410 ? m.respondent_device_over() : m.respondent_no_device()}</p>
      </div>
    </AnswerFrame>
  );
}
