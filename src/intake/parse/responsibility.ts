import type { Problem, ResponsibilityReading } from '../reading';
import { narrowForms, withoutWhitespace } from './printed-text';
import { joinFields, joinPlaceKinds, splitAtConjunctions, splitAtSigns, splitWhereNamesMeet, type ListPiece } from './responsibility-list';
import { expandShared, isCollective, namesNoBody, withoutEtCetera, withoutNotes } from './responsibility-names';
import { saysFirstLeads, splitAtLabels, takeRoleVerb, type Role } from './responsibility-roles';

export interface ResponsibilityContext {
  /** The role of a body whose role nothing prints, such as that of the column it stands in. */
  defaultRole: Role;
  /** The document says that the first unit listed leads (排第一位的为牵头单位). */
  firstLeads: boolean;
}

export interface ResponsibilityResult {
  responsibilities: ResponsibilityReading[];
  openEnded: boolean;
  problems: Problem[];
}

interface Entry {
  name: string;
  separator: string;
  role: Role | null;
  /** Where the role comes from, as part of the rule's name. */
  roleBy: 'label' | 'verb' | 'note' | null;
  each: boolean;
  /** False after 等, so that it lends no words to its neighbours. */
  plain: boolean;
}

/** Reads a list of responsible bodies as a cell, a suffix or a line prints it. */
export function readResponsibilities(printed: string, context: ResponsibilityContext): ResponsibilityResult {
  const text = withoutWhitespace(printed);
  const sections = splitAtLabels(text, context.defaultRole);
  const problems: Problem[] = [];
  const responsibilities: ResponsibilityReading[] = [];
  let openEnded = false;
  for (const section of sections) {
    const { entries, open } = readEntries(section.text, section.role);
    openEnded ||= open;
    for (const reading of toReadings(entries, context.defaultRole)) {
      if (namesNoBody(reading.phrase)) problems.push(...unread(reading.phrase));
      else add(responsibilities, reading);
    }
  }
  if (context.firstLeads || saysFirstLeads(text)) letFirstLead(responsibilities);
  if (responsibilities.length === 0 && problems.length === 0) problems.push(missing());
  return { responsibilities, openEnded, problems };
}

function readEntries(text: string, labelled: Role | null): { entries: Entry[]; open: boolean } {
  const pieces = splitAtSigns(withBoundaries(stripEnumeration(text)))
    .flatMap(splitWhereNamesMeet)
    .flatMap(splitAtConjunctions);
  const entries: Entry[] = [];
  let open = false;
  let groupFrom = 0;
  let besides = false;
  for (const piece of joinFields(joinPlaceKinds(pieces))) {
    besides ||= piece.text.startsWith('会同');
    const { entry, isOpen, verb } = readEntry(piece, labelled);
    if (besides && entry.roleBy === null) Object.assign(entry, { role: 'SUPPORTING', roleBy: 'verb' });
    open ||= isOpen;
    if (entry.name !== '') entries.push(entry);
    // A verb at the end of a list governs all of it: 市教育局、市财政局牵头.
    if (verb.role !== null || verb.each) {
      for (const covered of entries.slice(groupFrom)) cover(covered, verb);
    }
    if (verb.role !== null || /[；;。]/.test(piece.separator)) {
      groupFrom = entries.length;
      besides = false;
    }
  }
  return { entries, open };
}

function readEntry(piece: ListPiece, labelled: Role | null): { entry: Entry; isOpen: boolean; verb: { role: Role | null; each: boolean } } {
  const noted = withoutNotes(
    piece.text.replace(/^(?:(?:本|以上|上述|该)(?:部分|项|章|节|领域|类|条)?(?:任务|工作|事项)?均?由|由|会同|以及|并由|其中)(?!$)/, ''),
  );
  const verb = takeRoleVerb(noted.name);
  const again = withoutNotes(verb.name);
  const listed = withoutEtCetera(again.name);
  const role = noted.role ?? again.role;
  const entry: Entry = {
    name: listed.name.replace(/^[.·•:：*★☆※●▲#\-]+|[.:：*★☆※#\-]+$/g, ''),
    separator: piece.separator,
    role: role ?? labelled,
    roleBy: role !== null ? 'note' : labelled !== null ? 'label' : null,
    each: verb.each,
    plain: !listed.open,
  };
  return { entry, isOpen: listed.open, verb };
}

function cover(entry: Entry, verb: { role: Role | null; each: boolean }): void {
  if (entry.roleBy === 'note') return;
  entry.each ||= verb.each;
  if (verb.role === null || entry.roleBy !== null) return;
  entry.role = verb.role;
  entry.roleBy = 'verb';
}

/** Sets a comma where a verb or 会同 parts two bodies without a sign: 市政府办公室牵头各部门配合. */
function withBoundaries(text: string): string {
  return text
    .replace(/(?<=[\u4e00-\u9fff）)])(牵头|主办|主责)(?=(?:各(?!自)|[市区县省州](?!场)|有关|相关|由|其他))/g, '$1，')
    .replace(/(?<=[局委办室厅院馆府会）)位门心])会同(?=[\u4e00-\u9fff])/g, '牵头，会同')
    .replace(/牵头牵头/g, '牵头');
}

/** 1.市教育局；2.市财政局 and ①市教育局: numbers of the list, not of a name such as 26个部门. */
function stripEnumeration(text: string): string {
  return text.replace(/(?<=^|[；;。，,、])(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])/g, '');
}

function toReadings(entries: Entry[], defaultRole: Role): ResponsibilityReading[] {
  const expanded = expandShared(entries);
  // Where others lead by name in a column of leaders, the rest of the list is responsible.
  const fallback =
    defaultRole === 'LEAD' && entries.some((entry) => entry.role === 'LEAD' && entry.roleBy !== 'label') ? 'RESPONSIBLE' : defaultRole;
  return expanded.map(({ name, phrase, rule }, index) => {
    const entry = entries[index]!;
    const group = rule === null && isCollective(name);
    return {
      phrase,
      role: entry.role ?? fallback,
      unit: group ? null : name,
      group: group ? name : null,
      mode: entry.each || (group && /^各|分别|各自|均/.test(name)) ? ('EACH' as const) : ('JOINT' as const),
      rule: [group ? 'collective' : (rule ?? 'named-unit'), ...(entry.roleBy ? [`role-by-${entry.roleBy}`] : [])].join('-'),
    };
  });
}

/** A body stands once, in the strongest role that the list gives it. */
function add(list: ResponsibilityReading[], reading: ResponsibilityReading): void {
  const same = list.find((other) => other.unit === reading.unit && other.group === reading.group);
  if (!same) list.push(reading);
  else if (reading.role === 'LEAD') same.role = 'LEAD';
}

function letFirstLead(list: ResponsibilityReading[]): void {
  const [first] = list;
  if (!first || list.some((reading) => reading.role === 'LEAD')) return;
  first.role = 'LEAD';
  first.rule = `${first.rule}-first-leads`;
}

function unread(printed: string): Problem[] {
  if (/^[\s。，、；;,.\-/]*$/.test(narrowForms(printed))) return [];
  return [
    {
      severity: 'WARNING',
      code: 'RESPONSIBLE_UNIT_UNREAD',
      message: `责任单位“${printed}”不是单位名称，请核对。 "${printed}" in the list of responsible units names no body; check it.`,
      at: null,
    },
  ];
}

function missing(): Problem {
  return {
    severity: 'WARNING',
    code: 'RESPONSIBLE_UNIT_MISSING',
    message: '没有责任单位，请补充。 No responsible unit is printed; supply one.',
    at: null,
  };
}
