import { grad } from 'ad';
console.log(grad(([a, [b, c = a * 2]]) => a * b * c)([2, [3]]));
console.log(grad(({ w: { u, v }, ...rest }) => u * v + rest.k ** 2)({ w: { u: 2, v: 3 }, k: 4 }));
const swap = (a, b) => { [a, b] = [b, a * b]; return a - b; };
console.log(grad(swap)(2, 3));
const sum = (first, ...others) => others.reduce((s, v) => s + v, first * 10);
console.log(grad(sum)(1, 2, 3));
