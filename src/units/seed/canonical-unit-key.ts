import { namePieces, plainName } from './name-stems';
import { unitKindOf } from './unit-kind';

/** A first character that is part of the word and no level: 市场监督管理局, 市政服务中心, 市民服务中心, 区块链, 县域. */
const NO_LEVEL = /^(?:市场|市监(?=局|所|分局)|市政(?!府|务|协|管|法|策)|市民(?!政|族|宗)|区块链|区域|县域)/u;

/** Organs of the Party that are also printed without 市委 before them. */
const PARTY_HEAD = /^(?:组织部|宣传部|统一战线工作部|政法委|网络安全信息化办|机构编制办|社会工作部|巡察办)/u;

/**
 * The name without the region in front: its full name, a short form that keeps the last character (凉山州 of
 * 凉山彝族自治州), its bare name (通川 of 通川区), or the level alone, but only the region's own: to 达州市, 省政府 is another body.
 */
function withoutRegion(name: string, regionName: string | undefined): string {
  const level = regionName?.at(-1) ?? '省市区县州盟旗';
  if (regionName !== undefined) {
    for (let length = regionName.length - 1; length >= 2; length--) {
      const short = regionName.slice(0, length) + level;
      if (name.startsWith(short) && name.length > short.length) return name.slice(short.length);
    }
    if (name.startsWith(regionName) && name.length > regionName.length) return name.slice(regionName.length);
    const bare = regionName.slice(0, -1);
    if (bare.length >= 2 && !bare.startsWith('市') && name.startsWith(bare) && name.length > bare.length + 1)
      return name.slice(bare.length);
  }
  return level.includes(name.charAt(0)) && name.length > 1 && !NO_LEVEL.test(name) ? name.slice(1) : name;
}

/** 达州市公安局通川区分局 and 达州市通川生态环境局 to the form without the city that stands above the region. */
function withoutSuperior(name: string, regionName: string | undefined): string {
  if (regionName === undefined) return name;
  const bare = regionName.length > 2 ? regionName.slice(0, -1) : regionName;
  const branch = name.match(new RegExp(`^(?:.{2,8}?[市州盟])?(.{2,})局(?:${regionName}|${bare})分局$`, 'u'));
  if (branch) return `${branch[1]}分局`;
  const at = name.indexOf(bare);
  return at > 0 && /^(?:.{2,8}省)?.{2,8}[市州盟]$/u.test(name.slice(0, at)) ? name.slice(at) : name;
}

/**
 * Long and short forms of one body's name have one key; two bodies of one region never share it. Keys are compared inside
 * one region only: 区国资中心 and 市国资委 of different regions may look alike or not, it says nothing.
 */
export function canonicalUnitKey(name: string, regionName?: string): string {
  const kind = unitKindOf(name);
  const plain = plainName(name)
    .replace(/^中共/u, '')
    .replace(/^国家税务总局(?=.*税务局$)/u, '')
    .replace(/中国人民银行/u, '人行')
    .replace(/^(?:中国)?(?:共青团|团[省市县区州盟旗]委$).*$/u, '团委')
    .replace(/^(.*街道)(?:办)?$/u, '$1办事处')
    .replace(/^(.+[乡镇])$/u, (whole) => (kind === 'SUBDISTRICT_OR_TOWNSHIP' ? `${whole}政府` : whole));
  const own = withoutRegion(withoutSuperior(plain, regionName), regionName);
  if (kind === 'SUBDISTRICT_OR_TOWNSHIP' || kind === 'GOVERNMENT' || kind === 'ZONE_COMMITTEE') return own;
  // 发改局 and 发改委 are one body's name before and after a reform; 中心, 办 and 馆 are bodies of another sort and stay.
  const stemmed = kind === 'DEPARTMENT' || kind === 'VERTICAL_AGENCY' ? own.replace(/(?<=.{2})(?:局|委|厅)$/u, '') : own;
  const key = namePieces(stemmed)
    .map((piece) => piece.full)
    .join('');
  return PARTY_HEAD.test(key) ? `委${key}` : key;
}
