import type { UnitKind } from '../unit.enums';
import { plainName } from './name-stems';

/**
 * Rules in their order: the first that fits decides. A name tells the sort of a body only as far as custom goes; what no
 * rule knows is OTHER. 国有资产监督管理委员会 ends like a zone's committee, 街道办 like an office: hence the order.
 */
const RULES: readonly (readonly [UnitKind, RegExp])[] = [
  ['SUBDISTRICT_OR_TOWNSHIP', /(?:街道(?:办(?:事处)?)?|(?:乡|镇|苏木)(?:政府)?)$/u],
  ['GOVERNMENT', /(?:政府|国务院|行政公署|行署)$/u],
  ['ZONE_COMMITTEE', /管委会$|(?:新区|园区|天府新区.{2,3})管理委$/u],
  [
    'OTHER',
    /人大(?:常委会)?(?:办|$)|人民代表大会|政协|政治协商|法院|检察院|人武部|人民武装部|总工会|妇联|妇女联合会|团委|共青团|残联|工商联|科协|红十字会/u,
  ],
  ['PARTY_ORGAN', /纪委|监委$|纪律检查委|监察委$|^(?:中共)?.{0,8}?[省市区县州盟旗]委(?!员)|^中共|党委$|工委$/u],
  ['PARTY_ORGAN', /^(?:组织部|宣传部|统战部|政法委|编办|网信办|机构编制办|党校)$/u],
  ['PUBLIC_INSTITUTION', /(?:中心|馆|融媒体|电视台|日报社|报社|医院|大学|学院|学校|中学|小学|研究院|研究所|监测站|服务站)$/u],
  ['OFFICE', /政府(?:办|督查室|研究室)$|^.?府办$/u],
  [
    'VERTICAL_AGENCY',
    /税务局|气象局|^人行|人民银行|支行$|海关$|银保监|金融监管(?:总局|分局)|金融监督管理总局|调查队$|邮政管理局|烟草专卖局/u,
  ],
  ['VERTICAL_AGENCY', /边检|边防检查|海事局|国家安全局|消防救援|通信管理局|无线电管理局|地震局/u],
  // A branch of a bureau one level up: 区公安分局; 通川生态环境局, a place and no level before the stem.
  ['VERTICAL_AGENCY', /分局$|^(?:.*[市州])?(?!.{0,7}[省市区县州盟旗]生态环境局)[^省市区县州盟旗]{2,8}生态环境局$/u],
  ['OTHER', /(?:公司|集团|协会|商会|领导小组|指挥部)$/u],
  ['DEPARTMENT', /(?:局|委|厅|办|部|署|室|队|处|公积金管理中心|供销社|联合社)$/u],
];

/** What sort of organisation a body is, by its name alone. */
export function unitKindOf(name: string): UnitKind {
  const plain = plainName(name);
  return RULES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'OTHER';
}
