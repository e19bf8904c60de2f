import fc from 'fast-check';
import type { KnownUnit, NameMatch, ScopeRegion, UnitScope } from '../../../src/intake/resolve/known-unit';
import { matchUnits } from '../../../src/intake/resolve/match-units';
import { seedScope } from '../../../src/intake/resolve/seed-scope';
import { canonicalUnitKey, functionLineOf, unitKindOf } from '../../../src/units';

const reference = new Map<string, UnitScope>();

/** The reference data around a region, and departments met in its documents (or in those of others). */
function around(code: string, met: Readonly<Record<string, readonly string[]>> = {}): UnitScope {
  const scope = reference.get(code) ?? seedScope(code)!;
  reference.set(code, scope);
  const found = Object.entries(met).flatMap(([home, names]) =>
    names.map((name, at) =>
      aUnit(
        name,
        scope.regions.find(({ stableId }) => stableId === home)!,
        1_000_000 + at + Number(home.slice(-6)) * 100,
      ),
    ),
  );
  return { ...scope, units: [...scope.units, ...found] };
}

function aUnit(name: string, region: ScopeRegion, id: number): KnownUnit {
  return {
    id,
    region,
    name,
    aliases: [],
    canonicalKey: canonicalUnitKey(name, region.name),
    kind: unitKindOf(name),
    functionLine: functionLineOf(name),
    isReference: false,
  };
}

const one = (name: string, scope: UnitScope): NameMatch => matchUnits([name], scope)[0]!;
const taken = (name: string, scope: UnitScope) => {
  const { taken: found, isDoubtful } = one(name, scope);
  return found && [found.unit.region.name, found.unit.name, found.reason, isDoubtful ? 'doubtful' : 'sure'];
};

describe('a printed name is a body of the region itself', () => {
  const hefei = around('340100', { '340100': ['市发展和改革委员会', '市数据资源管理局', '市政务服务管理局', '市财政局', '市公安局'] });

  it.each([
    ['市财政局', '市财政局', 'NAME'],
    ['财政局', '市财政局', 'LEVEL_WORD'],
    ['合肥市财政局', '市财政局', 'LEVEL_WORD'],
    ['市发改委', '市发展和改革委员会', 'SHORT_FORM'],
    ['发展改革委', '市发展和改革委员会', 'SHORT_FORM'],
    ['市发改局', '市发展和改革委员会', 'SHORT_FORM'],
    ['市政府', '合肥市人民政府', 'SHORT_FORM'],
  ])('%s', (name, unit, reason) => {
    expect(taken(name, hefei)).toEqual(['合肥市', unit, reason, 'sure']);
  });

  it('by an alias that a document gave it', () => {
    const scope = {
      ...hefei,
      units: hefei.units.map((unit) => (unit.name === '市数据资源管理局' ? { ...unit, aliases: ['市数据局'] } : unit)),
    };
    expect(taken('市数据局', scope)).toEqual(['合肥市', '市数据资源管理局', 'ALIAS', 'sure']);
  });
});

describe('a short and a long name of one body, whichever of them is known', () => {
  it.each([
    ['区教委', '区教育委员会'],
    ['区教委', '区教育局'],
    ['区发改局', '区发展改革委'],
    ['区住建委', '区住房和城乡建设局'],
    ['区文旅局', '区文化和旅游局'],
    ['区文广旅局', '区文化广电旅游局'],
    ['区卫健委', '区卫生健康局'],
    ['区市监局', '市场监督管理局'],
    ['区行政审批局', '区行政审批服务局'],
    ['区政务服务局', '区政务服务管理局'],
    ['区应急局', '应急管理局'],
    ['区政府办', '区人民政府办公室'],
    ['区融媒体中心', '融媒体中心'],
  ])('%s and %s', (short, long) => {
    for (const [known, printed] of [
      [short, long],
      [long, short],
    ] as const)
      expect(taken(printed, around('500102', { '500102': [known] }))).toMatchObject(['涪陵区', known, expect.any(String), 'sure']);
  });

  it('does not make another body of the same sort', () => {
    const match = one('区数据局', around('500102', { '500102': ['区教委', '区大数据中心'] }));
    expect(match.taken).toBeNull();
    expect(match.draft).toMatchObject({ name: '区数据局' });
  });
});

