import { AdministeredUnit, IssuedToken, UserAccount } from '../accounts';
import { AuditEvent } from '../audit';
import {
  LedgerEntry,
  Rectification,
  RectificationStep,
  Review,
  ReviewChain,
  ReviewChainStage,
  ReviewReceipt,
  ReviewSubmission,
  TaskOccurrence,
} from '../ledger';
import { Derivation, PlanDerivation, RefusedPair } from '../lineage';
import { Release, ReleaseFile } from '../open-data';
import {
  Annex,
  Category,
  Correction,
  ListedMember,
  Plan,
  PlanBasis,
  Responsibility,
  SourceDocument,
  Target,
  Task,
  TaskTopic,
  Obligation,
  Topic,
  WithdrawnPlan,
} from '../plans';
import { Region } from '../regions';
import { FunctionLine, Unit, UnitGroup, UnitGroupMember } from '../units';

/** Every entity, for the one DataSource. */
export const entities: (new () => object)[] = [
  Region,
  FunctionLine,
  Unit,
  UnitGroup,
  UnitGroupMember,
  UserAccount,
  AdministeredUnit,
  IssuedToken,
  SourceDocument,
  Plan,
  PlanBasis,
  Annex,
  Category,
  Task,
  Responsibility,
  Target,
  Obligation,
  TaskOccurrence,
  LedgerEntry,
  ListedMember,
  Topic,
  TaskTopic,
  Correction,
  WithdrawnPlan,
  ReviewChain,
  ReviewChainStage,
  ReviewSubmission,
  Review,
  ReviewReceipt,
  Rectification,
  RectificationStep,
  PlanDerivation,
  Derivation,
  RefusedPair,
  AuditEvent,
  Release,
  ReleaseFile,
];
