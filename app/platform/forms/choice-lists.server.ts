import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Choice } from '~/ui/combobox/choice';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params'>;
/** Finds the choices for a text, best first. It identifies the caller and refuses who may not read them. */
export type ChoiceFinder = (text: string, asked: Asked) => Promise<readonly Choice[]>;

const finders = new Map<string, ChoiceFinder>();

/** The most that a search answers. */
export const mostFound = 20;

/** Registers what finds the choices of each list, by its name in addresses and forms. Throws where a list has a finder already. */
export function registerChoices(added: Readonly<Record<string, ChoiceFinder>>): void {
  for (const [list, finder] of Object.entries(added)) {
    if (finders.has(list)) throw new Error(`two finders for the choices of ${list}`);
    finders.set(list, finder);
  }
}

/** The text that a field searches for, in the address of a list. */
export const searchedText = (request: Request): string => givenText(new URL(request.url).searchParams, 'q').slice(0, 200);

export const choiceFinder = (list: string): ChoiceFinder | null => finders.get(list) ?? null;
