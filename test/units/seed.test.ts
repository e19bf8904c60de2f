import { readSeedRegions } from '../../src/regions/seed/read-regions';
import { canonicalUnitKey, functionLineOf, readFunctionLines, readSeedUnits, unitKindOf } from '../../src/units/seed';

const regions = readSeedRegions();
const units = readSeedUnits(regions);
const unitOf = (regionStableId: string) => units.filter((unit) => unit.regionStableId === regionStableId);

/** Every body that the documents name, by issuing region, with its line and kind: D DEPARTMENT, P PARTY_ORGAN, V VERTICAL_AGENCY … */
const NAMED: Record<string, string> = {
  达州市: `
    市政府办公室 GENERAL_OFFICE OFFICE / 市发展改革委 DEVELOPMENT_REFORM D / 市教育局 EDUCATION D / 市科技局 SCIENCE_TECHNOLOGY D
    市经信局 ECONOMY_INFORMATION D / 市公安局 PUBLIC_SECURITY D / 市民政局 CIVIL_AFFAIRS D / 市司法局 JUSTICE D / 市财政局 FINANCE D
    市人力资源社会保障局 HUMAN_RESOURCES_SOCIAL_SECURITY D / 市自然资源规划局 NATURAL_RESOURCES D / 市生态环境局 ECOLOGY_ENVIRONMENT D
    市住房城乡建设局 HOUSING_URBAN_RURAL D / 市交通运输局 TRANSPORT D / 市水务局 WATER D / 市农业农村局 AGRICULTURE_RURAL D
    市商务局 COMMERCE D / 市文体旅游局 CULTURE_TOURISM_SPORT D / 市卫生健康委 HEALTH D / 市退役军人局 VETERANS D / 市应急局 EMERGENCY D
    市审计局 AUDIT D / 市国资委 STATE_ASSETS D / 市市场监管局 MARKET_REGULATION D / 市统计局 STATISTICS D / 市医保局 MEDICAL_INSURANCE D
    市乡村振兴局 RURAL_REVITALISATION D / 市城管执法局 URBAN_MANAGEMENT D / 市税务局 TAX V / 市金融工作局 FINANCE_SUPERVISION D
    人行达州市中心支行 FINANCE_SUPERVISION V / 市口岸物流办 PORT_LOGISTICS D / 市数字经济局 DIGITAL_ECONOMY D
    市政管局 GOVERNMENT_AFFAIRS_SERVICE D / 市信访局 PETITIONS D / 市国家保密局 SECRECY D / 市委网信办 CYBERSPACE P
    市委优化营商环境办 BUSINESS_ENVIRONMENT P / 市委人才办 TALENT P / 市经济合作外事局 ECONOMIC_COOPERATION_FOREIGN_AFFAIRS D
    市公共资源交易服务中心 PUBLIC_RESOURCE_TRADING I / 市政府信息公开管理中心 OPEN_GOVERNMENT I / 市档案馆 ARCHIVES I
    市新闻出版局 PRESS_PUBLICATION D / 达州高新区管委会 - ZONE_COMMITTEE / 达州东部经开区管委会 - ZONE_COMMITTEE
    达川区人民政府 - GOVERNMENT / 万源市人民政府 - GOVERNMENT`,
  通川区: `
    区政府办公室 GENERAL_OFFICE OFFICE / 区发改局 DEVELOPMENT_REFORM D / 区经信局 ECONOMY_INFORMATION D / 区自然资源局 NATURAL_RESOURCES D
    区商务局 COMMERCE D / 区农业农村局 AGRICULTURE_RURAL D / 区乡村振兴局 RURAL_REVITALISATION D / 区财政局 FINANCE D / 区税务局 TAX V
    区行政审批局 GOVERNMENT_AFFAIRS_SERVICE D / 区教育局 EDUCATION D / 区应急管理局 EMERGENCY D / 区科技局 SCIENCE_TECHNOLOGY D
    区人社局 HUMAN_RESOURCES_SOCIAL_SECURITY D / 区退役军人局 VETERANS D / 区农民工服务中心 HUMAN_RESOURCES_SOCIAL_SECURITY I
    区卫健局 HEALTH D / 通川生态环境局 ECOLOGY_ENVIRONMENT V / 区民政局 CIVIL_AFFAIRS D / 区医保局 MEDICAL_INSURANCE D
    区住建局 HOUSING_URBAN_RURAL D / 区交运局 TRANSPORT D / 区国资中心 STATE_ASSETS I / 区审计局 AUDIT D / 区市场监管局 MARKET_REGULATION D
    区司法局 JUSTICE D / 区公共资源交易中心 PUBLIC_RESOURCE_TRADING I / 区口岸物流中心 PORT_LOGISTICS I / 区金融办 FINANCE_SUPERVISION D
    区政府信息公开管理中心 OPEN_GOVERNMENT I / 区委网信办 CYBERSPACE P / 区信访局 PETITIONS D / 区档案馆 ARCHIVES I / 区图书馆 LIBRARY I
    区公安分局 PUBLIC_SECURITY V / 区文体旅游局 CULTURE_TOURISM_SPORT D / 区统计局 STATISTICS D / 区综合行政执法局 URBAN_MANAGEMENT D
    区保密局 SECRECY D`,
  万源市: `
    市政府办公室 GENERAL_OFFICE OFFICE / 市司法局 JUSTICE D / 市发改局 DEVELOPMENT_REFORM D / 市住建局 HOUSING_URBAN_RURAL D
    市行政审批局 GOVERNMENT_AFFAIRS_SERVICE D / 市人社局 HUMAN_RESOURCES_SOCIAL_SECURITY D / 市卫健局 HEALTH D / 市民政局 CIVIL_AFFAIRS D
    市财政局 FINANCE D / 市自然资源局 NATURAL_RESOURCES D / 市农业农村局 AGRICULTURE_RURAL D / 市生态环境局 ECOLOGY_ENVIRONMENT D
    市乡村振兴局 RURAL_REVITALISATION D / 市教科局 EDUCATION D / 市医保局 MEDICAL_INSURANCE D / 市综合行政执法局 URBAN_MANAGEMENT D
    市市场监管局 MARKET_REGULATION D / 市交通运输局 TRANSPORT D / 市文体旅局 CULTURE_TOURISM_SPORT D / 市应急管理局 EMERGENCY D
    市公安局 PUBLIC_SECURITY D / 市经信局 ECONOMY_INFORMATION D / 市气象局 METEOROLOGY V / 市税务局 TAX V / 图书馆 LIBRARY I / 档案馆 ARCHIVES I
    市纪委监委 DISCIPLINE P / 市商务局 COMMERCE D / 市委宣传部 PUBLICITY P / 市融媒体中心 MEDIA I / 市审计局 AUDIT D
    市政府督查室 GENERAL_OFFICE OFFICE / 市委组织部 ORGANISATION P / 市委政法委 POLITICAL_LEGAL P / 市委编办 STAFFING P
    市委目标绩效办 PERFORMANCE_MANAGEMENT P / 市水务局 WATER D / 市统计局 STATISTICS D / 市信访局 PETITIONS D / 市退役军人事务局 VETERANS D
    市公共资源交易中心 PUBLIC_RESOURCE_TRADING I / 征储中心 NATURAL_RESOURCES I / 城市发展服务中心 URBAN_MANAGEMENT I
    古东关街道办 - SUBDISTRICT_OR_TOWNSHIP / 白沙镇 - SUBDISTRICT_OR_TOWNSHIP / 官渡镇 - SUBDISTRICT_OR_TOWNSHIP
    草坝镇 - SUBDISTRICT_OR_TOWNSHIP / 沙滩镇 - SUBDISTRICT_OR_TOWNSHIP / 市委办 PARTY_OFFICE P / 市人大办 PEOPLES_CONGRESS OTHER
    市政协办 POLITICAL_CONSULTATIVE_CONFERENCE OTHER / 市法院 COURT OTHER / 市检察院 PROCURATORATE OTHER / 市人武部 ARMED_FORCES OTHER`,
  广元市: `
    市政府办公室 GENERAL_OFFICE OFFICE / 广元经济技术开发区管委会 - ZONE_COMMITTEE / 市天然气综合利用工业园区管委会 - ZONE_COMMITTEE
    广元国际铁路港管委会 - ZONE_COMMITTEE`,
  眉山市: `
    市政府办公室 GENERAL_OFFICE OFFICE / 市发展改革委 DEVELOPMENT_REFORM D / 市经济和信息化局 ECONOMY_INFORMATION D / 市科技局 SCIENCE_TECHNOLOGY D
    市商务局 COMMERCE D / 市农业农村局 AGRICULTURE_RURAL D / 眉山高新区管委会 - ZONE_COMMITTEE / 甘眉工业园区管委会 - ZONE_COMMITTEE
    天府新区眉山管委会 - ZONE_COMMITTEE / 市市场监管局 MARKET_REGULATION D / 市教体局 EDUCATION D / 市公安局 PUBLIC_SECURITY D
    市人力资源社会保障局 HUMAN_RESOURCES_SOCIAL_SECURITY D / 市民政局 CIVIL_AFFAIRS D / 市退役军人事务局 VETERANS D / 市卫生健康委 HEALTH D
    市生态环境局 ECOLOGY_ENVIRONMENT D / 市医疗保障局 MEDICAL_INSURANCE D / 市住房城乡建设局 HOUSING_URBAN_RURAL D / 市交通运输局 TRANSPORT D
    市财政局 FINANCE D / 市审计局 AUDIT D / 市司法局 JUSTICE D / 市应急管理局 EMERGENCY D / 市税务局 TAX V / 市金融工作局 FINANCE_SUPERVISION D
    市政务服务管理局 GOVERNMENT_AFFAIRS_SERVICE D / 市信访局 PETITIONS D / 市规划自然资源局 NATURAL_RESOURCES D
    仁寿县人民政府 - GOVERNMENT / 东坡区人民政府 - GOVERNMENT / 青神县人民政府 - GOVERNMENT`,
};
const KINDS: Record<string, string> = { D: 'DEPARTMENT', P: 'PARTY_ORGAN', V: 'VERTICAL_AGENCY', I: 'PUBLIC_INSTITUTION' };
const named = Object.entries(NAMED).flatMap(([region, list]) =>
  list
    .trim()
    .split(/\s*(?:\/|\n)\s*/)
    .map((entry) => {
      const [name = '', line = '', kind = ''] = entry.split(' ');
      return { region, name, line: line === '-' ? null : line, kind: KINDS[kind] ?? kind };
    }),
);

