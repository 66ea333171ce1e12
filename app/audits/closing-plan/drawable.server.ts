import { type FindDrawable, oneForm } from '~/documents/verification/compare/redraw.server';
import { renderClosingPlan } from './render.server';
import { closingPlanReportSchema } from './report';

export const closingPlanDrawable: FindDrawable = (data) => {
  const { data: model } = closingPlanReportSchema.safeParse(data);
  return model ? { kind: 'closing-plan', forms: oneForm, draw: () => renderClosingPlan(model) } : null;
};
