import type { Messages } from '..';
import { plans } from './plans';
import { site } from './site';
import { terms } from './terms';

export const en: Messages = { site, terms, plans };
