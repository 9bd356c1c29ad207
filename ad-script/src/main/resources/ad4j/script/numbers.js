// The functions that rewritten code calls. Each has a fast path for two plain numbers, then the
// tracked case, then the language's own meaning for strings, big integers, dates and the rest.
(function (host, operations) {
  function putSloppy(object, key, value) { object[key] = value; }

  return (function () {
    'use strict';
    const getPrototypeOf = Object.getPrototypeOf; // Reflect refuses host objects
    const foreign = getPrototypeOf(host);
    const isTracked = (v) => typeof v === 'object' && v !== null && getPrototypeOf(v) === foreign;
    const define = (name, value) =>
      Object.defineProperty(globalThis, 'ad$' + name, { value, enumerable: false });
    let last; // operand of the most recent condition or step
    // The site of the call that is about to happen; and that at which an operator was last handed
    // over as a value.
    const place = { current: 0, named: 0 };

    // A plain operand beside a tracked one, as a number.
    const plain = (site, v) => {
      switch (typeof v) {
        case 'number': return v;
        case 'boolean': case 'undefined': return +v;
        case 'string': return +v;
        case 'object': if (v === null) return 0;
      }
      return host.refuse(site, 'mixed');
    };
    const operand = (site, v) => (isTracked(v) ? v : plain(site, v));

    // The primitive that the language makes of an object, which may be a tracked number; the native
    // conversion would take that for one more object.
    const dateToPrimitive = Date.prototype[Symbol.toPrimitive];
    const isOther = (v) =>
      (typeof v === 'object' ? v !== null : typeof v === 'function') && !isTracked(v);
    const ordinary = (v, names) => {
      for (const name of names) {
        const method = v[name];
        const result = typeof method === 'function' ? Reflect.apply(method, v, []) : v;
        if (!isOther(result)) return result;
      }
      throw new TypeError('Cannot convert object to primitive value');
    };
    const primitive = (v, hint) => {
      if (!isOther(v)) return v;
      const exotic = v[Symbol.toPrimitive];
      if (exotic === undefined || exotic === null) return ordinary(v, ['valueOf', 'toString']);
      if (exotic === dateToPrimitive) {
        return ordinary(v, hint === 'number' ? ['valueOf', 'toString'] : ['toString', 'valueOf']);
      }
      const result = Reflect.apply(exotic, v, [hint]);
      if (isOther(result)) throw new TypeError('Cannot convert object to primitive value');
      return result;
    };
    const numeric = (v) => primitive(v, 'number');
    // Beside a tracked number, an object has to be a number.
    const beside = (site, v, made) =>
      (v === made || typeof made === 'number' || isTracked(made) ? operand(site, made)
        : host.refuse(site, 'mixed'));

    const { add, sub, mul, div, mod, pow, lt, le, gt, ge } =
      operations(host, isTracked, primitive, beside);
    Object.entries({ add, sub, mul, div, mod, pow, lt, le, gt, ge })
      .forEach(([name, f]) => define(name, f));
    const EQUAL = host.comparison('EQUAL');

    const NEG = host.operator('neg');
    define('neg', (site, a) => {
      if (typeof a === 'number') return -a;
      const n = numeric(a);
      return isTracked(n) ? host.unary(NEG, site, n) : -n;
    });
    const looseNumber = (a) => {
      if (typeof a === 'number') return a;
      const n = numeric(a);
      return isTracked(n) ? n : +n;
    };
    define('plus', (site, a) => looseNumber(a));
    const inc = (site, a) => {
      last = a;
      if (typeof a === 'number') return a + 1;
      let n = last = numeric(a);
      if (isTracked(n)) return add(site, n, 1);
      last = n++;
      return n;
    };
    const dec = (site, a) => {
      last = a;
      if (typeof a === 'number') return a - 1;
      let n = last = numeric(a);
      if (isTracked(n)) return sub(site, n, 1);
      last = n--;
      return n;
    };
    define('inc', inc);
    define('dec', dec);

    const bitwise = (native, reason = 'bitwise') => (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return native(a, b);
      const x = numeric(a);
      const y = numeric(b);
      return isTracked(x) || isTracked(y) ? host.refuse(site, reason) : native(x, y);
    };
    define('band', bitwise((a, b) => a & b));
    define('bor', bitwise((a, b) => a | b));
    define('bxor', bitwise((a, b) => a ^ b, 'xor'));
    define('shl', bitwise((a, b) => a << b));
    define('sar', bitwise((a, b) => a >> b));
    define('shr', bitwise((a, b) => a >>> b));
    define('bnot', (site, a) => {
      const n = numeric(a);
      return isTracked(n) ? host.refuse(site, 'bitwise') : ~n;
    });

    const compared = (comparison, site, a, b) => {
      if (typeof a === 'number') return host.compareRight(comparison, site, a, b);
      return typeof b === 'number' ? host.compareLeft(comparison, site, a, b)
        : host.compareBoth(comparison, site, a, b);
    };
    const isNumber = (v) => typeof v === 'number' || isTracked(v);
    const strictlyEqual = (site, a, b) => {
      if (typeof a !== 'object' && typeof b !== 'object') return a === b;
      if (!isTracked(a) && !isTracked(b)) return a === b;
      return isNumber(a) && isNumber(b) && compared(EQUAL, site, a, b);
    };
    const looselyEqual = (site, v, w) => {
      if (v === null || v === undefined || w === null || w === undefined) return v == w;
      const a = isOther(w) ? v : primitive(v, 'default');
      const b = isOther(v) ? w : primitive(w, 'default');
      if (!isTracked(a) && !isTracked(b)) return a == b;
      const other = isTracked(a) ? b : a;
      if (typeof other === 'symbol') return false;
      return compared(EQUAL, site, operand(site, a), operand(site, b));
    };
    define('seq', strictlyEqual);
    define('sne', (site, a, b) => !strictlyEqual(site, a, b));
    define('eq', looselyEqual);
    define('ne', (site, a, b) => !looselyEqual(site, a, b));

    const truth = (site, a) => {
      last = a;
      return isTracked(a) ? host.truth(site, a) : a;
    };
    define('truth', truth);
    define('last', () => last);
    define('old', (ignored) => last);
    define('id', (value) => value);
    // A long chain of operations: steps that hand their value on in ad$step, instead of calls within
    // calls.
    Object.defineProperty(globalThis, 'ad$step', { value: 0, writable: true });
    define('chain', (...steps) => steps[steps.length - 1]);
    define('observe', (site, a) => (isTracked(a) ? host.observe(site, a) : a));
    define('typeof', (type, read) => {
      if (type !== 'object') return type;
      const value = read();
      return isTracked(value) ? 'number' : typeof value;
    });
    define('length', (site, a) => (isTracked(a) ? host.refuse(site, 'length') : a));
    define('boxed', (site, a) => (isTracked(a) ? host.refuse(site, 'boxed') : a));
    define('at', (site, a) => { place.current = site; return a; });
    define('use', (site, f) => { place.current = 0; place.named = site; return f; });

    // A member whose parts are evaluated once.
    const propertyKey = (k) =>
      typeof k === 'object' || typeof k === 'function' ? Reflect.ownKeys({ [k]: 0 })[0] : k;
    class Reference {
      constructor(object, key, strict) {
        this.object = object;
        this.key = object === null || object === undefined ? key : propertyKey(key);
        this.strict = strict;
        this.value = object[this.key];
      }
      put(value) {
        if (this.strict) this.object[this.key] = value;
        else putSloppy(this.object, this.key, value);
        return value;
      }
    }
    define('ref', (object, key) => new Reference(object, key, false));
    define('refStrict', (object, key) => new Reference(object, key, true));
    define('bound', (object, get, set) =>
      ({ value: get(object), put(value) { set(object, value); return value; } }));
    define('update', (site, operator, reference, value) =>
      reference.put(operator(site, reference.value, value)));
    define('preInc', (site, reference) => reference.put(inc(site, reference.value)));
    define('preDec', (site, reference) => reference.put(dec(site, reference.value)));
    define('postInc', (site, reference) => {
      const value = inc(site, reference.value);
      const old = last;
      reference.put(value);
      return old;
    });
    define('postDec', (site, reference) => {
      const value = dec(site, reference.value);
      const old = last;
      reference.put(value);
      return old;
    });
    define('andSet', (site, reference, value) =>
      truth(site, reference.value) ? reference.put(value()) : reference.value);
    define('orSet', (site, reference, value) =>
      truth(site, reference.value) ? reference.value : reference.put(value()));

    const shared = {
      foreign, isTracked, operand, define, strictlyEqual, add, place, primitive, looseNumber,
      convertsStores: () => false,
      observe: (x) => host.observe(0, x),
      binary: (operator, site, x, y) => {
        if (typeof x === 'number') return host.right(operator, site, x, y);
        return typeof y === 'number' ? host.left(operator, site, x, y) : host.both(operator, site, x, y);
      },
      site: () => {
        const site = place.current === 0 ? place.named : place.current;
        place.current = 0;
        return site;
      },
    };
    const stored = (object, value) =>
      shared.convertsStores(object) ? looseNumber(value) : value;
    define('set', (object, key, value) => {
      putSloppy(object, key, typeof value === 'number' ? value : stored(object, value));
      return value;
    });
    define('setStrict', (object, key, value) => {
      object[key] = typeof value === 'number' ? value : stored(object, value);
      return value;
    });
    return shared;
  })();
})
