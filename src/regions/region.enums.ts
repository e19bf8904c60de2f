import { describeEnum } from '../platform/graphql';

export const RegionLevel = describeEnum('RegionLevel', 'Administrative level of a region. (行政层级)', {
  NATION: 'The nation. (国家)',
  PROVINCE: 'Province, autonomous region, municipality, special administrative region. (省级)',
  PREFECTURE: 'Prefecture-level city, prefecture, league. (市、州、盟)',
  COUNTY: 'County, district, county-level city, banner. (县、市辖区、县级市、旗)',
  TOWNSHIP: 'Township, town, subdistrict. (乡、镇、街道)',
});
export type RegionLevel = keyof typeof RegionLevel;

export const RegionKind = describeEnum('RegionKind', 'Whether a region is a division of the state or a functional zone. (区域类别)', {
  DIVISION: 'An administrative division with a GB/T 2260 code. (行政区划)',
  ZONE: 'A functional zone without a code of its own, inside a host region. (功能区)',
});
export type RegionKind = keyof typeof RegionKind;