describe('the bodies that the documents name', () => {
  it('show their function line', () => {
    expect(named.map(({ region, name }) => [region, name, functionLineOf(name)])).toEqual(
      named.map(({ region, name, line }) => [region, name, line]),
    );
  });

  it('show what sort of body they are', () => {
    expect(named.map(({ name }) => [name, unitKindOf(name)])).toEqual(named.map(({ name, kind }) => [name, kind]));
  });

  it('never share a key with another body of their region', () => {
    const keys = new Map<string, string>();
    for (const { region, name } of named) {
      const key = `${region} ${canonicalUnitKey(name, region)}`;
      expect([keys.get(key) ?? name, key]).toEqual([name, key]);
      keys.set(key, name);
    }
  });

  it('never share a key either where the region is not given', () => {
    for (const region of Object.keys(NAMED)) {
      const names = named.filter((body) => body.region === region).map(({ name }) => name);
      expect(new Set(names.map((name) => canonicalUnitKey(name))).size).toBe(names.length);
    }
  });
});

describe('long and short forms of one name', () => {
  it.each([
    ['达州市', ['市发展改革委', '发展改革委', '市发改委', '市发展和改革委员会', '达州市发展和改革委员会', '市发改局']],
    ['达州市', ['市人社局', '市人力资源社会保障局', '市人力资源和社会保障局', '达州市人力资源和社会保障局']],
    ['达州市', ['市政府办', '市政府办公室', '市人民政府办公室', '达州市人民政府办公室', '市府办']],
    ['达州市', ['市人民政府', '市政府', '达州市人民政府', '达州市政府']],
    ['达州市', ['市政管局', '市政务服务管理局']],
    ['达州市', ['市税务局', '国家税务总局达州市税务局']],
    ['达州市', ['人行达州市中心支行', '中国人民银行达州市中心支行']],
    ['达州市', ['市国资委', '市国有资产监督管理委员会', '达州市国资委']],
    ['达州市', ['市国家保密局', '市保密局']],
    ['达州市', ['市委网信办', '市委网络安全和信息化委员会办公室', '中共达州市委网络安全和信息化委员会办公室']],
    ['达州市', ['市委优化营商环境办', '市委优化营商环境办公室']],
    ['达州市', ['市公共资源交易服务中心', '市公共资源交易中心']],
    ['通川区', ['区公安分局', '达州市公安局通川区分局', '通川区公安分局']],
    ['通川区', ['通川生态环境局', '达州市通川生态环境局']],
    ['通川区', ['区交运局', '区交通运输局', '区交通局']],
    ['通川区', ['区住建局', '区住房和城乡建设局', '通川区住房城乡建设局']],
    ['万源市', ['市市场监管局', '市场监督管理局', '市市场监督管理局', '万源市市场监督管理局']],
    ['万源市', ['市交通运输局', '市交运局']],
    ['万源市', ['市文体旅局', '市文旅局', '文体旅局', '市文化体育和旅游局']],
    ['万源市', ['市纪委监委', '市纪委', '中共万源市纪律检查委员会']],
    ['万源市', ['市委编办', '市委机构编制委员会办公室']],
    ['万源市', ['市委宣传部', '宣传部', '中共万源市委宣传部']],
    ['万源市', ['古东关街道办', '古东关街道', '古东关街道办事处']],
    ['万源市', ['白沙镇', '白沙镇人民政府', '白沙镇政府']],
    ['万源市', ['公共资源交易中心', '市公共资源交易中心']],
    ['眉山市', ['市经济和信息化局', '市经信局']],
    ['眉山市', ['市规划自然资源局', '市自然资源和规划局']],
    ['眉山市', ['天府新区眉山管委会', '天府新区眉山管理委员会']],
    ['凉山彝族自治州', ['州发改委', '凉山州发展改革委', '凉山彝族自治州发展和改革委员会']],
    ['渠县', ['县教育局', '渠县教育局']],
    ['渠县', ['县教委', '县教育委员会', '县教育局', '教委']],
    ['达州市', ['市住建委', '市建委', '市住房和城乡建设管理委员会', '市住房城乡建设局']],
    ['达州市', ['市农委', '市农业农村委', '市农业农村局']],
    ['达州市', ['市文旅委', '市文化和旅游发展委员会']],
    ['达州市', ['市人力社保局', '市人力资源社会保障局']],
    ['达州市', ['市规划资源局', '市规划和自然资源局']],
    ['达州市', ['市行政审批局', '市行政审批服务局']],
    ['达州市', ['市政务服务和数据管理局', '市政务服务和大数据管理局']],
    ['达州市', ['市数据局', '市数据管理局']],
    ['达州市', ['市市监局', '市监局', '市市场监管局']],
    ['达州市', ['市政府国资委', '市国资委']],
    ['达州市', ['市外办', '市外事办公室']],
    ['达州市', ['团市委', '共青团达州市委', '共青团达州市委员会']],
  ])('have one key in %s: %j', (region, forms) => {
    expect(new Set(forms.map((form) => canonicalUnitKey(form, region))).size).toBe(1);
  });

  it.each([
    ['达州市', '市政府办公室', '省政府办公室'],
    ['达州市', '市政府', '市政府办公室'],
    ['达州市', '市委', '市委办'],
    ['达州市', '市政府', '市政协'],
    ['达州市', '市教育局', '市教体局'],
    ['达州市', '市国资委', '市国资中心'],
    ['达州市', '市乡村振兴局', '市乡村振兴中心'],
    ['达州市', '市政务服务管理局', '市政务服务中心'],
    ['达州市', '市政服务中心', '市政务服务中心'],
    ['达州市', '市教委', '市委'],
    ['达州市', '市民族宗教委', '市教委'],
    ['达州市', '市大数据局', '市大数据中心'],
    ['达州市', '市外办', '市外商投资企业协会'],
    ['通川区', '区财政局', '市财政局'],
    ['通川区', '区公安分局', '区公安局'],
  ])('but in %s %s is not %s', (region, one, other) => {
    expect(canonicalUnitKey(one, region)).not.toBe(canonicalUnitKey(other, region));
  });
});

