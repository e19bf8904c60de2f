import { cleanText } from './clean-text';
import type { FlowParagraph } from './flowed-prose';
import { headingNumbering } from './numbering';
import { SectionStack } from './table-section';

/** Headings that only say that a table of tasks follows. */
const ANNOUNCES_TABLE =
  /^(?:\d{4}年)?(?:重点|主要|具体|工作|目标)*(?:任务|工作)(?:及|和|与)?(?:分工|分解|清单|安排)?$|(?:分工表|分解表|任务表|一览表|清单|任务分工|任务分解|责任分工)$/;
const LONGEST_HEADING = 45;

export function announcesTable(text: string): boolean {
  return ANNOUNCES_TABLE.test(text);
}

/** The headings of the prose under which a table stands: 一、主动公开 over a table of its own. */
export class TableHeadings {
  private stack = new SectionStack();

  /** Takes note of a paragraph before the next table; a sentence ends what the headings before it stand over. */
  pass(paragraph: FlowParagraph): void {
    const text = cleanText(paragraph.text);
    const numbering = headingNumbering(text, paragraph.headingLevel);
    const heads = numbering !== null && ['PART', 'CHAPTER', 'SECTION', 'HEADING2', 'HEADING3', 'HEADING4'].includes(numbering.style);
    if (heads && text.length <= LONGEST_HEADING && !/[。；]./.test(text)) this.stack.enterHeading(numbering.style, text);
    else if (text.length > LONGEST_HEADING || /^附\s*件/.test(text)) this.stack = new SectionStack();
  }

  get path(): string[] {
    return this.stack.path;
  }
}

/** Headings over tables without those that only announce them; where tables have unlike ones, these tell them apart. */
export function tellingHeadings(paths: readonly (readonly string[])[]): string[][] {
  const shared = (title: string, level: number): boolean => paths.every((path) => path[level] === title);
  return paths.map((path) => path.filter((title, level) => !announcesTable(title) || !shared(title, level)));
}
