import type { Roster, UnitKind } from './unit.enums';

/** How the members of a collective are found among the units that are known. */
export type MemberSelector =
  | { below: 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP'; nameEndings: string[] }
  | { below: 'ZONE' }
  | { own: UnitKind[] };

export interface CollectiveRule {
  /** The rule in words, for people. */
  rule: string;
  /** Null where no rule can tell the members. Several select their union. */
  selectors: MemberSelector[] | null;
  roster: Roster;
}

const departmentKinds: UnitKind[] = ['DEPARTMENT', 'OFFICE', 'PARTY_ORGAN', 'VERTICAL_AGENCY', 'PUBLIC_INSTITUTION'];

/** Words by which the document itself says that it means some of them, without saying which. */
const someOnly = /有关|相关|涉及|牵头|被|责任单位|具有|具备|领域|职能/u;

/**
 * The rule behind a collective expression. A collective of governments is complete, since every division has one; one
 * of departments holds those known so far. Where the words say "those concerned" nobody can be named.
 */
export function collectiveRule(expression: string): CollectiveRule {
  const plain = expression.replace(/\s+/gu, '');
  if (someOnly.test(plain)) return undecided('原文只说“有关”者，未列成员。 The words mean some, without naming them.');
  const selectors = [...governmentsOf(plain), ...zonesOf(plain)];
  if (selectors.length > 0) return { rule: wordsOf(selectors), selectors, roster: selectors.some((one) => 'below' in one && one.below === 'ZONE') ? 'KNOWN' : 'COMPLETE' };
  if (/政府(?:各)?工作部门$/u.test(plain)) return ownKinds(['DEPARTMENT', 'OFFICE']);
  if (/(?:各|全体|所有).*(?:部门|单位)|[级直](?:部门|单位)/u.test(plain)) return ownKinds(departmentKinds);
  return undecided('没有可用的规则。 No rule tells the members.');
}

function governmentsOf(plain: string): MemberSelector[] {
  if (!/^各/u.test(plain) || /部门|科室|股室|局属/u.test(plain)) return [];
  const found: MemberSelector[] = [];
  const townships = [...(/乡/u.test(plain) ? ['乡', '苏木'] : []), ...(/镇/u.test(plain) ? ['镇'] : []), ...(/街/u.test(plain) ? ['街道', '街道办事处'] : [])];
  if (townships.length > 0) found.push({ below: 'TOWNSHIP', nameEndings: townships });
  if (/州|盟|各市(?!级|直|属|[、（(]?[县区])/u.test(plain)) found.push({ below: 'PREFECTURE', nameEndings: [] });
  if (/县|区(?!管委会)/u.test(plain.replace(/园区|新区|经开区|高新区|开发区|功能区/gu, ''))) found.push({ below: 'COUNTY', nameEndings: [] });
  return found;
}

function zonesOf(plain: string): MemberSelector[] {
  return /^各.*(?:管委会|园区|开发区|功能区)/u.test(plain) ? [{ below: 'ZONE' }] : [];
}

function ownKinds(kinds: UnitKind[]): CollectiveRule {
  return { rule: '本级已知的部门（单位）。 The departments of the region itself that are known so far.', selectors: [{ own: kinds }], roster: 'KNOWN' };
}

function undecided(rule: string): CollectiveRule {
  return { rule, selectors: null, roster: 'KNOWN' };
}

function wordsOf(selectors: MemberSelector[]): string {
  const words: Record<string, string> = {
    PREFECTURE: '所辖各市（州）人民政府 prefecture governments',
    COUNTY: '所辖各县（市、区）人民政府 county governments',
    TOWNSHIP: '所辖各乡镇人民政府、街道办事处 township governments and subdistrict offices',
    ZONE: '所辖功能区管委会 zone committees',
  };
  return selectors.map((selector) => ('below' in selector ? words[selector.below] : '')).join('；');
}
