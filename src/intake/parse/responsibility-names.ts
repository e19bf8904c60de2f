import {
  ENDS_AS_BODY,
  ENDS_AS_COLLECTIVE,
  ENDS_AS_PLACE,
  HOLDS_EACH,
  NAMES_NO_BODY,
  OWN_GOVERNMENT,
  PLACE_KIND_ALONE,
  SHARED_ENDING,
  STARTS_AS_COLLECTIVE,
} from './body-words';
import { roleOfNote, type Role } from './responsibility-roles';

/** Whether a name stands for a class of bodies, whose members are decided elsewhere. */
export function isCollective(name: string): boolean {
  const bare = name.replace(/[（(][^（）()]*[）)]/g, '');
  const run = name.replace(/[（）()、，]/g, '');
  if (STARTS_AS_COLLECTIVE.test(name) || HOLDS_EACH.test(name)) return true;
  if (new RegExp('^(?:\\d+|[一二两三四五六七八九十百]+)个').test(name) || /以上(?:人民)?政府|级以上/.test(name)) return true;
  if (ENDS_AS_COLLECTIVE.test(bare)) return true;
  return PLACE_KIND_ALONE.test(run) && !OWN_GOVERNMENT.test(run);
}

export function namesNoBody(name: string): boolean {
  return NAMES_NO_BODY.test(name) || !/[\u4e00-\u9fff]/.test(name);
}

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常于傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵汪毛禹狄米贝明臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应丁邓洪包左石崔龚程邢裴陆荣翁曲段侯全班仇宁甘厉祖武符刘景詹龙叶司黎薄印白怀蒲卓蔺屠蒙池乔闻党翟谭劳申冉桑桂牛燕冀温庄晏柴阎习艾向古易廖耿匡文关曾聂肖游';
const PERSON = new RegExp(
  `^[${SURNAMES}][\\u4e00-\\u9fff·]{1,2}(?:(?:同志|局长|主任|科长|股长|处长|书记|市长|区长|县长|秘书长)|[、，,][${SURNAMES}][\\u4e00-\\u9fff·]{1,2})*$`,
);
const CONTACT =
  /\d{5,}|电话|联系人|责任人|负责人|领导|传真|手机|[\u4e00-\u9fff]{2,4}(?:局长|主任|科长|股长|处长|书记|副?市长|副?县长|副?区长)$/;
const REMARK =
  /^(?:排|列|第一|下同|以下简称|以下|按|负责|具体|详见|见附|参见|含|不含|除|注|其中|限|统筹|总|主要|双牵头|共同)|下同|为(?:牵头|配合|责任)/;

/** A name without what brackets say of it, and the role that they print. */
export function withoutNotes(name: string): { name: string; role: Role | null } {
  let role: Role | null = null;
  const collective = isCollective(name.replace(/[（(][^（）()]*[）)]$/, ''));
  const kept = name.replace(/[（(【\[]([^（）()【】[\]]*)[）)】\]]/g, (whole: string, note: string, at: number) => {
    const printed = roleOfNote(note);
    if (printed !== null) {
      role = printed;
      return '';
    }
    if (CONTACT.test(note) || isPerson(note) || /下同|牵头|^[、，\d]*$/.test(note)) return '';
    return !collective && at > 0 && REMARK.test(note) ? '' : whole;
  });
  return { name: kept, role };
}

function isPerson(note: string): boolean {
  return PERSON.test(note) && !/[局委办院馆站所队处科股室部区县市镇乡村会厅司校]$|单位|部门|街道|中心|社区/.test(note);
}

/** 高等学校, 中等职业学校: 等 there is part of a word. */
const ET_CETERA = /(?<![高中初平同])等(?!级|次)/;

/** Fields without a body among them: 教育、卫健等部门 names none of its members. */
const FIELDS_ONLY = /^[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,5})+等[\u4e00-\u9fff]*(?:部门|企业|单位|领域|行业)/;

/** 水电气等公共企业, 教育等行业: what stands before 等 is a field and no body. */
const FIELD_ALONE = /^(?<field>[\u4e00-\u9fff]{1,8})等(?:各类|有关|相关)?(?:公共(?:企业|企事业单位|事业单位|服务企业|服务单位)|行业)/;

