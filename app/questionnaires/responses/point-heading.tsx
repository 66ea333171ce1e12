import type { QuestionView } from './section-view.server';

/** The heading of a compliance point above its first question, with its reason. */
export function PointHeading({ point }: { point: NonNullable<QuestionView['point']> }) {
  return (
    <div id={point.key} className="max-w-3xl scroll-mt-16 border-t-2 border-edge pb-4 pt-6">
      <h2 className="text-lg font-semibold">
        {point.title} <span className="text-xs font-normal text-muted">{point.key}</span>
      </h2>
      <p className="text-muted">{point.why}</p>
    </div>
  );
}
