import { check } from 'ad';
const good = check(x => Math.sin(x) * x, 1);
console.log(good.passed, good.partials.map(p => p.verdict));
console.log(check((x, y) => Math.max(x, y), [1, 1]).partials.map(p => p.verdict));
console.log(check(o => o.a * o.b, { a: 1, b: 2 }).passed);
console.log(check((w, b) => w * b, [1, 2]).partials[1].message.split(':')[0]);
console.log(check(({ w, b }) => w * b, { b: 1, w: 2 }).partials[1].message.split(':')[0]);
console.log(check(o => [o.a * o.b], { a: 1, b: 2 }).partials[1].message.split(':')[0]);
