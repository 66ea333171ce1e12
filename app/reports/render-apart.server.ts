import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { builtDrawer } from '~/env.server';
import type { PlanReport } from './action-plan/schema';
import type { StoredReport } from './assessment-report/stored-schema';
import type { AuditDrawing } from './audit-report/render.server';
import { findInProject } from './find-in-project.server';
import type { SignatureField } from './kit/signature-field.server';
import type { LenderReport } from './lender-report/schema';
import type { MapReport } from './map-report/schema';
import type { PaperForm } from './paper-form/schema';
import type { Sheet } from './write-workbook.server';

type Waiting = { pieces: Uint8Array[]; resolve: (bytes: Buffer) => void; reject: (error: Error) => void };
type Kind = 'assessment' | 'audit' | 'lender' | 'map' | 'paper' | 'plan' | 'png' | 'workbook';
const replySchema = z.union([
  z.object({ id: z.int(), piece: z.instanceof(Uint8Array) }),
  z.object({ id: z.int(), isDone: z.literal(true) }),
  z.object({ id: z.int(), error: z.string() }),
]);
const idleMinutes = 5;
/** Drawing leaves much behind that is soon of no use: looked for more often, it does not pile up. */
export const drawerOptions = ['--max-semi-space-size=16'];

/** Reports wait for no picture: each lane is a process of its own. */
const reports = openLane();
const files = openLane();

/**
 * The report as PDF, drawn in a process of its own that is kept for five minutes: a quarter of a second of drawing would block every other
 * request. Rejects when the drawing fails or its process ends.
 */
export function renderAssessmentReportApart(report: StoredReport, signature?: SignatureField): Promise<Buffer> {
  return reports('assessment', { report, signature });
}

/** A report on an audit as PDF, drawn apart too: with dozens of photos it takes seconds. */
export function renderAuditReportApart(drawing: AuditDrawing, signature?: SignatureField): Promise<Buffer> {
  const { photos, ...rest } = drawing;
  return reports('audit', { drawing: rest, signature }, photos);
}

/** A lender's report as PDF, drawn apart too. */
export function renderLenderReportApart(report: LenderReport, signature?: SignatureField): Promise<Buffer> {
  return reports('lender', { report, signature });
}

/** The PDF of a map, drawn apart too. */
export function renderMapReportApart(report: MapReport): Promise<Buffer> {
  return files('map', report);
}

/** An action plan as PDF, drawn apart too. */
export function renderPlanReportApart(report: PlanReport): Promise<Buffer> {
  return files('plan', report);
}

/** A questionnaire for paper as PDF, drawn apart too: a long one takes seconds. */
export function renderPaperFormApart(form: PaperForm): Promise<Buffer> {
  return files('paper', form);
}

/** A picture in SVG as PNG of so many pixels in width, at most 8,000, drawn apart too. */
export function drawPngApart(picture: { svg: string; width: number }): Promise<Buffer> {
  return files('png', picture);
}

/** Tables as a workbook, written apart too: tens of thousands of rows take seconds. */
export function writeWorkbookApart(sheets: readonly Sheet[]): Promise<Buffer> {
  return files('workbook', sheets);
}

type Lane = (kind: Kind, content: unknown, files?: ReadonlyMap<string, Uint8Array>) => Promise<Buffer>;

/** A process that starts when something is to be rendered and ends after some idle time. `started` is called for each. */
export function openLane(started: (drawer: ChildProcess) => void = () => {}): Lane {
  const waiting = new Map<number, Waiting>();
  let drawer: ChildProcess | null = null;
  let lastId = 0;
  let idle: NodeJS.Timeout | undefined;

  const finish = (id: number, say: (each: Waiting) => void) => {
    const each = waiting.get(id);
    if (each === undefined) return;
    waiting.delete(id);
    say(each);
    if (waiting.size > 0 || drawer === null) return;
    hold(drawer, false);
    const resting = drawer;
    idle = setTimeout(() => {
      if (drawer === resting) drawer = null;
      resting.disconnect();
    }, idleMinutes * 60_000);
    idle.unref();
  };

  const startDrawer = (): ChildProcess => {
    const built = builtDrawer();
    const child = fork(built ?? findInProject('app', 'reports', 'render-process.server.ts'), {
      cwd: path.dirname(findInProject('tsconfig.json')),
      execArgv: [...drawerOptions, ...(built === null ? ['--import', 'tsx'] : [])],
      serialization: 'advanced',
    });
    drawer = child;
    started(child);
    child.on('message', (message) => {
      const reply = replySchema.parse(message);
      if ('piece' in reply) waiting.get(reply.id)?.pieces.push(reply.piece);
      else finish(reply.id, (each) => ('isDone' in reply ? each.resolve(Buffer.concat(each.pieces)) : each.reject(new Error(reply.error))));
    });
    const end = (reason: string) => {
      if (drawer === child) drawer = null;
      for (const id of [...waiting.keys()]) finish(id, (each) => each.reject(new Error(reason)));
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(`the process that draws reports ended (${signal ?? code})`));
    return child;
  };

  return (kind, content, files = new Map()) =>
    new Promise((resolve, reject) => {
      clearTimeout(idle);
      const child = drawer ?? startDrawer();
      lastId += 1;
      const id = lastId;
      waiting.set(id, { pieces: [], resolve, reject });
      hold(child, true);
      const send = (message: object) =>
        new Promise<void>((sent) => {
          child.send(message, (error) => {
            if (error !== null) finish(id, (each) => each.reject(error));
            sent();
          });
        });
      // Files go one by one, the next when the one before is on its way: requests are answered in between.
      void (async () => {
        for (const [name, file] of files) await send({ id, name, file });
        await send({ id, kind, content });
      })();
    });
}

/** A drawer at work keeps its parent alive; one that waits does not. */
function hold(child: ChildProcess, isAtWork: boolean): void {
  if (isAtWork) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
