import { allOf, join, raw, sql, type Sql } from '../platform/database';
import { hydrate, paginate, wordsOf, type ConnectionArgs, type OrderTerm, type Page, type RequestContext } from '../platform/graphql';
import { SearchFacet, SearchResult, type SearchDimension, type SearchKind } from './search';

/** Of a word that stands in more tasks than these, the latest so many are ranked. */
const mostRanked = 2_000;

const order: OrderTerm[] = [
  { expression: 's.rank', type: 'integer', direction: 'DESC' },
  { expression: 's.place', type: 'integer', direction: 'ASC' },
  { expression: 's.year', type: 'integer', direction: 'DESC', nullable: true },
  { expression: 's.key', type: 'integer', direction: 'ASC' },
];

const places: Readonly<Record<SearchKind, number>> = { REGION: 1, UNIT: 2, PLAN: 3, TASK: 4 };

export function listFound(
  context: RequestContext,
  args: ConnectionArgs,
  text: string,
  kinds: readonly SearchKind[],
): Promise<Page<SearchResult>> {
  const words = wordsOf(text);
  return paginate(context, args, {
    list: `search:${[...kinds].sort().join()}:${words.join(' ')}`,
    columns: 's.kind, s.key, s.name, s.text, s.rank',
    from: sql`(${found(context, words, kinds, true)}) s`,
    where: [],
    order,
    toNode: (row) => hydrate(SearchResult, { ...row, words }),
    // The ranked ones may be fewer than those found.
    total: sql`select count(*)::int as total from (${found(context, words, kinds, false)}) s`,
  });
}

/** How many were found by kind, level and year; the rows of a dimension add up to all that have it. */
export async function facetsOf(
  context: RequestContext,
  text: string,
  kinds: readonly SearchKind[],
  dimensions: readonly SearchDimension[],
): Promise<SearchFacet[]> {
  if (dimensions.length === 0) return [];
  const columns = { KIND: 's.kind', LEVEL: 's.level', YEAR: 's.year::text' } as const;
  const counts = dimensions.map(
    (dimension) => sql`select ${dimension}::text as dimension, ${raw(columns[dimension])} as key, count(*)::int as count from found s
      where ${raw(columns[dimension])} is not null group by 2`,
  );
  const { text: statement, values } =
    sql`with found as (${found(context, wordsOf(text), kinds, false)}) select * from (${join(counts, ' union all ')}) f order by dimension, count desc, key`.compile();
  return (await context.reader.rows<object>(statement, values)).map((row) => hydrate(SearchFacet, row));
}

function found(context: RequestContext, words: readonly string[], kinds: readonly SearchKind[], isRanked: boolean): Sql {
  const names = kinds.filter((kind) => kind !== 'TASK');
  const parts = [
    ...(names.length > 0 ? [namesFound(context, words, names, isRanked)] : []),
    ...(kinds.includes('TASK') ? [tasksFound(context, words, isRanked)] : []),
  ];
  return words.length === 0 || parts.length === 0
    ? nothing
    : join(
        parts.map((part) => sql`(${part})`),
        ' union all ',
      );
}

const nothing = raw(
  `select null::text as kind, null::int as key, null::text as name, null::text as text, null::text as level, null::int as year, 0 as rank, 0 as place where false`,
);

/** A name fits the better the more of it is what was looked for. */
function namesFound(context: RequestContext, words: readonly string[], kinds: readonly SearchKind[], isRanked: boolean): Sql {
  const whole = sql`lower(${words.join(' ')}::text)`;
  const plain = raw('lower(normalize(n.name, nfkc))');
  const initials = initialsIn(words);
  const byInitials = initials === null ? raw('false') : sql`(n.initials like ${`${initials}%`} or n.full_initials like ${`${initials}%`})`;
  const rank = sql`case
      when ${plain} = ${whole} then 1000
      when n.full_name = ${whole} then 990
      when starts_with(${plain}, ${whole}) then 900 - least(length(n.name), 90)
      when strpos(${plain}, ${whole}) > 0 then 800 - least(length(n.name), 90)
      when ${initials ?? ''} in (n.initials, n.full_initials) then 700
      when ${byInitials} then 690 - least(length(n.name), 90)
      else 500 end`;
  return sql`select n.kind, n.key, n.name, null::text as text, n.level, n.year, ${isRanked ? rank : raw('0')} as rank, ${placeOf} as place
    from ${names(context)} n
    where n.kind = any(${kinds}::text[]) and ((${allOf(words.map((word) => contains('n.search_text', word)))}) or ${byInitials})`;
}

const placeOf = raw(
  `case n.kind ${Object.entries(places)
    .map(([kind, place]) => `when '${kind}' then ${place}`)
    .join(' ')} end`,
);

function names(context: RequestContext): Sql {
  return raw(
    context.audience === 'public'
      ? 'published_name'
      : `(select kind, key, name, level, year, lower(normalize(concat_ws(' ', name, others, full_name), nfkc)) as search_text,
          lower(normalize(full_name, nfkc)) as full_name, pinyin_initials(name) as initials, pinyin_initials(full_name) as full_initials from name_fact)`,
  );
}

/** Latin letters alone are looked for as pinyin initials too. */
function initialsIn(words: readonly string[]): string | null {
  const joined = words.join('').toLowerCase();
  return /^[a-z]{2,20}$/u.test(joined) ? joined : null;
}

/** The whole text before its words apart, early before late. */
function tasksFound(context: RequestContext, words: readonly string[], isRanked: boolean): Sql {
  const facts = raw(context.audience === 'public' ? 'published_task' : 'task_fact');
  const matching = sql`from ${facts} f where ${allOf(words.map((word) => contains('f.search_text', word)))}`;
  if (!isRanked)
    return sql`select 'TASK' as kind, f.task_id as key, null::text as name, null::text as text, f.level, f.year, 0 as rank, ${raw(String(places.TASK))} as place ${matching}`;
  const whole = sql`lower(${words.join(' ')}::text)`;
  const first = sql`lower(${words[0] ?? ''}::text)`;
  return sql`select 'TASK' as kind, c.task_id as key, null::text as name, t.text, c.level, c.year,
      case when strpos(c.search_text, ${whole}) > 0 then 400 else 300 end - least(strpos(c.search_text, ${first}), 99) as rank,
      ${raw(String(places.TASK))} as place
    from (select f.task_id, f.level, f.year, f.search_text ${matching} order by f.task_id desc limit ${mostRanked}) c
    join task t on t.id = c.task_id`;
}

/** Two characters or more go by the index of neighbouring characters; one alone has to be looked for row by row. */
function contains(column: string, word: string): Sql {
  const text = raw(column);
  const inside = sql`strpos(${text}, lower(${word}::text)) > 0`;
  const characters = [...word].length;
  if (characters === 1) return inside;
  const pairs = sql`bigrams(${text}) @> bigrams(lower(${word}::text))`;
  return characters === 2 ? pairs : sql`(${pairs} and ${inside})`;
}
