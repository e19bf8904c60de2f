import { ENDS_AS_BODY, ENDS_AS_PLACE, PLACE_KIND_ALONE, STARTS_AS_COLLECTIVE, ENDS_AS_COLLECTIVE } from './body-words';
import { enclosedPositions } from './printed-text';
import { takeRoleVerb } from './responsibility-roles';

/** A piece of a printed list with the sign that ends it. */
export interface ListPiece {
  text: string;
  /** '' at the end of the list or where two names meet without a sign. */
  separator: string;
}

const SEPARATOR = /[、，,；;。/|｜\\]/;
const LONGEST_PIECE = 200;
const CONJUNCTION = /以及|[和及与]/g;
/** Counties and cities whose names begin with 和. */
const PLACE_WITH_HE = /^和(?:静县|田(?:地区|市|县)|硕县|布克赛尔|平[区县]|顺县|龙[市县]|政县|林格尔)/;

/** Splits a list at its signs; those inside brackets and title marks belong to a name. */
export function splitAtSigns(printed: string): ListPiece[] {
  const enclosed = enclosedPositions(printed);
  const pieces: ListPiece[] = [];
  let from = 0;
  for (let at = 0; at < printed.length; at++) {
    if (enclosed[at] || !SEPARATOR.test(printed[at]!)) continue;
    pieces.push({ text: printed.slice(from, at), separator: printed[at]! });
    from = at + 1;
  }
  pieces.push({ text: printed.slice(from), separator: '' });
  return pieces.filter((piece) => piece.text !== '');
}

/** Splits a piece at 和, 及, 与, 以及 where a body stands on both sides: 市政府办公室和各部门, but not 市经济和信息化局. */
export function splitAtConjunctions(piece: ListPiece): ListPiece[] {
  // No name is that long; running text is not searched for one.
  if (piece.text.length > LONGEST_PIECE) return [piece];
  const enclosed = enclosedPositions(piece.text);
  const pieces: ListPiece[] = [];
  let from = 0;
  for (const match of piece.text.matchAll(CONJUNCTION)) {
    if (enclosed[match.index] || PLACE_WITH_HE.test(piece.text.slice(match.index))) continue;
    const left = piece.text.slice(from, match.index);
    const right = takeRoleVerb(piece.text.slice(match.index + match[0].length)).name;
    if (!joinsBodies(left, right)) continue;
    pieces.push({ text: left, separator: match[0] });
    from = match.index + match[0].length;
  }
  pieces.push({ text: piece.text.slice(from), separator: piece.separator });
  return pieces;
}

function joinsBodies(left: string, right: string): boolean {
  // 市教育局及下属单位 names a body first; 各级政府及其部门 is one collective.
  if (/^(?:其|所属|下属|直属)/.test(right))
    return ENDS_AS_BODY.test(left) && !STARTS_AS_COLLECTIVE.test(left) && !ENDS_AS_COLLECTIVE.test(left);
  if (left === '') return false;
  const first = right.split(/和|及|与/)[0] ?? '';
  const next = [right, first].some(
    (name) => ENDS_AS_BODY.test(name.replace(/等.*$/, '')) || STARTS_AS_COLLECTIVE.test(name) || ENDS_AS_PLACE.test(name),
  );
  if (!next) return false;
  if (isPlaceKind(right) && STARTS_AS_COLLECTIVE.test(left)) return false;
  if (ENDS_AS_BODY.test(left) || ENDS_AS_COLLECTIVE.test(left))
    return left.length > 1 && !/^[省市州县区旗](?:级)?[委办科部处室所站]$/.test(left.replace(/^市委$/, ''));
  return ENDS_AS_PLACE.test(left) && left.length > 2;
}

/** Whether a name is only a kind of places: 街道, 镇人民政府, 县（市）. */
function isPlaceKind(name: string): boolean {
  return PLACE_KIND_ALONE.test(name.replace(/[（）()、，]/g, ''));
}

/** 区人民政府各部门 is one expression: what follows 政府 there is its own. */
const OWN_PARTS = '(?<!政府|管委会|党委)';
const NEXT_BODY = `(?:${OWN_PARTS}各(?=[部单直组级])|各(?=[县市区乡镇街有相责科股园村])|[市区县州省](?![区场直级属县域辖城长])(?=[\\u4e00-\\u9fff]{1,12}?(?:局|委|办|中心|厅|院|馆|部|政府)))`;
const MEETING = new RegExp(
  `(?<=[\\u4e00-\\u9fff]{2}[办站所院])(?=各(?:县|市|区|乡|镇|街道|部门|单位|有关|相关))|(?<=[^部支总分各]局|办公室|人民政府|管委会|[^人]中心|委员会|[）)])(?=${NEXT_BODY})`,
);

