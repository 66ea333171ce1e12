/** What the buttons of a form do in which a missing site is added: the values of `intent`. */
export const siteActs = { open: 'open-site', save: 'save-site', leave: 'leave-site' } as const;
