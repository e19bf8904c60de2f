import type { Messages } from '..';
import { plans } from './plans';
import { site } from './site';
import { tasks } from './tasks';
import { terms } from './terms';

export const en: Messages = { site, terms, plans, tasks };