/** 市教育局市财政局: names that stood on lines of their own and met when the lines were joined. */
export function splitWhereNamesMeet(piece: ListPiece): ListPiece[] {
  const enclosed = enclosedPositions(piece.text);
  const pieces: ListPiece[] = [];
  let from = 0;
  for (const match of piece.text.matchAll(new RegExp(MEETING, 'g'))) {
    if (match.index === 0 || (enclosed[match.index] && enclosed[match.index - 1] && !/[）)]/.test(piece.text[match.index - 1]!))) continue;
    if (!ENDS_AS_BODY.test(piece.text.slice(from, match.index))) continue;
    pieces.push({ text: piece.text.slice(from, match.index), separator: '' });
    from = match.index;
  }
  pieces.push({ text: piece.text.slice(from), separator: piece.separator });
  return pieces;
}

/** 各乡、镇人民政府 is one collective: a kind of places that follows 各 or another kind shares its 各 and its ending. */
export function joinPlaceKinds(pieces: ListPiece[]): ListPiece[] {
  const joined: ListPiece[] = [];
  for (const piece of pieces) {
    const previous = joined.at(-1);
    if (previous && /^(?:[、和及与]|以及)$/.test(previous.separator) && continuesPlaceKinds(previous.text, piece.text)) {
      joined[joined.length - 1] = { text: previous.text + previous.separator + piece.text, separator: piece.separator };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}

/** 委, 局, 站所, 单位: kinds of bodies without a name. */
const BODY_KIND =
  /^(?:委|办|局|厅|部|院|社|行|室|科|股|所|站|队|中心|委办局|站所|办所|科室|股室|处室|科队|院校|院（校）|学校|幼儿园|医院|卫生院|单位|机构|企业|公司|团体|团场|连队|窗口)$/;
const EACH_KIND =
  /^[\u4e00-\u9fff]{0,10}?各[^各]{0,6}?(?:委|办|局|厅|部|院|社|行|室|科|股|所|站|队|中心|部门|单位|机构|企业|学校|中小学|医院|师市|科室|股室|处室|站所)(?:、|$)/;

/** 各县（市）、区税务局: levels that lack in the first name stand with the organ of the last. */
function sharesOrgan(left: string, right: string): boolean {
  const level = right[0] ?? '';
  const organ = takeRoleVerb(right).name;
  if (/^各(?:市|地市|市地)$/.test(left) && /^[州盟]/.test(right) && organ.length > 2) return ENDS_AS_BODY.test(organ);
  if (!/^各(?:县|市|旗|县（市）|市（县）|县市|旗县|旗县市|县（市、旗）)$/.test(left) || left.includes(level)) return false;
  return (level === '区' || level === '旗' || level === '县') && organ.length > 2 && ENDS_AS_BODY.test(organ);
}

function continuesPlaceKinds(left: string, right: string): boolean {
  if (/^各级?$/.test(left) || sharesOrgan(left, right)) return true;
  if (BODY_KIND.test(takeRoleVerb(right).name) && EACH_KIND.test(left)) return true;
  if (STARTS_AS_COLLECTIVE.test(left) && /^(?:人民政府|政府|管委会)$/.test(right)) return true;
  if (!isPlaceKind(right)) return false;
  const bare = left.replace(/^(?:各|全体|所有|有关|相关|其他|其它)(?:级|相关|有关)?/, '');
  if (bare === left) return isPlaceKind(left) && /^[省市州县区乡镇旗]$/.test(left);
  return isPlaceKind(bare);
}

/** 教育、卫健、住建等部门 and 供水、供电企业: fields that share the noun of the last are one collective. */
export function joinFields(pieces: ListPiece[]): ListPiece[] {
  const joined: ListPiece[] = [];
  for (const piece of pieces) {
    const stem = fieldOf(piece.text);
    let from = joined.length;
    while (stem !== null && from > 0 && joined[from - 1]!.separator === '、' && isField(joined[from - 1]!.text)) from--;
    const fields = joined.slice(from);
    const startsInside = fields.slice(1).some((field) => /^[市区县省州]/.test(field.text)) || /^[市区县省州]/.test(stem ?? '');
    if (fields.length > 0 && !startsInside) {
      joined.length = from;
      joined.push({ text: [...fields, piece].map((each) => each.text).join('、'), separator: piece.separator });
    } else {
      joined.push(piece);
    }
  }
  return joined;
}

function fieldOf(text: string): string | null {
  const match = /^(?<field>[\u4e00-\u9fff]{2,6}?)(?:等[^，、]*)?(?:部门|企业|单位|企事业单位|领域|行业)(?:[（(][^（）()]*[）)])?$/.exec(
    takeRoleVerb(text).name,
  );
  const field = match?.groups?.field ?? null;
  return field !== null && isField(field) ? field : null;
}

function isField(text: string): boolean {
  const local = /^[市区县省](?=[\u4e00-\u9fff]{2})/.test(text) ? text.slice(1) : text;
  return (
    /^[\u4e00-\u9fff]{2,5}$/.test(local) &&
    !ENDS_AS_BODY.test(text) &&
    !ENDS_AS_PLACE.test(text) &&
    !STARTS_AS_COLLECTIVE.test(text) &&
    !/[联会行级直属]$|等/.test(text)
  );
}
