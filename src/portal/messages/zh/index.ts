import { plans } from './plans';
import { site } from './site';
import { tasks } from './tasks';
import { terms } from './terms';

export const zh = { site, terms, plans, tasks };
