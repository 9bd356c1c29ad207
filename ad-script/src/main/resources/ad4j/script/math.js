// Math, for plain and tracked numbers. Where the engine's own function gives other bits than the
// operator (log2, asinh, acosh, atanh, hypot; see MathBitsTest), plain numbers go to the operator
// too: asking for a derivative never changes the value. Math.pow is the operator **, which agrees.
(function (host, shared) {
  'use strict';
  const { isTracked, looseNumber, site, place } = shared;
  const native = Math;
  const own = {};
  const unary = (name, onPlain) => {
    const operator = host.operator(name);
    return (x) => {
      if (typeof x === 'number') { place.current = 0; return onPlain(x); }
      const at = site();
      const number = looseNumber(x);
      return isTracked(number) ? host.unary(operator, at, number) : onPlain(number);
    };
  };
  const named = (name, length, f) => {
    Object.defineProperty(f, 'name', { value: name });
    Object.defineProperty(f, 'length', { value: length });
    own[name] = f;
  };
  for (const name of ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'exp',
    'expm1', 'log', 'log1p', 'log10', 'sqrt', 'cbrt', 'abs', 'sign', 'floor', 'ceil', 'trunc',
    'round']) {
    named(name, 1, unary(name, native[name]));
  }
  for (const name of ['log2', 'asinh', 'acosh', 'atanh']) {
    const operator = host.operator(name);
    named(name, 1, unary(name, (x) => host.plain(operator, x)));
  }

  const binary = (name, onPlain) => {
    const operator = host.operator(name);
    return (a, b) => {
      if (typeof a === 'number' && typeof b === 'number') { place.current = 0; return onPlain(a, b); }
      const at = site();
      const x = looseNumber(a);
      const y = looseNumber(b);
      if (!isTracked(x) && !isTracked(y)) return onPlain(x, y);
      return shared.binary(operator, at, x, y);
    };
  };
  named('pow', 2, binary('pow', (a, b) => a ** b));
  named('atan2', 2, binary('atan2', native.atan2));

  const variadic = (name, length, onPlain) => {
    const operator = host.operator(name);
    named(name, length, (...values) => {
      const place = site();
      let tracked = false;
      for (let i = 0; i < values.length; i++) {
        if (typeof values[i] !== 'number') {
          values[i] = looseNumber(values[i]);
          tracked ||= typeof values[i] !== 'number';
        }
      }
      return tracked ? host.nary(operator, place, ...values) : onPlain(values);
    });
  };
  const HYPOT = host.operator('hypot');
  variadic('max', 2, (values) => native.max(...values));
  variadic('min', 2, (values) => native.min(...values));
  variadic('hypot', 2, (values) => (values.length === 0 ? 0 : host.plainNary(HYPOT, ...values)));

  for (const name of ['fround', 'f16round', 'clz32']) named(name, 1, unary(name, native[name]));
  named('imul', 2, binary('imul', native.imul));
  named('random', 0, native.random);

  const result = {};
  for (const name of Object.getOwnPropertyNames(native)) {
    const value = typeof native[name] === 'function' ? own[name] : native[name];
    if (value !== undefined) Object.defineProperty(result, name, { value });
  }
  Object.defineProperty(result, Symbol.toStringTag, { value: 'Math' });
  Object.defineProperty(globalThis, 'Math', { value: Object.freeze(result), writable: false });
})
