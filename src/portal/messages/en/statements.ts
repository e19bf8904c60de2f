import type { Messages } from '..';

const about: Messages['statements']['about'] = {
  title: 'About',
  lead: 'Gongkai (公开, “open”) takes apart the open government key points, assignment tables and implementation plans that Chinese governments issue at every level, so that one can see what was promised, who does it, by when, and whether it was done.',
  description:
    'What is held here, how deadlines and units are read, how “not held” differs from “did not happen”, and how to take the data.',
  sections: [
    {
      heading: 'The words come first',
      paragraphs: [
        'What a document prints is shown to the character; only line breaks inside a cell are removed. Every date, unit and quantity that was read stands beside its words and the rule that read it, and what could not be settled says so.',
        'The original is set in a Song face, readings and controls in a Hei face; labels say so too, so that nothing rests on the typeface alone.',
      ],
    },
    {
      heading: 'Four kinds of nothing',
      items: [
        'Not held yet: the document of that level or year is not here, which does not mean that none was issued.',
        'Not in the original: the document does not print it, such as a number or a date.',
        'Not collected: no reports have reached this site; neither done nor late.',
        '0: it was counted, and there is none.',
      ],
    },
    {
      heading: 'No accusation without ground',
      paragraphs: [
        'Only what fell due after reports began to be collected, and was not reported complete, is called overdue. Duties without an end, such as timely disclosure, never turn late; for them the question is how long ago the last evidence is.',
        'A collective such as “各县（市、区）人民政府” is expanded by its list on the day of issue; where the list is incomplete, every figure built on it says that it may be too low.',
      ],
    },
    {
      heading: 'Comparing levels',
      paragraphs: [
        'Which task of a lower plan comes from which of an upper one is proposed by the program and marked as not confirmed until a person has confirmed it. Where no upper plan is held, nothing is said of one.',
      ],
    },
    {
      heading: 'Data and API',
      paragraphs: [
        'Below each table stands the query behind it, to run in the query console or to download. The public API needs no account. Data is published in numbered releases that never change, with checksums; cite the number.',
      ],
    },
    {
      heading: 'Mistakes',
      paragraphs: [
        'Please tell whoever runs this site, with the address of the task: it stays the same, also when a document is corrected. Corrected fields are listed on the page of the task with what stood before, what stands now, and why.',
      ],
    },
    {
      heading: 'Privacy',
      paragraphs: [
        'There is no account and no analytics. Only when you press “Large text” or “Dark” do two cookies of one word each remember how pages are shown.',
      ],
    },
  ],
};

const accessibility: Messages['statements']['accessibility'] = {
  title: 'Accessibility statement',
  lead: 'This site is built to levels A and AA of the Web Content Accessibility Guidelines (WCAG) 2.2, with regard to the Chinese standard GB/T 37668-2019.',
  description: 'What this site aims at in accessibility, what it does, what it lacks, and how that is checked.',
  sections: [
    {
      heading: 'What it does',
      items: [
        'Everything works without scripts; every link and control can be reached by keyboard, with a clear focus outline that no sticky heading hides.',
        'Large text: all text at 22 pixels and up, taller controls, darker secondary text and lines. The page of a task answers three questions first and folds the rest; nothing is removed.',
        'Light and dark, with text contrast of at least 4.5:1 and control borders of at least 3:1; nothing is said by colour or typeface alone.',
        'Tables have header relations; on narrow screens their rows stand below one another and keep the meaning of a table.',
        'Comparisons say “removed” and “added” to screen readers; drawings have a text or a table that says the same.',
        'At 400% zoom, or on a screen 320 pixels wide, nothing needs scrolling sideways to be read.',
        'Chinese words in English pages are marked as such, so that screen readers change voice.',
      ],
    },
    {
      heading: 'What it lacks',
      items: [
        'The query console (/explore) is a professional tool by others and was not adapted; most of what it does can be done on the pages or with the files.',
        'Where the original merges table cells, a screen reader meets a list of units that spans several rows.',
        'No test with blind or older readers has been held yet; checks so far are by program and by keyboard.',
      ],
    },
    {
      heading: 'How it is checked',
      paragraphs: [
        'Each page is checked with axe-core in Chinese and English, light and dark, with large text and at the width of a phone; contrasts are reckoned pair by pair in tests.',
      ],
    },
    {
      heading: 'When something stands in your way',
      paragraphs: [
        'Please tell whoever runs this site the address and what happened. All data can also be downloaded as table files for the software you are used to.',
      ],
    },
  ],
};

export const statements: Messages['statements'] = { about, accessibility };
