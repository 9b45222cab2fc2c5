import { decode, ExtensionCodec, encode } from "@msgpack/msgpack";
import { typeOfStep, type ValueType } from "./type";
import { isObjectValue, type ObjectValue, UNKNOWN, type Value } from "./value";

/** What a message carries: a value in MessagePack. */
export interface WireValue {
  readonly msgpack: Uint8Array;
}

const PLAIN_UNKNOWN = 0;
/** Unknown, with what is known of it none the less, such as a prefix; a plain unknown is accepted as the answer. */
const REFINED_UNKNOWN = 12;

const extensionCodec = new ExtensionCodec();
extensionCodec.register({
  type: PLAIN_UNKNOWN,
  encode: (value) => (value === UNKNOWN ? new Uint8Array(1) : null),
  decode: () => UNKNOWN,
});
extensionCodec.register({ type: REFINED_UNKNOWN, encode: () => null, decode: () => UNKNOWN });

// Without big integers those beyond 2^53 come back changed, which Terraform takes for a plan of another value.
const OPTIONS = { extensionCodec, useBigInt64: true };

/** The value of a type for the wire. It has to conform to the type. */
export function toWire(value: Value, type: ValueType): WireValue {
  return { msgpack: encode(typed(value, type), OPTIONS) };
}

/** The value of a message. */
export function fromWire({ msgpack }: WireValue): Value {
  return plain(decode(msgpack, OPTIONS));
}

/** The object of a message, or null where it is none: what is new has no state, what is destroyed no plan. */
export function objectFromWire(message: WireValue): ObjectValue | null {
  return fromWire(message) as ObjectValue | null;
}

/** The value with that of type `dynamic` as the wire has it: the JSON of its type as bytes, and the value. */
function typed(value: Value, type: ValueType): unknown {
  if (type === "dynamic" && isObjectValue(value)) {
    return [Buffer.from(JSON.stringify(value.type)), typed(value.value, value.type as ValueType)];
  }
  if (Array.isArray(value))
    return value.map((item, index) => typed(item, typeOfStep(type, index) ?? "dynamic"));
  if (!isObjectValue(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, typed(member, typeOfStep(type, name) ?? "dynamic")]),
  );
}

/** The value with what the wire has for type `dynamic`, the only place where it has bytes, as an object. */
function plain(value: unknown): Value {
  if (Array.isArray(value)) {
    const [type, inner] = value;
    if (type instanceof Uint8Array) {
      return { type: JSON.parse(Buffer.from(type).toString("utf8")), value: plain(inner) };
    }
    return value.map(plain);
  }
  if (!isObjectValue(value)) return value as Value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