describe('other organs of local governments', () => {
  it.each([
    ['市国有资产监督管理委员会', 'STATE_ASSETS', 'DEPARTMENT'],
    ['达州海关', 'CUSTOMS', 'VERTICAL_AGENCY'],
    ['达州市通川生态环境局', 'ECOLOGY_ENVIRONMENT', 'VERTICAL_AGENCY'],
    ['达州市生态环境局', 'ECOLOGY_ENVIRONMENT', 'DEPARTMENT'],
    ['市交通运输综合行政执法支队', 'TRANSPORT', 'DEPARTMENT'],
    ['市商务和经济合作局', 'COMMERCE', 'DEPARTMENT'],
    ['市大数据中心', 'DIGITAL_ECONOMY', 'PUBLIC_INSTITUTION'],
    ['省发展和改革委员会', 'DEVELOPMENT_REFORM', 'DEPARTMENT'],
    ['省政府办公厅', 'GENERAL_OFFICE', 'OFFICE'],
    ['国务院', null, 'GOVERNMENT'],
    ['市工商行政管理局', 'MARKET_REGULATION', 'DEPARTMENT'],
    ['市行政管理研究中心', null, 'PUBLIC_INSTITUTION'],
    ['市级各部门（单位）', null, 'OTHER'],
  ])('%s: line %s, kind %s', (name, line, kind) => {
    expect([functionLineOf(name), unitKindOf(name)]).toEqual([line, kind]);
  });
});

