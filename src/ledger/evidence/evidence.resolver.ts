import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Public, type RequestContext } from '../../platform/graphql';
import { Evidence } from '../entries/ledger-entry';
import { EvidenceCheck } from './evidence-check';
import { evidenceChecksOf } from './evidence-check.loaders';

@Resolver(() => Evidence)
export class EvidenceResolver {
  @Public()
  @FieldResolver(() => EvidenceCheck, {
    nullable: true,
    description:
      'What came of asking for it last; null where it was never asked for: links are checked only where the installation says so. (复查结果)',
  })
  async check(@Root() { entryId, position }: Evidence, @Ctx() context: RequestContext): Promise<EvidenceCheck | null> {
    return (await evidenceChecksOf(context).load(entryId)).find((check) => check.position === position) ?? null;
  }
}
