import { Extensions } from 'type-graphql';

/** Marks a type, field or query as part of the public schema. What is not marked exists on the internal endpoint alone. */
export function Public(): ClassDecorator & PropertyDecorator & MethodDecorator {
  return Extensions({ public: true });
}
