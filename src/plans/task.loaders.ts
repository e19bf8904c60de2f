import { loadRecord, registerNode } from '../platform/graphql';
import { taskColumns } from './columns';
import { optionalTaskColumns, taskCompanions } from './companions';
import { toTask } from './rows';

export const taskByKey = loadRecord({ from: 'task t', columns: taskColumns, companions: () => taskCompanions('t'), toNode: toTask });

/** For the one task that an operation asks for: nothing else reads what its fields do not. */
export const askedTask = loadRecord({
  from: 'task t',
  columns: taskColumns,
  optional: optionalTaskColumns,
  companions: () => taskCompanions('t'),
  toNode: toTask,
});

registerNode('Task', (context, key) => taskByKey(context).load(key));