describe('function lines', () => {
  it('have unique codes and titles, and no stem twice', () => {
    const lines = readFunctionLines();
    for (const values of [lines.map((line) => line.code), lines.map((line) => line.titleZh), lines.flatMap((line) => line.stems.flat())]) {
      expect(new Set(values).size).toBe(values.length);
    }
    expect(lines.length).toBe(74);
  });
});

describe('units by rule', () => {
  it('every division from the nation to the township has its government, 港澳台 and 金门县 none', () => {
    expect(unitOf('100000').map((unit) => unit.name)).toEqual(['国务院']);
    expect(unitOf('510000').map((unit) => unit.name)).toEqual(['四川省人民政府']);
    for (const code of ['710000', '810000', '820000', '350527']) expect(unitOf(code)).toEqual([]);
    expect(units).toHaveLength(regions.length - 4);
  });

  it.each([
    ['513400', '凉山彝族自治州人民政府'],
    ['469025', '白沙黎族自治县人民政府'],
    ['429021', '神农架林区人民政府'],
    ['520203', '六枝特区人民政府'],
    ['150222', '固阳县人民政府'],
    ['152221', '科尔沁右翼前旗人民政府'],
    ['650000', '新疆维吾尔自治区人民政府'],
    ['232700', '大兴安岭地区行政公署'],
    ['152500', '锡林郭勒盟行政公署'],
  ])('of %s is %s', (code, name) => {
    expect(unitOf(code)).toMatchObject([{ name, kind: 'GOVERNMENT', functionLine: null }]);
  });

  it('a subdistrict has an office, a town a government', () => {
    expect(unitOf('511781001')).toMatchObject([
      { name: '古东关街道办事处', kind: 'SUBDISTRICT_OR_TOWNSHIP', aliases: ['古东关街道办', '古东关街道'] },
    ]);
    expect(unitOf('511781110')).toMatchObject([{ name: '白沙镇人民政府', kind: 'SUBDISTRICT_OR_TOWNSHIP' }]);
  });

  it('a zone has its committee, named as printed', () => {
    const committees = units.filter((unit) => unit.kind === 'ZONE_COMMITTEE').map((unit) => unit.name);
    expect(committees).toEqual(
      expect.arrayContaining(['达州高新区管委会', '达州东部经开区管委会', '天府新区眉山管委会', '广元国际铁路港管委会']),
    );
    expect(committees).toHaveLength(8);
  });

  it('kinds by rule and kinds by name agree', () => {
    for (const unit of units) expect([unit.name, unitKindOf(unit.name)]).toEqual([unit.name, unit.kind]);
  });

  it('no name is given twice in a region, and every region exists', () => {
    const stableIds = new Set(regions.map((region) => region.stableId));
    const names = units.map((unit) => `${unit.regionStableId} ${unit.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const unit of units) expect(stableIds.has(unit.regionStableId)).toBe(true);
  });
});
