import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, listCost, Node, Public, textHelp, type Page, type RequestContext } from '../platform/graphql';
import { planByKey, taskByKey } from '../plans';
import { regionByKey } from '../regions';
import { unitByKey } from '../units';
import { excerptOf, piecesOf } from './fragments';
import { SearchDimension, SearchFacet, SearchFragment, SearchKind, SearchResult } from './search';
import { facetsOf, listFound } from './search.read-model';

const SearchResultConnection = connectionOf(SearchResult, 'search result');

const loaders = { TASK: taskByKey, PLAN: planByKey, UNIT: unitByKey, REGION: regionByKey } as const;
const allKinds = Object.keys(SearchKind) as SearchKind[];

@Resolver(() => SearchResult)
export class SearchResolver {
  @Public()
  @Query(() => SearchResultConnection, {
    description: `Tasks, plans, units and regions that have these words, the best fitting first. ${textHelp} A blank text finds nothing. Units and regions are found by the initials of their pinyin too (dzsjyj), and a unit that is printed without its place by its whole name (达州市教育局). Of a word that stands in more than 2,000 tasks the latest 2,000 are ranked and listed; totalCount and facets count all. (检索)`,
  })
  search(
    @Ctx() context: RequestContext,
    @Arg('text', () => String, { description: 'The words. (检索词)' }) text: string,
    @Arg('kinds', () => [SearchKind], { nullable: true, description: 'Which kinds of record; all where omitted. (检索对象)' })
    kinds: SearchKind[] | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<SearchResult>> {
    return listFound(context, args, text, kinds ?? allKinds);
  }

  @Public()
  @listCost(20)
  @Query(() => [SearchFacet], { description: 'How many records a search finds, by kind, level and year. (检索分面)' })
  searchFacets(
    @Ctx() context: RequestContext,
    @Arg('text', () => String, { description: 'The words, as for `search`. (检索词)' }) text: string,
    @Arg('kinds', () => [SearchKind], { nullable: true, description: 'Which kinds of record; all where omitted. (检索对象)' })
    kinds: SearchKind[] | null,
    @Arg('dimensions', () => [SearchDimension], { nullable: true, description: 'By what to count; by all where omitted. (维度)' })
    dimensions: SearchDimension[] | null,
  ): Promise<SearchFacet[]> {
    return facetsOf(context, text, kinds ?? allKinds, dimensions ?? (Object.keys(SearchDimension) as SearchDimension[]));
  }

  @Public()
  @FieldResolver(() => Node, { nullable: true, description: 'The record; null where it has gone in the meantime. (记录)' })
  node(@Root() { kind, key }: SearchResult, @Ctx() context: RequestContext): Promise<Node | null> {
    return loaders[kind](context).load(key);
  }

  @Public()
  @listCost(5)
  @FieldResolver(() => [SearchFragment], {
    description: 'Name, title, or the part of the text in which the words stand, in pieces; … stands for what is left out. (高亮片段)',
  })
  fragments(@Root() { name, text, words }: SearchResult): SearchFragment[] {
    return text === null ? piecesOf(name, words) : excerptOf(text, words);
  }
}
