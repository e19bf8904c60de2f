import { functionLineOf } from './seed';
import type { Roster, UnitKind } from './unit.enums';

/** How the members of a collective are found among the units that are known. */
export type MemberSelector =
  { below: 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP'; nameEndings: string[] } | { below: 'ZONE' } | { own: UnitKind[] } | { line: string };

export interface CollectiveRule {
  /** The rule in words, for people. */
  rule: string;
  /** Null where no rule can tell the members. Several select their union. */
  selectors: MemberSelector[] | null;
  roster: Roster;
}

const departmentKinds: UnitKind[] = ['DEPARTMENT', 'OFFICE', 'PARTY_ORGAN', 'VERTICAL_AGENCY', 'PUBLIC_INSTITUTION'];

/** Words by which the document itself says that it means some of them, without saying which. */
const someOnly = /有关|相关|涉及|牵头|被|责任单位|责任部门|具有|具备|领域|职能/u;

/** Nothing but level, "all" and "departments": every department of the region. 市级各部门（单位）, 市直部门, 各部门, 各单位. */
const allDepartments =
  /^(?:各|全体|所有|本|全|省|市|州|区|县|镇|乡|级|直属?|属|党委|党政|政府|机关|企事业|、|及|和)*(?:部门|单位)(?:[（(]单位[）)]|、单位|和单位)?$/u;
const workingDepartments = /^(?:各|全体|所有|本|省|市|州|区|县|级|人民)*政府(?:各|组成|工作)*部门$/u;

/**
 * The rule behind a collective expression. A collective of governments is complete, since every division has one; one
 * of departments holds those known so far. Where the words say "those concerned" nobody can be named.
 */
export function collectiveRule(expression: string): CollectiveRule {
  const plain = expression.replace(/\s+/gu, '');
  if (someOnly.test(plain)) return undecided('原文只指其中一部分，未列成员。 The words mean some, without naming them.');
  if (workingDepartments.test(plain)) return known([{ own: ['DEPARTMENT', 'OFFICE'] }]);
  if (allDepartments.test(plain)) return known([{ own: departmentKinds }]);
  const governments = governmentsOf(plain);
  const zones: MemberSelector[] = /^各.*(?:管委会|园区|开发区|功能区)/u.test(plain) ? [{ below: 'ZONE' }] : [];
  if (governments.length + zones.length > 0)
    return {
      rule: wordsOf([...governments, ...zones]),
      selectors: [...governments, ...zones],
      roster: zones.length > 0 ? 'KNOWN' : 'COMPLETE',
    };
  const line = /(?:部门|机关|机构)$/u.test(plain) ? functionLineOf(plain) : null;
  return line ? known([{ line }]) : undecided('没有可用的规则。 No rule tells the members.');
}

function governmentsOf(plain: string): MemberSelector[] {
  if (!/^各/u.test(plain) || /部门|单位|科室|股室|局属|机关/u.test(plain)) return [];
  const found: MemberSelector[] = [];
  const townships = [
    ...(/乡/u.test(plain) ? ['乡', '苏木'] : []),
    ...(/镇/u.test(plain) ? ['镇'] : []),
    ...(/街/u.test(plain) ? ['街道', '街道办事处'] : []),
  ];
  if (/州|盟|^各市(?![级直属])(?:$|[人、（(]|政府)/u.test(plain)) found.push({ below: 'PREFECTURE', nameEndings: [] });
  if (/县|区(?!管委会)/u.test(plain.replace(/园区|新区|经开区|高新区|开发区|功能区/gu, '')))
    found.push({ below: 'COUNTY', nameEndings: [] });
  if (townships.length > 0) found.push({ below: 'TOWNSHIP', nameEndings: townships });
  return found;
}

function known(selectors: MemberSelector[]): CollectiveRule {
  return { rule: wordsOf(selectors), selectors, roster: 'KNOWN' };
}

function undecided(rule: string): CollectiveRule {
  return { rule, selectors: null, roster: 'KNOWN' };
}

const levelWords = {
  PREFECTURE: '所辖各市（州）人民政府 (prefecture governments)',
  COUNTY: '所辖各县（市、区）人民政府 (county governments)',
  TOWNSHIP: '所辖各乡镇人民政府、街道办事处 (township governments and subdistrict offices)',
  ZONE: '所辖功能区管委会，限已知者 (zone committees known so far)',
} as const;

function wordsOf(selectors: readonly MemberSelector[]): string {
  return selectors
    .map((selector) => {
      if ('below' in selector) return levelWords[selector.below];
      if ('line' in selector)
        return `本级及下级该条线的单位，限已知者 (units of the line ${selector.line} at this level and below, known so far)`;
      return '本级部门（单位），限已知者 (departments of the region itself known so far)';
    })
    .join('；');
}