function isFieldAlone(name: string): boolean {
  const field = FIELD_ALONE.exec(name)?.groups?.field;
  return field !== undefined && !ENDS_AS_BODY.test(field) && !ENDS_AS_PLACE.test(field);
}

/** A name up to 等, which with the words after it only leaves the list open. */
export function withoutEtCetera(name: string): { name: string; open: boolean } {
  const at = name.search(ET_CETERA);
  if (at < 0) return { name, open: false };
  const depth = [...name.slice(0, at)].reduce((sum, char) => sum + (/[（(]/.test(char) ? 1 : /[）)]/.test(char) ? -1 : 0), 0);
  if (FIELDS_ONLY.test(name) || isFieldAlone(name)) return { name, open: true };
  return depth > 0 ? { name, open: false } : { name: name.slice(0, at), open: true };
}

export interface ExpandedName {
  name: string;
  phrase: string;
  rule: 'shared-ending' | 'shared-beginning' | null;
}

/** 达川区、万源市人民政府: places before a body take its last words; each keeps the phrase as printed. */
export function expandShared(entries: { name: string; separator: string; plain: boolean }[]): ExpandedName[] {
  const expanded: ExpandedName[] = [];
  for (let at = 0; at < entries.length; at++) {
    const run = placeRun(entries, at);
    if (run === null) {
      expanded.push({ name: entries[at]!.name, phrase: entries[at]!.name, rule: null });
      continue;
    }
    const members = entries.slice(at, at + run.length);
    const phrase = members.map((member, index) => member.name + (index < members.length - 1 ? member.separator : '')).join('');
    const whole = (name: string): string => (/^[省市州县区旗]/.test(name) ? name : (run.beginning ?? '') + name);
    for (const member of members.slice(0, -1))
      expanded.push({ name: whole(joinedEnding(member.name, run.ending)), phrase, rule: run.rule });
    expanded.push({ name: whole(members.at(-1)!.name), phrase, rule: run.rule });
    at += run.length - 1;
  }
  return expanded;
}

/** 东城街道、西城街道办事处: words that the place has already are not said twice. */
function joinedEnding(place: string, ending: string): string {
  return place.endsWith('街道') && ending.startsWith('街道') ? place + ending.slice(2) : place + ending;
}

/** More places than any region has below it share no ending. */
const LONGEST_RUN = 60;

interface SharedRun {
  length: number;
  ending: string;
  /** 市 of the first name, which those after it leave out. */
  beginning?: string;
  rule: 'shared-ending' | 'shared-beginning';
}

function placeRun(entries: { name: string; separator: string; plain: boolean }[], at: number): SharedRun | null {
  const first = entries[at]!;
  if (!first.plain || !/^(?:[、和及与]|以及)$/.test(first.separator)) return null;
  const next = entries[at + 1];
  // 市、区教育局: two levels of one organ.
  if (/^[省市州县区]$/.test(first.name) && next && /^[市州县区]/.test(next.name) && next.name.length > 2 && !isCollective(next.name)) {
    return { length: 2, ending: next.name.slice(1), rule: 'shared-beginning' };
  }
  const bare = fieldRun(entries, at) ?? bareRun(entries, at);
  if (bare !== null) return bare;
  let end = at;
  while (end < entries.length && end - at < LONGEST_RUN && isPlace(entries[end]!) && /^(?:[、和及与]|以及)$/.test(entries[end]!.separator))
    end++;
  const last = entries[end];
  if (end === at || !last || !last.plain) return null;
  const ending = SHARED_ENDING.exec(last.name)?.[0];
  if (!ending || isCollective(last.name) || !isPlaceName(last.name.slice(0, -ending.length))) return null;
  // Towns and streets have governments and offices; a zone's committee is not theirs.
  const towns = entries.slice(at, end).some(({ name }) => /(?:[乡镇]|街道)$/.test(name));
  if (ending.startsWith('街道') && entries.slice(at, end).some(({ name }) => /[乡镇]$/.test(name))) return null;
  if (towns && /管(?:理委员|委)会$/.test(ending)) return null;
  return { length: end - at + 1, ending, rule: 'shared-ending' };
}

