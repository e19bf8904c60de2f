/** The licence of the data. The documents themselves are official documents, which no copyright covers. */
export const licence = {
  spdx: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export const publisherName = '公开 Gongkai';

export const titles = {
  dataset: ['政务公开工作要点与责任台账', 'Open-government work plans and their ledger'],
  description: [
    '已公开的政务公开工作要点、分工表中的任务、责任单位、完成时限、量化目标，以及各单位的台账责任。读数之外保留原文；空值表示来源没有给出，不表示零。',
    'Tasks, responsible bodies, deadlines and targets of published open-government work plans, and the ledger rows of every unit. The printed words stand beside every reading; an empty value means that the source gives none, not zero.',
  ],
} as const;
