import { graphql } from 'graphql';
import type { EntityManager } from 'typeorm';
import { schemas } from '../../src/app/schema';
import type { Database } from '../../src/platform/database';
import type { RequestContext, Viewer } from '../../src/platform/graphql';
import { safeErrorOf } from '../../src/platform/graphql/format-error';
import { contextFor, CountingReader, selectedIn, type Data } from './query';

export interface Asked {
  data: Data;
  /** Codes of errors, in order. */
  codes: unknown[];
  messages: string[];
  statements: string[];
}

let commands = 0;

/** Somebody of an office, signed in to the internal endpoint. */
class Officer {
  constructor(
    private readonly database: () => Pick<Database, 'owner' | 'internalReader'>,
    readonly viewer: Viewer,
  ) {}

  async ask(source: string, variableValues: Record<string, unknown> = {}): Promise<Asked> {
    const { owner, internalReader } = this.database();
    const counting = new CountingReader(internalReader);
    const contextValue = {
      ...contextFor(counting),
      selected: selectedIn(schemas().internal, source),
      viewer: this.viewer,
      transact: (<T>(run: (manager: EntityManager) => Promise<T>) => owner.transaction(run)) satisfies RequestContext['transact'],
    };
    const { data, errors = [] } = await graphql({ schema: schemas().internal, source, variableValues, contextValue });
    return {
      data: JSON.parse(JSON.stringify(data ?? null)),
      codes: errors.map((error) => safeErrorOf(error)?.code ?? 'INTERNAL'),
      messages: errors.map(({ message }) => message),
      statements: counting.statements,
    };
  }

  /** The data of a query that must not fail. */
  async data(source: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, messages } = await this.ask(source, variables);
    if (messages.length > 0) throw new Error(messages.join('; '));
    return data;
  }

  /** Runs a mutation under a new idempotency key; gives its payload, or the code of its error. */
  async run(mutation: string, input: Record<string, unknown>, selection: string): Promise<Data> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
    const source = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} userErrors { code field } } }`;
    const { data, codes, messages } = await this.ask(source, { input: { idempotencyKey: `command ${(commands += 1)}`, ...input } });
    if (codes.includes('INTERNAL')) throw new Error(messages.join('; '));
    return codes.length > 0 ? { error: codes[0] } : data[mutation];
  }
}

/** People of every role by name, for a test's database. */
export function officers(database: () => Pick<Database, 'owner' | 'internalReader'>) {
  const person =
    (role: Viewer['role']) =>
    (subject: string = role.toLowerCase(), unitKey: number | null = null) =>
      new Officer(database, { subject, role, unitKey, unitKeys: unitKey === null ? [] : [unitKey] });
  return {
    administrator: person('ADMINISTRATOR'),
    planner: person('PLANNER'),
    reporter: person('REPORTER'),
    reviewer: person('REVIEWER'),
    auditor: person('AUDITOR'),
  };
}