const FIELDS =
  '发改|发展改革|教育|教体|教科|科技|工信|经信|公安|民政|司法|财政|人社|人力资源|自然资源|资规|自规|生态环境|环保|住建|城管|交通|交通运输|水利|水务|农业|农业农村|林业|林草|商务|文旅|文广旅|卫健|退役军人|应急|应急管理|审计|统计|市场监管|医保|信访|金融|国资|乡村振兴|民宗|民族宗教|政务服务|数据|大数据|行政审批|税务|气象|消防|档案|体育|园林';
const FIELD_ALONE_IN_RUN = new RegExp(`^[省市州县区旗]?(?:${FIELDS})$`);
const FIELD_WITH_ENDING = new RegExp(`^[省市州县区旗]?(?:${FIELDS})(?<ending>局|委|厅|办)$`);

/** 市发改、财政、人社局: fields whose bodies share the level of the first and the word for their kind of the last. */
function fieldRun(entries: { name: string; separator: string; plain: boolean }[], at: number): SharedRun | null {
  let end = at;
  while (end < entries.length && end - at < LONGEST_RUN && isFieldOfRun(entries[end]!)) end++;
  const last = end === at ? undefined : entries[end];
  const ending = last?.plain === true ? FIELD_WITH_ENDING.exec(last.name)?.groups?.ending : undefined;
  if (ending === undefined) return null;
  return { length: end - at + 1, ending, beginning: /^[省市州县区旗]/.exec(entries[at]!.name)?.[0] ?? '', rule: 'shared-ending' };
}

function isFieldOfRun({ name, separator, plain }: { name: string; separator: string; plain: boolean }): boolean {
  return plain && FIELD_ALONE_IN_RUN.test(name) && /^(?:[、和及与]|以及)$/.test(separator);
}

const NAMED_PLACE =
  /^(?<name>[\u4e00-\u9fff]{2,3})(?<ending>(?:街道|镇|乡|县|区|市|社区|村)(?:人民政府|政府|办事处|管委会|党工委|居委会|村委会)?)$/;
/** Short names of enterprises, which are no places. */
const SHORT_NAMES =
  /^(?:教育|公安|民政|司法|财政|人社|卫健|住建|交通|水利|农业|文旅|审计|统计|应急|医保|信访|发改|经信|科技|商务|环保|城管|移动|联通|电信|铁塔|邮政|供电|供水|供气|燃气|水务|广电|石油|石化|烟草|盐业|公交|[农工建中交]行|.*[局委办厅部院会校所站队社行馆司团])$/;

/** 翠峰、西城街道办事处: names of places without the word for their kind, which the last lends them as well. */
function bareRun(
  entries: { name: string; separator: string; plain: boolean }[],
  at: number,
): { length: number; ending: string; rule: 'shared-ending' } | null {
  const length = entries[at]!.name.length;
  let end = at;
  const isBare = ({ name, plain }: { name: string; plain: boolean }): boolean =>
    plain &&
    name.length === length &&
    /^[\u4e00-\u9fff]{2,3}$/.test(name) &&
    !ENDS_AS_PLACE.test(name) &&
    !SHORT_NAMES.test(name) &&
    !ENDS_AS_BODY.test(name) &&
    !isCollective(name);
  while (end < entries.length && end - at < LONGEST_RUN && isBare(entries[end]!) && entries[end]!.separator === '、') end++;
  const last = end === at ? undefined : entries[end];
  const named = last?.plain === true ? NAMED_PLACE.exec(last.name)?.groups : undefined;
  if (named?.name?.length !== length || named.ending === undefined || isCollective(last!.name)) return null;
  return { length: end - at + 1, ending: named.ending, rule: 'shared-ending' };
}

/** What carries the shared words itself must be a place by name: of 市人民政府 nothing is left to compare. */
function isPlaceName(stem: string): boolean {
  return stem.length >= 2 && !/^(?:市|县|区|省|州)(?:委|级)?$/.test(stem);
}

function isPlace({ name, plain }: { name: string; plain: boolean }): boolean {
  return plain && name.length >= 2 && ENDS_AS_PLACE.test(name) && !isCollective(name);
}
