import { toDiagnostics } from "./diagnostics";
import type { Handler } from "./handler";
import type { ServedProvider } from "./served-provider";
import { stateToWire } from "./state";
import { typeOfBlock } from "./type";
import { schemaProblems } from "./validate-config";
import { objectFromWire } from "./wire";

/** The calls about data sources. */
export function dataSourceHandlers(provider: ServedProvider): Record<string, Handler> {
  return {
    ValidateDataSourceConfig: {
      run: ({ type_name, config }) => {
        const block = provider.dataSource(type_name);
        const given = objectFromWire(config) ?? {};
        const problems = [
          ...schemaProblems(given, block),
          ...(provider.behaviour.dataSource(type_name).validate?.(given) ?? []),
        ];
        return { about: given, response: { diagnostics: toDiagnostics(problems, typeOfBlock(block)) } };
      },
    },
    ReadDataSource: {
      run: ({ type_name, config }) => {
        const behaviour = provider.behaviour.dataSource(type_name);
        const state = behaviour.read(objectFromWire(config) ?? {}, provider.request(type_name));
        const block = provider.dataSource(type_name);
        return {
          about: state,
          response: { state: stateToWire(state, block, `data.${type_name}: what its read returns`) },
        };
      },
    },
  };
}
