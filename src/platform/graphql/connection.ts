import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { Public } from './public';
import { isPublicClass } from './public-mark';
import { badUserInput } from './safe-error';

const defaultPageSize = 20;
const largestPageSize = 100;

/** Relay's paging arguments. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many from the start (or after `after`): 1 to 100; 20 where neither `first` nor `last` is given. (从前往后取的条数)',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor. (此游标之后)' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many from the end (or before `before`): 1 to 100. Not together with `first`. (从后往前取的条数)',
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor. (此游标之前)' })
  before?: string | null;
}

@Public()
@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list. (分页信息)' })
export class PageInfo {
  @Public()
  @Field({ description: 'Whether rows follow this page. (后面是否还有)' })
  hasNextPage!: boolean;

  @Public()
  @Field({ description: 'Whether rows stand before this page. (前面是否还有)' })
  hasPreviousPage!: boolean;

  @Public()
  @Field(() => String, { nullable: true, description: 'Cursor of the first row here; null on an empty page. (本页首条的游标)' })
  startCursor!: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Cursor of the last row here; null on an empty page. (本页末条的游标)' })
  endCursor!: string | null;
}

/** A row of a page. Its cursor is signed only when it is asked for. */
class PageEdge<T> {
  constructor(
    private readonly page: PageRows<T>,
    private readonly at: number,
  ) {}

  get node(): T {
    return this.page.nodes[this.at]!;
  }

  get cursor(): string {
    return this.page.cursorAt(this.at);
  }
}

export interface PageRows<T> {
  nodes: T[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  cursorAt: (index: number) => string;
}

/** One page of a list. Its rows are read, and the total is counted, only when they are asked for. */
export class Page<T> {
  private readonly rows: () => Promise<PageRows<T>>;
  private readonly count: () => Promise<number>;

  constructor(rows: () => Promise<PageRows<T>>, count: () => Promise<number>) {
    this.rows = once(rows);
    this.count = once(count);
  }

  get edges(): Promise<PageEdge<T>[]> {
    return this.rows().then((page) => page.nodes.map((_node, at) => new PageEdge(page, at)));
  }

  get nodes(): Promise<T[]> {
    return this.rows().then(({ nodes }) => nodes);
  }

  get pageInfo(): Promise<PageInfo> {
    return this.rows().then(({ nodes, hasNextPage, hasPreviousPage, cursorAt }) => ({
      hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return nodes.length === 0 ? null : cursorAt(0);
      },
      get endCursor() {
        return nodes.length === 0 ? null : cursorAt(nodes.length - 1);
      },
    }));
  }

  get totalCount(): Promise<number> {
    return this.count();
  }
}

function once<R>(run: () => Promise<R>): () => Promise<R> {
  let result: Promise<R> | undefined;
  return () => (result ??= run());
}

export interface PageRequest {
  size: number;
  backward: boolean;
  after: string | null;
  before: string | null;
}

/** Checks the paging arguments. BAD_USER_INPUT outside 1 to 100 or with both `first` and `last`. */
export function readPageRequest(args: ConnectionArgs): PageRequest {
  const { first, last } = args;
  if (first != null && last != null) throw badUserInput('Give `first` or `last`, not both. / first 与 last 只能给一个。');
  const size = first ?? last ?? defaultPageSize;
  if (size < 1 || size > largestPageSize) {
    throw badUserInput(
      `\`${last == null ? 'first' : 'last'}\` must be between 1 and ${largestPageSize}. / 每页条数须为1至${largestPageSize}。`,
    );
  }
  return { size, backward: last != null, after: args.after ?? null, before: args.before ?? null };
}

/** The Relay connection type of a node type, such as `TaskConnection` with `TaskEdge`. Public where the node type is. */
export function connectionOf<T extends object>(node: ClassType<T>, noun: string): ClassType<Page<T>> {
  const name = node.name;
  const Shared = isPublicClass(node) ? Public : () => () => undefined;

  @Shared()
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A ${noun} in a page, with its cursor. (分页中的一条)` })
  class NodeEdge {
    @Shared()
    @Field({ description: 'Cursor of this row, for `after` and `before`. (本条的游标)' })
    cursor!: string;

    @Shared()
    @Field(() => node, { description: `The ${noun}. (本条记录)` })
    node!: T;
  }

  @Shared()
  @ObjectType(`${name}Connection`, { description: `A page of ${noun} records. (分页列表)` })
  class NodeConnection {
    @Shared()
    @Field(() => [NodeEdge], { description: 'The rows with their cursors. (各条及游标)' })
    edges!: NodeEdge[];

    @Shared()
    @Field(() => [node], { description: 'The rows without cursors. (各条)' })
    nodes!: T[];

    @Shared()
    @Field(() => PageInfo, { description: 'Where the page stands. (分页信息)' })
    pageInfo!: PageInfo;

    @Shared()
    @Field(() => Int, { description: 'Rows in the whole list under the same filter. (总条数)' })
    totalCount!: number;
  }
  return NodeConnection as unknown as ClassType<Page<T>>;
}
