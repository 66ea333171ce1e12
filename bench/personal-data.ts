import { measureRecognition } from '../app/platform/privacy/measure-recognition';
import sentences from '../app/platform/privacy/sentences.json';
import type { Measure } from './measure';

/**
 * How much personal data is recognised in 300 sentences of twelve languages: what is missed of numbers, addresses and badges (aim: at most 2 %) and of names
 * (20 %), and how many of the sentences without such data raise an alarm (10 %).
 */
export async function personalData(): Promise<Measure[]> {
  const of = (part: 'develop' | 'unseen') => Object.values(sentences).flatMap((each) => each[part]);
  const parts = {
    '300 sentences': [...of('develop'), ...of('unseen')],
    '200 developed on': of('develop'),
    '100 kept unseen': of('unseen'),
  };
  return Object.entries(parts).flatMap(([part, list]) => {
    const { numbers, names, harmless } = measureRecognition(list);
    return [
      {
        measure: `numbers, addresses and badges missed, ${part}`,
        value: numbers.marked - numbers.found,
        unit: 'places',
        against: 'all',
        reference: numbers.marked,
        target: 0.02,
      },
      {
        measure: `names missed, ${part}`,
        value: names.marked - names.found,
        unit: 'places',
        against: 'all',
        reference: names.marked,
        target: 0.2,
      },
      {
        measure: `false alarms, ${part}`,
        value: harmless.alarms,
        unit: 'sentences',
        against: 'those without such data',
        reference: harmless.sentences,
        target: 0.1,
      },
    ];
  });
}
