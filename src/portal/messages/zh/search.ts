export const search = {
  title: '搜索',
  titleFor: (text: string) => `搜索“${text}”`,
  description: '按文字、单位名称、文号、地区和拼音首字母搜索全部公开的计划和任务。',
  help: '可以搜任务原文里的字词、单位名称、文号、地区，也可以用拼音首字母（如 dzsjyj）。几个词用空格隔开，须同时出现。',
  found: (count: number) => `${count}条结果`,
  none: (text: string) => `没有找到“${text}”。`,
  advice: '换一个更短的词，或只写机关名称里的一部分，例如“教育”。',
  kind: '类别',
  kinds: { TASK: '任务', PLAN: '计划', UNIT: '单位', REGION: '地区' },
  allKinds: '全部',
  most: '一个词出现在2000项以上的任务时，只排列最近的2000项；计数是全部。',
  results: '结果',
};
