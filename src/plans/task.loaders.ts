import { loadRecord, registerNode } from '../platform/graphql';
import { taskColumns } from './columns';
import { taskCompanions } from './companions';
import { toTask } from './rows';

export const taskByKey = loadRecord({ from: 'task t', columns: taskColumns, companions: () => taskCompanions('t'), toNode: toTask });

registerNode('Task', (context, key) => taskByKey(context).load(key));
