import { corrections } from './corrections.dataset';
import type { Dataset } from './field';
import { obligations } from './obligations.dataset';
import { plans } from './plans.dataset';
import { regions } from './regions.dataset';
import { responsibilities } from './responsibilities.dataset';
import { targets } from './targets.dataset';
import { tasks } from './tasks.dataset';
import { units } from './units.dataset';

/** Every table of the open data; what a row refers to stands before it. */
export const datasets: readonly Dataset[] = [regions, units, plans, tasks, responsibilities, obligations, targets, corrections];
