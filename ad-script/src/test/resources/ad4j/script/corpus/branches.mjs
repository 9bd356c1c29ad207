import { grad } from 'ad';
const f = x => { if (x < 0) return -x; else if (x === 0) return 0; return x > 2 ? x * x : 3 * x; };
for (const x of [-1, 0, 1, 2, 5]) console.log(x, f(x), grad(f)(x));
const truthy = x => (x && x * x) || 7;
console.log(grad(truthy)(3), grad(truthy)(0), truthy(0));
const chosen = x => { switch (Math.sign(x)) { case 1: return x ** 3; case -1: return -x; default: return 5 * x; } };
console.log([2, -2, 0].map(grad(chosen)));
const nullish = x => (x ?? 3) * (x !== undefined) * 2;
console.log(grad(nullish)(4));
