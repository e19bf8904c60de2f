import type { Dataset } from './field';
import { ownId, planId, taskId } from './shared-fields';

export const corrections: Dataset = {
  name: 'corrections',
  title: ['更正', 'Corrections'],
  description: [
    '公开以后更正过的内容：一行为一个字段，原来怎样、现在怎样、什么理由。',
    'What was corrected since it was published: each row one field, what it said, what it says, and why.',
  ],
  source: 'correction k left join task t on t.id = k.task_id order by k.id',
  fields: [
    {
      ...ownId('Correction', 'k.id', 'Q29ycmVjdGlvbjox'),
      description: ['更正记录的稳定标识。', 'Lasting id of the correction.'],
    },
    planId('k.plan_id'),
    {
      ...taskId('t.id'),
      description: ['更正的任务。', 'The task that was corrected.'],
      absent: ['更正的是要点本身，或该任务已不在公开之列', 'the plan itself was corrected, or the task is not public any more'],
    },
    {
      name: 'field',
      type: 'text',
      column: 'k.field',
      title: ['字段', 'Field'],
      description: ['更正的字段，名称与接口相同。', 'The field by its name in the API.'],
      example: 'deadline.dueOn',
    },
    {
      name: 'before',
      type: 'text',
      column: `k.before #>> '{}'`,
      title: ['更正前', 'Before'],
      description: ['原来的内容；列表和结构写作 JSON。', 'What it said; lists and structures as JSON.'],
      absent: ['原来没有内容', 'it said nothing'],
      example: '2023-08-31',
    },
    {
      name: 'after',
      type: 'text',
      column: `k.after #>> '{}'`,
      title: ['更正后', 'After'],
      description: ['现在的内容；列表和结构写作 JSON。', 'What it says now; lists and structures as JSON.'],
      absent: ['改为没有内容', 'it says nothing now'],
      example: '2023-09-30',
    },
    {
      name: 'reason',
      type: 'text',
      column: 'k.reason',
      title: ['理由', 'Reason'],
      description: ['更正的理由。', 'Why it was corrected.'],
      absent: ['没有写明', 'none was given'],
      example: '与原件核对后更正',
    },
    {
      name: 'correctedAt',
      type: 'instant',
      column: 'k.created_at',
      title: ['更正时间', 'Corrected at'],
      description: ['更正的时间（UTC）。', 'When it was corrected, in UTC.'],
      example: '2023-06-01T08:30:00.000Z',
    },
  ],
};
