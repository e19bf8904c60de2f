import { haveSameSubject } from '../../src/lineage/same-subject';

const places = ['达州市', '达州', '通川区', '通川', '四川省', '四川'];

describe('two titles', () => {
  it.each([
    ['2023年全市政务公开工作要点', '2023年全区政务公开工作要点分工表'],
    ['四川省2023年政务公开工作要点', '达州市2023年政务公开重点工作任务分解表'],
    ['达州市人民政府办公室关于印发《2023年全市政务公开工作要点》的通知', '通川区2023年度政务公开工作实施方案'],
    ['2024年优化营商环境工作任务清单', '通川区2024年优化营商环境重点任务'],
    ['2022年政务公开工作要点', '2022年深化政务公开工作安排'],
  ])('are of one subject: %s, %s', (a, b) => {
    expect(haveSameSubject(a, b, places)).toBe(true);
    expect(haveSameSubject(b, a, places)).toBe(true);
  });

  it.each([
    ['2023年全市政务公开工作要点', '通川区2023年优化营商环境重点任务'],
    ['2024年政务公开工作要点', '2024年森林草原防灭火工作方案'],
    ['2024年工作要点', '2024年政务公开工作要点'],
  ])('are of two: %s, %s', (a, b) => {
    expect(haveSameSubject(a, b, places)).toBe(false);
  });
});
