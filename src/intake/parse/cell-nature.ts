/**
 * What a cell of a task table is by its wording alone: a number, a deadline, a list of units; and what a column holds by
 * its heading. Pure predicates over short texts: every pattern is anchored and free of nested repetition, so that a
 * hostile cell costs no more than its length.
 */
export type ColumnRole =
  | 'NUMBER'
  | 'CATEGORY'
  | 'TASK'
  | 'LEAD_UNIT'
  | 'RESPONSIBLE_UNIT'
  | 'SUPPORTING_UNIT'
  | 'LEAD_OFFICIAL'
  | 'CONTACT'
  | 'DEADLINE'
  | 'SCORE'
  | 'REMARK';

/** Longer cells are never a heading. */
const LONGEST_HEADING = 24;
/** Longer cells are prose, even where they begin like a deadline. */
const LONGEST_DEADLINE = 48;

/** Without any white space, ideographic and zero-width spaces included. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u3000\u200b\ufeff]+/g, '');
}

const BRACKETED = /[（(【[〔][^（(【[〔）)】\]〕]{0,40}[）)】\]〕]/g;

const UNIT_WORD = '(?:地区和部门|地区和单位|(?:单位|部门|科室|股室|处室|室所|科队|机构|机关|主体|地区|镇街|站所|中心|科|处|股){1,2})';
const PERSON_WORD = '(?:领导|县级领导|市级领导|区级领导|县领导|市领导|区领导|州领导|负责人|责任人|负责同志|领导同志|人员|人)';
const BESIDE_UNITS = '(?:社区|村居|村社区|村|乡镇|镇街|街道|园区|企业|学校|医院|县区|区县|责任人|负责人|联系人)';
const LINK = '(?:及|和|与|、|\\/|或)?';

/** Order decides: 牵头领导 is a person before 牵头 can make it a unit. Each pattern must match the whole heading. */
const HEADINGS: [ColumnRole, RegExp][] = [
  ['NUMBER', /^(?:序号?|编号|号|项次|顺序号?|任务编号|任务序号|序列|条目|No\.?|NO\.?|no\.?|#)$/],
  [
    'REMARK',
    /^(?:备注|附注|说明|备注说明|注|其他|备考|其它|评分依据|佐证.{0,4}|支撑材料|(?:工作|任务|目前|最新)?(?:进展|完成|落实|推进)(?:情况|进展)|工作(?:进展|成效)|预期(?:成果|目标|成效)|成果(?:形式|体现)|(?:工作|任务)成果|(?:是否)?(?:完成|销号)(?:情况|状态)?|(?:考核|考评|评价|检查|评估)(?:方式|办法|方法)|数据来源|(?:任务|指标)?来源|公开(?:依据|渠道|方式|形式|载体)|自评(?:情况|说明)?|(?:督办|监督|审核|指导|督导|考核)(?:单位|部门|科室))$/,
  ],
  [
    'SCORE',
    /^(?:分值|分数|权重|满分|标准分|基础分|指标分值|得分|自评分|自评得分|考核得分|考评得分|评分|赋分|计分|总分|考核分值|分值权重|权重分值)$/,
  ],
  // 协同科室、社区 and 责任科室（村居）: whoever stands beside the usual words.
  [
    'SUPPORTING_UNIT',
    new RegExp(`^(?:协助|配合|协办|协同|参与|参加|支持|会办|协作)(?:责任)?${UNIT_WORD}(?:[、及和与/](?:${UNIT_WORD}|${BESIDE_UNITS}))+$`),
  ],
  ['LEAD_UNIT', new RegExp(`^(?:牵头|主办|主责|总牵头)(?:责任)?${UNIT_WORD}(?:[、及和与/](?:${UNIT_WORD}|${BESIDE_UNITS}))+$`)],
  ['RESPONSIBLE_UNIT', new RegExp(`^(?:责任|承办|负责|落实|实施)${UNIT_WORD}(?:[、及和与/](?:${UNIT_WORD}|${BESIDE_UNITS}))+$`)],
  ['CONTACT', /^(?:联系人|联络员|联系电话|联系方式|电话|联系人(?:及|和|、)?(?:联系)?(?:电话|方式)|经办人|办公电话|手机)$/],
  [
    'LEAD_OFFICIAL',
    new RegExp(
      `^(?:(?:牵头|责任|分管|主管|包抓|包保|包联|联系|挂牌|督办|主要|负责|市级|县级|区级|州级|市|县|区|具体|第一|直接|总|主办|工作)*${PERSON_WORD}|领导)$`,
    ),
  ],
  [
    'SUPPORTING_UNIT',
    new RegExp(
      `^(?:(?:协助|配合|协办|协同|参与|参加|支持|会办|协作|参办|辅助)${LINK}(?:配合|协助|参与)?(?:责任)?${UNIT_WORD}|协办|配合|协同|参与|协助|协助单位名称)$`,
    ),
  ],
  [
    'LEAD_UNIT',
    new RegExp(
      `^(?:(?:牵头|主办|主责|总牵头|首要责任|第一责任|主要责任|主要负责|牵头责任|责任牵头|主管|主要牵头)${LINK}${UNIT_WORD}|牵头|主办|主责)$`,
    ),
  ],
  [
    'RESPONSIBLE_UNIT',
    new RegExp(
      `^(?:(?:(?:市级|县级|区级|市直|县直|区直|具体)?(?:责任|承办|负责|落实|实施|执行|承担|完成|主体责任|任务|编制|公开|牵头${LINK}(?:配合|责任|协办)|主办${LINK}(?:协办|配合)|主责${LINK}(?:协办|配合)|责任${LINK}(?:配合|协办|牵头))${UNIT_WORD})|单位|部门|单位名称|部门名称|责任主体|责任分工|任务分工|职责分工|工作分工|分工|牵头单位(?:及|和|与|、)(?:责任|配合|协办|参与)单位|责任单位(?:及|和|与|、)(?:责任人|负责人|配合单位|协办单位)|牵头(?:单位|部门)[/／](?:配合|责任|协办)(?:单位|部门)|责任科室|责任村居|责任落实|责任)$`,
    ),
  ],
  [
    'DEADLINE',
    /^(?:(?:(?:工作|任务|办理|办结|推进|整改|计划|预计|拟|目标|要求|最迟|具体|公开|报送|阶段)*(?:完成|办结|落实|整改|实施|推进|时间|工作|公开|报送|开展|办理|上报|更新|发布|起止|截止|任务)*(?:时限|时间|期限|时间节点|节点|日期|时间要求|时限要求|时间安排|进度要求|进度安排|频次|频率|周期|时效))(?:及要求|和要求|要求|安排|节点)?|(?:推进|工作|任务)?(?:时序|序时)(?:进度|要求|安排)?|限期|时限|时间|完成情况要求|进度|进度时限|月份|月度|时段|工作进度|时间进度|推进计划|完成期限)$/,
  ],
  [
    'CATEGORY',
    /^(?:领域|类别|分类|类型|类|大类|小类|项目|板块|版块|模块|方面|重点领域|工作领域|公开领域|领域名称|工作类别|任务类别|任务分类|工作分类|事项类别|事项分类|内容分类|公开类别|公开事项|公开事项类别|[一二三]级(?:指标|目录|事项|分类|任务|类别)|指标|指标名称|指标类别|考核指标|考核项目|测评指标|评估指标|考评指标|考评项目|任务类型|任务领域|任务分项|分项名称|工作板块|栏目|栏目名称|[一二三]级栏目|目标|工作目标|目标任务分类|章节|专题|环节|任务名称)$/,
  ],
  [
    'TASK',
    /^(?:(?:年度|主要|重点|具体|分项|单项|专项|子|细化|分类|工作|目标|公开|考核|考评|评估|政务公开|年|本年度|分解|细化|推进|落实|阶段|序时|全年|核心|基本)*(?:任务|内容|措施|要求|事项|举措|工作|要点|标准|做法|目标任务|任务内容|任务要求|任务事项|内容及要求|内容和要求|措施及要求|任务措施|任务清单|任务分解|任务及要求|评分标准|评分细则|细则|目标要求|清单|安排|任务名称|事项名称|内容及标准|内容和标准|要素|要点内容)(?:[及和与、](?:主要|具体|工作|重点|责任|任务)?(?:措施|要求|内容|标准|目标|举措|责任|分工))?|任务描述|事项名称|工作名称|四级指标|指标内容|指标说明|指标解释|指标要求|实施内容|整改措施|考核细则|计分标准|计分办法|评分办法|工作项目|项目内容|工作任务及措施|工作任务及要求|任务及措施)$/,
  ],
];

/** The role that a heading's words give; null where it is no usual heading. White space and bracketed notes do not count. */
export function columnRole(headerText: string): ColumnRole | null {
  const squeezed = squeeze(headerText).replace(/[：:。*＊]+$/, '');
  if (squeezed.length === 0 || squeezed.length > LONGEST_HEADING + 20) return null;
  const bare = squeezed.replace(BRACKETED, '');
  for (const heading of bare === '' || bare === squeezed ? [squeezed] : [squeezed, bare]) {
    if (heading.length > LONGEST_HEADING) continue;
    for (const [role, pattern] of HEADINGS) if (pattern.test(heading)) return role;
  }
  return null;
}

/** A numbering mark by itself: 1, 1., 1、, （1）, 1.2, ①, 一、, （一）, 第一项, A-01. */
export function looksLikeNumber(text: string): boolean {
  const squeezed = squeeze(text);
  if (squeezed.length === 0 || squeezed.length > 8) return false;
  return (
    /^[（(【[]?第?(?:[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5})(?:[.．-][0-9]{1,3}){0,2}[项条]?[）)】\]]?[.．、,，]?$/.test(squeezed) ||
    /^[\u2460-\u249b\u3220-\u3229\u2776-\u277f]$/.test(squeezed) ||
    /^(?!Q)[A-Za-z]{1,3}[-.]?[0-9]{1,4}(?:[-.][0-9]{1,3})?$/.test(squeezed)
  );
}

const DIGITS = '[0-9０-９]';
const COUNT = `(?:${DIGITS}{1,3}|[一二两三四五六七八九十]{1,3})`;
const MONTH = `(?:${DIGITS}{1,2}|十[一二]?|[一二三四五六七八九])`;

/** Words that say when; each alone makes a cell a deadline. */
const TIME_WORDS = [
  '每(?:个)?(?:周|星期)[一二三四五六日天]',
  `${DIGITS}{4}[年.．/-]${DIGITS}{1,2}[月.．/-]${DIGITS}{1,2}[日号]?`,
  `${DIGITS}{4}[.．/-]${DIGITS}{1,2}月?`,
  `${DIGITS}{4}年度?`,
  `${MONTH}月份?(?:${DIGITS}{1,2}|[一二三]?十[一二三四五六七八九]?)[日号]`,
  `(?:${MONTH}[-－—~～至到、])?${MONTH}月份?`,
  `${DIGITS}{1,2}[.．/]${DIGITS}{1,2}`,
  `${DIGITS}{1,2}[日号]`,
  '(?:[第]?[一二三四1-4](?:[-－—~～至、][一二三四1-4])?季度|[1-4]Q|Q[1-4])',
  '(?:上半年|下半年|本年度|年度内|年度|年内|年底|年末|年终|年初|年中|当年|全年度?|全程|当月|当日|当天|次年|今年|明年|本年|本月|本季度)',
  `(?:每|各)(?:个)?(?:半)?(?:年度?|学期|季度?|月份?|周|旬|日|天|工作日|季末|月末|${COUNT}个?(?:月|年|周|天|工作日|季度))`,
  `${COUNT}(?:个)?(?:工作日|自然日|日历日|月|年|周|星期|小时|天|日)(?:之|以)?内`,
  '按(?:照)?(?!.{0,6}职[责能])[^，。；、局委办厅]{0,16}?(?:要求|规定|程序|部署|安排|时限|时间|节点|进度|计划|执行|完成|办理|推进|落实)',
  '(?:及时|即时|实时|随时|适时|定期|不定期|长期|长效|持续|常年|常态化?|经常性?|动态|按时|按期|按需|按月|按季度?|按年度?|同步|立即|立行立改|尽快|限时|如期|贯穿全年|日常|阶段性|分阶段|视情|接续|即知即改|即办|限期|立即|马上|已完成)',
  '(?:视|根据)(?:上级|省|市|区|县|实际|工作|有关|具体|情况|需要|进展|要求|安排|部署)*(?:情况|需要|进展|要求|安排|部署)(?:而定|确定|适时)?',
  `[一二][〇○零一二三四五六七八九]{3}年`,
  '(?:季度末?|月底|月末|学期初?|主?汛期|一年|半年|即日|逐[月季]|视情况|(?:法定|规定|要求)的?(?:时限|期限|时间)|与.{1,8}同步|政策出台[一二三\\d]日内)',
  '第?(?:[一二三1-3]个?|首|末|次|最后一个?)月',
  '(?:无|未定|待定|另行通知|见.{0,6})$',
];
/** Words that stand beside them and say nothing by themselves. */
const SIDE_WORDS =
  '(?:前|之前|以前|底|末|初|中旬|上旬|下旬|中|内|之内|以内|后|起|止|完成|办理|办结|公开|坚持|推进|开展|更新|落实|实施|执行|组织|报送|发布|进行|时限|期限|调整|整改|维护|保持|做好|启动|全面|基本|集中|取得|实效|阶段性|成效|任务|建成|到位|上线|工作|一次|[0-9两二三四]次|次|月|之后|第[一二三]阶段|各?[0-9一两二三四][期场轮]|至少|不少于|抓好|巩固|提升|深化|优化|化|性|并|且|和|或|及|与|至|到|、|，|,|；|;|。|-|－|—|~|～|（|）|\\(|\\)|：|:|\\/|为|的|同时|其他|其余|长期|结束|完结|每|于|在|从|自|截至|截止|持续|要求|公布|公示|汇报|总结|反馈|上报|有关|相关|目标|分别)';

const TIME_WORD = new RegExp(`^(?:${TIME_WORDS.join('|')})`);
const SIDE_WORD = new RegExp(`^${SIDE_WORDS}`);
/** 批复后20个工作日内, 文件印发之日起10日内, 征求意见结束后1个月内. */
const AFTER_EVENT = new RegExp(
  `^[^，。；、]{1,20}(?:之日起|之后|以后|后|起|前)的?${COUNT}(?:个)?(?:工作日|自然日|日历日|月|年|周|小时|天|日)(?:之|以)?内?(?:完成|公开|发布|报送|办结)?$`,
);
/** 会议召开前, 文件印发后, 与文件同步. */
const AT_EVENT =
  /^[^，。；、]{0,12}(?:召开|印发|发布|结束|实施|批复|批准|完成|公布|出台|下达|验收|启动|施行|到期|汛期|形成|公开|发放|拨付|到位|开始|开工|竣工|投用|签订|变更|变动|调整|招生|采购|生效|备案|受理)(?:之|以)?(?:前|后|时|同时|当日|当天)$/;

/** The whole text is a deadline as cells print them: a date, a rhythm, a duty without end. Never a sentence with one in it. */
export function looksLikeDeadline(text: string): boolean {
  const squeezed = squeeze(text).replace(/[。；;，,、]+$/, '');
  if (squeezed.length < 2 || squeezed.length > LONGEST_DEADLINE) return false;
  if (AFTER_EVENT.test(squeezed) || AT_EVENT.test(squeezed)) return true;
  let timeWords = 0;
  let rest = squeezed;
  while (rest !== '') {
    const time = TIME_WORD.exec(rest)?.[0];
    const side = time ?? SIDE_WORD.exec(rest)?.[0];
    if (side === undefined || side === '') return false;
    if (time !== undefined) timeWords += 1;
    rest = rest.slice(side.length);
  }
  return timeWords > 0;
}

/** How the names of organs end. */
export const UNIT_ENDINGS =
  '局|委|办|办公室|厅|部|政府|庭|部门|单位|管委会|委员会|中心|院|所|处|科|股|室|队|站|馆|台|社|团|会|校|大学|学院|银行|支行|分行|公司|集团|街道|镇|乡|镇街|乡镇|街委|园区|开发区|高新区|经开区|新区|机关|机构|组织|专班|小组|工作组|党组|党委|纪委|法院|检察院|联社|县|区|市|州|旗|盟|厂|园|库|院校|企业|平台|社区|村居|居委会|村|科室|股室|处室|主体|窗口|主管|行业|组|段|网|报社|总站|分中心|地区|各地|牵头|配合|负责';
const UNIT_TAIL = new RegExp(`(?:${UNIT_ENDINGS})$`);
/** Words that sentences have and names of organs have not. */
const SENTENCE_WORDS =
  /[，、]?(?:要|应(?!急)|将|进一步|积极|及时|做好|加强|推进|推动|完善|严格|落实|建立|健全|围绕|按照|通过|对于|确保|不断|提升|提高|强化|优化|深化|加大|加快|公开.{1,6}信息|开展|组织.{2,8}培训|结合|依法|全面)/;

/** Lists separate with these; a bracket such as （市、区） is put aside before. */
function listItems(text: string): string[] {
  return text
    .replace(BRACKETED, '')
    .split(/[、，,；;。：:\/]|(?:以及|并)/)
    .map((item) => item.replace(/^(?:和|及|与)/, '').replace(/等(?:相关|有关|各)?$/, ''))
    .filter((item) => item !== '');
}

/** The whole text is one responsible body or a list of them (市教育局、市公安局等部门（单位），各县（市、区）人民政府). */
export function looksLikeUnits(text: string): boolean {
  const squeezed = squeeze(text);
  if (squeezed.length < 2 || squeezed.length > 2000) return false;
  const items = listItems(squeezed);
  if (items.length === 0) return false;
  const named = items.filter((item) => item.length <= 24 && UNIT_TAIL.test(item) && !SENTENCE_WORDS.test(item));
  const last = items[items.length - 1];
  if (items.length === 1) return named.length === 1;
  if (last === undefined || !named.includes(last)) return false;
  // 市发改、财政、人社局: the last name lends the others its end.
  return named.length * 4 >= items.length * 3 || items.every((item) => item === last || /^[\u4e00-\u9fff]{2,4}$/.test(item));
}

/**
 * The roles of a whole heading row. 工作任务 and its like name the task where they stand alone and its category where a
 * more detailed column follows: of several such columns in a row the last is the task, those before it are categories. A
 * row whose only candidate is a category column (序号 任务名称 责任单位) has its task there.
 */
export function columnRoles(headers: readonly string[]): (ColumnRole | null)[] {
  const roles = headers.map(columnRole);
  const task = roles.lastIndexOf('TASK');
  if (task >= 0) return roles.map((role, column) => (role === 'TASK' && column < task ? 'CATEGORY' : role));
  const category = roles.lastIndexOf('CATEGORY');
  return roles.map((role, column) => (column === category ? 'TASK' : role));
}
