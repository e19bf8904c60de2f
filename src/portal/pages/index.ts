import type { Page } from '../page';
import { planPage } from './plan/plan.page';
import { plansPage } from './plans/plans.page';
import { taskPage } from './task/task.page';

/** Every page of the portal. A new page is a new folder and a line here. */
export const pages: readonly Page[] = [plansPage, planPage, taskPage];
