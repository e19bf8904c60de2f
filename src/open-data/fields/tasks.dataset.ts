import { ObligationStatus } from '../../plans';
import { deadlineFields } from './deadline-fields';
import type { Dataset, Field } from './field';
import { ownId, planId, updatedAt } from './shared-fields';

const sourcePlace = (name: string, column: string, zh: string, en: string): Field => ({
  name,
  type: 'integer',
  column,
  title: [`来源${zh}`, `Source ${en}`],
  description: [`在来源文件中的${zh}，从 1 起。`, `The ${en} of the source where it stands, from 1.`],
  absent: [`来源没有${zh}`, `the source has no ${en}`],
  example: 3,
});

export const tasks: Dataset = {
  name: 'tasks',
  title: ['工作任务', 'Tasks'],
  description: ['要点所列的各项任务，一行一项。', 'The duties that plans set, one a row.'],
  source: 'task t left join category c on c.id = t.category_id order by t.id',
  fields: [
    ownId('Task', 't.id', 'VGFzazox'),
    planId('t.plan_id'),
    {
      name: 'number',
      type: 'integer',
      column: 't.number',
      title: ['顺序号', 'Number'],
      description: ['在要点中的顺序，从 1 起。', "Running number in its plan, from 1, in the document's order."],
      example: 12,
    },
    {
      name: 'printedNumber',
      type: 'text',
      column: 't.printed_number',
      title: ['原文序号', 'Printed number'],
      description: ['文件为任务或其分类所印的序号。', 'What the document prints as number of the task or of its category.'],
      absent: ['文件未印', 'it prints none'],
      example: '（三）',
    },
    {
      name: 'categoryPath',
      type: 'texts',
      column: `coalesce(c.path, '{}')`,
      title: ['分类路径', 'Category path'],
      description: [
        '所属分类自上而下的标题；没有分类者为空表。',
        'Titles of its categories from the top; an empty list where it stands in none.',
      ],
      example: ['强化重点领域信息公开', '民生领域'],
    },
    {
      name: 'topicCodes',
      type: 'texts',
      column: `array(select o.code from task_topic k join topic o on o.id = k.topic_id where k.task_id = t.id order by o.code)`,
      title: ['主题代码', 'Topic codes'],
      description: ['各要点共用的主题分类代码。', 'Codes of the topics shared by all plans.'],
      example: ['EDUCATION'],
    },
    {
      name: 'text',
      type: 'text',
      column: 't.text',
      title: ['任务原文', 'Text'],
      description: ['文件所印的任务，去掉换行。', 'Verbatim text, line breaks of the print removed.'],
      example: '做好义务教育招生入学信息公开。',
    },
    {
      name: 'responsibleText',
      type: 'text',
      column: 't.responsible_text',
      title: ['责任单位原文', 'Responsible bodies as printed'],
      description: ['文件所印的责任单位。', 'The printed list of responsible bodies.'],
      absent: ['文件未印', 'the document prints none'],
      example: '市教育局牵头，各县（市、区）人民政府',
    },
    {
      name: 'leadOfficial',
      type: 'text',
      column: 't.lead_official',
      title: ['牵头领导', 'Leading official'],
      description: ['文件所印的牵头领导。', 'Leading official as printed.'],
      absent: ['文件未印', 'none is printed'],
      example: '分管副市长',
    },
    {
      name: 'openEnded',
      type: 'boolean',
      column: 't.open_ended',
      title: ['责任单位未列尽', 'Open-ended'],
      description: ['责任单位名单是否以“等”结尾。', 'Whether 等 leaves the list of responsible bodies open.'],
      example: false,
    },
    ...deadlineFields,
    {
      name: 'status',
      type: 'text',
      column: 'obligation_status(t.progress, t.open_due_on, t.ledger_since, shanghai_today())',
      values: ObligationStatus,
      title: ['办理状态', 'Status'],
      description: ['各单位填报所反映的办理情况。', 'How far it is, by what units reported.'],
      example: 'NOT_COLLECTED',
    },
    sourcePlace('sourcePage', 't.source_page', '页', 'page'),
    sourcePlace('sourceRow', 't.source_row', '表格行', 'table row'),
    sourcePlace('sourceLine', 't.source_line', '文本行', 'line of text'),
    updatedAt('t.updated_at'),
  ],
};
