import { readSeedRegions, type SeedRegion } from '../../src/regions/seed/read-regions';

const regions = readSeedRegions();
const byId = new Map(regions.map((region) => [region.stableId, region]));
const count = (of: Partial<SeedRegion>) =>
  regions.filter((region) => Object.entries(of).every(([key, value]) => region[key as keyof SeedRegion] === value)).length;
const childrenOf = (stableId: string, kind: SeedRegion['kind'] = 'DIVISION') =>
  regions.filter((region) => region.parentStableId === stableId && region.kind === kind);

describe('the country', () => {
  it('has the divisions that the ministry counts', () => {
    expect(count({ level: 'NATION' })).toBe(1);
    expect(count({ level: 'PROVINCE' })).toBe(34);
    expect(count({ level: 'PREFECTURE' })).toBe(333);
    expect(count({ level: 'COUNTY', kind: 'DIVISION' })).toBe(2846);
    expect(count({ level: 'TOWNSHIP' })).toBe(422);
    expect(count({ kind: 'ZONE' })).toBe(8);
    expect(regions).toHaveLength(3644);
  });

  it('names every parent before its children, one level or more above', () => {
    const order = ['NATION', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'];
    const seen = new Map<string, SeedRegion>();
    for (const region of regions) {
      const parent = region.parentStableId === null ? undefined : seen.get(region.parentStableId);
      expect([region.name, parent !== undefined]).toEqual([region.name, region.level !== 'NATION']);
      if (parent) expect(order.indexOf(region.level)).toBeGreaterThan(order.indexOf(parent.level));
      seen.set(region.stableId, region);
    }
  });

  it('has no code, stable id or name under one parent twice', () => {
    const codes = regions.flatMap((region) => region.code ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    expect(byId.size).toBe(regions.length);
    const names = regions.map((region) => `${region.parentStableId} ${region.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says of every region where it comes from and as of when', () => {
    for (const region of regions) {
      expect(region.source).not.toBe('');
      expect(region.sourceDate).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });
});

describe('places without a level in between', () => {
  it.each([
    ['110101', '110000'],
    ['310115', '310000'],
    ['500101', '500000'],
    ['500229', '500000'],
    ['419001', '410000'],
    ['429004', '420000'],
    ['429021', '420000'],
    ['469001', '460000'],
    ['659001', '650000'],
  ])('county %s belongs to province %s itself', (code, province) => {
    expect(byId.get(code)?.parentStableId).toBe(province);
    expect(byId.get(code)?.level).toBe('COUNTY');
  });

  it('the islands and waters of 三沙市 that are no county-level divisions are left out', () => {
    expect(childrenOf('460300').map((region) => region.name)).toEqual(['西沙区', '南沙区']);
  });

  it.each(['441900', '442000', '460400', '620200'])('prefecture %s has no counties', (code) => {
    expect(byId.get(code)?.level).toBe('PREFECTURE');
    expect(childrenOf(code)).toEqual([]);
  });

  it('a row that only gathers counties is no division', () => {
    for (const code of ['110100', '500200', '419000', '429000', '469000', '659000']) expect(byId.has(code)).toBe(false);
  });

  it.each(['710000', '810000', '820000'])('province %s ends the branch', (code) => {
    expect(byId.get(code)?.level).toBe('PROVINCE');
    expect(childrenOf(code)).toEqual([]);
  });
});

describe('the three prefectures', () => {
  const named = (stableId: string) => childrenOf(stableId).map((region) => `${region.code}${region.name}`);

  it('have their counties under their codes', () => {
    expect(byId.get('510000')?.name).toBe('四川省');
    expect(byId.get('511700')?.name).toBe('达州市');
    expect(byId.get('510800')?.name).toBe('广元市');
    expect(byId.get('511400')?.name).toBe('眉山市');
    expect(named('511700')).toEqual([
      '511702通川区',
      '511703达川区',
      '511722宣汉县',
      '511723开江县',
      '511724大竹县',
      '511725渠县',
      '511781万源市',
    ]);
    expect(named('510800')).toEqual([
      '510802利州区',
      '510811昭化区',
      '510812朝天区',
      '510821旺苍县',
      '510822青川县',
      '510823剑阁县',
      '510824苍溪县',
    ]);
    expect(named('511400')).toEqual(['511402东坡区', '511403彭山区', '511421仁寿县', '511423洪雅县', '511424丹棱县', '511425青神县']);
  });

  it('have the townships of the statistical list, county by county', () => {
    const townships = Object.fromEntries(
      ['511700', '510800', '511400'].flatMap((prefecture) =>
        childrenOf(prefecture).map((county) => [county.name, childrenOf(county.stableId).length]),
      ),
    );
    expect(townships).toEqual({
      ...{ 通川区: 18, 达川区: 33, 宣汉县: 37, 开江县: 13, 大竹县: 31, 渠县: 37, 万源市: 31 },
      ...{ 利州区: 15, 昭化区: 12, 朝天区: 12, 旺苍县: 23, 青川县: 20, 剑阁县: 29, 苍溪县: 31 },
      ...{ 东坡区: 16, 彭山区: 8, 仁寿县: 32, 洪雅县: 12, 丹棱县: 5, 青神县: 7 },
    });
  });

  it('万源市 has the towns and the subdistrict that its plan names', () => {
    const names = childrenOf('511781').map((region) => region.name);
    expect(names).toEqual(expect.arrayContaining(['古东关街道', '白沙镇', '官渡镇', '草坝镇', '沙滩镇']));
    expect(names.filter((name) => name.endsWith('街道'))).toEqual(['古东关街道']);
  });

  it('count no farm, reserve or development zone as a township', () => {
    for (const region of regions.filter(({ level }) => level === 'TOWNSHIP')) {
      expect(region.name).toMatch(/(街道|镇|乡)$/);
      expect(region.code?.startsWith(region.parentStableId ?? '-')).toBe(true);
    }
  });
});

describe('functional zones', () => {
  it('have a host, a document that names them, and never a code', () => {
    const zones = regions.filter((region) => region.kind === 'ZONE');
    for (const zone of zones) {
      expect(zone.code).toBeNull();
      expect(zone.level).toBe('COUNTY');
      expect(byId.get(zone.parentStableId ?? '')?.level).toBe('PREFECTURE');
      expect(zone.source).toContain('seeds/documents/');
    }
    expect(childrenOf('511700', 'ZONE').map((zone) => zone.name)).toEqual(['达州高新区', '达州东部经开区']);
    expect(childrenOf('511400', 'ZONE').map((zone) => zone.name)).toEqual(['天府新区眉山', '眉山高新区', '甘眉工业园区']);
    expect(childrenOf('510800', 'ZONE')).toHaveLength(3);
  });
});
