package ad4j.script;

import java.util.Set;

/** The names of the language, known without asking the engine; a test asks it. */
final class Language {
  /** Globals, apart from those of the prelude. */
  static final Set<String> GLOBALS =
      Set.of(
          """
          AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean
          DataView Date Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array
          Function Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN Number
          Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String
          Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray
          WeakMap WeakRef WeakSet arguments console decodeURI decodeURIComponent encodeURI
          encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt print
          printErr undefined unescape
          """
              .split("\\s+"));

  /** Members of Math. */
  static final Set<String> MATH =
      Set.of(
          """
          E PI LN10 LN2 LOG2E LOG10E SQRT1_2 SQRT2 abs acos asin atan2 atan ceil cos exp floor log
          max min pow random round sin sqrt tan imul sign trunc cbrt expm1 hypot log2 log10 log1p
          clz32 cosh sinh tanh acosh asinh atanh fround f16round
          """
              .split("\\s+"));

  private Language() {}
}
