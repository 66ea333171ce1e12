import type { SignatureField } from '~/documents/pdf/signature-field.server';
import type { ReportKind } from './report-kinds';

type Drawing = { signature: SignatureField | undefined; photos: ReadonlyMap<string, Buffer> };
/** A report that this version draws. `forms`: the files made of it, each with the title that its file has. */
export type Drawable = {
  kind: ReportKind;
  forms: { form: string; title: string | null; hasPhotos: boolean }[];
  draw: (form: string, drawing: Drawing) => Promise<Buffer>;
};
/** How the data of a report of one schema are drawn; null for other data. */
export type FindDrawable = (data: unknown) => Drawable | null;

/** The forms of a report that is one file. */
export const oneForm = [{ form: 'report', title: null, hasPhotos: false }];

const schemas = new Map<string, () => Promise<FindDrawable>>();

/** Registers the drawing of the reports of one schema: the district that issues them. Throws where another module already does. */
export function registerDrawable(schema: string, load: () => Promise<FindDrawable>): void {
  if (schemas.has(schema)) throw new Error(`two drawings are registered for ${schema} reports`);
  schemas.set(schema, load);
}

/** How the data of a report are drawn; null for data that no drawing of this version takes. */
export async function drawableOf(data: unknown): Promise<Drawable | null> {
  if (schemas.size === 0) throw new Error('no report has a drawing: app/registrations.server.ts was not imported');
  for (const load of schemas.values()) {
    const drawable = (await load())(data);
    if (drawable) return drawable;
  }
  return null;
}
