import type { Messages } from '..';

export const embeds: Messages['embeds'] = {
  drawer: 'Embed in a page',
  drawerText:
    'Put this line into a page, and it shows this summary with its latest figures. It sets no cookie and loads no script; light or dark is as the reader’s system has it, or as theme=light or theme=dark in the address says.',
  preview: 'See it first',
  copy: 'Copy the code',
  more: 'All of it at Gongkai',
  gone: 'This record is not public now, or the address is wrong.',
  areas: 'Tasks by area of work',
  columns: { area: 'Area of work', tasks: 'Tasks', dated: 'Dated', completed: 'Completed', overdue: 'Overdue' },
  noArea: 'No area',
  unitsOf: (count) => `${count} ${count === 1 ? 'unit' : 'units'}`,
  next: 'Next due',
};
