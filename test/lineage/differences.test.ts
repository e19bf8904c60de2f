import fc from 'fast-check';
import { Deadline } from '../../src/plans';
import { diffDeadlines } from '../../src/lineage/difference/deadline-diff';
import { diffTargets, type Promised } from '../../src/lineage/difference/target-diff';
import { diffTexts } from '../../src/lineage/difference/text-diff';
import { diffBearers, type Bearer } from '../../src/lineage/difference/unit-diff';

/** What is gone in [-…-], what is new in {+…+}. */
const marked = (before: string, after: string, names: string[] = []): string =>
  diffTexts(before, after, names)
    .map(({ kind, text }) => ({ EQUAL: text, REMOVED: `[-${text}-]`, ADDED: `{+${text}+}` })[kind])
    .join('');

describe('the difference of two texts', () => {
  it.each([
    ['做好53项民生实事实施信息公开。', '做好通川区10项民生实事实施信息公开', '做好[-53项-]{+通川区10项+}民生实事实施信息公开[-。-]'],
    ['于2023年7月31日前完成', '于2024年7月31日前完成', '于[-2023年7月31日-]{+2024年7月31日+}前完成'],
    ['比例不得低于55%', '比例不得低于90%', '比例不得低于[-55%-]{+90%+}'],
    ['在县（市、区）政府公开', '在县（市）政府公开', '在县[-（市、区）-]{+（市）+}政府公开'],
    ['落实“一区一枢纽”定位', '落实“三城一枢纽”定位', '落实[-“一区一枢纽”-]{+“三城一枢纽”+}定位'],
    ['按照川办函〔2022〕89号要求', '按照川办函〔2023〕89号要求', '按照川办函[-〔2022〕89号-]{+〔2023〕89号+}要求'],
    ['及时公开（见附件', '及时公开见附件', '及时公开[-（-]见附件'],
  ])('%s → %s', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it('keeps the name of a unit whole', () => {
    const texts = ['市政府办公室将组织评议', '区政府办公室将组织评议'] as const;
    expect(marked(...texts, ['市政府办公室', '区政府办公室'])).toBe('[-市政府办公室-]{+区政府办公室+}将组织评议');
  });

  it('gives both texts back to the character, and changes nothing where nothing changed', () => {
    const piece = fc.constantFrom(
      '公开',
      '信息',
      '（市、区）',
      '（',
      '”',
      '“',
      '2023年',
      '7月底',
      '5',
      '%',
      '。',
      '的',
      '市教育局',
      'a',
      '𠮷',
    );
    const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = diffTexts(before, after, ['市教育局']);
        const without = (kind: string) => segments.flatMap((segment) => (segment.kind === kind ? [] : segment.text)).join('');
        expect([without('ADDED'), without('REMOVED')]).toEqual([before, after]);
        expect(segments.every(({ text: part }) => part !== '')).toBe(true);
        expect(segments.every(({ kind }) => kind === 'EQUAL')).toBe(before === after);
      }),
    );
  });

  it('of two long texts that have nothing in common is one piece against the other', () => {
    const long = (from: number) => Array.from({ length: 6_000 }, (_, at) => `${String.fromCodePoint(from + (at % 4_000))}、`).join('');
    const [before, after] = [long(0x4e00), long(0x7000).replaceAll('、', '；')];
    expect(diffTexts(before, after)).toEqual([
      { kind: 'REMOVED', text: before },
      { kind: 'ADDED', text: after },
    ]);
  });

  it('takes brackets that are never closed for characters, however many there are', () => {
    const open = '（'.repeat(50_000);
    expect(diffTexts(open, `${open}）`).map(({ kind }) => kind)).toContain('ADDED');
  });
});

describe('the difference of two deadlines', () => {
  const deadline = (facts: Partial<Deadline>): Deadline =>
    Object.assign(
      new Deadline(),
      { kind: 'NONE', dueOn: null, thenOngoing: false, rrule: null, quota: null, trigger: null, duration: null, dayCount: null },
      facts,
    );

  it('is none where both mean the same, however they are printed', () => {
    const before = deadline({ kind: 'BY_DATE', dueOn: '2023-08-31', text: '8月31日' });
    expect(diffDeadlines(before, deadline({ kind: 'BY_DATE', dueOn: '2023-08-31', text: '2023年8月底' }))).toBeNull();
  });

  it('counts the days between dates, back and forth', () => {
    const [june, july] = ['2023-06-30', '2023-07-31'].map((dueOn) => deadline({ kind: 'BY_DATE', dueOn }));
    expect(diffDeadlines(june!, july!)).toEqual({ kindChanged: false, shiftDays: 31 });
    expect(diffDeadlines(july!, june!)).toEqual({ kindChanged: false, shiftDays: -31 });
  });

  it('tells a change of sort, for which there are no days', () => {
    const before = deadline({ kind: 'BY_DATE', dueOn: '2023-08-31' });
    expect(diffDeadlines(before, deadline({ kind: 'ONGOING' }))).toEqual({ kindChanged: true, shiftDays: null });
    expect(diffDeadlines(deadline({ kind: 'RECURRING', quota: 1 }), deadline({ kind: 'RECURRING', quota: 2 }))).toEqual({
      kindChanged: false,
      shiftDays: null,
    });
  });
});

