import type { Messages } from '..';
import { changes } from './changes';
import { compare } from './compare';
import { data } from './data';
import { deadlines } from './deadlines';
import { embeds } from './embeds';
import { home } from './home';
import { plans } from './plans';
import { regions } from './regions';
import { reports } from './reports';
import { search } from './search';
import { site } from './site';
import { statements } from './statements';
import { statistics } from './statistics';
import { tasks } from './tasks';
import { terms } from './terms';
import { units } from './units';

export const en: Messages = {
  site,
  terms,
  home,
  plans,
  changes,
  compare,
  deadlines,
  statistics,
  data,
  tasks,
  units,
  regions,
  reports,
  embeds,
  search,
  statements,
};
