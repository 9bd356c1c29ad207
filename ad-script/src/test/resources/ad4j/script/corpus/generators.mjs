import { grad } from 'ad';
function* powers(x) { let y = 1; for (;;) { yield y; y *= x; } }
const partial = (x, n) => { let sum = 0, i = 0; for (const y of powers(x)) { if (i++ === n) break; sum += y; } return sum; };
console.log(grad(x => partial(x, 4))(2));
function* walk(tree) { if (tree) { yield* walk(tree.left); yield tree.value; yield* walk(tree.right); } }
console.log(grad(x => [...walk({ left: { value: x }, value: x * x, right: { value: 3 * x } })].reduce((p, v) => p * v))(2));
const it = { *[Symbol.iterator]() { yield 1; yield 2; } };
console.log(grad(x => { let s = 0; for (const v of it) s += v * x; return s; })(5));
