const duties = ['公开学校招生信息', '公开财政预算和决算', '公布涉农补贴', '公开重大项目批准信息', '公开社会救助信息', '公开食品抽检结果'];
const bearers = ['县教育局（牵头）、县财政局', '县财政局、县教育局', '县审计局、县水利局', '县水利局', '各乡镇人民政府', '县财政局'];
const deadlines = ['2024年9月底', '2024年6月30日', '长期坚持', '每季度至少1次', '2024年12月底', '及时公开'];

/** A plan of 渠县 with forty tasks, under a number of its own. */
export function planText(number: number): string {
  const rows = Array.from({ length: 40 }, (_none, at) =>
    [at + 1, `主动公开${(at % 8) + 1}`, `${duties[at % 6]}第${at + 1}批，不少于3项。`, bearers[at % 6], deadlines[(at * 5) % 6]].join('\t'),
  );
  return [
    `渠县2024年政务公开工作要点分工表（${number}）`,
    `渠府办发〔2024〕${number}号`,
    '',
    '序号\t工作任务\t具体内容\t责任单位\t完成时限',
    ...rows,
    '',
  ].join('\n');
}
