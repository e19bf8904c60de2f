import type { Bilingual } from '../fields';

/** The licence of the data. The documents themselves are official documents, which no copyright covers. */
export const licence = {
  spdx: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export const publisherName = '公开 Gongkai';

/** What stands before every title of a database for demonstrations, and what there is to know of it. */
const demonstration = {
  mark: ['【演示数据】', '[Demonstration] '],
  note: [
    '演示数据：要点为真实文件，各单位的填报、审核、整改和评估均为虚构，不反映任何单位的实际工作。',
    'Demonstration: the plans are real documents; all reports, reviews, findings and evaluations are made up and say nothing of the actual work of any body.',
  ],
} as const;

const titles = {
  dataset: ['政务公开工作要点与责任台账', 'Open-government work plans and their ledger'],
  description: [
    '已公开的政务公开工作要点、分工表中的任务、责任单位、完成时限、量化目标，以及各单位的台账责任。读数之外保留原文；空值表示来源没有给出，不表示零。',
    'Tasks, responsible bodies, deadlines and targets of published open-government work plans, and the ledger rows of every unit. The printed words stand beside every reading; an empty value means that the source gives none, not zero.',
  ],
} as const;

/** A title in both languages, marked where it is one of a demonstration. */
export function titled([zh, en]: Bilingual, isDemonstration: boolean): Bilingual {
  return isDemonstration ? [`${demonstration.mark[0]}${zh}`, `${demonstration.mark[1]}${en}`] : [zh, en];
}

/** What the data as a whole is called, and what it is. */
export function titlesOf(isDemonstration: boolean): { dataset: Bilingual; description: Bilingual } {
  const [zh, en] = titles.description;
  const [noteZh, noteEn] = demonstration.note;
  return {
    dataset: titled(titles.dataset, isDemonstration),
    description: isDemonstration ? [`${noteZh}${zh}`, `${noteEn} ${en}`] : [zh, en],
  };
}
