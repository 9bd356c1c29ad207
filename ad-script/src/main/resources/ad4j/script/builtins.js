// Built-in functions whose native form would not see that a tracked number is a number. All others
// convert it to a primitive, which is refused.
(function (host, shared) {
  'use strict';
  const { foreign, isTracked, define, add, primitive, looseNumber } = shared;
  const hidden = (object, name, value) => {
    if (typeof value === 'function' && typeof name === 'string') {
      Object.defineProperty(value, 'name', { value: name });
    }
    Object.defineProperty(object, name, { value, writable: true, configurable: true });
  };

  // Methods of numbers, on tracked numbers.
  hidden(foreign, Symbol.toPrimitive, (hint) =>
    host.refuse(0, hint === 'string' ? 'key' : 'conversion'));
  hidden(foreign, 'valueOf', function () { return this; });
  const { toString: toText, valueOf: ownValue } = Object.prototype;
  hidden(Object.prototype, 'toString', function toString() {
    if (isTracked(this)) return '[object Number]';
    // A conversion that the language makes by itself, to a number that it would lose.
    if (host.inside() && typeof this === 'object' && this !== null && typeof this.valueOf === 'function'
      && this.valueOf !== ownValue && isTracked(this.valueOf())) host.refuse(0, 'conversion');
    return toText.call(this);
  });
  const getPrototypeOf = Object.getPrototypeOf;
  hidden(Object, 'getPrototypeOf', (v) => (isTracked(v) ? Number.prototype : getPrototypeOf(v)));
  const isInstance = Function.prototype[Symbol.hasInstance];
  hidden(Object, Symbol.hasInstance, function (v) { return !isTracked(v) && isInstance.call(this, v); });
  const onNumbers = (name, onTracked) => {
    const native = Number.prototype[name];
    hidden(Number.prototype, name, function (...values) {
      return isTracked(this) ? onTracked(this) : Reflect.apply(native, this, values);
    });
    Object.defineProperty(Number.prototype[name], 'length', { value: native.length });
  };
  for (const name of ['toFixed', 'toPrecision', 'toExponential', 'toString', 'toLocaleString']) {
    hidden(foreign, name, () => host.refuse(0, 'text'));
    onNumbers(name, () => host.refuse(0, 'text'));
  }
  onNumbers('valueOf', (x) => x);

  // The text of a function is what was written, not what is evaluated.
  const rewritten = Function.prototype.toString;
  shared.rewritten = (f) => Reflect.apply(rewritten, f, []);
  hidden(Function.prototype, 'toString', function toString() {
    const text = shared.rewritten(this);
    return text.includes('ad$') ? host.written(this) ?? text : text;
  });

  // Code made from text would not be rewritten.
  const noCode = () => host.refuse(0, 'eval');
  hidden(globalThis, 'eval', noCode);
  for (const sample of [() => 0, function* () {}, async () => 0, async function* () {}]) {
    const prototype = Object.getPrototypeOf(sample);
    const Refusing = function () { noCode(); };
    Object.defineProperty(Refusing, 'prototype', { value: prototype });
    Object.defineProperty(prototype, 'constructor', { value: Refusing });
    if (prototype === Function.prototype) hidden(globalThis, 'Function', Refusing);
  }
  ['load', 'loadWithNewGlobal', 'Graal', 'Polyglot', 'Java'].forEach((name) => {
    delete globalThis[name];
  });

  // Constructors of primitives, called as functions.
  const wrap = (Native, converted, onTracked) => {
    function Wrapped(...values) {
      if (values.length > 0) values[0] = converted(values[0]);
      if (values.length > 0 && isTracked(values[0])) {
        return new.target ? host.refuse(0, 'boxed') : onTracked(values[0]);
      }
      return new.target ? Reflect.construct(Native, values, new.target) : Native(...values);
    }
    for (const key of Reflect.ownKeys(Native)) {
      Object.defineProperty(Wrapped, key, Object.getOwnPropertyDescriptor(Native, key));
    }
    hidden(Native.prototype, 'constructor', Wrapped);
    hidden(globalThis, Native.name, Wrapped);
  };
  wrap(Number, (v) => primitive(v, 'number'), (x) => x);
  wrap(Boolean, (v) => v, (x) => host.truth(0, x));
  hidden(foreign, 'constructor', Number);

  const value = (v) => (isTracked(v) ? host.observe(0, v) : v);
  const observing = (object, name, converted = (v) => v) => {
    const native = object[name];
    hidden(object, name, (v) => native(value(converted(v))));
  };
  ['isNaN', 'isFinite', 'isInteger', 'isSafeInteger'].forEach((name) => observing(Number, name));
  ['isNaN', 'isFinite'].forEach((name) => observing(globalThis, name, looseNumber));
  const { parseFloat: nativeParseFloat, parseInt: nativeParseInt } = globalThis;
  const parseFloat = (v) => (isTracked(v) ? add(0, v, 0) : nativeParseFloat(v));
  const parseInt = (v, radix) =>
    isTracked(v) ? host.refuse(0, 'parseInt') : nativeParseInt(v, radix);
  for (const object of [globalThis, Number]) {
    hidden(object, 'parseFloat', parseFloat);
    hidden(object, 'parseInt', parseInt);
  }
  const nativeIs = Object.is;
  hidden(Object, 'is', (a, b) => nativeIs(value(a), value(b)));

  // Callbacks whose result is a truth or an order.
  const decide = (v) => (typeof v === 'object' && isTracked(v) ? host.truth(0, v) : v);
  const order = (v) => (typeof v === 'object' ? value(looseNumber(v)) : v);
  const TypedArray = Object.getPrototypeOf(Int8Array).prototype;
  const adapt = (object, name, result) => {
    const native = object[name];
    if (typeof native !== 'function') return;
    hidden(object, name, function (callback, ...rest) {
      if (typeof callback !== 'function') return native.call(this, callback, ...rest);
      return native.call(this, function (a, b, c) { return result(callback.call(this, a, b, c)); }, ...rest);
    });
    Object.defineProperty(object[name], 'length', { value: native.length });
  };
  const iterator = typeof Iterator === 'function' ? Iterator.prototype : {};
  for (const name of ['filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex']) {
    [Array.prototype, TypedArray, iterator].forEach((object) => adapt(object, name, decide));
  }
  const text = (v) => (isTracked(v) ? String(host.observe(0, v)) : String(v));
  const byText = (a, b) => {
    const x = text(a);
    const y = text(b);
    return x < y ? -1 : x > y ? 1 : 0;
  };
  for (const name of ['sort', 'toSorted']) {
    const native = Array.prototype[name];
    adapt(TypedArray, name, order);
    adapt(Array.prototype, name, order);
    const ordered = Array.prototype[name];
    hidden(Array.prototype, name, function (compare) {
      if (compare !== undefined) return ordered.call(this, compare);
      return native.call(this, Array.prototype.some.call(this, isTracked) ? byText : undefined);
    });
    Object.defineProperty(Array.prototype[name], 'length', { value: 1 });
  }

  // Search by value.
  const search = (name, step) => {
    const native = Array.prototype[name];
    hidden(Array.prototype, name, function (wanted, ...from) {
      const tracked = isTracked(wanted) || (typeof wanted === 'number' && Array.from(this).some(isTracked));
      if (!tracked) return native.call(this, wanted, ...from);
      return native.call(Array.from(this, value), value(wanted), ...from);
    });
    Object.defineProperty(Array.prototype[name], 'length', { value: 1 });
  };
  ['includes', 'indexOf', 'lastIndexOf'].forEach(search);

  // Keys are compared by value, which a tracked number as a key could not be.
  const keyed = (object, names) => {
    for (const name of names) {
      const native = object[name];
      hidden(object, name, function (key, ...rest) {
        if (typeof key === 'object' && isTracked(key)) host.refuse(0, 'mapKey');
        return native.call(this, key, ...rest);
      });
      Object.defineProperty(object[name], 'length', { value: native.length });
    }
  };
  keyed(Map.prototype, ['get', 'set', 'has', 'delete']);
  keyed(Set.prototype, ['add', 'has', 'delete']);
  keyed(WeakMap.prototype, ['get', 'set', 'has', 'delete']);
  keyed(WeakSet.prototype, ['add', 'has', 'delete']);
  for (const object of [Map, Object]) {
    const native = object.groupBy;
    if (typeof native !== 'function') continue;
    hidden(object, 'groupBy', (values, f) => native(values, (v, i) => {
      const key = f(v, i);
      return isTracked(key) ? host.refuse(0, 'mapKey') : key;
    }));
  }

  // Text that is only shown.
  const shown = (v) => (isTracked(v) ? host.value(v) : v);
  define('text', (site, v) => shown(v));
  define('string', (site, ...v) => (v.length === 0 ? '' : String(shown(v[0]))));
  define('addText', (site, v, w) => {
    const a = primitive(v, 'default');
    const b = primitive(w, 'default');
    return (isTracked(a) && typeof b === 'string') || (isTracked(b) && typeof a === 'string')
      ? shown(a) + shown(b)
      : add(site, a, b);
  });
  define('show', (site, object, name, ...values) => {
    if (isTracked(object)) return host.value(object)[name](...values);
    if (name === 'join' && (Array.isArray(object) || shared.isDoubles(object))) {
      return Array.from(object, shown).join(...values);
    }
    return object[name](...values);
  });

  const nativeStringify = JSON.stringify;
  const stringify = (onTracked) => (v, replacer, space) => {
    if (isTracked(space)) host.refuse(0, 'conversion');
    const keep = Array.isArray(replacer) ? replacer.map(String) : null;
    return nativeStringify(v, function (key, item) {
      if (keep !== null && key !== '' && !Array.isArray(this) && !keep.includes(key)) return undefined;
      const replaced = typeof replacer === 'function' ? replacer.call(this, key, item) : item;
      return isTracked(replaced) ? onTracked(replaced) : replaced;
    }, space);
  };
  const usual = stringify(() => host.refuse(0, 'text'));
  hidden(JSON, 'stringify', function (v, replacer, space) { return usual(v, replacer, space); });
  Object.defineProperty(JSON.stringify, 'length', { value: 3 });
  const lenient = stringify((x) => host.value(x));
  define('json', (site, v, replacer, space) => lenient(v, replacer, space));

  // Output: objects print like at the prompt.
  const printable = (v) => (typeof v === 'string' ? v : shared.inspect(v));
  const printing = (object, name) => {
    const native = object[name];
    if (typeof native !== 'function') return;
    hidden(object, name, (...values) => native(...values.map(printable)));
  };
  if (typeof console === 'object') {
    ['log', 'error', 'warn', 'info', 'debug'].forEach((name) => printing(console, name));
  }
  ['print', 'printErr'].forEach((name) => printing(globalThis, name));
})
