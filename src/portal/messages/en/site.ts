import type { Messages } from '..';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function dayAndMonth(iso: string): string {
  const [, month, day] = iso.split('-').map(Number);
  return `${day} ${months[month! - 1]}`;
}

export const site: Messages['site'] = {
  name: '公开',
  fullName: 'Gongkai: open government work plans and their ledger',
  tagline: 'What governments promised to disclose, who does it, and by when',
  skip: 'Skip to content',
  demonstrationTitle: 'Demonstration',
  demonstration:
    'Demonstration: the plans are real documents; all reports, reviews, findings and evaluations are made up and say nothing of the actual work of any body.',
  mainNav: 'Sections',
  toolNav: 'Search and display',
  nav: { plans: 'Plans', units: 'Units', regions: 'Regions', deadlines: 'Deadlines', statistics: 'Statistics', data: 'Data' },
  search: 'Search',
  searchLabel: 'Search tasks, units or document numbers',
  searchHint: 'Search tasks, units or numbers, such as 市教育局',
  large: 'Large text',
  standard: 'Standard text',
  dark: 'Dark',
  light: 'Light',
  otherLanguage: '中文',
  otherLanguageCode: 'zh-Hans',
  home: 'Home',
  trail: 'You are here',
  footer: {
    asOf: (day, release) => `Data as of ${day} · release ${release}`,
    noRelease: 'No release of the data yet',
    accessibility: 'Accessibility',
    about: 'About',
    explore: 'Query console',
    source: 'Source licence: Apache-2.0',
    licence: (name) => `Originals belong to their issuers; the data is free to use with attribution (${name})`,
  },
  errors: {
    missing: {
      title: 'There is no such page',
      text: 'The address may be wrong, or the record is not public. What is not public and what does not exist look the same here.',
    },
    gone: { title: 'This document has been withdrawn', text: 'It was public once and has been withdrawn under the law.' },
    goneFacts: { document: 'Document', since: 'Withdrawn on', reason: 'Reason', notNamed: 'its name may not be shown any more' },
    tooMany: {
      title: 'Too many requests',
      text: 'This network address asked more often than allowed. Wait a minute and open the page again.',
    },
    bad: {
      title: 'This address cannot be read',
      text: 'Something in it is not understood. Start again from the home page or from search.',
    },
    unavailable: {
      title: 'Not available at the moment',
      text: 'The database does not answer. That usually passes soon; try again in a while.',
    },
    internal: {
      title: 'Something went wrong here',
      text: 'The fault is ours, not yours. Please give the error number below when you report it.',
    },
    errorId: 'Error number',
    status: (code) => `HTTP ${code}`,
    waysOut: 'Where to go',
  },
  query: {
    open: 'See the query behind this table',
    page: 'See the query behind this page',
    variables: 'Variables',
    explore: 'Open in the query console',
    json: 'Its answer (JSON)',
    copy: 'Copy link',
    copied: 'Copied',
  },
  download: { csv: 'CSV', xlsx: 'XLSX', print: 'Print' },
  filter: {
    apply: 'Filter',
    all: 'All',
    any: 'Any',
    applied: 'Filters set',
    remove: (name) => `Remove filter “${name}”`,
    clear: 'Clear all',
    summary: 'Filter',
    ignored: (names) => `The address holds filters that are not understood and were ignored: ${names}.`,
    empty: (count) => (count === 1 ? 'Nothing matches this filter.' : `Nothing matches all ${count} filters.`),
    dropOne: (name, count) => `Without “${name}”: ${count}.`,
    drop: 'Remove this filter',
    colon: ': ',
  },
  pager: { label: 'Pages', previous: 'Previous', next: 'Next', range: (from, to, total) => `${from} to ${to} of ${total}` },
  absent: { notPrinted: 'not in the original', notHeld: 'not held yet', notCollected: 'not collected', notRead: 'not settled' },
  comma: ', ',
  listComma: ', ',
  stop: '.',
  colon: ': ',
  sentenceGap: ' ',
  sentence: (parts) => `${parts.join(', ')}.`,
  date: (iso) => `${dayAndMonth(iso)} ${Number(iso.slice(0, 4))}`,
  year: (year) => String(year),
  period: (code) => {
    const [, year, part = ''] = /^(\d{4})-?(.*)$/.exec(code) ?? [];
    if (year === undefined || part === '') return code;
    const number = Number(part.replace(/\D/g, ''));
    if (part.startsWith('H')) return `${number === 1 ? 'first' : 'second'} half of ${year}`;
    if (part.startsWith('Q')) return `quarter ${number} of ${year}`;
    return part.startsWith('W') ? `week ${number} of ${year}` : `${months[number - 1] ?? part} ${year}`;
  },
  monthDay: dayAndMonth,
};