describe('the bodies of two tasks', () => {
  const unit = (canonicalKey: string, functionLineCode: string | null): Bearer => ({
    unit: { canonicalKey, functionLineCode },
    group: null,
  });
  const group = (expression: string, selectors: object[] | null): Bearer => ({ unit: null, group: { expression, selectors } });

  it('are the same where their line of work is, at whatever level', () => {
    const [education, science, health, tourism] = [
      unit('教育', 'EDUCATION'),
      unit('科学技术', 'SCIENCE'),
      unit('卫生健康', 'HEALTH'),
      unit('旅游', null),
    ];
    const educationSports = unit('教育体育', 'EDUCATION');
    expect(diffBearers([education, science], [health, educationSports, tourism])).toEqual([
      { kind: 'KEPT', before: education, after: educationSports },
      { kind: 'REMOVED', before: science, after: null },
      { kind: 'ADDED', before: null, after: health },
      { kind: 'ADDED', before: null, after: tourism },
    ]);
  });

  it('are paired by name before they are paired by line', () => {
    const [office, supervision] = [unit('政府办', 'GENERAL_OFFICE'), unit('政府督查室', 'GENERAL_OFFICE')];
    const [lowerSupervision, lowerOffice] = [{ ...supervision }, { ...office }];
    expect(diffBearers([office, supervision], [lowerSupervision, lowerOffice]).map(({ after }) => after)).toEqual([
      lowerOffice,
      lowerSupervision,
    ]);
  });

  it('are the same collective where they mean the governments below, or the departments of their own level', () => {
    const counties = group('各县（市、区）人民政府', [{ below: 'COUNTY', nameEndings: [] }]);
    const towns = group('各乡镇街委', [{ below: 'TOWNSHIP', nameEndings: ['乡'] }]);
    const zones = group('各园区管委会', [{ below: 'ZONE' }]);
    expect(diffBearers([counties, zones], [towns]).map(({ kind }) => kind)).toEqual(['KEPT', 'REMOVED']);
    const [city, district] = [group('牵头职能部门', null), group('牵头职能部门', null)];
    expect(diffBearers([city], [district])).toEqual([{ kind: 'KEPT', before: city, after: district }]);
    expect(diffBearers([group('市级有关部门', null)], [group('区级有关部门', null)]).map(({ kind }) => kind)).toEqual(['KEPT']);
  });
});

describe('the promises of two tasks', () => {
  const target = (facts: Partial<Promised>): Promised => ({
    metric: null,
    metricCode: null,
    comparator: null,
    value: null,
    unit: null,
    period: null,
    dueOn: null,
    phrase: '',
    ...facts,
  });

  it('are matched by what they measure, and told by how much they rose', () => {
    const before = target({ metric: '多元化政策解读比例', metricCode: 'RATIO', comparator: 'AT_LEAST', value: 55, unit: '%' });
    const after = target({ metric: '多元化解读比例', metricCode: 'RATIO', comparator: 'AT_LEAST', value: 90, unit: '%' });
    const training = target({ metric: '专题培训', comparator: 'AT_LEAST', value: 1, unit: '次' });
    expect(diffTargets([before], [training, after])).toEqual([
      { kind: 'CHANGED', before, after, valueChange: 35, shiftDays: null },
      { kind: 'ADDED', before: null, after: training, valueChange: null, shiftDays: null },
    ]);
    expect(diffTargets([training], [{ ...training }])).toMatchObject([{ kind: 'KEPT', valueChange: 0 }]);
  });

  it('that are only dated are told by how many days they moved', () => {
    const [june, july] = ['6', '7'].map((month) => target({ phrase: `${month}月底前公布清单`, dueOn: `2023-0${month}-30` }));
    expect(diffTargets([june!], [july!])).toMatchObject([{ kind: 'CHANGED', shiftDays: 30, valueChange: null }]);
    expect(diffTargets([june!], [])).toMatchObject([{ kind: 'REMOVED', after: null }]);
  });

  it('in other units have no difference of values', () => {
    const [share, count] = [target({ metricCode: 'X', value: 90, unit: '%' }), target({ metricCode: 'X', value: 3, unit: '次' })];
    expect(diffTargets([share], [count])).toMatchObject([{ kind: 'CHANGED', valueChange: null }]);
  });
});