describe('a printed name is a body elsewhere, where it says so', () => {
  it.each([
    // A district's documents print the city's bodies with 市.
    ['330106', '市生态环境局', { '330100': ['市生态环境局'] }, '杭州市', 'NAMED_REGION'],
    ['330106', '杭州市生态环境局', { '330100': ['市生态环境局'] }, '杭州市', 'NAMED_REGION'],
    ['310115', '市经信委', { '310000': ['市经济和信息化委员会'] }, '上海市', 'NAMED_REGION'],
    ['430111', '省人力资源和社会保障厅', { '430000': ['省人社厅'] }, '湖南省', 'NAMED_REGION'],
    // A city's documents name a county and its body.
    ['320500', '昆山市教育局', { '320583': ['市教育局'] }, '昆山市', 'NAMED_REGION'],
    ['320500', '昆山市人民政府', {}, '昆山市', 'NAMED_REGION'],
    ['440300', '南山区政府', {}, '南山区', 'NAMED_REGION'],
    // A government somewhere else altogether.
    ['440300', '梅州市人民政府', {}, '梅州市', 'FULL_NAME_ELSEWHERE'],
  ])('in %s: %s', (code, name, met, region, reason) => {
    const [where, , why, how] = taken(name, around(code, met))!;
    expect([where, why, how]).toEqual([region, reason, 'sure']);
  });

  it('a county-level city calls its own bodies 市…; those of the city above are candidates only', () => {
    const yiwu = around('330782', { '330700': ['市教育局'] });
    const match = one('市教育局', yiwu);
    expect(match.draft).toMatchObject({ name: '市教育局', region: { name: '义乌市' } });
    expect(match.candidates).toMatchObject([{ unit: { region: { name: '金华市' } }, reason: 'SAME_NAME_ELSEWHERE' }]);
  });

  it('a new body is proposed where its name says that it stands', () => {
    expect(one('市卫生健康委', around('330106')).draft).toMatchObject({ region: { name: '杭州市' } });
    expect(one('昆山市水务局', around('320500')).draft).toMatchObject({ region: { name: '昆山市' } });
    expect(one('区卫生健康局', around('330106')).draft).toMatchObject({ region: { name: '西湖区' } });
    expect(one('市场监管局', around('330106')).draft).toMatchObject({ region: { name: '西湖区' } });
  });

  it('a name that equally near bodies bear is nobody’s until a person says whose', () => {
    const match = one('城关镇人民政府', around('510000'));
    expect(match.taken).toBeNull();
    expect(match.draft).not.toBeNull();
  });
});

describe('a printed name that fits less well is taken with doubt', () => {
  const fuling = around('500102', { '500102': ['区公共资源交易中心', '区教育委员会', '区水利局', '区文化和旅游发展委员会'] });

  it.each([
    ['区公共资原交易中心', '区公共资源交易中心', 'NEAR_SPELLING'],
    ['区教育体育委员会', '区教育委员会', 'FUNCTION_LINE'],
  ])('%s', (name, unit, reason) => {
    expect(taken(name, fuling)).toEqual(['涪陵区', unit, reason, 'doubtful']);
  });

  it('but not for a body that the same document names by its own name', () => {
    const matches = matchUnits(['区教育委员会', '区教育体育委员会'], fuling);
    expect(matches.map(({ taken: found }) => found?.unit.name ?? null)).toEqual(['区教育委员会', null]);
    expect(matches[1]!.draft).not.toBeNull();
    expect(matches[1]!.candidates).toMatchObject([{ unit: { name: '区教育委员会' }, reason: 'FUNCTION_LINE' }]);
  });

  it('never where a number or the line of work differs', () => {
    const scope = around('500102', { '500102': ['区人民医院第一分院', '区民政局', '区城市管理局'] });
    expect(one('区人民医院第二分院', scope).taken).toBeNull();
    expect(one('区司法局', scope).taken).toBeNull();
    expect(one('区城乡规划局', scope).taken).toBeNull();
  });
});

