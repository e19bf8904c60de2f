import { pairTasks } from '../../../src/plans';

const task = (text: string, ...categoryPath: string[]) => ({ text, categoryPath });

describe('which task of an earlier list a task continues', () => {
  it('is the one with the same words under the same categories, wherever it stands', () => {
    const earlier = [task('公开财政预算。', '财政'), task('公开财政预算。', '民生'), task('公开学校招生信息。')];
    const later = [task('公开学校招生信息。'), task('公开财政预算。', '民生'), task('公开财政预算。', '财政')];
    expect(pairTasks(earlier, later)).toEqual([2, 1, 0]);
  });

  it('is each at most once, in order', () => {
    expect(pairTasks([task('公开。'), task('公开。')], [task('公开。'), task('公开。'), task('公开。')])).toEqual([0, 1, -1]);
  });

  it('is the most alike of those that are left', () => {
    const earlier = [task('公开学校招生信息和收费信息。'), task('公开财政预算和决算。')];
    const later = [task('公开市级财政预算和决算情况。'), task('公开学校招生信息、收费信息。'), task('举办招聘会。')];
    expect(pairTasks(earlier, later)).toEqual([1, 0, -1]);
  });

  it('is none where hardly a word agrees', () => {
    expect(pairTasks([task('公开财政预算。')], [task('定期举办政务开放日活动。')])).toEqual([-1]);
  });

  it('is found in long lists that were reworded throughout', () => {
    const earlier = Array.from({ length: 1_000 }, (_, at) => task(`第${at}项：公开第${at}类信息的目录。`));
    const later = earlier.map(({ text }) => task(`${text}按季更新。`));
    expect(pairTasks(earlier, later)).toEqual(earlier.map((_, at) => at));
  });
});
