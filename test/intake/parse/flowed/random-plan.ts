/** Random task tables in the words of the field, for laying out as text and reading back. Deterministic by seed. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export interface PlanRow {
  number: string | null;
  /** Category titles, the highest first. */
  levels: string[];
  text: string;
  /** Cells of the columns behind the task, in column order. */
  cells: string[];
  /** For each of those columns: whether the cell begins here or goes on from the row above. */
  own: boolean[];
}

export interface RandomPlan {
  header: string[];
  /** Category columns that the rows have; the header may name fewer. */
  levels: number;
  numbers: 'tasks' | 'categories' | 'none';
  merged: boolean;
  rows: PlanRow[];
}

const VERBS = [
  '推进',
  '加强',
  '规范',
  '做好',
  '完善',
  '健全',
  '优化',
  '深化',
  '提升',
  '强化',
  '拓展',
  '落实',
  '抓好',
  '统筹',
  '严格执行',
  '及时公开',
  '主动公开',
  '全面梳理',
  '定期发布',
  '持续开展',
  '稳步实施',
  '积极探索',
  '督促指导',
];
const OBJECTS = [
  '财政预决算信息',
  '重大行政决策事项',
  '稳岗就业政策',
  '食品安全监管结果',
  '义务教育招生信息',
  '养老服务机构名录',
  '公共资源交易信息',
  '营商环境政策',
  '农村危房改造补助',
  '生态环境监测数据',
  '医保待遇标准',
  '惠企政策清单',
  '行政执法结果',
  '政府网站栏目内容',
  '政务新媒体账号',
  '依申请公开办理流程',
  '政策解读材料',
  '基层公开标准目录',
  '政务公开专区服务',
  '12345热线知识库',
  '公共企事业单位信息',
  '规范性文件库',
  '“一件事”办事指南',
  '统计数据',
  '安全生产检查情况',
  '城市更新项目进展',
  '乡村振兴资金安排',
  '应急预案和预警信息',
  'APP和小程序服务',
  '政府公报数据库',
];
const TAILS = [
  '，方便群众查询',
  '，提高公开质量',
  '，回应社会关切',
  '，形成工作合力',
  '，接受社会监督',
  '，杜绝超期答复',
  '，确保数据准确',
  '，全年不少于3次',
  '，覆盖率达到100%',
  '，每季度更新1次',
  '，建立动态调整机制',
  '，2024年6月底前完成清理',
];
const OBJECTS_OF_CATEGORY = [
  '民生保障信息公开',
  '市场监管公开',
  '政策解读回应',
  '平台载体建设',
  '基层政务公开',
  '依申请公开服务',
  '组织保障',
  '决策公开',
  '执行和结果公开',
  '政务数据开放',
  '重点领域信息公开',
  '监督考核',
  '涉企服务',
  '财政信息公开',
  '公开制度体系',
  '工作基础',
  '队伍能力建设',
  '公众参与',
];
const CATEGORY_VERBS = [
  '深化',
  '推进',
  '加强',
  '规范',
  '完善',
  '提升',
  '强化',
  '优化',
  '夯实',
  '全面推进',
  '着力抓好',
  '进一步提高',
  '持续优化',
  '切实加强',
];
const PREFIXES = ['市', '县', '区', '州'];
const ORGANS = [
  '教育局',
  '公安局',
  '民政局',
  '司法局',
  '财政局',
  '人力资源社会保障局',
  '自然资源局',
  '生态环境局',
  '住房城乡建设局',
  '交通运输局',
  '农业农村局',
  '商务局',
  '文化广电旅游局',
  '卫生健康委',
  '应急管理局',
  '审计局',
  '市场监管局',
  '统计局',
  '医疗保障局',
  '政务服务局',
  '大数据中心',
  '发展改革委',
  '国资委',
  '信访局',
  '政府办公室',
  '委宣传部',
  '委网信办',
  '税务局',
  '公共资源交易中心',
  '融媒体中心',
  '数字经济局',
  '乡村振兴局',
];
const COLLECTIVES = [
  '各镇（街道）',
  '各县（市、区）人民政府',
  '各有关部门（单位）',
  '各乡镇人民政府、街道办事处',
  '经开区管委会',
  '高新区管委会',
  '各园区管委会',
  '局属各单位',
  '市级有关部门（单位）',
];
const DEADLINES = [
  '及时公开',
  '长期坚持',
  '持续推进',
  '2024年底',
  '2024年12月底',
  '2024年6月30日前',
  '6月底前',
  '10月31日',
  '12月31日',
  '全年',
  '每季度',
  '2024年9月',
  '适时完成',
  '2024年11月底前',
  '立即整改',
  '常态化推进',
  '上半年',
  '按时限要求',
  '每年1月31日前',
  '第三季度',
];

function sentence(random: Random): string {
  const clauses = Array.from(
    { length: between(random, 1, 3) },
    () => `${pick(random, VERBS)}${pick(random, OBJECTS)}${random() < 0.3 ? `、${pick(random, OBJECTS)}` : ''}`,
  );
  return `${clauses.join('，')}${random() < 0.6 ? pick(random, TAILS) : ''}`;
}

