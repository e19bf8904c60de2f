import { Field, Int, ObjectType } from 'type-graphql';
import { describeEnum, Public } from '../platform/graphql';

export const SearchKind = describeEnum('SearchKind', 'Kind of record that a search finds. (检索对象)', {
  TASK: 'Tasks, by their text. (任务)',
  PLAN: 'Plans, by title and document number. (要点)',
  UNIT: 'Units, by name, other names and pinyin initials. (单位)',
  REGION: 'Regions, by name, code and pinyin initials. (区域)',
});
export type SearchKind = keyof typeof SearchKind;

export const SearchDimension = describeEnum('SearchDimension', 'What facets of a search count by. (分面)', {
  KIND: 'Kind of record. (检索对象)',
  LEVEL: 'Level of the region to which it belongs. (层级)',
  YEAR: 'Year of the plan; units and regions have none and are left out. (年度)',
});
export type SearchDimension = keyof typeof SearchDimension;

@Public()
@ObjectType({ simpleResolvers: true, description: 'A piece of a text that was found. (高亮片段)' })
export class SearchFragment {
  @Public()
  @Field({ description: 'The piece; the pieces in their order are the text. (文字)' })
  text!: string;

  @Public()
  @Field({ description: 'Whether it is one of the words looked for. (是否命中)' })
  isMatch!: boolean;
}

/** A record that was found. As a page's node it carries what its fields are made from. */
@Public()
@ObjectType({ description: 'A record that a search found. (检索结果)' })
export class SearchResult {
  @Public()
  @Field(() => SearchKind, { description: 'Kind of record. (检索对象)' })
  kind!: SearchKind;

  @Public()
  @Field(() => Int, {
    description:
      'How well it fits, 0 to 1,000: names before texts, whole names before parts of them. Only good for comparing within one search. (相关度)',
  })
  rank!: number;

  key!: number;
  name!: string;
  text!: string | null;
  words!: string[];
}

@Public()
@ObjectType({ simpleResolvers: true, description: 'How many of the records found share something. (分面计数)' })
export class SearchFacet {
  @Public()
  @Field(() => SearchDimension, { description: 'What is counted by. (维度)' })
  dimension!: SearchDimension;

  @Public()
  @Field({ description: 'The kind, level or year. (键)' })
  key!: string;

  @Public()
  @Field(() => Int, { description: 'Records found that have it. (数量)' })
  count!: number;
}
