import type { Bilingual, Field } from './field';

export function ownId(typeName: string, column: string, example: string): Field {
  return {
    name: 'id',
    type: 'id',
    idOf: typeName,
    column,
    title: ['标识', 'Id'],
    description: ['记录的稳定标识，与接口中的 id 相同。', 'Lasting id of the record, the same as `id` in the API.'],
    example,
  };
}

export function updatedAt(column: string): Field {
  return {
    name: 'updatedAt',
    type: 'instant',
    column,
    title: ['更新时间', 'Updated at'],
    description: ['记录最后一次变更的时间（UTC）。', 'Last change of the record, in UTC.'],
    example: '2023-06-01T08:30:00.000Z',
  };
}

/** The plan to which a row belongs. */
export function planId(column: string): Field {
  return {
    name: 'planId',
    type: 'id',
    idOf: 'Plan',
    column,
    refersTo: { dataset: 'plans', field: 'id' },
    title: ['要点标识', 'Plan id'],
    description: ['所属要点。', 'The plan to which it belongs.'],
    example: 'UGxhbjox',
  };
}

export function taskId(column: string): Field {
  return {
    name: 'taskId',
    type: 'id',
    idOf: 'Task',
    column,
    refersTo: { dataset: 'tasks', field: 'id' },
    title: ['任务标识', 'Task id'],
    description: ['所属任务。', 'The task to which it belongs.'],
    example: 'VGFzazox',
  };
}

export function position(column: string, description: Bilingual): Field {
  return { name: 'position', type: 'integer', column, title: ['顺序', 'Position'], description, example: 1 };
}

export function phrase(column: string): Field {
  return {
    name: 'phrase',
    type: 'text',
    column,
    title: ['原文', 'Phrase'],
    description: ['文件所印的文字。', 'The printed words.'],
    example: '市教育局牵头',
  };
}

export function rule(column: string): Field {
  return {
    name: 'rule',
    type: 'text',
    column,
    title: ['读取规则', 'Rule'],
    description: ['读出此项的规则名称。', 'Name of the rule that read it.'],
    example: 'named-unit',
  };
}
