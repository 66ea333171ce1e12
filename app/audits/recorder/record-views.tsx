import type { ComponentType } from 'react';
import { CommentsView } from './comments-view';
import { ClosingView } from './closing-view';
import { ContradictionsView } from './contradictions-view';
import { DefinitionView } from './definition-view';
import { FindingsView } from './findings-view';
import { GateView } from './gate-view';
import { HoursView } from './hours-view';
import { InterviewsView } from './interviews-view';
import { MeetingsView } from './meetings-view';
import { NarrativesView } from './narratives-view';
import { NotesView } from './notes-view';
import { PayView } from './pay-view';
import { PhotosView } from './photos-view';
import { PracticesView } from './practices-view';
import { RevisitsView } from './revisits-view';
import { SignaturesView } from './signatures-view';

/** The views beside the questions, by their path. */
export const recordViews: Readonly<Record<string, ComponentType>> = {
  comments: CommentsView,
  contradictions: ContradictionsView,
  gate: GateView,
  definition: DefinitionView,
  revisits: RevisitsView,
  findings: FindingsView,
  photos: PhotosView,
  interviews: InterviewsView,
  hours: HoursView,
  pay: PayView,
  meetings: MeetingsView,
  closing: ClosingView,
  signatures: SignaturesView,
  practices: PracticesView,
  narratives: NarrativesView,
  notes: NotesView,
};