function taskText(random: Random, closed: boolean): string {
  const sentences = Array.from({ length: pick(random, [1, 1, 1, 2, 2, 3, 5]) }, () => sentence(random));
  return sentences.join('。') + (closed ? '。' : '');
}

function unitList(random: Random, prefix: string, most: number, closed: boolean): string {
  const organs = Array.from({ length: between(random, 1, most) }, () => prefix + pick(random, ORGANS));
  const list = [...new Set(organs)].join('、');
  const open = random() < 0.3 ? `${list}等部门（单位）` : list;
  return `${random() < 0.4 ? `${open}，${pick(random, COLLECTIVES)}` : random() < 0.1 ? pick(random, COLLECTIVES) : open}${closed ? '。' : ''}`;
}

function uniqueTitles(random: Random, count: number): string[] {
  const titles = new Set<string>();
  while (titles.size < count) titles.add(pick(random, CATEGORY_VERBS) + pick(random, OBJECTS_OF_CATEGORY));
  return [...titles];
}

interface ColumnSet {
  header: string[];
  kinds: ('units' | 'support' | 'deadline')[];
}

const COLUMN_SETS: ColumnSet[] = [
  { header: ['责任单位', '完成时限'], kinds: ['units', 'deadline'] },
  { header: ['责任部门', '时间要求'], kinds: ['units', 'deadline'] },
  { header: ['责任单位', '完成时间'], kinds: ['units', 'deadline'] },
  { header: ['牵头单位', '配合单位', '完成时限'], kinds: ['support', 'units', 'deadline'] },
  { header: ['责任单位'], kinds: ['units'] },
];
const HEADS: [string[], number][] = [
  [['工作任务', '具体内容'], 2],
  [['工作任务', '重点工作任务'], 2],
  [['任务名称', '具体内容'], 1],
  [['工作领域', '重点任务', '具体措施'], 2],
  [['领域', '工作任务'], 1],
  [['工作任务'], 0],
];

/** Which rows each merged cell covers: runs that stay inside one lowest category. */
function runs(random: Random, groups: readonly number[], merged: boolean): boolean[] {
  return groups.flatMap((size) => {
    const own = Array.from({ length: size }, () => !merged);
    if (!merged) return own;
    own[0] = true;
    for (let row = 1; row < size; row += 1) if (random() < 0.25) own[row] = true;
    return own;
  });
}

export function randomPlan(random: Random, options: { merged?: boolean; oneCellPerGroup?: boolean } = {}): RandomPlan {
  const [bodyHeader, levels] = pick(random, options.oneCellPerGroup === true ? HEADS.slice(0, 5) : HEADS);
  const set = pick(random, COLUMN_SETS);
  const numbers = levels === 0 ? 'tasks' : pick(random, ['tasks', 'tasks', 'categories'] as const);
  const merged = (options.merged ?? random() < 0.5) && numbers === 'tasks' && set.kinds.length < 3;
  const [closedTask, closedUnits] = [random() < 0.9, random() < 0.3];
  const prefix = pick(random, PREFIXES);
  const outer = uniqueTitles(random, between(random, 2, 5));
  const inner = uniqueTitles(random, 20);
  const rows: PlanRow[] = [];
  const groups: number[] = [];
  outer.forEach((title, outerIndex) => {
    for (let group = between(random, 1, levels === 2 ? 4 : 1); group > 0; group -= 1) {
      const lower = inner[groups.length % inner.length] as string;
      const size = between(random, 1, levels === 0 ? 6 : 5);
      groups.push(size);
      for (let row = 0; row < size; row += 1) {
        rows.push({
          number: numbers === 'tasks' ? String(rows.length + 1) : numbers === 'categories' ? String(outerIndex + 1) : null,
          levels: levels === 2 ? [title, lower] : levels === 1 ? [title] : [],
          text: taskText(random, closedTask),
          cells: set.kinds.map((kind) =>
            kind === 'deadline'
              ? pick(random, DEADLINES)
              : unitList(random, prefix, kind === 'support' ? 1 : pick(random, [1, 3, 6]), closedUnits),
          ),
          own: [],
        });
      }
    }
  });
  const ownByColumn = set.kinds.map(() => runs(random, groups, merged));
  rows.forEach((row, index) => {
    row.own = ownByColumn.map((own) => own[index] ?? true);
    if (options.oneCellPerGroup === true && merged) row.own = row.own.map(() => isGroupStart(groups, index));
    row.cells = row.cells.map((cell, column) => (row.own[column] === true ? cell : (rows[index - 1]?.cells[column] ?? cell)));
  });
  return { header: ['序号', ...bodyHeader, ...set.header], levels, numbers, merged, rows };
}

function isGroupStart(groups: readonly number[], row: number): boolean {
  let start = 0;
  for (const size of groups) {
    if (start === row) return true;
    start += size;
  }
  return false;
}