describe('the committee of a functional zone', () => {
  it.each([
    ['511700', '达州高新区管委会', 'zone-dazhou-gaoxin'],
    ['511700', '市高新区管委会', 'zone-dazhou-gaoxin'],
    ['511700', '达州高新技术产业园区管理委员会', 'zone-dazhou-gaoxin'],
    ['511702', '达州东部经济技术开发区管委会', 'zone-dazhou-dongbu-jingkai'],
    ['510800', '广元经开区管理委员会', 'zone-guangyuan-jingkai'],
    ['511400', '眉山高新技术产业开发区管委会', 'zone-meishan-gaoxin'],
  ])('in %s: %s', (code, name, zone) => {
    expect(one(name, around(code)).taken).toMatchObject({ unit: { region: { stableId: zone } } });
  });

  it('of a known zone that has none yet is proposed there, of an unknown zone in the issuing region', () => {
    const dazhou = around('511700');
    const bare = { ...dazhou, units: dazhou.units.filter(({ kind }) => kind !== 'ZONE_COMMITTEE') };
    expect(one('达州高新区管委会', bare).draft).toMatchObject({ region: { stableId: 'zone-dazhou-gaoxin' } });
    expect(one('达州西部物流园区管委会', bare).draft).toMatchObject({ region: { name: '达州市' } });
  });
});

describe('forms of one unknown name', () => {
  it('are one proposed unit, called by the form that shows its level', () => {
    const matches = matchUnits(['住建局', '市住房和城乡建设局', '市住建局', '市住建局'], around('130100'));
    expect(new Set(matches.map(({ draft }) => draft)).size).toBe(1);
    expect(matches[0]!.draft).toMatchObject({ name: '市住建局', aliases: expect.arrayContaining(['住建局', '市住房和城乡建设局']) });
  });
});

describe('every government by rule', () => {
  it('is found by its name from the region above it and from itself', () => {
    const sichuan = around('510000');
    const counties = sichuan.units.filter(
      ({ kind, region }) => kind === 'GOVERNMENT' && region.path.startsWith(sichuan.region.path) && region.path.split('/').length === 6,
    );
    expect(counties.length).toBeGreaterThan(150);
    fc.assert(
      fc.property(fc.constantFrom(...counties), (unit) => {
        const upper = sichuan.regions.find(({ path }) => unit.region.path === `${path}${unit.region.id}/`)!;
        expect(one(unit.name, { ...sichuan, region: upper }).taken?.unit).toBe(unit);
        expect(one(unit.name, { ...sichuan, region: unit.region }).taken?.unit).toBe(unit);
        expect(one(unit.name.replace('人民政府', '政府'), { ...sichuan, region: unit.region }).taken?.unit).toBe(unit);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it('is the same answer whatever the order of the names, and every name has one', () => {
    const scope = around('511700', { '511700': ['市教育局', '市发展改革委', '市水务局'] });
    const names = ['市教育局', '发展改革委', '市水利局', '市教体局', '达川区人民政府', '高新区管委会', '市某某办公室', '市档案馆'];
    const inOrder = new Map(matchUnits(names, scope).map((match) => [match.name, match.taken?.unit.id ?? match.draft!.canonicalKey]));
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        const found = matchUnits(shuffled, scope);
        expect(new Map(found.map((match) => [match.name, match.taken?.unit.id ?? match.draft!.canonicalKey]))).toEqual(inOrder);
        for (const { candidates } of found) for (const { confidence } of candidates) expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20, seed: 3 },
    );
  });
});
