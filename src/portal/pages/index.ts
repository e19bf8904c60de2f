import type { Page } from '../page';
import { comparePage } from './compare/compare.page';
import { dataPage } from './data/data.page';
import { deadlinesPage } from './deadlines/deadlines.page';
import { homePage } from './home/home.page';
import { planPage } from './plan/plan.page';
import { plansPage } from './plans/plans.page';
import { regionPage } from './region/region.page';
import { regionsPage } from './regions/regions.page';
import { receiptPage } from './report/receipt.page';
import { reportPage } from './report/report.page';
import { searchPage } from './search/search.page';
import { aboutPage, accessibilityPage } from './statements/statements.page';
import { statisticsPage } from './statistics/statistics.page';
import { taskPage } from './task/task.page';
import { unitPage } from './unit/unit.page';
import { unitsPage } from './units/units.page';

/** Every page of the portal. A new page is a new folder and a line here. */
export const pages: readonly Page[] = [
  homePage,
  plansPage,
  planPage,
  comparePage,
  taskPage,
  unitsPage,
  unitPage,
  regionsPage,
  regionPage,
  deadlinesPage,
  statisticsPage,
  dataPage,
  searchPage,
  reportPage,
  receiptPage,
  aboutPage,
  accessibilityPage,
];
