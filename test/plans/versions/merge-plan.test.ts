import type { KeptContent } from '../../../src/plans/content/load-content';
import type { TaskContent } from '../../../src/plans/content/task-content';
import { mergePlan, type VersionContent } from '../../../src/plans/versions/merge-plan';

const facts: KeptContent['plan'] = {
  ...{ title: '要点', documentNumber: '渠府办发〔2024〕1号', kind: 'KEY_POINTS', issuer: '渠县人民政府办公室', issuedOn: '2024-05-01' },
  ...{ year: 2024, basis: [], remarks: ['年底前完成'], disclosure: '主动公开' },
};

const aTask = (text: string, over: Partial<TaskContent> = {}): TaskContent => ({
  ...{
    number: 0,
    printedNumber: null,
    categoryPath: [],
    text,
    responsibleText: null,
    leadOfficial: null,
    responsibilities: [],
    openEnded: false,
  },
  deadline: {
    ...{ text: null, kind: 'NONE', dueOn: null, precision: null, thenOngoing: false, rrule: null, quota: null },
    ...{ trigger: null, duration: null, dayCount: null, rule: 'none' },
  },
  targets: [],
  source: { page: null, row: null, line: null, lineEnd: null, text },
  ...over,
});

const kept = (tasks: (TaskContent & { id: number })[], plan = facts): KeptContent => ({ plan, tasks, annexes: [] });
const read = (tasks: TaskContent[], plan = facts) => ({ plan, tasks, annexes: [] });
const withId = (id: number, task: TaskContent) => ({ ...task, id });

describe('a plan under a new document', () => {
  const [school, budget, replies] = [aTask('公开学校招生信息。'), aTask('公开财政预算。'), aTask('规范办理依申请公开。')];
  const before: VersionContent = kept([withId(1, school), withId(2, budget), withId(3, replies)]);

  it('is as it was where the document says the same', () => {
    const merged = mergePlan(before, kept([withId(1, school), withId(2, budget), withId(3, replies)]), read([school, budget, replies]));
    expect(merged.tasks.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(merged).toMatchObject({ plan: facts, places: [0, 1, 2], conflicts: [] });
  });

  it('takes the order of the document, and what is new to it', () => {
    const added = aTask('举办政务开放日。');
    const merged = mergePlan(before, kept([withId(1, school), withId(2, budget), withId(3, replies)]), read([replies, added, school]));
    expect(merged.tasks.map(({ id }) => id)).toEqual([3, null, 1]);
  });

  it('keeps a task out that a person took out, and says so where the document words it anew', () => {
    const now = kept([withId(1, school), withId(3, replies)]);
    expect(mergePlan(before, now, read([school, budget, replies]))).toMatchObject({ places: [0, null, 1], conflicts: [] });
    const reworded = mergePlan(before, now, read([school, aTask('公开财政预算和决算。'), replies]));
    expect(reworded.tasks.map(({ id }) => id)).toEqual([1, 3]);
    expect(reworded.conflicts).toMatchObject([{ taskId: null, place: 1, field: 'tasks' }]);
  });

  it('keeps the parts of a task that a person split', () => {
    const parts = [withId(1, aTask('公开学校')), withId(9, aTask('招生信息。'))];
    const merged = mergePlan(before, kept([...parts, withId(2, budget), withId(3, replies)]), read([school, budget, replies]));
    expect(merged.tasks.map(({ id, text }) => [id, text])).toEqual([
      [1, '公开学校'],
      [9, '招生信息。'],
      [2, '公开财政预算。'],
      [3, '规范办理依申请公开。'],
    ]);
    expect(merged.conflicts).toEqual([]);
  });

  it('is the record that a person added where the document now has that task', () => {
    const added = withId(9, aTask('举办政务开放日。'));
    const merged = mergePlan(
      before,
      kept([withId(1, school), added, withId(2, budget), withId(3, replies)]),
      read([school, budget, replies, aTask('举办政务开放日。')]),
    );
    expect(merged.tasks.map(({ id }) => id)).toEqual([1, 2, 3, 9]);
  });

  it('loses nothing of the plan itself that another format does not print', () => {
    const bare = { ...facts, documentNumber: null, issuer: null, issuedOn: null, remarks: [], disclosure: null, kind: 'OTHER' as const };
    const merged = mergePlan(before, kept([withId(1, school)]), read([school], bare));
    expect(merged.plan).toEqual(facts);
  });

  it('keeps what a person corrected in the plan itself, and says where the document differs again', () => {
    const corrected = { ...facts, title: '更正后的标题' };
    const merged = mergePlan(
      before,
      kept([withId(1, school)], corrected),
      read([school], { ...facts, title: '新标题', issuedOn: '2024-06-01' }),
    );
    expect(merged.plan).toMatchObject({ title: '更正后的标题', issuedOn: '2024-06-01' });
    expect(merged.conflicts).toEqual([{ taskId: null, place: null, field: 'title', kept: '更正后的标题', document: '新标题' }]);
  });
});
