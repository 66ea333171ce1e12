import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { QuestionPicture } from './question-picture';

/** The two switches above a section: hidden until the page's script can offer them. */
export function AidSwitches() {
  return (
    <p data-aids hidden className="flex flex-wrap gap-2" data-print="none">
      <Button type="button" data-aid="pictures" aria-pressed="false" hidden size="lg">
        {m.respondent_aid_pictures()}
      </Button>
      <Button type="button" data-aid="sound" aria-pressed="false" hidden size="lg">
        {m.respondent_aid_sound()}
      </Button>
    </p>
  );
}

/** The picture of a question and the button that reads it aloud, both off. */
export function QuestionAids({ picture }: { picture: string | null }) {
  return (
    <>
      {picture !== null && (
        <div data-picture-of={picture} hidden>
          <QuestionPicture picture={picture} />
        </div>
      )}
      <Button type="button" data-listen="" hidden size="lg" className="justify-self-start">
        {m.respondent_listen()}
      </Button>
    </>
  );
}
