import { GraphQLError, type ASTNode, type ASTVisitor, type ValidationContext } from 'graphql';
import { maxListItems } from './limits';
import { unsafeTextReason } from './unsafe-text';

/** The limits of variables, for values that are written into the document itself. */
export function literalLimitsRule(context: ValidationContext): ASTVisitor {
  const refuse = (message: string, node: ASTNode) => {
    context.reportError(new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } }));
  };
  return {
    StringValue(node) {
      const reason = unsafeTextReason(node.value);
      if (reason) refuse(reason, node);
    },
    ListValue(node) {
      if (node.values.length > maxListItems) refuse(`A list has ${node.values.length} items, at most ${maxListItems}.`, node);
    },
  };
}
