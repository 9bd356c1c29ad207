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

    const { add, sub, mul, div, mod, pow, lt, le, gt, ge } = operations(host, isTracked, operand);
    Object.entries({ add, sub, mul, div, mod, pow, lt, le, gt, ge })
      .forEach(([name, f]) => define(name, f));
    const EQUAL = host.comparison('EQUAL');

    const NEG = host.operator('neg');
    define('neg', (site, a) =>
      typeof a === 'number' ? -a : isTracked(a) ? host.unary(NEG, site, a) : -a);
    define('plus', (site, a) => (typeof a === 'number' || isTracked(a) ? a : +a));
    const inc = (site, a) => {
      last = a;
      if (typeof a === 'number') return a + 1;
      if (isTracked(a)) return add(site, a, 1);
      let n = a;
      last = n++;
      return n;
    };
    const dec = (site, a) => {
      last = a;
      if (typeof a === 'number') return a - 1;
      if (isTracked(a)) return sub(site, a, 1);
      let n = a;
      last = n--;
      return n;
    };
    define('inc', inc);
    define('dec', dec);

    const bitwise = (native) => (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return native(a, b);
      return isTracked(a) || isTracked(b) ? host.refuse(site, 'bitwise') : native(a, b);
    };
    define('band', bitwise((a, b) => a & b));
    define('bor', bitwise((a, b) => a | b));
    define('bxor', bitwise((a, b) => a ^ b));
    define('shl', bitwise((a, b) => a << b));
    define('sar', bitwise((a, b) => a >> b));
    define('shr', bitwise((a, b) => a >>> b));
    define('bnot', (site, a) => (isTracked(a) ? host.refuse(site, 'bitwise') : ~a));

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
    const looselyEqual = (site, a, b) => {
      if (!isTracked(a) && !isTracked(b)) return a == b;
      const other = isTracked(a) ? b : a;
      if (other === null || other === undefined || typeof other === 'symbol') return false;
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
      foreign, isTracked, operand, define, strictlyEqual, add, place,
      looseNumber: (v) => (typeof v === 'number' || isTracked(v) ? v : +v),
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
      shared.convertsStores(object) ? shared.looseNumber(value) : value;
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
