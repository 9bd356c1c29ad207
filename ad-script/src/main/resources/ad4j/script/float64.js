// Float64Array that can hold tracked numbers: a plain array of fixed length with the methods of a
// typed array. Over a real ArrayBuffer the engine's own class is used, which refuses them.
(function (host, shared) {
  'use strict';
  const { isTracked, looseNumber } = shared;
  const Native = Float64Array;
  const isArray = Array.isArray;
  const make = (items, prototype) => {
    for (let i = 0; i < items.length; i++) {
      if (typeof items[i] !== 'number') items[i] = looseNumber(items[i]);
    }
    Object.setPrototypeOf(items, prototype);
    Object.defineProperty(items, 'length', { writable: false });
    return Object.preventExtensions(items);
  };
  const zeros = (length) => new Array(length).fill(0);
  const lengthOf = (v) => (Number.isInteger(v) && v >= 0 && v < 2 ** 32 ? v : new Native(v).length);

  function Doubles(source, ...rest) {
    if (!new.target) return Native(source);
    if (source instanceof ArrayBuffer) return new Native(source, ...rest);
    if (isTracked(source)) host.refuse(0, 'length');
    const items =
      typeof source === 'object' && source !== null ? Array.from(source) : zeros(lengthOf(source));
    return make(items, new.target.prototype);
  }
  const p = Doubles.prototype;
  const hidden = (object, name, value) =>
    Object.defineProperty(object, name, { value, writable: true, configurable: true });
  const getter = (name, get) => Object.defineProperty(p, name, { get, configurable: true });
  for (const name of ['at', 'copyWithin', 'entries', 'every', 'find', 'findIndex', 'findLast',
    'findLastIndex', 'forEach', 'includes', 'indexOf', 'join', 'keys', 'lastIndexOf', 'reduce',
    'reduceRight', 'reverse', 'some', 'toString', 'toLocaleString', 'values', Symbol.iterator]) {
    hidden(p, name, Array.prototype[name]);
  }
  const copy = (items) => make(items, p);
  const list = (array) => Array.from(array);
  hidden(p, 'fill', function (value, start, end) {
    return Array.prototype.fill.call(this, looseNumber(value), start, end);
  });
  hidden(p, 'map', function (f, self) { return copy(list(this).map((v, i) => f.call(self, v, i, this))); });
  hidden(p, 'filter', function (f, self) {
    return copy(list(this).filter((v, i) => f.call(self, v, i, this)));
  });
  hidden(p, 'slice', function (start, end) { return copy(list(this).slice(start, end)); });
  hidden(p, 'toReversed', function () { return copy(list(this).reverse()); });
  hidden(p, 'with', function (index, value) { return copy(list(this).with(index, looseNumber(value))); });
  const ascending = (a, b) => {
    const less = globalThis.ad$lt;
    if (less(0, a, b)) return -1;
    if (less(0, b, a)) return 1;
    const x = isTracked(a) ? host.observe(0, a) : a;
    const y = isTracked(b) ? host.observe(0, b) : b;
    if (x !== x || y !== y) return x === x ? -1 : y === y ? 1 : 0;
    return Object.is(x, y) ? 0 : Object.is(x, -0) ? -1 : 1;
  };
  const sorted = (array, order) =>
    list(array).sort(order === undefined ? ascending : order);
  hidden(p, 'toSorted', function (order) { return copy(sorted(this, order)); });
  hidden(p, 'sort', function (order) {
    sorted(this, order).forEach((v, i) => { this[i] = v; });
    return this;
  });
  hidden(p, 'set', function (source, offset = 0) {
    const items = list(source);
    if (offset < 0 || offset + items.length > this.length) {
      throw new RangeError('offset is out of bounds');
    }
    items.forEach((v, i) => { this[offset + i] = looseNumber(v); });
  });
  const index = (key) =>
    typeof key === 'string' && /^(0|[1-9][0-9]*)$/.test(key) ? +key : -1;
  hidden(p, 'subarray', function (start = 0, end = this.length) {
    const all = this;
    const clamp = (v) => Math.min(Math.max(v < 0 ? all.length + v : v, 0), all.length);
    const first = clamp(Math.trunc(start));
    const length = Math.max(0, clamp(Math.trunc(end)) - first);
    const target = Object.setPrototypeOf(zeros(length), p);
    return new Proxy(target, {
      get(t, key, receiver) {
        const i = index(key);
        if (i < 0) return Reflect.get(t, key, receiver);
        return i < length ? all[first + i] : undefined;
      },
      set(t, key, value) {
        const i = index(key);
        if (i >= 0) {
          if (i < length) all[first + i] = looseNumber(value);
        } else if (key !== 'length') {
          t[key] = value;
        }
        return true;
      },
      defineProperty(t, key, descriptor) {
        const i = index(key);
        if (i < 0) return Reflect.defineProperty(t, key, descriptor);
        if (i < length) all[first + i] = looseNumber(descriptor.value);
        return i < length;
      },
    });
  });
  // A store outside is ignored: it does not find an element and goes on to the prototypes.
  const isOutside = (key) => typeof key === 'string' && (key === '-0' || String(+key) === key);
  Object.setPrototypeOf(p, new Proxy(Object.create(Object.prototype), {
    set: (t, key, v, receiver) => isOutside(key) || Reflect.set(t, key, v, receiver),
  }));
  hidden(p, 'BYTES_PER_ELEMENT', 8);
  getter('byteLength', function () { return 8 * this.length; });
  getter('byteOffset', () => 0);
  getter('buffer', () => host.refuse(0, 'buffer'));
  getter(Symbol.toStringTag, () => 'Float64Array');
  hidden(p, Symbol.isConcatSpreadable, false);

  Object.defineProperty(Doubles, 'name', { value: 'Float64Array' });
  Object.defineProperty(Doubles, 'length', { value: 3 });
  hidden(Doubles, 'BYTES_PER_ELEMENT', 8);
  hidden(Doubles, 'from', (source, f, self) =>
    new Doubles(f === undefined ? Array.from(source) : Array.from(source, f, self)));
  hidden(Doubles, 'of', (...items) => new Doubles(items));
  const isDoubles = (v) =>
    typeof v === 'object' && v !== null && isArray(v) && Object.prototype.isPrototypeOf.call(p, v);
  Object.defineProperty(Doubles, Symbol.hasInstance, {
    value(v) { return v instanceof Native || Function.prototype[Symbol.hasInstance].call(this, v); },
  });
  hidden(globalThis, 'Float64Array', Doubles);
  hidden(Array, 'isArray', function isArray_(v) { return isArray(v) && !isDoubles(v); });
  Object.defineProperty(Array.isArray, 'name', { value: 'isArray' });
  const isView = ArrayBuffer.isView;
  hidden(ArrayBuffer, 'isView', (v) => isView(v) || isDoubles(v));
  shared.convertsStores = isDoubles;
  shared.isDoubles = isDoubles;
  shared.nativeDoubles = (v) => new Native(list(v).map((x) => (isTracked(x) ? host.value(x) : x)));
})
