import { primitiveType } from "./mapper";
import { NotUnderstood } from "./not-understood";
import type { TypeExpression } from "./schema";

const CALL = /\n {4}return (.+);\n/;
const GET =
  /^this\.get(?:(String|Number|Boolean|List|NumberList)|(String|Number|Boolean|Any)Map)Attribute\('[^']+'\)$/;
const SET =
  /^(?:cdktf\.Token\.asNumberList\()?cdktf\.Fn\.tolist\(this\.get(Number)?ListAttribute\('[^']+'\)\)\)?$/;

/**
 * The type of a computed attribute from the getter that returns it.
 *
 * @throws NotUnderstood for a getter that is none of a string, number, boolean, list, set or map
 */
export function typeOfGetter(code: string): TypeExpression {
  const call = CALL.exec(code)?.[1] ?? "";
  const set = SET.exec(call);
  if (set) return ["set", set[1] === undefined ? "string" : "number"];
  const get = GET.exec(call);
  if (!get) throw new NotUnderstood(`the getter ${call === "" ? "without a return" : call}`);
  const [, single, map] = get;
  if (map === "Any") return "dynamic";
  if (map !== undefined) return ["map", primitiveType(map.toLowerCase())];
  if (single === "List") return ["list", "string"];
  if (single === "NumberList") return ["list", "number"];
  return primitiveType((single as string).toLowerCase());
}
