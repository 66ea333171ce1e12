const views: Readonly<Record<string, string>> = {
  ...{ finding: 'findings', practice: 'practices', hours: 'hours', wage: 'pay', sample: 'hours', tally: 'interviews', meeting: 'meetings' },
  revisit: 'revisits',
  planLine: 'closing',
};

/** Where in the recorder an input is recorded, as the parts of its address; null for what is not recorded there. */
export function recorderPlace(key: string, section: string | null): string[] | null {
  if (section !== null) return ['section', section, key];
  const view = views[key.split(/[.:]/)[0] ?? ''];
  return view === undefined ? null : [view];
}
