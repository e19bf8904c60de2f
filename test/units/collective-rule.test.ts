import { collectiveRule } from '../../src/units';

const counties = { below: 'COUNTY', nameEndings: [] };
const prefectures = { below: 'PREFECTURE', nameEndings: [] };
const departments = { own: ['DEPARTMENT', 'OFFICE', 'PARTY_ORGAN', 'VERTICAL_AGENCY', 'PUBLIC_INSTITUTION'] };

describe('the rule behind a collective expression', () => {
  it.each([
    ['各县（市、区）人民政府', [counties]],
    ['各县（区）人民政府', [counties]],
    ['各区县政府', [counties]],
    ['各县区', [counties]],
    ['各市（州）人民政府', [prefectures]],
    ['各市（州）、县（市、区）人民政府', [prefectures, counties]],
    ['各乡镇街委', [{ below: 'TOWNSHIP', nameEndings: ['乡', '苏木', '镇', '街道', '街道办事处'] }]],
    ['各乡、镇人民政府', [{ below: 'TOWNSHIP', nameEndings: ['乡', '苏木', '镇'] }]],
    ['各镇（街道）', [{ below: 'TOWNSHIP', nameEndings: ['镇', '街道', '街道办事处'] }]],
    ['各街道办事处', [{ below: 'TOWNSHIP', nameEndings: ['街道', '街道办事处'] }]],
    ['各园区管委会', [{ below: 'ZONE' }]],
  ])('%s selects governments or zones below', (expression, selectors) => {
    expect(collectiveRule(expression).selectors).toEqual(selectors);
  });

  it.each([
    '市级各部门（单位）',
    '市直各部门',
    '各部门',
    '区级各部门（单位）',
    '各级各部门（单位）',
    '县级各部门、单位',
    '各市级部门',
    '市级部门',
    '各单位',
  ])('%s means the departments of the region itself, as far as they are known', (expression) => {
    expect(collectiveRule(expression)).toMatchObject({ selectors: [departments], roster: 'KNOWN' });
  });

  it.each(['市政府工作部门', '区政府工作部门', '市政府各部门', '县人民政府各工作部门', '市政府组成部门'])(
    '%s leaves out what is not of the government',
    (expression) => {
      expect(collectiveRule(expression)).toMatchObject({ selectors: [{ own: ['DEPARTMENT', 'OFFICE'] }], roster: 'KNOWN' });
    },
  );

  it.each([
    '有关县（市、区）人民政府',
    '市级有关部门（单位）',
    '区政府相关工作部门',
    '牵头职能部门',
    '被审计市级部门（单位）',
    '26个基层政务公开事项领域的部门（见附件4）',
    '各责任单位',
  ])('%s means some who are not named', (expression) => {
    expect(collectiveRule(expression)).toMatchObject({ selectors: null, roster: 'KNOWN' });
  });

  it('a collective of one line of work selects that line', () => {
    expect(collectiveRule('各级保密行政管理部门')).toMatchObject({ selectors: [{ line: 'SECRECY' }], roster: 'KNOWN' });
  });

  it('governments of divisions are a complete roster, zone committees are not', () => {
    expect(collectiveRule('各县（市、区）人民政府').roster).toBe('COMPLETE');
    expect(collectiveRule('各县（市、区）人民政府、园区管委会').roster).toBe('KNOWN');
  });

  it.each(['各科室', '局属各单位', '各股室'])('%s is left without members', (expression) => {
    expect(collectiveRule(expression).roster).toBe('KNOWN');
  });
});
