import { plans } from './plans';
import { site } from './site';
import { terms } from './terms';

export const zh = { site, terms, plans };
