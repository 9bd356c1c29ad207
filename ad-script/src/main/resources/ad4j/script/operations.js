// Arithmetic and order of numbers, of which some may be tracked. The usual cases take one call into
// the host and no test whether an object is a tracked number: if it is none, the host fails to convert
// it, and the rare cases follow. Written out for each operator, since a further call would cost the
// interpreter as much as the operation.
(function (host, isTracked, primitive, beside) {
  'use strict';
  const arithmetic = (name, native) => {
    const operator = host.operator(name);
    const hint = name === 'add' ? 'default' : 'number';
    const rare = (site, v, w) => {
      const a = primitive(v, hint);
      const b = primitive(w, hint);
      if (!isTracked(a) && !isTracked(b)) return native(a, b);
      if (name === 'add' && (typeof a === 'string' || typeof b === 'string')) {
        return host.refuse(site, 'text');
      }
      const x = beside(site, v, a);
      const y = beside(site, w, b);
      if (typeof x === 'number') return host.right(operator, site, x, y);
      return typeof y === 'number' ? host.left(operator, site, x, y) : host.both(operator, site, x, y);
    };
    return [operator, rare];
  };
  const ordering = (name, native) => {
    const comparison = host.comparison(name);
    const rare = (site, v, w) => {
      const a = primitive(v, 'number');
      const b = primitive(w, 'number');
      if (!isTracked(a) && !isTracked(b)) return native(a, b);
      const x = beside(site, v, a);
      const y = beside(site, w, b);
      if (typeof x === 'number') return host.compareRight(comparison, site, x, y);
      return typeof y === 'number' ? host.compareLeft(comparison, site, x, y)
        : host.compareBoth(comparison, site, x, y);
    };
    return [comparison, rare];
  };
  // The host failed: because of what it was given, or in earnest.
  const rethrow = (e, a, b) => {
    if ((typeof a === 'number' || isTracked(a)) && (typeof b === 'number' || isTracked(b))) throw e;
  };

  const [ADD, addRare] = arithmetic('add', (a, b) => a + b);
  const [SUB, subRare] = arithmetic('sub', (a, b) => a - b);
  const [MUL, mulRare] = arithmetic('mul', (a, b) => a * b);
  const [DIV, divRare] = arithmetic('div', (a, b) => a / b);
  const [MOD, modRare] = arithmetic('rem', (a, b) => a % b);
  const [POW, powRare] = arithmetic('pow', (a, b) => a ** b);
  const [LESS, ltRare] = ordering('LESS', (a, b) => a < b);
  const [AT_MOST, leRare] = ordering('AT_MOST', (a, b) => a <= b);
  const [GREATER, gtRare] = ordering('GREATER', (a, b) => a > b);
  const [AT_LEAST, geRare] = ordering('AT_LEAST', (a, b) => a >= b);

  return {
    add: (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a + b;
      try {
        if (typeof a === 'object') {
          if (typeof b === 'object') return host.both(ADD, site, a, b);
          if (typeof b === 'number') return host.left(ADD, site, a, b);
        } else if (typeof a === 'number' && typeof b === 'object') return host.right(ADD, site, a, b);
      } catch (e) { rethrow(e, a, b); }
      return addRare(site, a, b);
    },
    sub: (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a - b;
      try {
        if (typeof a === 'object') {
          if (typeof b === 'object') return host.both(SUB, site, a, b);
          if (typeof b === 'number') return host.left(SUB, site, a, b);
        } else if (typeof a === 'number' && typeof b === 'object') return host.right(SUB, site, a, b);
      } catch (e) { rethrow(e, a, b); }
      return subRare(site, a, b);
    },
    mul: (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a * b;
      try {
        if (typeof a === 'object') {
          if (typeof b === 'object') return host.both(MUL, site, a, b);
          if (typeof b === 'number') return host.left(MUL, site, a, b);
        } else if (typeof a === 'number' && typeof b === 'object') return host.right(MUL, site, a, b);
      } catch (e) { rethrow(e, a, b); }
      return mulRare(site, a, b);
    },
    div: (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a / b;
      try {
        if (typeof a === 'object') {
          if (typeof b === 'object') return host.both(DIV, site, a, b);
          if (typeof b === 'number') return host.left(DIV, site, a, b);
        } else if (typeof a === 'number' && typeof b === 'object') return host.right(DIV, site, a, b);
      } catch (e) { rethrow(e, a, b); }
      return divRare(site, a, b);
    },
    mod: (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a % b;
      try {
        if (typeof a === 'object') {
          if (typeof b === 'object') return host.both(MOD, site, a, b);
          if (typeof b === 'number') return host.left(MOD, site, a, b);
        } else if (typeof a === 'number' && typeof b === 'object') return host.right(MOD, site, a, b);
      } catch (e) { rethrow(e, a, b); }
      return modRare(site, a, b);
    },
    pow: (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a ** b;
      try {
        if (typeof a === 'object') {
          if (typeof b === 'object') return host.both(POW, site, a, b);
          if (typeof b === 'number') return host.left(POW, site, a, b);
        } else if (typeof a === 'number' && typeof b === 'object') return host.right(POW, site, a, b);
      } catch (e) { rethrow(e, a, b); }
      return powRare(site, a, b);
    },
    lt: (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a < b;
      try {
        if (typeof a === 'object') {
          if (typeof b === 'object') return host.compareBoth(LESS, site, a, b);
          if (typeof b === 'number') return host.compareLeft(LESS, site, a, b);
        } else if (typeof a === 'number' && typeof b === 'object') {
          return host.compareRight(LESS, site, a, b);
        }
      } catch (e) { rethrow(e, a, b); }
      return ltRare(site, a, b);
    },
    le: (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a <= b;
      try {
        if (typeof a === 'object') {
          if (typeof b === 'object') return host.compareBoth(AT_MOST, site, a, b);
          if (typeof b === 'number') return host.compareLeft(AT_MOST, site, a, b);
        } else if (typeof a === 'number' && typeof b === 'object') {
          return host.compareRight(AT_MOST, site, a, b);
        }
      } catch (e) { rethrow(e, a, b); }
      return leRare(site, a, b);
    },
    gt: (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a > b;
      try {
        if (typeof a === 'object') {
          if (typeof b === 'object') return host.compareBoth(GREATER, site, a, b);
          if (typeof b === 'number') return host.compareLeft(GREATER, site, a, b);
        } else if (typeof a === 'number' && typeof b === 'object') {
          return host.compareRight(GREATER, site, a, b);
        }
      } catch (e) { rethrow(e, a, b); }
      return gtRare(site, a, b);
    },
    ge: (site, a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a >= b;
      try {
        if (typeof a === 'object') {
          if (typeof b === 'object') return host.compareBoth(AT_LEAST, site, a, b);
          if (typeof b === 'number') return host.compareLeft(AT_LEAST, site, a, b);
        } else if (typeof a === 'number' && typeof b === 'object') {
          return host.compareRight(AT_LEAST, site, a, b);
        }
      } catch (e) { rethrow(e, a, b); }
      return geRare(site, a, b);
    },
  };
})
