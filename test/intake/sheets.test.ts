import type { ParseResult } from '../../src/intake';
import { xlsxOf, type Sheet } from '../support/office/xlsx-writer';
import { officeReading } from './office-reading';

const TITLE = '2024年全县政务公开工作任务分解表';
const HEADING = ['序号', '工作任务', '责任单位', '完成时限'];
const FIRST = [1, '公开重大项目信息，定期更新。', '县发展改革局', '2024年6月底前'];
const SECOND = [2, '组织政策解读，提高解读质量。', '县政府办公室', '持续推进'];

function readingOf(...sheets: Sheet[]): Promise<ParseResult> {
  return officeReading(xlsxOf({ sheets }));
}

const paths = (reading: ParseResult): string[][] => reading.tasks.map(({ categoryPath }) => categoryPath);

describe('sheets before the tasks', () => {
  const tasks: Sheet = { name: '分解表', rows: [[TITLE], HEADING, FIRST, SECOND], merged: ['A1:D1'] };

  it.each<[string, Sheet]>([
    [
      'how to fill in the form',
      { name: '填报说明', rows: [['填报说明'], ['一、本表由各单位填报。'], ['二、每季度末前报送县政府办公室。']] },
    ],
    [
      'the members of a group',
      {
        name: '名单',
        rows: [['县政务公开领导小组成员名单'], ['姓名', '职务', '电话'], ['某甲', '组长', '0818-1'], ['某乙', '副组长', '0818-2']],
      },
    ],
  ])('%s: neither the title nor the categories come from it', async (_, before) => {
    const reading = await readingOf(before, tasks);
    expect(reading.plan).toMatchObject({ title: TITLE, year: 2024, kind: 'ASSIGNMENT_TABLE' });
    expect(paths(reading)).toEqual([[], []]);
  });

  it('a cover names the plan where the sheet of its tasks does not', async () => {
    const reading = await readingOf({ name: '封面', rows: [[TITLE]] }, { name: 'Sheet2', rows: [HEADING, FIRST, SECOND] });
    expect(reading.plan).toMatchObject({ title: TITLE, year: 2024 });
  });
});

describe('a sheet per area of work', () => {
  it('its title without a number is the category', async () => {
    const reading = await readingOf(
      { name: 'Sheet1', rows: [['主动公开'], HEADING, FIRST, SECOND], merged: ['A1:D1'] },
      { name: 'Sheet2', rows: [['政策解读'], HEADING, FIRST, SECOND], merged: ['A1:D1'] },
    );
    expect(paths(reading)).toEqual([['主动公开'], ['主动公开'], ['政策解读'], ['政策解读']]);
  });

  it('else its name is, where nothing else divides the tasks', async () => {
    const titled = (name: string): Sheet => ({ name, rows: [[TITLE], HEADING, FIRST, SECOND], merged: ['A1:D1'] });
    const reading = await readingOf(titled('主动公开'), titled('政策解读'));
    expect(reading.plan.title).toBe(TITLE);
    expect(paths(reading)).toEqual([['主动公开'], ['主动公开'], ['政策解读'], ['政策解读']]);
    const [, ...rest] = HEADING;
    const divided = (name: string, category: string): Sheet => ({
      name,
      rows: [
        ['序号', '重点领域', ...rest],
        [1, category, ...FIRST.slice(1)],
        [2, category, ...SECOND.slice(1)],
      ],
    });
    expect(paths(await readingOf(divided('上半部分', '财政'), divided('下半部分', '民生')))).toEqual([
      ['财政'],
      ['财政'],
      ['民生'],
      ['民生'],
    ]);
  });

  it('names that a program or a calendar gives are no areas', async () => {
    const rows = [HEADING, FIRST, SECOND];
    expect(paths(await readingOf({ name: 'Sheet1', rows }, { name: 'Sheet2', rows }))).toEqual([[], [], [], []]);
    expect(paths(await readingOf({ name: '主动公开', rows }))).toEqual([[], []]);
  });
});

describe('what stands under a table', () => {
  it('who signs the form sets no task and is no remark, an explanation is a remark', async () => {
    const signed = ['填报人：某甲', null, '审核人：某乙', '电话：123'];
    const reading = await readingOf({
      name: '表',
      rows: [[TITLE], HEADING, FIRST, SECOND, signed, [], ['说明：时限以通知为准。'], ['填表说明：按季报送。']],
    });
    expect(reading.tasks).toHaveLength(2);
    expect(reading.tasks[1]?.responsibilities).toHaveLength(1);
    expect(reading.plan.remarks).toEqual(['说明：时限以通知为准。', '填表说明：按季报送。']);
  });
});
